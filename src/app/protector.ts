import { serveThread } from "#core/thread.ts";
import { loadHighs } from "#methods/assignment-highs.ts";
import { protectRelease } from "#methods/survey-release.ts";
import type { Earlier, Snapshot } from "#methods/survey-release-system.ts";

type Task = { readonly snapshot: Snapshot; readonly earlier: readonly Earlier[]; readonly k: number };

// A thread of its own: it hides what must be hidden of a release, and attacks what is left.
await serveThread(async (task, { shouldStop, progress }) => {
  // What is handed in was made by the house itself a moment ago.
  const { snapshot, earlier, k } = task as Task;
  return protectRelease(snapshot, earlier, { highs: await loadHighs(), k, shouldStop, onProgress: progress });
});

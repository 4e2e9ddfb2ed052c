import { serveThread } from "#core/thread.ts";
import { findings, MapTask } from "#methods/opinion-findings.ts";

// A thread of its own: it finds the groups of opinion, so that nobody waits for a page in the meantime.
await serveThread(async (task) => findings(MapTask.parse(task)));

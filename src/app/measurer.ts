import { serveThread } from "#core/thread.ts";
import { computeGrowth, GrowthTask } from "#methods/network-task.ts";

// A thread of its own: it measures the network of a town, so that nobody waits for a page in the meantime.
await serveThread(async (task) => computeGrowth(GrowthTask.parse(task)));

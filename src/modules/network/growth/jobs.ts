import type { AnyJob } from "#core/jobs.ts";
import { startThread } from "#core/thread.ts";
import { Growth } from "#methods/network-task.ts";
import { keepGrowth, measureLater } from "./commands.ts";
import { findGrowthWork } from "./queries.ts";

/** The network is measured between transactions, in a thread of its own; every night, since time alone changes it. */
export const jobs: readonly AnyJob[] = [
  {
    name: "compute.network",
    reach: async (open) => {
      const task = await open(findGrowthWork);
      const thread = startThread("measurer", task);
      try {
        const growth = Growth.parse(await thread.answer);
        await open((ctx) => keepGrowth(ctx, growth));
      } finally {
        await thread.end();
      }
    },
  },
  { name: "network.measure_again", schedule: "20 3 * * *", run: measureLater },
];

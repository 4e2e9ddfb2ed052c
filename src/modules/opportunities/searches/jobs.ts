import { enqueue, type Job } from "#core/jobs.ts";
import { lookForNew } from "./commands.ts";

const atOnce = 500;
const looking = "searches.look_for_new";

export const jobs: readonly Job[] = [
  {
    name: looking,
    // Before the first hour at which letters leave.
    schedule: "25 5 * * *",
    run: async (ctx) => {
      const looked = await lookForNew(ctx, atOnce);
      // The rest in a transaction of its own, so that no lock is held for long.
      if (looked === atOnce) await enqueue(ctx, looking, {});
    },
  },
];

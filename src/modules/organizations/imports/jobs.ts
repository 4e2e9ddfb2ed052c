import type { Job } from "#core/jobs.ts";

const keptDays = 14;
const dayMilliseconds = 86_400_000;

/** Files that were tried and never taken over are forgotten: they may hold names and numbers of people. */
export const jobs: readonly Job[] = [
  {
    name: "import.forget",
    schedule: "17 3 * * *",
    run: async (ctx) => {
      await ctx.db
        .deleteFrom("imports")
        .where("appliedAt", "is", null)
        .where("madeAt", "<", new Date(+ctx.now - keptDays * dayMilliseconds))
        .execute();
    },
  },
];

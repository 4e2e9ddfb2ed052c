import type { Job } from "#core/jobs.ts";
import { planAll } from "./commands.ts";

/** Every Monday the series are planned on, so that a year ahead stands in all calendars. */
export const jobs: readonly Job[] = [
  {
    name: "consortium.plan_meetings",
    schedule: "20 5 * * 1",
    run: async (ctx) => {
      await planAll(ctx);
    },
  },
];

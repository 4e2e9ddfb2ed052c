import type { Job } from "#core/jobs.ts";
import { endPastOpportunities } from "./commands.ts";

export const jobs: readonly Job[] = [
  {
    name: "opportunity.end_past",
    schedule: "20 3 * * *",
    run: async (ctx) => {
      await endPastOpportunities(ctx);
    },
  },
];

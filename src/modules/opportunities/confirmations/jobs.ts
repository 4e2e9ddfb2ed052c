import type { Job } from "#core/jobs.ts";
import { askWhetherItHolds } from "./commands.ts";

export const jobs: readonly Job[] = [
  {
    name: "opportunity.ask_whether_it_holds",
    schedule: "30 7 * * *",
    run: async (ctx) => {
      await askWhetherItHolds(ctx);
    },
  },
];

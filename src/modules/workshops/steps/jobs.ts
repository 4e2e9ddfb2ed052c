import type { Job } from "#core/jobs.ts";
import { watchSteps } from "./commands.ts";

export const jobs: readonly Job[] = [
  {
    name: "workshop.watch_steps",
    schedule: "40 6 * * *",
    run: async (ctx) => {
      await watchSteps(ctx);
    },
  },
];

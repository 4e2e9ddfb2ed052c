import type { Job } from "#core/jobs.ts";
import { forgetRegistrations } from "./commands.ts";

/** Every night the names of workshops of long ago are forgotten. */
export const jobs: readonly Job[] = [
  {
    name: "workshop.forget_names",
    schedule: "50 3 * * *",
    run: async (ctx) => {
      await forgetRegistrations(ctx);
    },
  },
];

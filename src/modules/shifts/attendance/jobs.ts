import type { Job } from "#core/jobs.ts";
import { countEnded } from "./commands.ts";

export const jobs: readonly Job[] = [
  {
    name: "shift.count",
    schedule: "*/15 * * * *",
    run: async (ctx) => {
      await countEnded(ctx);
    },
  },
];

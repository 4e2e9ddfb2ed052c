import type { Job } from "#core/jobs.ts";
import { watchWaiting } from "./commands.ts";

export const jobs: readonly Job[] = [
  {
    name: "network.watch_waiting",
    schedule: "50 6 * * *",
    run: async (ctx) => {
      await watchWaiting(ctx);
    },
  },
];

import type { Job } from "#core/jobs.ts";
import { watchBreaks } from "./commands.ts";

export const jobs: readonly Job[] = [
  {
    name: "thread.watch_breaks",
    // Monday morning: a break is nothing urgent, but somebody should look at it once a week.
    schedule: "10 6 * * 1",
    run: async (ctx) => {
      await watchBreaks(ctx);
    },
  },
];

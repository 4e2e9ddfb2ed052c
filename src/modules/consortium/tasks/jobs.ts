import type { Job } from "#core/jobs.ts";
import { watchTasks } from "./commands.ts";

/** In the morning what is late comes onto the worklist. */
export const jobs: readonly Job[] = [
  {
    name: "consortium.watch_tasks",
    schedule: "50 6 * * *",
    run: async (ctx) => {
      await watchTasks(ctx);
    },
  },
];

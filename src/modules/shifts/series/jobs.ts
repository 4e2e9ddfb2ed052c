import type { Job } from "#core/jobs.ts";
import { makeShifts } from "./commands.ts";
import { listRunning } from "./queries.ts";

/** Every night: the shifts of each series for the coming eight weeks. */
export const jobs: readonly Job[] = [
  {
    name: "shift_series.make",
    schedule: "20 2 * * *",
    run: async (ctx) => {
      for (const { id } of await listRunning(ctx)) await makeShifts(ctx, id);
    },
  },
];

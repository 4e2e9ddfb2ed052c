import type { Job } from "#core/jobs.ts";
import { watchInvitations } from "./commands.ts";

/** In the morning invitations that are due come onto the worklist. */
export const jobs: readonly Job[] = [
  {
    name: "consortium.watch_invitations",
    schedule: "55 6 * * *",
    run: async (ctx) => {
      await watchInvitations(ctx);
    },
  },
];

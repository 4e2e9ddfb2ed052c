import type { Job } from "#core/jobs.ts";
import { replyToAll } from "./commands.ts";

export const jobs: readonly Job[] = [
  {
    name: "signup.reply",
    schedule: "* * * * *",
    run: async (ctx) => {
      await replyToAll(ctx);
    },
  },
];

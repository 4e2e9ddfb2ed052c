import { isId } from "#core/id.ts";
import type { Job } from "#core/jobs.ts";
import { reply, replyJob } from "./commands.ts";

export const jobs: readonly Job[] = [
  {
    name: replyJob,
    run: async (ctx, { person, at }) => {
      if (typeof person !== "string" || !isId<"person">(person) || typeof at !== "string") return;
      await reply(ctx, person, new Date(at));
    },
  },
];

import { isId } from "#core/id.ts";
import type { Job } from "#core/jobs.ts";
import { remindGuest } from "./commands.ts";

/** The evening before a conversation its guest is reminded, once. */
export const jobs: readonly Job[] = [
  {
    name: "appointment.remind",
    run: async (ctx, { appointment, revision, token }) => {
      if (typeof appointment !== "string" || !isId<"appointment">(appointment)) return;
      if (typeof revision !== "number" || typeof token !== "string") return;
      await remindGuest(ctx, { appointment, revision, token });
    },
  },
];

import { isId } from "#core/id.ts";
import type { Job } from "#core/jobs.ts";
import { remindAll } from "./commands.ts";

/** The day before a workshop those who come are reminded, once. */
export const jobs: readonly Job[] = [
  {
    name: "workshop.remind",
    run: async (ctx, { workshop }) => {
      if (typeof workshop === "string" && isId<"workshop">(workshop)) await remindAll(ctx, workshop);
    },
  },
];

import { isId } from "#core/id.ts";
import type { Job } from "#core/jobs.ts";
import { moveUp, passExpired } from "./commands.ts";

export const jobs: readonly Job[] = [
  {
    name: "waiting.expire",
    // Each offer asks for its own end; this is the net beneath.
    schedule: "*/30 * * * *",
    run: async (ctx) => {
      await passExpired(ctx);
    },
  },
  {
    name: "waiting.move_up",
    run: async (ctx, { need }) => {
      if (typeof need === "string" && isId<"shiftNeed">(need)) await moveUp(ctx, need);
    },
  },
];

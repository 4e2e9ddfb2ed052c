import type { Reaction } from "#core/events.ts";
import { isId } from "#core/id.ts";
import type { Module } from "#core/module.ts";
import { watchFilled, watchSoon } from "./commands.ts";
import { jobs } from "./jobs.ts";

const watching =
  (look: typeof watchSoon): Reaction =>
  async (ctx, { data: { opportunityId } }) => {
    if (typeof opportunityId === "string" && isId<"opportunity">(opportunityId))
      await look(ctx, opportunityId);
  };

const watch = watching(watchSoon);
const filled = watching(watchFilled);

export const thin: Module = {
  name: "shifts/thin",
  jobs,
  reactions: {
    "shift.added": watch,
    "shift.changed": watch,
    "shift.canceled": watch,
    "shift.removed": watch,
    "signup.asked": filled,
    "signup.confirmed": filled,
    "signup.declined": watch,
    "signup.canceled": watch,
    "signup.removed": watch,
    "signup.passed": watch,
    "signup.moved": watch,
  },
};

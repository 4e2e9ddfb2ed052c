import type { Reaction } from "#core/events.ts";
import { isId } from "#core/id.ts";
import type { Module } from "#core/module.ts";
import { forgetReminders } from "./commands.ts";
import { jobs } from "./jobs.ts";

const ofShift: Reaction = async (ctx, { subjectId }) => {
  if (isId<"shift">(subjectId)) await forgetReminders(ctx, { shift: subjectId });
};
const ofSignup: Reaction = async (ctx, { subjectId }) => {
  if (isId<"signup">(subjectId)) await forgetReminders(ctx, { signup: subjectId });
};

export const reminders: Module = {
  name: "shifts/reminders",
  jobs,
  reactions: {
    "shift.changed": ofShift,
    "shift.canceled": ofShift,
    "signup.canceled": ofSignup,
    "signup.removed": ofSignup,
  },
};

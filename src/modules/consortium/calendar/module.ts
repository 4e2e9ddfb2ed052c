import type { Reaction } from "#core/events.ts";
import { isId } from "#core/id.ts";
import type { Module } from "#core/module.ts";
import { showInCalendar } from "./commands.ts";

const show: Reaction = async (ctx, { subjectId }) => {
  if (isId<"meeting">(subjectId)) await showInCalendar(ctx, subjectId);
};

/** Meetings stand in the calendar of the town as soon as they are invited to, and follow every change. */
export const calendar: Module = {
  name: "consortium/calendar",
  reactions: {
    "meeting.invited": show,
    "meeting.moved": show,
    "meeting.changed": show,
    "meeting.canceled": show,
  },
};

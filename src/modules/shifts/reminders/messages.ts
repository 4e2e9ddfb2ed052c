import { messages } from "#core/messages.ts";
import de from "./messages.de.json" with { type: "json" };

/** The words of reminders. */
export const say = messages(
  {
    title_day: "Tomorrow: {role}, {when}",
    title_week: "In a week: {role}, {when}",
    what: "{offer}, {organization}",
    where: "Where: {where}",
    note: "Good to know: {note}",
    whom: "Questions? {organization}, {phone}",
    cannot: "If something comes up, please cancel in time, so that somebody else can come.",
    mine: "To my shift",
    phoneTitle: "Remind by phone: {offer}, {day}",
    phoneLine: "{name}, {phone}: {role}, {when}",
    noPhone: "no phone number",
  },
  { de },
);

import { messages } from "#core/messages.ts";
import de from "./messages.de.json" with { type: "json" };

export const say = messages(
  {
    workshops: "Workshops",
    step_prepare: "Prepare",
    step_invite: "Invite",
    step_day: "The day",
    step_sort: "Sort",
    step_correct: "Corrections",
    step_report: "Report",
    back: "Back to the workshop",
  },
  { de },
);

import { messages } from "#core/messages.ts";
import de from "./messages.de.json" with { type: "json" };

export const say = messages(
  {
    taskWrite: "Write the minutes: {title}",
    taskWriteText: "Presence, votes, resolutions and tasks are in them already.",
    taskSent: "The minutes were sent.",
    sentSubject: "Minutes of {day}: please read",
    sentText:
      "The minutes of “{title}” on {day} are written. Whoever was there can object until {until}. If nobody does, they are approved with that.",
    changedSubject: "Minutes of {day}: an item was changed",
    changedText:
      "After an objection the minutes of “{title}” on {day} were changed. To the changed item one can object until {until}; then they are approved.",
    approvedSubject: "Minutes of {day} approved",
    approvedText: "The minutes of “{title}” on {day} are approved and sealed.",
    toMinutes: "Read the minutes",
    agendaItem: "Approval of the minutes of {day}",
    agendaItemText: "Objections to the minutes are open.",
  },
  { de },
);

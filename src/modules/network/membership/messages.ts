import { messages } from "#core/messages.ts";
import de from "./messages.de.json" with { type: "json" };

export const say = messages(
  {
    summary: "Came later or left earlier",
    joinedOn: "Since when part of it?",
    joinedHint: "Leave it empty if from the beginning.",
    leftOn: "Until when part of it?",
    leftHint: "Leave it empty while it goes on. The years before stay in the picture.",
    save: "Save",
    order: "The end lies before the beginning.",
    leftTitle: "{topic}: somebody goes",
    leftText: "{organization} was part of it until {day}. The cooperation of the others goes on.",
  },
  { de },
);

import { messages } from "#core/messages.ts";
import de from "./messages.de.json" with { type: "json" };

export const say = messages(
  {
    title: "Short title",
    wording: "Wording",
    wordingHint: "The very words that hold if it passes. Other words make a new version.",
    reason: "Reasons",
    subject: "What is it about?",
    subjectHint: "The rules of procedure say which majority this needs.",
    seat: "Proposed by",
    noSeat: "by the chair",
    hidden: "Only for those of the consortium",
    hiddenHint: "It stands neither on the public page of the meeting nor among the public resolutions.",
    add: "Put a motion",
    change: "Save the motion",
  },
  { de },
);

import { messages } from "#core/messages.ts";
import de from "./messages.de.json" with { type: "json" };

export const say = messages(
  {
    noun: "Cooperation",
    askedTitle: "{organization} asks: do you work together?",
    askedText: "“{topic}”. Please confirm it, correct it or decline. Nobody else sees it before.",
    confirmedTitle: "Confirmed: {topic}",
    confirmedText: "Your cooperation now stands in the network of the town.",
    declinedTitle: "Not confirmed: {topic}",
    changedTitle: "Changed: {topic}",
    changedText: "Somebody corrected it. Please look at it once more and confirm it.",
    office: "The contact point",
    endedTitle: "Ended: {topic}",
    taskTitle: "Waits for confirmation: {topic}",
    taskDetail: "Proposed on {day}; not answered yet: {names}",
    taskClosed: "Answered",
  },
  { de },
);

import { messages } from "#core/messages.ts";
import de from "./messages.de.json" with { type: "json" };

export const say = messages(
  {
    noun: "Task",
    givenTitle: "A task for you: {title}",
    givenText: "The consortium counts on you. It is due on {day}.",
    lateTitle: "Not done yet: {title}",
    lateText: "It was due on {day}. Say how it stands, then the next meeting knows it too.",
    worklistTitle: "Late: {title}",
    worklistDetail: "{who}, due on {day}",
    worklistMoved: "Due later now",
    worklistClosed: "Settled",
    broken: "It was due on {day}.",
  },
  { de },
);

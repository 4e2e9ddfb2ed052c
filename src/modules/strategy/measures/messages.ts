import { messages } from "#core/messages.ts";
import de from "./messages.de.json" with { type: "json" };

/** What is said about measures in letters and on the worklist. */
export const say = messages(
  {
    noun: "Measure",
    nobodyAsked: "Nothing says where this measure comes from beyond its objective.",
    taskTitle: "How does it go: {title}",
    taskDetail: "Measure {number}, {owner}. The half-yearly check was due on {day}.",
    taskClosed: "How it goes is said.",
    askTitle: "How does your measure go? {title}",
    askText:
      "Every half-year we say in public how each measure goes. Please tell the contact point in two sentences.",
    stateAndLight: "{state}, {light}",
    late: "Overdue since {day}",
    until: "Measure {number} · {owner} · until {day}",
    for: "For the objective: {objective}",
    toldTitle: "{title}: {light}",
    toldText: "Something you had a part in led to this measure. It goes on: {words}",
  },
  { de },
);

import { messages } from "#core/messages.ts";
import de from "./messages.de.json" with { type: "json" };

export const say = messages(
  {
    heading: "Objections",
    objection: "{seat}, version {version}",
    change: "What would make it possible",
    answer: "Answer",
    takeInHeading: "Take this objection into the wording",
    wording: "New wording",
    said: "What is said to it",
    takeIn: "Take it in",
    takeInNext: "A new version begins, and everybody is asked anew.",
    withdrawn: "It is withdrawn",
  },
  { de },
);

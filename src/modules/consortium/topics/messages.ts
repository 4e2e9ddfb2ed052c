import { messages } from "#core/messages.ts";
import de from "./messages.de.json" with { type: "json" };

export const say = messages(
  {
    noun: "From the consortium",
    nothingCame: "It has been open for more than a year, and nothing has come of it.",
    nobodyAsked: "Nothing says where it comes from: no survey, no workshop, no proposal.",
  },
  { de },
);

import { messages } from "#core/messages.ts";
import de from "./messages.de.json" with { type: "json" };

export const say = messages(
  {
    heading: "What became of it",
    lead: "Every step of this proposal, from the first thought to what was done. Whoever had a part in it is told of every step.",
    back: "To the proposal",
    told: "{step}: {title}",
    of: "Proposal {number}",
  },
  { de },
);

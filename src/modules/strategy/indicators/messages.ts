import { messages } from "#core/messages.ts";
import de from "./messages.de.json" with { type: "json" };

/** What is said about indicators on the list of breaks. */
export const say = messages(
  {
    noun: "Indicator",
    noValue: "Nobody has measured it for more than thirteen months.",
  },
  { de },
);

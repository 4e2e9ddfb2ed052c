import { messages } from "#core/messages.ts";
import de from "./messages.de.json" with { type: "json" };

/** What is said about indicators on the list of breaks. */
export const say = messages(
  {
    noun: "Indicator",
    noValue: "Nobody has measured it for more than thirteen months.",
    kind: "Indicator {number}",
    line: "From {baseline} ({baselineOn}) to {target} ({targetOn})",
    last: "Last: {value} on {day} ({source})",
    none: "Nothing was measured since it began.",
  },
  { de },
);

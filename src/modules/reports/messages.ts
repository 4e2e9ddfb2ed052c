import { messages } from "#core/messages.ts";
import de from "./messages.de.json" with { type: "json" };

/** The words that stand on every report, on the screen and on paper. */
export const say = messages(
  {
    reports: "Reports",
    contents: "Contents",
    page: "Page {n} of {all}",
    hidden: "hidden",
    base: "of {n}",
    answer: "Answer",
    count: "Number",
    noun: "Report",
    kind_workshop: "Results of a workshop",
    kind_year: "Yearly report",
    kind_release: "Results of a survey",
    kind_use: "Proof of use",
    kind_other: "Report",
  },
  { de },
);

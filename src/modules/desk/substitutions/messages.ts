import { messages } from "#core/messages.ts";
import de from "./messages.de.json" with { type: "json" };

/** The words of substitution. */
export const say = messages(
  {
    heading: "Substitution",
    lead: "Whoever is away names somebody who stands in. What waits for the one, old or new, then waits for the other, from the first to the last day, and ends by itself.",
    running: "Now and soon",
    none: "Nobody is away.",
    row: "{substitute} stands in for {absent}",
    end: "End now",
    isOn: "in force",
    isAhead: "ahead",
    arrange: "Arrange a substitution",
    absent: "Who is away?",
    substitute: "Who stands in?",
    from: "First day",
    to: "Last day",
    submit: "Arrange",
    next: "From the first day on the tasks are on the other list.",
    refused_same: "Nobody can stand in for themselves. Please choose somebody else.",
    refused_past: "The last day lies in the past.",
    refused_order: "The last day comes before the first.",
    refused_overlap: "There is a substitution in these days already.",
    refused_unknown: "Please choose somebody from the office.",
    noticeMade: "The substitution is arranged.",
    noticeEnded: "The substitution has ended.",
  },
  { de },
);

import { messages } from "#core/messages.ts";
import de from "./messages.de.json" with { type: "json" };

/** The words of a release, wherever it is shown. */
export const say = messages(
  {
    results: "Results",
    crossed: "Questions together",
    withheldHeading: "What is not published",
    few: "fewer than {k} people have answered",
    exposed: "it would tell about single people",
    noAnswer: "no answer",
    total: "Total",
    answered: "people or organizations answered",
    rate: "{n} of {all} {source} answered ({percent}).",
    rateUnknown: "{n} have answered. How many could have answered is not known.",
    notRepresentative: "This is not representative: who answered decided that by themselves.",
    base: { one: "{n} answered this question.", other: "{n} answered this question." },
    ticks: {
      one: "{n} answered this question; several answers were possible.",
      other:
        "{n} answered this question; several answers were possible, so the shares add up to more than 100 %.",
    },
    hiddenNote: "Numbers below {k} are hidden, and others without which they could be computed.",
    stand: "As of {date}",
    title: "{survey}: results",
    texts: "Free texts",
    noun: "Results of a survey",
    finding: "Finding of a survey",
    findingTitle: "{title} ({survey}, as of {date})",
  },
  { de },
);

import { messages } from "#core/messages.ts";
import de from "./messages.de.json" with { type: "json" };

/** The words of the page that counts what was answered so far. */
export const say = messages(
  {
    heading: "Counted so far",
    lead: "What was answered until now. Only you and those who ask with you see this page.",
    internal: "For internal use only",
    internalText:
      "These figures are not protected: small ones can give people away. What is shown to others is a release.",
    toReleases: "To the releases",
    none: "Nothing to count yet",
    noneText: "As soon as somebody answers, it is counted here.",
    noQuestions: "No question that can be counted",
    noQuestionsText: "Free texts are read one by one, and not counted.",
    base: { one: "{n} person answered this question.", other: "{n} people answered this question." },
    several: "Several answers were possible, so the shares add up to more than 100 %.",
    firstPlace: "Counted is who stands in the first place.",
    sumsBase: "Only sums are kept: the share is of all {n} answers.",
    picture: "Bars: {title}",
    questions: "Question by question",
    crossing: "Two questions together",
    crossingText: "Choose two questions with one answer each. The table shows how many gave both answers.",
    row: "Lines",
    column: "Columns",
    choose: "Please choose",
    cross: "Show table",
    same: "Please choose two different questions.",
    noAnswer: "no answer",
    total: "Total",
    pair: "{row} by {column}",
  },
  { de },
);

import { messages } from "#core/messages.ts";
import de from "./messages.de.json" with { type: "json" };

export const say = messages(
  {
    heading: "Join and split",
    lead: "Several proposals become one, or one several: only when all of their authors agree.",
    none: "Nothing was joined or split yet",
    noneText: "If two proposals say nearly the same, ask their authors.",
    add: "Ask authors",
    who: "Who said what",
    byOffice: "written down by the office",
    open: "has not answered yet",
    yes: "agrees",
    no: "does not agree",
    paper: "Authors of proposal {number}, without a file",
    write: "Write down an answer",
    writeLead: "Somebody answered by telephone or on paper? Write it down here.",
    whose: "Whose answer?",
    answer: "Answer",
    answerYes: "Agrees",
    answerNo: "Does not agree",
    words: "How and when was it said?",
    wordsHint: "For example: by telephone on 24 November.",
    save: "Write down",
    saved: "Written down",
    canceled: "Taken back",
    public: "The page of the authors",
  },
  { de },
);

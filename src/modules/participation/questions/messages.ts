import { messages } from "#core/messages.ts";
import de from "./messages.de.json" with { type: "json" };

export const say = messages(
  {
    townHeading: "What the town has to answer",
    townLead:
      "Every proposal and every question gets an answer with reasons, by a day that is set. What is late stands here first.",
    overdueHeading: "Late",
    overdueNone: "Nothing is late.",
    openHeading: "Still open",
    openNone: "Nothing is open.",
    answeredHeading: "Answered last",
    answeredNone: "Nothing was answered yet.",
    share: "of {n} answers came in time",
    figureOpen: { one: "answer is open", other: "answers are open" },
    figureOverdue: { one: "of them is late", other: "of them are late" },
    questionsHeading: "Ask the administration",
    questionsLead: {
      one: "Ask what you need to know. The administration answers here within {n} day, for everybody to read.",
      other:
        "Ask what you need to know. The administration answers here within {n} days, for everybody to read.",
    },
    questionsListHeading: "Questions and answers",
    none: "Nobody has asked yet",
    noneText: "Ask the first question.",
    askHeading: "Ask a question",
    question: "Your question",
    questionHint: "One question at a time is answered best.",
    about: "About which proposal?",
    aboutWhole: "About the whole process",
    named: "Show my name with it",
    ask: "Ask",
    askNext: "We write to you when the answer is there.",
    signIn: "Sign in to ask",
    asked: "Your question is on its way",
    askedText: "You find the answer here by {day}. We write to you when it is there.",
    withdraw: "Take back",
    withdrawn: "Your question was taken back.",
    refused_notOpen: "This process takes no questions any more.",
    refused_notAllowed: "Only those who live here or belong to it can ask in this process.",
    refused_tooMany: "That were many questions in one hour. Please ask on later.",
    refused_answered: "There is an answer already; so the question stays.",
    askedBy: "{name}, {day}",
    askedOn: "Asked on {day}",
    aboutProposal: "About proposal {number}: {title}",
  },
  { de },
);

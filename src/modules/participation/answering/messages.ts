import { messages } from "#core/messages.ts";
import de from "./messages.de.json" with { type: "json" };

export const say = messages(
  {
    late: { one: "late by {n} day", other: "late by {n} days" },
    dueOn: "Answer by {day}",
    today: "due today",
    proposalTitle: "{number} · {title}",
    answerOf: "Answer: {who}, {day}",
    corrected: "Changed on {day}. Before it said:",
    owed: "The administration owes an answer by {day}.",
    owedLate: {
      one: "The administration has owed an answer since {day}: {n} day too long.",
      other: "The administration has owed an answer since {day}: {n} days too long.",
    },
    hidden: "Hidden by the moderation",
    taskProposal: "Answer proposal {number}: {title}",
    taskQuestion: "Answer the question: {words}",
    taskDetail: "{process} · by {day}",
    taskAnswered: "Answered",
    taskGone: "Not open any more",
    noticeAnswered: "Your question was answered: {process}",
    noticeCorrected: "The answer to your question was changed: {process}",
  },
  { de },
);

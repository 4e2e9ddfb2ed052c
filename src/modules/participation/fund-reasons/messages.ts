import { messages } from "#core/messages.ts";
import de from "./messages.de.json" with { type: "json" };

export const say = messages(
  {
    funded: "Funded",
    unfunded: "Not this time",
    stays: "{left} stay in the fund",
    spent: "{spent} of {pot}",
    nothingFunded: "Nothing could be funded this time.",
    round: "Round {n}",
    byVotes: "from the rest",
    allFit: "all fit",
    byList: "by votes",
    notFunded: "not funded",
    supporters: { one: "{n} person is for it", other: "{n} people are for it" },
    paysMost: "each of them pays at most {most}.",
    paidByVotes: "paid from what was left.",
    paidAllFit: "all projects fit into the pot together.",
    whoPaid: "Who pays how much",
    upTo: "up to {amount}",
    people: { one: "{n} person", other: "{n} people" },
    why: "Why:",
    tooFewVotes: {
      one: "Only {n} person was for it. At least {needed} are needed.",
      other: "Only {n} people were for it. At least {needed} are needed.",
    },
    aboveBudget: "It costs more than was in the whole pot.",
    nobody: "Nobody marked it.",
    onlyLeft:
      "With {step} more for each vote it would have been enough. But it costs {cost}, and only {left} were left in the pot.",
    missing: {
      one: "The person who was for it had {together} left. {missing} were missing.",
      other: "The {n} people who were for it had {together} left together. {missing} were missing.",
    },
    noRoom: "When its turn came, only {left} were left in the pot.",
    projects: "What becomes of the projects",
  },
  { de },
);

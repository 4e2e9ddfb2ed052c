import { messages } from "#core/messages.ts";
import de from "./messages.de.json" with { type: "json" };

/** A rule in plain words, before anybody votes and after. */
export const say = messages(
  {
    fill_yesNo: "Choose one answer.",
    fill_approval: "Mark everything that you want.",
    fill_approvalMost: "Mark what you want, at most {most}.",
    fill_points:
      "Give your {points} points as you like, at most {most} to one of them. You need not give all.",
    fill_ranking:
      "Give places: 1 is best for you. Equal places are allowed. What you leave out stands behind everything else.",
    fill_resistance:
      "Say for each proposal how much you resist it: 0 is no resistance, 10 is unbearable. What you do not know you leave unrated.",
    fill_blank: "You may hand in an empty sheet. It counts as voted, but for nothing.",
    fill_blankShares:
      "You may hand in an empty sheet. It counts as voted; its share of the pot goes to nothing.",
    majority: "Accepted is what has more yes than no. A tie is a no. Abstentions do not count.",
    majorityShare:
      "Accepted is what at least {parts} of {of} of the yes and no votes are for. Abstentions do not count.",
    quorum: {
      one: "It is valid if at least {n} person votes.",
      other: "It is valid if at least {n} people vote.",
    },
    approval: {
      one: "The most marked one wins.",
      other: "The {n} most marked ones win.",
    },
    points: {
      one: "The one with the most points wins.",
      other: "The {n} with the most points win.",
    },
    schulze:
      "Every two are compared: which of them stands higher on more sheets? Who beats all others wins. If nobody does, the strongest chains of victories decide (Schulze method).",
    irv: "Each sheet counts for its first place. If none has more than half, the weakest is left out and its sheets count for the next place, until one has more than half.",
    stv: "There are {n} seats. Who reaches the quota is elected; votes above it go on to the next place in parts. If nobody reaches it, the weakest is left out and those sheets go on (Scottish rules).",
    statusQuo: "The winner must also beat “{option}”; otherwise everything stays as it is.",
    consensing:
      "The proposal with the least resistance on average wins, if it meets less than leaving everything as it is. At least {n} percent of the sheets must have rated it.",
    consensingTies: "If two are equal, the one whose highest resistance is lower stands first.",
    shares:
      "The pot of {budget} is divided among all who vote: everybody has the same share. A project is bought when those who chose it can pay it together from their shares; the one that costs each of them least comes first.",
    sharesLeast: "Only projects that at least {n} people chose can be bought.",
    add1: "If money is left, everybody's share is raised in steps of {step} and everything is counted anew, as long as it stays within the pot.",
    add1Stop:
      "If money is left, everybody's share is raised in steps of {step} and everything is counted anew, until nothing more fits into the pot.",
    thenByVotes: "What is still left then goes by votes to what fits.",
    comparison:
      "If more people are better off with the simple count by votes, that one holds. Both are published.",
    greedy:
      "The projects with the most votes are taken one after the other, as long as they fit into the pot of {budget}.",
    lots: "If all that is equal, the list number decides. It was drawn by lot before the vote.",
    blank: "Empty",
    noMarks: "The sheet is empty.",
    marked: "marked",
    pointsOf: { one: "{n} point", other: "{n} points" },
    place: "Place {n}",
    resistance: "{n} of 10",
    unrated: "not rated",
  },
  { de },
);

import { messages } from "#core/messages.ts";
import de from "./messages.de.json" with { type: "json" };

export const say = messages(
  {
    fund: "Citizens' fund",
    rule: "The rule",
    share: "Everybody who votes has the same part of the pot. Empty sheets count as well.",
    pool: "Whoever marks a project puts their part together for it with all others who marked it.",
    cheapest: "First comes what costs each of its supporters the least.",
    add1: "So that little is left, everybody's part grows in steps of {step} while the pot lasts.",
    add1Exhaustive:
      "So that little is left, everybody's part grows in steps of {step}, until nothing more would fit into the pot.",
    byVotes: "What is left then goes to the projects with the most votes that still fit.",
    none: "What is left stays in the fund.",
    comparison:
      "If more people were better off than worse off by simply taking the most votes first, that result holds instead.",
    greedy: "The project with the most votes comes first; then the next that still fits into the pot.",
    points: "Everybody has {points} points to give.",
    most: "Everybody may mark at most {most} projects.",
    any: "Everybody may mark as many projects as they like.",
    least: "Projects with fewer than {least} votes are left out.",
    cardinality: "One project counts as much as another, however much it costs.",
    given: "A project counts as much as the points that it was given.",
    ties: "If two are equal, more supporters decide, then the lower cost, then the list number drawn by lot before the vote.",
  },
  { de },
);

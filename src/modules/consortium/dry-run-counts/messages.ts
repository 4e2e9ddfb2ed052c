import { messages } from "#core/messages.ts";
import de from "./messages.de.json" with { type: "json" };

export const say = messages(
  {
    heading: "Dry run by counts",
    lead: "Would this pass, and why? How many seats would be there of each sector, and how might they vote? Nothing is kept.",
    bySeats: "Seat by seat",
    legend: { one: "{sector}: 1 seat with a vote", other: "{sector}: {n} seats with a vote" },
    present: "are there",
    biased: "of them with a conflict of interest",
    yes: "yes",
    no: "no",
    abstain: "abstention",
    try: "Try the counts",
    tryNext: "Who is there and stands in no count has said nothing yet.",
    problem: "These counts do not fit",
    tooMany: "Of {sector} more seats are there than have a vote.",
    tooManyVotes: "Of {sector} more votes are counted than seats without a conflict of interest are there.",
    nobody: "There are no seats with a vote yet.",
  },
  { de },
);

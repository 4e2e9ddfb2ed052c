import { messages } from "#core/messages.ts";
import de from "./messages.de.json" with { type: "json" };

/** What every room of the participation says. */
export const say = messages(
  {
    participation: "Have your say",
    office: "Participation",
    ballots: "Ballots",
    back: "Back to the process",
    process: "Process",
    proposal: "Proposal",
    ballot: "Ballot",
    project: "Project",
    unanswered:
      "It has been open for more than three months, without an answer and without anything that came of it.",
  },
  { de },
);

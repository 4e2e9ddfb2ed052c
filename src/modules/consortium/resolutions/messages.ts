import { messages } from "#core/messages.ts";
import de from "./messages.de.json" with { type: "json" };

export const say = messages(
  {
    heading: "Resolutions",
    noun: "Resolution",
    kind: "Resolution {number}",
    wording: "It was decided",
    reason: "Reasons of the motion",
    why: "Why it passed",
    decidedOn: "Decided on",
    meeting: "In the meeting",
    meetingLink: "Meeting {number}: {title}",
    circular: "By letter, between two meetings",
    method: "Way of voting",
    subject: "Majority needed for",
    rules: "Decided by",
    rulesLink: "the rules of procedure in force on that day",
    bySector: "Votes by sector",
    sector: "Sector",
    present: "Seats present",
    yes: "Yes",
    no: "No",
    abstain: "Abstentions",
    conflicts: "Conflict of interest",
    conflictsText:
      "These seats had an interest of their own in the matter. They did not vote and were not counted.",
    notPublic: "Only for those of the consortium",
    options: "How much resistance each option met",
    option: "Option",
    mean: "Mean resistance, 0 to 10",
    highest: "Highest",
    ratings: "Ratings",
    decided: "decided",
    nothingCame: "Neither a task nor anything else has come of this resolution.",
  },
  { de },
);

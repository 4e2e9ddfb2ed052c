import { messages } from "#core/messages.ts";
import de from "./messages.de.json" with { type: "json" };

/** What the town decides together, for everybody. */
export const say = messages(
  {
    heading: "Have your say",
    menu: "Have your say",
    lead: "What the town decides together with you. You see what is open, who decides, and what came of it.",
    running: "Running now",
    over: "Finished",
    none: "Nothing is to be decided together at present",
    noneText:
      "When something begins, it stands here. Is there a question the town should ask? Call us: {phone}.",
    proposals: { one: "{n} proposal", other: "{n} proposals" },
    surveys: "Surveys",
    surveysText: "What the town and its clubs want to know, and what came of it.",
    surveysLink: "Go to the surveys",
    ballots: "Ballots",
    ballotsText: "Vote, look at results, and count again yourself.",
    ballotsLink: "Go to the ballots",
    answers: "Answers of the administration",
    answersText: "What it still owes an answer to, and until when.",
    answersLink: "Look at the answers",
  },
  { de },
);

import { messages } from "#core/messages.ts";
import de from "./messages.de.json" with { type: "json" };

export const say = messages(
  {
    noticeDeclined: "The proposals stay as they are: {process}",
    newMerge: "Join proposals",
    newSplit: "Split a proposal",
    newLead: "Propose it to the authors. Nothing happens before all of them agree.",
    lead_asked: "All authors are asked. One no ends it, and everything stays as it is.",
    lead_done: "All authors agreed.",
    lead_declined: "Not all authors wanted it; the proposals stay as they are.",
    lead_canceled: "This was taken back; the proposals stay as they are.",
    why: "Why",
    from: "What goes into it",
    to: "What comes of it",
    cameOut: "What came of it",
    answerHeading: "Do you agree?",
    answer: "Your answer",
    yes: "Yes, I agree",
    no: "No, mine stays as it is",
    words: "What you want to say about it",
    send: "Answer",
    next: "You can change your answer as long as others are still asked. You stay an author of the new proposal.",
    lastNext: "If you agree as the last one, the new proposal is there at once.",
    answered_yes: "You agreed.",
    saved: "Thank you, your answer is noted",
    proposed: "The authors are asked now",
    cancel: "Take this back",
    refused_settled: "This was settled in the meantime.",
    refused_gone: "One of the proposals is not open any more; so everything stays as it is.",
    refused_late: "The decision has begun; so everything stays as it is.",
    agreed: { one: "{n} of {asked} agreed.", other: "{n} of {asked} agreed." },
    paperNote:
      "Whoever stood behind two of them counts once. Signatures on paper bear no names here: they were added up.",
    cost: "Estimated cost: {cost}",
  },
  { de },
);

import { messages } from "#core/messages.ts";
import de from "./messages.de.json" with { type: "json" };

export const say = messages(
  {
    heading: "What we do together",
    lead: "What your organization does with others. You see it first, correct it, and only then everybody sees it.",
    propose: "Propose a cooperation",
    proposeLead:
      "Say what you do together. We ask the others; as soon as two have confirmed, it stands in the network of the town.",
    officeLead:
      "What two or more organizations do together. We ask each of them; it is public as soon as two have confirmed.",
    proposeNext: "We ask the others in their next letter. Nobody else sees it before they answered.",
    waiting: "Waits for your answer",
    running: "Going on",
    asked: "Waits for others",
    over: "Over",
    overMore: "Ended, declined or taken back ({number})",
    none: "Nothing here yet",
    noneText:
      "Is there somebody with whom you do something, share something or coordinate? Propose it; they confirm it.",
    self: "For which organization?",
    partner: "Who is part of it?",
    partnerHint: "All organizations of the directory, by name. Begin to type to find one.",
    partnerBlank: "choose an organization",
    another: "Another organization",
    moreMany: "More than two?",
    with: "with {names}",
    mineWaiting: "{organization}: is that right?",
    noneOwn: "You speak for no organization yet",
    noneOwnText: "Whoever speaks for an organization of the directory sees here what it does with others.",
    toDirectory: "Find your organization in the directory",
    theirs: "What {organization} does with others",
  },
  { de },
);

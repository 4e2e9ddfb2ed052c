import { messages } from "#core/messages.ts";
import de from "./messages.de.json" with { type: "json" };

/** The options that stand on a ballot by themselves. */
export const say = messages(
  {
    yes: "Yes",
    no: "No",
    abstain: "I abstain",
    passive: "Everything stays as it is",
    passiveWords: "If no proposal meets less resistance than this, nothing is changed.",
    openTitle: "You can vote: {title}",
    openText: "Until {day}. Your letter, the counter and this page count alike.",
    closingTitle: "Only until {day}: {title}",
    closingText: "You have not voted yet.",
  },
  { de },
);

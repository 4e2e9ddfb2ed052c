import { messages } from "#core/messages.ts";
import de from "./messages.de.json" with { type: "json" };

export const say = messages(
  {
    heading: "Proposals to this amendment",
    none: "Nobody has proposed anything to it yet.",
    improve: "Propose other words for this amendment",
    improveHint: "Whoever proposed it can take your words over; so can the contact point.",
    table: "What others want to read otherwise in it",
    belongs: "It changes the words of amendment {number}",
    toParent: "To amendment {number}",
    take: "Take these words over",
    takeText:
      "The amendment reads like this then. What seats have said to the words before does not hold any more.",
    taken: "Its words stand in amendment {number} now.",
    offered: "Amendment {number} proposes other words for it. You can take them over.",
    refined: "It reads otherwise now: the words of amendment {number} were taken over.",
    contained: "What it asks for stands in amendment {number} already.",
    review: "Amendment {number} reads otherwise at this place by now. Somebody looks at it again.",
    closed: "Amendment {number}, which it belongs to, is decided or has no place in the new version.",
    formHeading: "How should the amendment read?",
    formLead: "Change the words of amendment {number} directly. Which of them changed is marked by itself.",
    words: "The words as they should read",
    next: "Whoever proposed the amendment can take them over. You hear what becomes of it.",
    notice: "The words are taken over.",
    refused_decided: "That is decided already.",
    refused_bundled:
      "The amendment is in a package, and seats have said what they can live with. End the package first.",
    refused_same: "Then nothing would be left of the amendment. It can be withdrawn instead.",
    refused_over: "The version it belongs to is adopted and no longer changes.",
  },
  { de },
);

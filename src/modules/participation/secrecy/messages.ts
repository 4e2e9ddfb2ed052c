import { messages } from "#core/messages.ts";
import de from "./messages.de.json" with { type: "json" };

export const say = messages(
  {
    heading: "What secret means here, and what not",
    lead: "We promise only what we can keep. This is it.",
    namedLead: "This ballot is held by name. With the result it is published who voted what.",
    protectsHeading: "What you are protected from",
    protects1:
      "In the box nobody's name, number or moment stands beside a sheet. No table of this house joins the two.",
    protects2: "The roll knows that you have voted, and by which way. Never when, and never what.",
    protects3: "Every hour, and when voting ends, roll and box are laid anew in random order.",
    protects4:
      "After the end all sheets are published without names. You find yours by its receipt, and everybody can count again on their own device.",
    protects5:
      "Whoever changes, adds or removes a sheet after the end changes the seal that is published with the result.",
    notHeading: "What you are not protected from",
    not1: "Somebody who looks over your shoulder, or makes you show the receipt. If that worries you, vote at the counter.",
    not2: "A device that is not your own. What is on it can see what you type.",
    not3: "Somebody who runs the server and wants to deceive. Between your vote and the next mixing, the numbers of the database could be compared.",
    not4: "Being one of very few. If three people vote and all say no, everybody knows what they said.",
    not5: "Selling votes. Whoever wants to prove how they voted can do so with the receipt.",
    forHeading: "What this is for",
    forText:
      "For questions of a town, a club or a fund, where it matters that everybody can check the count. It is not for elections to public office: for them the law demands the secret ballot with booth and urn, and rightly so.",
    back: "Back to the ballot",
  },
  { de },
);

import { messages } from "#core/messages.ts";
import de from "./messages.de.json" with { type: "json" };

export const say = messages(
  {
    heading: "Result: {title}",
    asOf: "Published on {day}",
    whyHeading: "How that came about",
    turnoutHeading: "Who voted",
    entitled: "could vote",
    voted: "have voted",
    votedOf: "of {all}",
    byWay: "Online {online}, by letter {letter}, at the counter {counter}.",
    blank: { one: "{n} sheet was empty.", other: "{n} sheets were empty." },
    invalid: {
      one: "{n} sheet was in the box but invalid; it counts for nobody.",
      other: "{n} sheets were in the box but invalid; they count for nobody.",
    },
    chosenHeading: "What was funded",
    fundLink: "Who paid what, and why not: the result of the fund",
    ruleHeading: "How it was counted",
    checkHeading: "Count again yourself",
    checkText:
      "All sheets are published, without names. Your own device can count them again, with the same rule, and you find your sheet by its receipt.",
    checkTextNamed:
      "All sheets are published with their names. Your own device can count them again, with the same rule.",
    recount: "Count again on this device",
    seal: "Seal (SHA-256)",
    sealText: "Whoever changes even one sheet gets another seal. It is best noted down by many.",
    namesHeading: "Who voted what",
    namesCaption: "By name, as was announced",
    name: "Name",
    vote: "Vote",
    withoutVote: "empty",
    back: "To the ballot",
  },
  { de },
);

import { messages } from "#core/messages.ts";
import de from "./messages.de.json" with { type: "json" };

export const say = messages(
  {
    heading: "Count",
    lead: "The house counts the box and seals it. You look at the result first; when you publish it, everybody sees it together with every sheet, and nothing changes any more.",
    count: "Count the box",
    again: "Count again",
    counting: "The box is being counted. Load this page again in a moment.",
    failed: "It could not be counted: {why}",
    counted: "The box is counted. Nobody but the office sees it yet.",
    sheets: "Sheets that count",
    invalid: "Sheets that do not count",
    entitled: "May vote",
    turnout: "Turnout",
    seal: "Seal",
    resultHeading: "What came out",
    winners: "Chosen",
    nobody: "Nothing was chosen.",
    yes: "Accepted",
    no: "Not accepted",
    publish: "Publish the result",
    publishText:
      "This cannot be undone. The result, this seal and all sheets with their numbers are public then.",
    published: "The result is published.",
    toResult: "To the result",
    why_notClosed: "The ballot has not closed yet.",
    why_letters: "Letters are still taken in. It can be counted afterwards.",
    why_piles: "Some piles are not finished yet.",
    why_unsigned: "Roll and box have not been compared and signed yet.",
    why_outdated: "The numbers have changed since they were signed. Please sign again.",
    why_published: "The result is published. It stays.",
    why_uncounted: "It has not been counted yet.",
    toPiles: "To the piles",
    toReconciliation: "To the reconciliation",
  },
  { de },
);

import { messages } from "#core/messages.ts";
import de from "./messages.de.json" with { type: "json" };

/** The page on which the office types in opinions from paper. */
export const say = messages(
  {
    heading: "Type in opinions from paper",
    lead: "Sheet by sheet: every sheet is one person, without a name. Tick off the sheet once it is counted, then none is typed in twice.",
    counted: { one: "{n} sheet is counted", other: "{n} sheets are counted" },
    kept: "The sheet is counted. Now comes the next one.",
    save: "Count the sheet, on to the next",
    next: "What is counted cannot be taken back: nothing is kept of who it was. The map follows within a minute.",
    back: "To the round",
    none: "No cross",
    agree: "Agrees",
    disagree: "Disagrees",
    pass: "Pass",
    statement: "{n}. {text}",
    closedHeading: "This round is not open",
    closedText: "Votes from paper are counted as long as the round is open.",
    refused_notOpen: "Nothing was counted: the round was ended in the meantime.",
    refused_unknown:
      "Nothing was counted: a statement was taken out in the meantime. Please check the sheet and send it again.",
    refused_empty: "Nothing was counted: no cross was typed in. Empty sheets are left out.",
  },
  { de },
);

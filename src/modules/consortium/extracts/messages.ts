import { messages } from "#core/messages.ts";
import de from "./messages.de.json" with { type: "json" };

export const say = messages(
  {
    heading: "Minutes of meeting {number}",
    lead: "“{title}”, {day}. What was not public is left out; people are named only if they agreed.",
    approved: "Approved on {day} and sealed. Nothing in them can be changed any more.",
    seal: "Seal",
    sealText:
      "SHA-256 over all parts of the minutes. With the file anybody can compute it again: the parts that are not public are in it as their hash only.",
    paper: "As PDF",
    data: "Minutes as a file (JSON)",
    press: "Short version for the press",
    pressHeading: "What meeting {number} decided",
    pressNone: "Nothing was decided in public.",
    minutes: "Read the minutes",
  },
  { de },
);

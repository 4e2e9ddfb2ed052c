import { messages } from "#core/messages.ts";
import de from "./messages.de.json" with { type: "json" };

/** What every room of the strategy says. */
export const say = messages(
  {
    strategy: "Strategy",
    office: "Strategy",
    measure: "Measure",
    indicator: "Indicator",
    commitment: "Commitment",
    paragraph: "Paragraph",
    amendment: "Amendment",
    package: "Package",
  },
  { de },
);

import { messages } from "#core/messages.ts";
import de from "./messages.de.json" with { type: "json" };

export const say = messages(
  {
    files: "All sheets to download",
    json: "Everything in one sealed file: question, rule, options and every sheet",
    csv: "Every sheet as a line of a table, for a spreadsheet",
    pb: "For programs that count funds (Pabulib)",
    blt: "For programs that count rankings (BLT)",
    toc: "For programs that compare rankings (PrefLib)",
    result: "The result as the house counted it",
  },
  { de },
);

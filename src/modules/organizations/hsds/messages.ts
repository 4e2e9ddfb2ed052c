import { messages } from "#core/messages.ts";
import de from "./messages.de.json" with { type: "json" };

/** Why an HSDS file cannot be taken over. */
export const say = messages(
  {
    fileNoJson: "This is not JSON, or the file is incomplete.",
    fileNoHsds:
      "The file is JSON, but we found no organizations in it. We understand HSDS 3.0 and 3.1: an organization, a list, or a page with “contents”.",
    wrongCell: "{column}: {sentence}",
    fileTooManyRows: "The file has more than 5,000 organizations. Please split it.",
  },
  { de },
);

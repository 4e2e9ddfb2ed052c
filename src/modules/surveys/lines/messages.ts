import { messages } from "#core/messages.ts";
import de from "./messages.de.json" with { type: "json" };

/** The words of lists that are written one a line. */
export const say = messages(
  {
    wrongCount: "In {language} there are {n} lines, in the first language {all}. They must be as many.",
  },
  { de },
);

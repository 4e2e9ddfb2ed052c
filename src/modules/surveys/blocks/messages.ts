import { messages } from "#core/messages.ts";
import de from "./messages.de.json" with { type: "json" };

/** The words around the ready questions; their own words stand with them, in two languages. */
export const say = messages(
  {
    heading: "Ready questions",
    lead: "With one click they stand on a page of their own at the end. Then you can change everything.",
    insert: "Insert",
    count: { one: "{n} question", other: "{n} questions" },
    there: "is in already",
  },
  { de },
);

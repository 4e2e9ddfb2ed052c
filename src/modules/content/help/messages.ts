import { messages } from "#core/messages.ts";
import de from "./messages.de.json" with { type: "json" };

export const say = messages(
  {
    help: "Help",
    books: "The handbooks",
    lead: "Short instructions, by task. You do not have to read them in order.",
    book_menschen: "For citizens",
    bookLead_menschen: "Find a task, ask something, see your own data.",
    book_organisationen: "For organizations",
    bookLead_organisationen: "Find people, keep the profile and the dates up to date.",
    book_koordination: "For the contact point",
    bookLead_koordination: "The worklist, advising, introducing, writing pages.",
    onlyGerman: "The handbook is in German so far.",
    notFoundText: "Not answered?",
    ask: "Ask the contact point",
  },
  { de },
);

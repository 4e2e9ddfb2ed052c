import { messages } from "#core/messages.ts";
import de from "./messages.de.json" with { type: "json" };

export const say = messages(
  {
    heading: "The thread of “{title}”",
    lead: "From what came first to what came of it. Somebody of the contact point tied each of these threads.",
    ray: "The way in one line",
    here: "You are here",
    up: "Where it comes from",
    down: "What came of it",
    nothingUp: "Nothing is tied before it.",
    nothingDown: "Nothing has come of it yet.",
    again: "stands in this list already",
    back: "To “{title}”",
  },
  { de },
);

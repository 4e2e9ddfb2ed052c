import { messages } from "#core/messages.ts";
import de from "./messages.de.json" with { type: "json" };

/** The words in which every page tells what led to a thing and what came of it. */
export const say = messages(
  {
    from: "Where it comes from",
    to: "What came of it",
    follow: "Follow the whole thread",
    tie: "Tie a thread",
    nothingFrom: "Nothing is tied before it yet.",
    nothingTo: "Nothing has come of it yet.",
  },
  { de },
);

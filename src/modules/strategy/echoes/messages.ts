import { messages } from "#core/messages.ts";
import de from "./messages.de.json" with { type: "json" };

/** What people hear of a measure to which something led that they proposed. */
export const say = messages(
  {
    running: "It begins: {title}",
    done: "It is done: {title}",
    changed: "It goes on differently: {title}",
    dropped: "It does not go on: {title}",
    text: "You proposed something that led to this. {words}",
  },
  { de },
);

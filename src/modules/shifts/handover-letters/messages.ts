import { messages } from "#core/messages.ts";
import de from "./messages.de.json" with { type: "json" };

/** The words of letters about a shift that passes from one to the other. */
export const say = messages(
  {
    askSubject: "Can you step in? {when}",
    askText: "{giver} cannot come: {role}, “{offer}” ({organization}), {when}. Would you take this shift?",
    swapText:
      "{giver} would like to swap with you: {role}, “{offer}” ({organization}), {when}, against one of your shifts.",
    askWords: "{giver} writes: “{words}”",
    askNo: "If it does not suit you, you do not have to do anything.",
    askAction: "Look at the shift",
    takenSubject: "{taker} takes your shift: {when}",
    takenText: "{taker} comes instead of you: {role}, “{offer}”, {when}. You do not have to come.",
    swapped: "Instead you come here: {role}, {when}.",
    takenAction: "My shifts",
    seenTitle: "{taker} comes instead of {giver}",
    seenText: "{role}, “{offer}”, {when}. They arranged it among themselves.",
  },
  { de },
);

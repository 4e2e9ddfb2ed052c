import de from "./mail-messages.de.json" with { type: "json" };
import { messages } from "./messages.ts";

/** What every mail says around its own words. */
export const say = messages(
  {
    greetingTo: "Hello {name},",
    greeting: "Hello,",
    closing: "Kind regards",
    office: "Your contact point {town}",
    linkBroken: "If the button does not work, copy this address into your browser:",
    phone: "Phone {phone}",
    why: "You receive this message because this address was given to the contact point {town}.",
    unsubscribe: "No more messages of this kind",
  },
  { de },
);

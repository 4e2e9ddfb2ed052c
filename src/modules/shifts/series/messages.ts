import { messages } from "#core/messages.ts";
import de from "./messages.de.json" with { type: "json" };

/** The words with which people are invited to come every time. */
export const say = messages(
  {
    regularly: "Come regularly",
    regularlyText: "You say it once, and we sign you up each time. You can pause or stop whenever you like.",
    come: "Come regularly: {rule}",
  },
  { de },
);

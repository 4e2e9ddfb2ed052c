import { messages } from "#core/messages.ts";
import de from "./messages.de.json" with { type: "json" };

/** What is read on every part of a profile, whichever it is. */
export const say = messages(
  {
    edit: "Change",
    yours: "Your organizations",
    office: "Organizations",
  },
  { de },
);

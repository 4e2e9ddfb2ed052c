import { messages } from "#core/messages.ts";
import de from "./messages.de.json" with { type: "json" };

export const say = messages(
  {
    heading: "Into the hall",
    lead: "The word of the hall stands on the big screen and on the tables. You need no account and give no name.",
    code: "Word of the hall",
    codeHint: "Six letters and digits, for example K7Q M3T.",
    submit: "Go in",
    next: "Your phone gets a mark of its own, so that you can take back your own cards. Nobody sees whose it is.",
    refused_unknown:
      "There is no workshop with this word at the moment. Please look at the screen again, or ask at your table.",
    refused_full: "More phones than seats have come in. Please ask at your table.",
  },
  { de },
);

import { messages } from "#core/messages.ts";
import de from "./messages.de.json" with { type: "json" };

export const say = messages(
  {
    welcome: "Nice to have you here",
    welcomeText: "What may we call you? Nobody else sees your name unless you want it.",
    name: "First and last name",
    nameMissing: "Please tell us your name.",
    fileFound: "We know this e-mail address already",
    fileFoundText:
      "Since {date} the office has kept a file under {email}, in the name of {name}. If that is you, take it over: then you see and change it yourself.",
    takeFile: "Yes, that is me. I take over this file.",
    takeFileHint: "If not, you start afresh, and the office keeps the file as it is.",
    start: "Here we go",
  },
  { de },
);

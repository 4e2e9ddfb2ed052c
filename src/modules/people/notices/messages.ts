import { messages } from "#core/messages.ts";
import de from "./messages.de.json" with { type: "json" };

export const say = messages(
  {
    subject: "{n} messages for you",
    intro: {
      one: "there is something we wanted to tell you.",
      other: "here is what has gathered for you, in one letter.",
    },
    more: { one: "And {n} more, in your area.", other: "And {n} more, in your area." },
    choices: "How often you hear from us",
    closing: "Questions? Call us: {phone}.",
    mine: "Everything that waits for you",
  },
  { de },
);

import { messages } from "#core/messages.ts";
import de from "./messages.de.json" with { type: "json" };

export const say = messages(
  {
    menu: "Messages",
    mine: "My area",
    title: "What you hear from us",
    lead: "What can wait comes in one letter that gathers everything. You decide how often.",
    urgent:
      "What cannot wait comes at once, whatever you choose here: a free place with a deadline, something of yours that is canceled.",
    digest: "How often may we write?",
    digestHour: "At what time?",
    reminders: "Remind me of what I have agreed to",
    invitations: "How many invitations a month?",
    invitationsHint:
      "Somebody is needed, and it would suit you: then we may ask. Whoever chooses “none” is never asked.",
    invitationCount: { one: "At most {n} a month", other: "At most {n} a month" },
    invitationNone: "None",
    invitationAll: "As many as there are",
    save: "Keep this",
    saved: "Kept. From now on it is as you like it.",
    way: "By which way?",
    wayEmail: "By e-mail to {email}.",
    wayPhone: "By phone: the office calls you when there is something.",
    wayPost: "By letter from the office.",
    wayVisit: "When you come by; the office keeps it for you.",
    wayChange: "Change this",
    done: "Done. You will receive no more gathered letters.",
  },
  { de },
);

import { messages } from "#core/messages.ts";
import de from "./messages.de.json" with { type: "json" };

/** The words of invitations and reminders. */
export const say = messages(
  {
    invitedSubject: "{asker} would like to know: {title}",
    remindedSubject: "There is still time: {title}",
    lastSubject: "Last reminder: {title}",
    invitedText: "{asker} is asking many in our town: “{title}”. Your answer counts.",
    remindedText: "we wrote to you about “{title}”. No answer has come with your code yet.",
    lastText: "this is the last time we write to you about “{title}”. No answer has come with your code yet.",
    length: "It takes {minutes}. You can pause and go on later.",
    until: "You can answer until {date}.",
    code: "Your code: {code}. It counts once.",
    anonymous: "Your answers are kept apart from your code: nobody can see who answered what.",
    named: "Your answers are kept with your name or that of your organization.",
    counters: "Of your answers only sums are kept.",
    paperToo: "You would rather answer on paper or by phone? Call us: {phone}.",
    action: "Begin the survey",
    declineText: "You do not want to be reminded? Use the link at the foot of this letter.",
    minutes: { one: "about {n} minute", other: "about {n} minutes" },
    town: "The contact point of {town}",
    scan: "Scan the picture or open {address} and type your code:",
    qr: "Address of the survey with your code",
  },
  { de },
);

import { messages } from "#core/messages.ts";
import de from "./messages.de.json" with { type: "json" };

/** The words in which somebody is asked, and an organization hears of a yes. */
export const say = messages(
  {
    noticeTitle: "Would this be something for you? {title}",
    noticeText:
      "{organization} is looking for somebody, and it fits what you wish for. One click says yes or no.",
    callTitle: "Ask {name}: {title}",
    callDetail:
      "{organization} is looking for somebody, and it would fit. Please ask by phone and note the answer.",
    yesSubject: "Somebody is interested: {title}",
    yesText:
      "{name} would like to help with “{title}” and released name and contact to you for this. Please get in touch within a few days:",
    yesOnly: "Use this contact only for this offer. The contact point asks in a week how it went.",
    backSubject: "A yes was taken back: {title}",
    backText: "{name} does not want to help with “{title}” after all. Please delete the contact.",
    seePeople: "See who is interested",
    yesTask: "{name} would like to help: {title}",
    yesTaskWritten: "Contact was passed on to {organization}. Has somebody been in touch?",
    yesTaskNobody: "{organization} cannot be reached by mail. Please pass the contact on.",
  },
  { de },
);

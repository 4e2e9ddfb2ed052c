import { messages } from "#core/messages.ts";
import de from "./messages.de.json" with { type: "json" };

/** The words of asking both sides whether it fits. */
export const say = messages(
  {
    taskPerson: "{name}: does “{title}” fit?",
    taskOrganization: "{organization}: does it fit with {name}?",
    taskDetail: "Placed on {day} at {organization}, {week}",
    taskUnsure: "{who} is not sure: “{title}”",
    taskNotGood: "{who} says it does not fit: “{title}”",
    closedUnreached: "Not reached",
    closedOver: "It is over",
    mailSubject: "Does it fit? {title}",
    mailPerson: "you have been helping at {organization} since {day}. That is {week} now, and we would like to know: does “{title}” fit for you?",
    mailOrganization: "{name} has been with you since {day}. That is {week} now, and we would like to know: does it fit for you?",
    mailHow: "One click is enough. If something is stuck we call you, and look for a way together.",
    somebody: "Somebody whom we introduced",
    heading: "Does it fit?",
    leadPerson: "“{title}” at {organization}, {week}",
    leadOrganization: "“{title}”, {name}, {week}",
    how: "How is it going?",
    good_hint: "It may go on like this.",
    unsure_hint: "We call you and talk about it.",
    not_good_hint: "We call you and look for something else.",
    words: "In your own words",
    wordsHint: "What is going well? What is stuck? Only the contact point reads this.",
    send: "Send the answer",
    next: "Then we know. You need to do nothing else.",
    thanks: "Thank you, we have your answer.",
    thanksGood: "We are glad. We will ask again in a few weeks.",
    thanksTalk: "We will call you in the next few days.",
    yourAnswer: "Your answer: {answer}",
    already: "This question was answered on {day} already.",
    over: "This is over already; there is nothing left to ask. Thank you for looking in.",
    call: "Something else on your mind? {phone}",
  },
  { de },
);

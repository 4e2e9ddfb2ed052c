import { messages } from "#core/messages.ts";
import de from "./messages.de.json" with { type: "json" };

/** The words with which one asks the contact point. */
export const say = messages(
  {
    heading: "Ask the contact point",
    lead: "Tell us in your own words. A person reads it and answers you.",
    topic: "What is it about?",
    words: "Your question",
    wordsHint: "A sentence is enough.",
    name: "Your name",
    email: "E-mail",
    phone: "Phone",
    contactHint: "One of both is enough: e-mail or phone.",
    reachable: "When can we best reach you?",
    reachableHint: "For example: in the mornings.",
    language: "In which language shall we answer?",
    slot: "Would you like to talk with us right away?",
    slotNone: "No, please answer me first",
    submit: "Send the question",
    next: "Someone from the contact point answers you by {day} at the latest. Only the contact point reads this.",
    contactMissing: "Please give an e-mail address or a phone number, so that we can answer you.",
    offer: "Your question is about this offer:",
    offerWords: "I am interested in “{title}”.",
    answers: "What you told us in the six questions comes along, so that you need not say it twice.",
    trap: "Please leave this field empty",
    tooFast: "That was very fast. Please look through it once more and send it again.",
    refused_taken:
      "This time has just been given away. Your words are still there; please choose another one.",
    refused_past: "This time is over. Your words are still there; please choose another one.",
    phoneInstead: "Rather by phone? Call us:",
    thanksHeading: "Your question has arrived",
    thanksNumber: "It has the number {number}.",
    thanksNext:
      "What happens now: a person reads it and answers you by {day} at the latest, on the way you gave.",
    thanksCall: "If anything occurs to you, call us and name the number: {phone}.",
    thanksOffers: "Look at all offers",
    menu: "Ask us",
    taskTitle: "New: “{words}”",
    taskTitleOf: "{name}: “{words}”",
    taskDetail: "{topic} · {channel}",
    receivedSubject: "We have your question (no. {number})",
    receivedText:
      "Thank you for writing to us. Someone from the contact point answers you by {day} at the latest.",
    receivedWords: "You wrote: “{words}”",
    receivedCall: "If it is faster for you: {phone}.",
  },
  { de },
);

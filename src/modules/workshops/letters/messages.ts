import { messages } from "#core/messages.ts";
import de from "./messages.de.json" with { type: "json" };

export const say = messages(
  {
    registeredSubject: "You are coming: {title}",
    registeredText: "good that you are coming to the workshop “{title}”. It is on {when}.",
    waitingSubject: "You are on the waiting list: {title}",
    waitingText:
      "all seats of the workshop “{title}” on {when} are taken. You are on the waiting list; as soon as a seat becomes free, it is yours and we write to you.",
    movedUpSubject: "A seat has become free: {title}",
    movedUpText:
      "a seat in the workshop “{title}” on {when} has become free, and it is yours. If you cannot come any more, please tell us, so that somebody else can.",
    movedSubject: "Changed: {title}",
    movedText: "something has changed about the workshop “{title}”. It is now on {when}.",
    reminderSubject: "Tomorrow: {title}",
    reminderText: "tomorrow is the workshop “{title}”: {when}. We look forward to you.",
    canceledSubject: "Canceled: {title}",
    canceledText:
      "we are sorry: the workshop “{title}” on {when} does not take place. If you have a question, call us: {phone}.",
    questionText: "The question of the day: {question}",
    whereText: "Place: {where}",
    accessText: "How to get in: {access}",
    changeText: "With the following link you change your registration, or cancel it:",
    action: "My registration",
  },
  { de },
);

import { messages } from "#core/messages.ts";
import de from "./messages.de.json" with { type: "json" };

/** The words of letters about appointments. */
export const say = messages(
  {
    moment: "{day}, {time}",
    booked: "agreed",
    mailSubject: "Your appointment on {day}",
    mailText: "We look forward to talking with you: {when}, {kind}.",
    mailWhere: "You will find us here: {where}.",
    mailChange: "Something in the way? With one click you cancel or choose another time.",
    mailAction: "See or change the appointment",
    mailMovedSubject: "Your new appointment on {day}",
    reminderSubject: "Tomorrow we talk: {when}",
    mailCanceledSubject: "Your appointment on {day} is canceled",
    mailCanceledText:
      "We have to cancel the conversation on {when}. We are sorry. Please choose another time or call us: {phone}.",
    mailCanceledAction: "Choose another time",
  },
  { de },
);

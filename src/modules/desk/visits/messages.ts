import { messages } from "#core/messages.ts";
import de from "./messages.de.json" with { type: "json" };

/** What somebody reads about their own appointment. */
export const say = messages(
  {
    heading: "Your conversation at the contact point",
    canceled: "This appointment has been canceled. Call us or write to us, and we will find another one.",
    over: "This conversation is behind us. Thank you for coming.",
    when: "When",
    how: "How",
    where: "Where",
    adviser: "With",
    phone: "Phone",
    calendar: "Put it into my calendar",
    move: "Choose another time",
    moveChoose: "Which time suits you better?",
    moveSubmit: "Move to this time",
    moveNext: "Your present time is then free for somebody else.",
    moveNone: "There is no other free time right now. Please call us: {phone}.",
    moveMissing: "Please choose one of the times.",
    cancel: "I cannot come",
    cancelText: "One click and we know. You need not give a reason.",
    cancelSubmit: "Cancel the appointment",
    refused_taken: "This time has just been given away. Please choose another one.",
    refused_past: "This time is over. Please choose another one.",
    refused_over: "This appointment has been held or canceled already.",
    notice_gebucht: "Your appointment is agreed. Keep this page or the mail: here you can change it.",
    notice_verlegt: "The appointment has been moved.",
    notice_abgesagt: "The appointment is canceled. Thank you for telling us.",
    askAgain: "Ask the contact point",
    calendarSummary: "Conversation at {office}",
  },
  { de },
);

import { messages } from "#core/messages.ts";
import de from "./messages.de.json" with { type: "json" };

/** What a person reads about their own questions and appointments. */
export const say = messages(
  {
    heading: "My questions and appointments",
    lead: "What you asked the contact point, what we answered, and when we talk.",
    appointments: "Appointments",
    noAppointments: "No appointment is agreed.",
    questions: "Questions",
    noQuestions: "You have not asked anything yet.",
    ask: "Ask the contact point",
    cancel: "Cancel",
    canceled: "canceled",
    past: "behind us",
    withAdviser: "{kind}, with {name}",
    number: "No. {number}, {ago}",
    open: "We are at it",
    closed: "Settled",
    answered: "Our answer: {words}",
    notice_abgesagt: "The appointment is canceled. Thank you for telling us.",
    refused_over: "This appointment has been held or canceled already.",
    entryQuestion: "Your question (no. {number})",
    entryAppointment: "Conversation at the contact point",
  },
  { de },
);

import { messages } from "#core/messages.ts";
import de from "./messages.de.json" with { type: "json" };

/** The words of a person's file. */
export const say = messages(
  {
    people: "People",
    today: "Your turn",
    todayAhead: "Coming up",
    nothing: "Nothing is waiting.",
    firstTalk: "No conversation has been written down yet. Begin there: suggestions come from it.",
    hold: "Write down a consultation",
    sheet: "Sheet to print",
    open: "Open",
    consultations: "Consultations",
    consultation: "{kind} {channel}",
    initial: "First consultation",
    further: "Consultation",
    lasting: "{text}, {duration}",
    motives: "Why now",
    experience: "Experience",
    situation: "To be considered",
    agreed: "Agreed",
    by: "With",
    inquiry: "Inquiry: “{words}”",
    appointmentHeld: "Appointment {kind}",
    appointmentMissed: "Appointment {kind}: nobody came",
    appointmentCanceled: "Appointment {kind}: canceled",
    referralStep: "{step} – {title}",
    known: "Known since",
    notice_gespraech: "The consultation is saved. Here is what fits.",
    notice_gemerkt: "Kept to talk about.",
    notice_gestrichen: "Taken off.",
    notice_person: "The file is there.",
    purpose: "File",
    left: "This file is closed.",
  },
  { de },
);

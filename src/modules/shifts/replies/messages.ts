import { messages } from "#core/messages.ts";
import de from "./messages.de.json" with { type: "json" };

/** The words of what people hear about their own sign-ups. */
export const say = messages(
  {
    subject_confirmed: "You are in: {role}, {when}",
    subject_asked: "Received: {role}, {when}",
    subject_waiting: "You are number {number} in the line: {role}, {when}",
    subject_declined: "Unfortunately not this time: {role}, {when}",
    subject_removed: "You are not on the list any more: {role}, {when}",
    subject_canceled: "Canceled for you: {role}, {when}",
    subject_passed: "The place went on: {role}, {when}",
    subjectMany: "Your sign-ups at {organization}",
    lead_confirmed: "Your place is certain. Thank you for helping!",
    lead_asked:
      "We have received your sign-up. It is not certain yet: {organization} looks at it and you hear from us either way.",
    lead_waiting:
      "All places are taken at the moment. You wait as number {number}. As soon as a place is free and it is your turn, you get a mail.",
    lead_declined: "{organization} cannot take you this time.",
    lead_removed: "{organization} has taken you off the list.",
    lead_canceled: "Your sign-up was canceled for you, as you had asked.",
    lead_passed: "We had held a place for you. We heard nothing, so it went to the next one.",
    leadMany: "This is how it stands with your sign-ups:",
    because: "The reason: {words}",
    elsewhere: "There is surely something else that fits. Ask us, too: {phone}",
    when: "When: {when}",
    where: "Where: {where}",
    note: "Good to know: {note}",
    party: "You come as a group of {n}.",
    whom: "Questions? {organization}, {phone}",
    cannot: "If something comes up, please cancel there, so that somebody else can come.",
    state_confirmed: "certain",
    state_asked: "not certain yet, {organization} looks at it",
    state_waiting: "number {number} in the line",
    state_declined: "unfortunately not",
    state_removed: "taken off the list",
    state_canceled: "canceled",
    state_passed: "went to the next one",
    list: "Your sign-ups",
    mine: "To my shifts",
    calendar: "Put it into my calendar",
    calendarTitle: "{role}: {offer}",
    calendarText: "{organization}. {note}",
  },
  { de },
);

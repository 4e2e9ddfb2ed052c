import { messages } from "#core/messages.ts";
import de from "./messages.de.json" with { type: "json" };

/** The words of the person beside their file. */
export const say = messages(
  {
    reachable: "To be reached",
    noContact: "no way noted",
    lives: "Lives in",
    age: "Age",
    language: "Language",
    guardian: "Guardian",
    guardianAgreed: "{name}, {contact}, agreed on {day}",
    guardianOpen: "{name}, {contact}, not agreed yet",
    guardianMissing: "still missing",
    time: "Time",
    wants: "Would like",
    notThese: "Rather not",
    ownWords: "In own words",
    consents: "Consents",
    noConsents: "none noted yet",
    consentSince: "{purpose}, since {day}",
    note: "Note",
    edit: "Change contact data",
    editConsents: "Note consents",
    qualifications: "Qualifications",
    code: "Code to take over",
    seenBy: "This file was seen by {names}. {name} can read that.",
    seenByNobody: "Nobody has seen this file yet. {name} can read who does.",
    deleteOn: "To be deleted on {day}, when nothing runs any more.",
    file: "About the person",
    history: "History",
    days_0: "{days} in the morning",
    days_1: "{days} in the afternoon",
    days_2: "{days} in the evening",
  },
  { de },
);

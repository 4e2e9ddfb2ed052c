import { messages } from "#core/messages.ts";
import de from "./messages.de.json" with { type: "json" };

/** What the office reads about organizations that may be one. */
export const say = messages(
  {
    title: "Double entries",
    lead: "These entries look like one organization. Look at both, then decide.",
    none: "No entry looks like another.",
    noneText: "New ones are compared as soon as they are entered or imported.",
    pair: "{first} – {second}",
    register: "same register number",
    name: "similar name",
    address: "same address",
    because: "Because: {reasons}",
    compare: "Compare",
    compareHeading: "One organization or two?",
    compareLead:
      "What you choose stays. Places, services, contacts and people of both come together, and the old address leads to the new one.",
    survivor: "Which entry lives on?",
    survivorHint: "Its address stays. The other one leads there from now on.",
    belongings: "{places} places, {services} services, {contacts} contacts, {people} people",
    empty: "(empty)",
    mergeSubmit: "Make them one",
    mergeNext: "This cannot be undone with one click. It is written down who did it and when.",
    apart: "They are two",
    apartDone: "Noted: they are two. They are not suggested again.",
    same: "That is the same entry twice.",
    back: "Back to the pairs",
    organizations: "Organizations",
    c_name: "Name",
    c_sector: "Sector",
    c_legalForm: "Legal form",
    c_registerNumber: "Register number",
    c_summary: "In one sentence",
    c_description: "Description",
    c_website: "Website",
    c_email: "E-mail",
    c_phone: "Phone",
    c_address: "Address",
  },
  { de },
);

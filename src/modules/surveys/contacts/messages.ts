import { messages } from "#core/messages.ts";
import de from "./messages.de.json" with { type: "json" };

/** The words of the addresses that people leave after they have answered. */
export const say = messages(
  {
    heading: "Leave an address",
    lead: "Voluntary. It lies in a list of its own: no key, no number and no time leads from it to your answers.",
    name: "Your name",
    email: "E-mail",
    phone: "Phone",
    words: "What would you like?",
    wordsHint: "For example: hear of the results, come to the workshop.",
    submit: "Leave this address",
    next: "Whoever runs the survey reads it and gets in touch. It is deleted when it is no longer needed.",
    oneNeeded: "Please give an e-mail address or a phone number.",
    leftHeading: "Thank you, it is noted",
    leftLead: "Somebody will get in touch with you.",
    backTo: "Back to the survey",
    list: "Addresses left",
    listLead:
      "Who would like to hear of the results or take part. Nothing leads from here to an answer. That this list was opened stands in the log of those who are known here.",
    none: "Nobody has left an address yet",
    noneText: "The question comes after sending, on a page of its own.",
    day: "Day",
    delete: "Delete",
    deleted: "Deleted.",
    more: "The latest {n} are shown.",
    looked: "Addresses left at a survey",
  },
  { de },
);

import { messages } from "#core/messages.ts";
import de from "./messages.de.json" with { type: "json" };

/** The words of proposing an offer to a person. */
export const say = messages(
  {
    toFile: "Back to the file",
    proposeLead: "For {name}, at {organization}",
    proposeWords: "Why this?",
    proposeWordsHint: "{name} reads it.",
    how: "How do you get the release?",
    how_counter: "Said here, at the counter",
    how_phone: "Said on the phone",
    how_paper: "Signed on paper",
    how_link: "Ask by mail: {email}",
    how_later: "Later",
    how_laterHint: "It stays a proposal, and is on the list.",
    propose: "Propose",
    proposeNext: "If it was released, {organization} is asked right away.",
    refused_closed: "This offer is not published at present.",
    refused_already: "This offer has been proposed to this person already, and it is still running.",
    refused_left: "This person's file is closed.",
    refused_guardianMissing: "Under 16 a parent or guardian must be named first.",
    refused_guardianNotAgreed: "Under 16 the parent or guardian must agree first.",
    editPerson: "Complete the file",
    heading: "Propose {title}",
    people: "People",
    note: "A few words for the organization",
    noteHint: "Goes to the organization, in agreement with the person.",
    purpose: "Proposal",
    refused_full: "All places of this offer are taken by now.",
  },
  { de },
);

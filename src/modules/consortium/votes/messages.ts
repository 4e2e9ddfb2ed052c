import { messages } from "#core/messages.ts";
import de from "./messages.de.json" with { type: "json" };

export const say = messages(
  {
    byName: "Votes by name",
    seat: "Seat",
    said: "Vote",
    nothing: "nothing said",
    biased: "conflict of interest",
    away: "not present",
    seatOf: "{title} ({organization})",
    type: "Type votes of seats without a phone",
    keep: "Keep these votes",
    typeMarks: "Type the ratings of a seat",
    keepMarks: "Keep these ratings",
    consentNo: "no consent",
    consentYes: "Consent",
    consentAbstain: "Stands aside",
    yes: "Yes",
    no: "No",
    abstain: "Abstentions",
  },
  { de },
);

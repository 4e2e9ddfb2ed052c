import { messages } from "#core/messages.ts";
import de from "./messages.de.json" with { type: "json" };

export const say = messages(
  {
    minutes: "Minutes of meeting {number}",
    minutesOf: "{title}, {day}",
    draft: "Draft: not approved yet. Words may still change.",
    objections: "Objections may be raised until {day}.",
    approved: "Approved on {day}",
    extract: "For everybody: what was not public is left out; people are named only if they agreed.",
    sealHeading: "Seal",
    sealText:
      "SHA-256 over all parts of the minutes: {hash}. Whoever has the file from the page of the meeting can compute it again.",
    press: "What meeting {number} decided",
    pressNone: "Nothing was decided in public.",
    votingThere: "Entitled to vote and there at some time: {seats}.",
    sectorCount: "{sector} {n}",
    invitation: "Invitation",
    invitationTo: "{title}, {when}",
    where: "Where: {where}",
    online: "From afar: {online}",
    agenda: "Agenda",
    time: "Time",
    item: "Item",
    kind: "What happens",
    long: "How long",
    minutesLong: "{n} min",
    notPublic: "not public",
    reply: "Please say until {day} whether you come or who comes for you:",
    contact: "{name}, {phone}",
    stand: "As of {day}",
    busy: "The PDF cannot be made at the moment. Please try again in a minute.",
  },
  { de },
);

import { messages } from "#core/messages.ts";
import de from "./messages.de.json" with { type: "json" };

export const say = messages(
  {
    heading: "Meetings of the consortium",
    lead: "When we meet, what we talk about, and what came out.",
    ahead: "Ahead",
    past: "Held",
    none: "No meeting has been announced at the moment.",
    subscribe: "Take all dates into my calendar",
    download: "Take this date into my calendar",
    kind: "Meeting {number} · {state}",
    where: "Where",
    online: "From afar",
    reason: "Why",
    agenda: "Agenda",
    noAgenda: "Nothing on the agenda is public.",
    hidden: { one: "{n} item is not public.", other: "{n} items are not public." },
    papers: "Papers",
    attendance: "Who was there",
    present:
      "{present} of {all} seats were there, {deputies} by their deputy, {remote} from afar, and {guests} guests.",
    conflicts: "Conflict of interest",
    conflictLine: "Item {number}: {seat} – {words}",
    resolutions: "What was decided",
    tasks: "Who does what until when",
    taskLine: "{who}: {title}, until {day}",
    minutes: "Read the minutes",
    notApproved: "The minutes are not approved yet.",
    canceled: "This meeting does not take place.",
    late: "The invitation was late: {words}",
    reply: "Say whether you come",
    phone: "To the running meeting",
    office: "In the office",
    summary: "Meeting of the consortium",
  },
  { de },
);

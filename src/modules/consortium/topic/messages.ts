import { messages } from "#core/messages.ts";
import de from "./messages.de.json" with { type: "json" };

export const say = messages(
  {
    heading: "Guiding questions, problems, objectives",
    lead: "What the consortium deliberates on: asked by people in surveys, workshops and proposals, and kept until it is answered.",
    none: "Nothing has been asked yet.",
    noneText: "Guiding questions come from surveys, workshops and proposals.",
    number: "No. {number}",
    belongs: "Belongs to",
    below: "What hangs below it",
    history: "How it went on",
    taken: "Taken up",
    renamed: "From then on it read: “{title}”",
    meetings: "Where it was talked about",
    meeting: "Meeting {number}: {title}",
    stands: "How it stands",
    edit: "Change",
    officeHeading: "Guiding questions and objectives",
    officeLead: "Take up what people asked, say how it stands, and tie where it comes from.",
    add: "Take something up",
    toPublic: "What everybody sees",
  },
  { de },
);

import { messages } from "#core/messages.ts";
import de from "./messages.de.json" with { type: "json" };

export const say = messages(
  {
    heading: "Fields and objectives",
    lead: "A field of action holds objectives of the consortium. Everybody sees them on the page of the strategy.",
    start: "Begin with seven fields",
    startText:
      "There are no fields yet. You can begin with the seven that proved useful elsewhere, and change each of them.",
    add: "Add a field",
    addNow: "Add the field",
    title: "Name of the field",
    words: "What it is about",
    position: "Place in the order",
    positionHint: "1 stands first.",
    save: "Save",
    objectives: { one: "{n} objective", other: "{n} objectives" },
    endedOn: "ended on {day}",
    place: "Put an objective into a field",
    placeNow: "Put it there",
    placeNext: "An objective that has a field already moves there.",
    objective: "Objective of the consortium",
    field: "Field of action",
    untilYear: "To be reached by the year",
    noObjective: "There is no objective yet. Take one up under “Consortium” first.",
    unplaced: "without a field",
    end: "End the field",
    endText: "It disappears from the page of the strategy; everything in it stays readable.",
    resume: "Let the field go on",
    toPublic: "What everybody sees",
    notice_neu: "The field stands.",
    notice_gespeichert: "Saved.",
    notice_ziel: "The objective stands in its field.",
    refused_there: "There are fields already.",
    refused_noObjective: "That is no objective.",
  },
  { de },
);

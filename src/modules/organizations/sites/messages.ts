import { messages } from "#core/messages.ts";
import de from "./messages.de.json" with { type: "json" };

/** What people read who look after the places of an organization. */
export const say = messages(
  {
    heading: "Places of {organization}",
    title: "Places",
    lead: "Where people find you: with address, opening hours and how one gets in.",
    none: "No place is entered yet.",
    add: "Add a place",
    remove: "Remove",
    newHeading: "A new place",
    editHeading: "Change {name}",
    name: "What is this place called?",
    nameHint: "For example: clubhouse, meeting point, office",
    street: "Street and number",
    postcode: "Postcode",
    town: "Town",
    hours: "When is somebody there?",
    hoursHint: "For example: Tue and Thu 3–6 pm",
    access: "How does one get in?",
    accessHint: "Only tick what you have tried yourselves.",
    save: "Save the place",
    cancel: "Back to the places",
    saved: "The place is saved.",
    removed: "The place is removed.",
  },
  { de },
);

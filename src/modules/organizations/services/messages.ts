import { messages } from "#core/messages.ts";
import de from "./messages.de.json" with { type: "json" };

/** What people read who look after the services of an organization. */
export const say = messages(
  {
    heading: "Services of {organization}",
    title: "Services",
    lead: "What people can get from you: advice, a meal, a ride, a course. Offers for volunteers stand elsewhere.",
    none: "No service is entered yet.",
    add: "Add a service",
    remove: "No longer offered",
    newHeading: "A new service",
    editHeading: "Change {name}",
    name: "What is it called?",
    nameHint: "In the words people use: free breakfast, help with forms",
    description: "What happens there?",
    needsLabel: "What is it good for?",
    needsHint: "People find it by this.",
    groupsLabel: "For whom?",
    languagesLabel: "In which languages?",
    siteLabel: "Where?",
    noSite: "at no fixed place",
    feesLabel: "What does it cost?",
    feesHint: "For example: nothing; 2 € for a meal",
    howLabel: "How does one come to it?",
    howHint: "For example: just come; please call first",
    save: "Save the service",
    cancel: "Back to the services",
    saved: "The service is saved.",
    removed: "The service is no longer shown.",
  },
  { de },
);

import { messages } from "#core/messages.ts";
import de from "./messages.de.json" with { type: "json" };

/** What everybody reads on the profile of an organization. */
export const say = messages(
  {
    verified: "Confirmed by the contact point on {date}",
    hiddenNote: "This profile is not public. Only its own people and the contact point see it.",
    fields: "Engaged in",
    groups: "There for",
    languages: "Languages",
    website: "Website",
    email: "E-mail",
    phone: "Phone",
    address: "Address",
    reach: "How to reach us",
    about: "What we do",
    nothingAbout: "There is no description yet.",
    sites: "Where to find us",
    hours: "Open",
    barriers: "Access",
    services: "What you can get here",
    fees: "Costs",
    how: "How to come",
    contacts: "People to ask",
    join: "Take part",
    offers: "Where {organization} needs people",
    offersText: "Tasks, dates and trial roles of this organization.",
    claimHeading: "That is us",
    claimText:
      "So far the contact point wrote this profile. Do you belong to {organization}? Take it over, then your own words stand here.",
    claimLink: "That is us",
    change: "Change this profile",
    record: "Open in the office",
    organizations: "Organizations",
    notVerified: "Not confirmed yet",
  },
  { de },
);

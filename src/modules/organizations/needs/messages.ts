import { messages } from "#core/messages.ts";
import de from "./messages.de.json" with { type: "json" };

/** What everybody reads when looking for help and services. */
export const say = messages(
  {
    servicesTitle: "Find help and services",
    servicesLead: "Tell us who you are and what you need. We show who is there for it in {town} and around.",
    iAm: "I am …",
    iNeed: "I need …",
    anybody: "It does not matter",
    showServices: "Show services",
    needHeading: "What do you need?",
    needHeadingFor: "What do you need? – {group}",
    needLabel: "Needs",
    gap: "nothing yet",
    serviceCount: { one: "{n} service", other: "{n} services" },
    resultHeading: "{need}: {count}",
    gapHeading: "For “{need}” we know no service yet.",
    gapHeadingFor: "For “{need}” we know no service yet – {group}.",
    gapText:
      "That is a gap, and we want to know about it. Ask the contact point: perhaps there is a way that is not in here.",
    gapSummary: {
      one: "For {n} need there is no service yet.",
      other: "For {n} needs there is no service yet.",
    },
    gapSummaryText: "Gaps stay visible here, so that the town can talk about them: {list}.",
    backToNeeds: "All needs",
    by: "at {organization}",
    askUs: "Ask the contact point",
    fees: "Costs",
    how: "How to come",
    hours: "Open",
    barriers: "Access",
    languages: "Languages",
    phone: "Phone",
    address: "Address",
    groups: "There for",
    menu: "Help and services",
    gapsLink: "See what is missing",
  },
  { de },
);

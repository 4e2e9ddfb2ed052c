import { messages } from "#core/messages.ts";
import de from "./messages.de.json" with { type: "json" };

export const say = messages(
  {
    title: "Open data",
    lead: "What is public here may be used by everyone. Each list is made anew from the same truth as the pages.",
    menu: "Open data",
    licence: "Licence {licence}",
    columns: "Columns",
    none: "There are no open lists yet.",
    asJson: "{name} as JSON",
    asCsv: "{name} as table (CSV)",
    set_organizations: "Organizations",
    set_services: "Services",
    set_opportunities: "Offers",
    set_events: "Dates",
    set_processes: "Processes",
    set_proposals: "Proposals",
    set_cooperations: "Cooperations",
    text_organizations:
      "Clubs, public bodies and companies of the directory, with their fields and target groups.",
    text_services: "What organizations offer to people, in the columns of Open Referral (HSDS).",
    text_opportunities: "Where people are needed at the moment: what, when, where and for whom.",
    text_events: "The shared calendar: what is ahead and the last three months.",
    text_processes: "What the town decides together: question, state and phases of every public process.",
    text_proposals:
      "What people propose in the processes of the town, with place, cost and support; names only of those who want to be named.",
    text_cooperations:
      "Which organizations work together on what, from when to when; confirmed by both sides.",
    text_other: "A list of this town.",
    machines: "For programs",
    api: "Interface (API)",
    apiText: "The same with filters and pages, described in OpenAPI.",
    apiTitle: "Interface of the contact point of {town}",
    catalog: "Catalog (DCAT-AP.de)",
    catalogText: "For data portals such as GovData: all lists with licence and date.",
    catalogTitle: "Open data of the contact point of {town}",
  },
  { de },
);

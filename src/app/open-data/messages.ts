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
  },
  { de },
);

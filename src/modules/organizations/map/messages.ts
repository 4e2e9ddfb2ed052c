import { messages } from "#core/messages.ts";
import de from "./messages.de.json" with { type: "json" };

/** What everybody reads at the map. */
export const say = messages(
  {
    mapTitle: "Map",
    mapLead: "Who is where in {town} and around. The same stands beside it as a list.",
    mapCaption:
      "Organizations by place. Signs with a number stand for several. The list beside the map names them all.",
    mapListHeading: "By place",
    mapHere: { one: "{place}: {n} organization", other: "{place}: {n} organizations" },
    elsewhere: "Without a place",
    moreInList: { one: "{n} more in the list", other: "{n} more in the list" },
    filters: "Show on the map",
    allSectors: "All sectors",
    sources:
      "Borders: © GeoBasis-DE / BKG 2021 (data changed, dl-de/by-2-0). Postcodes: GeoNames (CC BY 4.0).",
    organizations: "Organizations",
    inAll: "{n} in all",
    byField: "By field of engagement",
    allFields: "All fields",
    offersMap: "Where people are needed: the offers on the map",
  },
  { de },
);

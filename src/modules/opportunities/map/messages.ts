import { messages } from "#core/messages.ts";
import de from "./messages.de.json" with { type: "json" };

/** What everybody reads at the map of the offers. */
export const say = messages(
  {
    title: "Offers on the map",
    lead: "Where people are needed in {town} and around. The same stands beside it as a list.",
    caption:
      "Offers by place. Signs with a number stand for several. The list beside the map names them by place.",
    shown: { one: "{n} offer, by place", other: "{n} offers, by place" },
    here: { one: "{place}: {n} offer", other: "{place}: {n} offers" },
    remote: "From home",
    visit: "Somebody comes to you",
    nowhere: "Without a place named",
    moreInList: { one: "{n} more in the list", other: "{n} more in the list" },
    asList: "Narrow down or read as a list",
    everything: "All offers on the map",
    organizationsMap: "Organizations on the map",
    sources:
      "Borders: © GeoBasis-DE / BKG 2021 (data changed, dl-de/by-2-0). Postcodes: GeoNames (CC BY 4.0).",
  },
  { de },
);

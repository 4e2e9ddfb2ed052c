import { messages } from "#core/messages.ts";
import de from "./messages.de.json" with { type: "json" };

/** The words of the list of proposals. */
export const say = messages(
  {
    heading: "Proposals",
    shown: { one: "{n} proposal", other: "{n} proposals" },
    write: "Propose something",
    asList: "As a list",
    onMap: "On the map",
    filters: "Show",
    q: "Words",
    sort: "Order",
    sort_new: "Newest first",
    sort_support: "Most support first",
    sort_number: "By number",
    sort_cost: "Lowest cost first",
    most: "Costs at most, in euros",
    show: "Show proposals",
    filterWords: "with “{q}”",
    filterMost: "up to {cost}",
    none: "Nobody has proposed anything here yet",
    noneFound: "No proposal fits",
    noneFoundText: "Fewer words or a higher amount find more.",
    all: "Show all proposals",
    number: "No. {number}",
    reasons: { one: "{n} reason", other: "{n} reasons" },
    caption:
      "Proposals by place. Signs with a number stand for several. The list beside the map names them all.",
    noPlace: {
      one: "{n} proposal names no point on the map.",
      other: "{n} proposals name no point on the map.",
    },
    next: { one: "Next proposal", other: "Next {n} proposals" },
  },
  { de },
);

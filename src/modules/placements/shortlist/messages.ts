import { messages } from "#core/messages.ts";
import de from "./messages.de.json" with { type: "json" };

/** The words of what fits a person. */
export const say = messages(
  {
    suggestions: "What fits",
    suggestionsLead: "From {total} open offers, by what {name} wishes for.",
    noWishes: "Of wishes we know nothing yet. A conversation makes these suggestions better.",
    nothingFits: "Nothing fits at present. Loosen a wish, or ask the organizations.",
    propose: "Propose",
    keep: "Keep",
    moreSuggestions: "Show more suggestions",
    closed: "Why not? {n} offers were left out",
    dismissed: "Said “no, thanks” to: {n}",
    dismissedOn: "declined on {day}",
    shortlist: "Kept to talk about",
    takeOff: "Take off",
    at: "at {organization}",
    notOpen: "no longer published",
    running: "already proposed",
  },
  { de },
);

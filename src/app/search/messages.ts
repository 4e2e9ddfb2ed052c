import { messages } from "#core/messages.ts";
import de from "./messages.de.json" with { type: "json" };

export const say = messages(
  {
    title: "Search",
    lead: "Offers, organizations, services, dates, news and pages in one go.",
    question: "What are you looking for?",
    submit: "Search",
    found: { one: "{n} hit for “{words}”", other: "{n} hits for “{words}”" },
    nothing: "Nothing found for “{words}”.",
    nothingText: "Try another word, or ask us: often we know somebody.",
    ask: "Ask the contact point",
    fewer: "Only the first {n} are shown. One more word narrows it down.",
  },
  { de },
);

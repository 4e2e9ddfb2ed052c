import { messages } from "#core/messages.ts";
import de from "./messages.de.json" with { type: "json" };
import easy from "./messages.de-x-easy.json" with { type: "json" };

export const say = messages(
  {
    news: "News",
    all: "All news, newest first",
    newsLead: "What happens at the contact point and what came of it.",
    feed: "Subscribe to the news as a feed",
    feedTitle: "News from {town}",
    none: "There is no news yet.",
    noneText: "What comes next stands in the calendar.",
    toCalendar: "To the calendar",
    next: { one: "{n} older item", other: "{n} older items" },
    others: "More news",
  },
  { de, "de-x-easy": easy },
);

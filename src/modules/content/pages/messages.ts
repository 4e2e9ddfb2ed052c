import { messages } from "#core/messages.ts";
import de from "./messages.de.json" with { type: "json" };
import easy from "./messages.de-x-easy.json" with { type: "json" };

export const say = messages(
  {
    otherLanguage: "This page does not exist in your language yet. You are reading it in {language}.",
    alsoIn: "This page in other languages",
    changed: "Last changed on {date}",
    guides: "Guides",
    guidesLead:
      "Short answers for clubs and volunteers: from the first members' meeting to the handover of the cash box.",
    guidesSearch: "Search the guides",
    guidesSearchHint: "For example: insurance, cash box, photos",
    guidesFind: "Search",
    guidesFound: { one: "{n} guide for “{words}”", other: "{n} guides for “{words}”" },
    guidesNone: "We have not written anything about this yet.",
    guidesNoneText: "Ask us. We know people who know it.",
    guidesAsk: "Ask the contact point",
    guidesAll: "Show all guides",
    guideNote: "A first orientation, no legal advice. Please check what applies to you, or ask us.",
    kindGuide: "Guide",
  },
  { de, "de-x-easy": easy },
);

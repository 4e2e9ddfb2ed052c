import { messages } from "#core/messages.ts";
import de from "./messages.de.json" with { type: "json" };

export const say = messages(
  {
    lead: "What the consortium has decided, with its wording, its vote, and why it passed.",
    none: "Nothing has been decided yet.",
    noneText: "What a meeting decides stands here as soon as the vote is closed.",
    year: "{year}",
    words: "Word or number",
    wordsHint: "Also from the wording and the reasons; or a number such as 2026-07.",
    inYear: "Year",
    everyYear: "all years",
    search: "Search resolutions",
    found: { one: "1 resolution", other: "{n} resolutions" },
    nothing: "No resolution fits.",
    nothingText: "Try a shorter word, or all years.",
    all: "Show all resolutions",
  },
  { de },
);

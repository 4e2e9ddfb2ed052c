import { messages } from "#core/messages.ts";
import de from "./messages.de.json" with { type: "json" };

export const say = messages(
  {
    surveys: "Surveys",
    heading: "Results",
    none: "No results yet",
    noneText:
      "As soon as enough people have answered, they will stand here – protected, so that nobody is recognized.",
    newest: "The newest results",
    release: "No. {n}, {stand}",
    publishedOn: "Published on {date} by {author}",
    all: "All published results",
    later: "There are newer results",
    laterText: "What stands here was right on its day and does not change. Newer: {stand}.",
    paper: "As PDF",
    paperSoon: "The PDF is being set and will be here in a moment.",
    tables: "Tables (CSV)",
    data: "As data (JSON)",
    check: "Check sum",
    checkText: "This publication does not change any more. SHA-256 of the file “As data”:",
    answer: "To the survey",
  },
  { de },
);

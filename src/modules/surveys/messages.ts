import { messages } from "#core/messages.ts";
import de from "./messages.de.json" with { type: "json" };

/** The words that every page of a survey shares. */
export const say = messages(
  {
    surveys: "Surveys",
    asksTown: "Survey of the town",
    asks: "Survey by {organization}",
    part_overview: "Overview",
    part_questions: "Questions",
    part_settings: "Settings",
    part_invitations: "Invitations",
    part_progress: "Responses",
    part_paper: "Paper",
    part_counts: "Counts",
    part_texts: "Free text",
    part_releases: "Results",
    part_exports: "Files",
  },
  { de },
);

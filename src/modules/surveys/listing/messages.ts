import { messages } from "#core/messages.ts";
import de from "./messages.de.json" with { type: "json" };

/** The words of the surveys of the town, for everybody. */
export const say = messages(
  {
    heading: "Surveys",
    lead: "What the town and its clubs want to know, and what came of it.",
    running: "Running now",
    closed: "Closed",
    none: "No survey is running at present",
    noneText: "When one begins, it stands here.",
    until: "until {date}",
    endless: "no last day yet",
    ended: "closed on {date}",
    withCode: "only with a code",
    releases: { one: "{n} release of results", other: "{n} releases of results" },
    kind: "Survey",
    town: "Town",
  },
  { de },
);

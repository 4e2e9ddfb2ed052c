import { messages, naming } from "#core/messages.ts";
import de from "./vocabulary.de.json" with { type: "json" };

/** How often a series meets: every so many months on the same weekday of the month, or every so many weeks. */
export const rhythms = ["month_1", "month_2", "month_3", "month_6", "week_2", "week_4", "week_6"] as const;

/** What a change of a meeting in a series is for. */
export const reaches = ["one", "following"] as const;

const words = messages(
  {
    month_1: "Every month, on the same weekday of the month",
    month_2: "Every two months",
    month_3: "Every three months",
    month_6: "Twice a year",
    week_2: "Every two weeks",
    week_4: "Every four weeks",
    week_6: "Every six weeks",
    reach_one: "Only this meeting",
    reach_following: "This one and all that follow in the series",
  },
  { de },
);

export const rhythmName = naming(rhythms, (reader, code) => words(reader)(code));

export const reachName = naming(reaches, (reader, code) => words(reader)(`reach_${code}`));

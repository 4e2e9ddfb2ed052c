import { messages, naming } from "#core/messages.ts";
import de from "./vocabulary.de.json" with { type: "json" };

/** How often a series meets: every so many months on the same weekday of the month, or every so many weeks. */
export const rhythms = ["month_1", "month_2", "month_3", "month_6", "week_2", "week_4", "week_6"] as const;

const words = messages(
  {
    month_1: "Every month, on the same weekday of the month",
    month_2: "Every two months",
    month_3: "Every three months",
    month_6: "Twice a year",
    week_2: "Every two weeks",
    week_4: "Every four weeks",
    week_6: "Every six weeks",
  },
  { de },
);

export const rhythmName = naming(rhythms, (reader, code) => words(reader)(code));

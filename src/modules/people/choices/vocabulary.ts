import { messages, naming } from "#core/messages.ts";
import de from "./vocabulary.de.json" with { type: "json" };

/** How often the letter comes that gathers what can wait. */
export const paces = ["daily", "weekly", "never"] as const;
export type Pace = (typeof paces)[number];

/** How long before something one is reminded of it. */
export const reminderTimes = ["day", "week", "both", "never"] as const;
export type ReminderTime = (typeof reminderTimes)[number];

/** The hours at which a letter may come: nobody is woken by one. */
export const hours = [6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21] as const;

/** How many invitations a month one may choose from. */
export const budgets = [0, 1, 2, 4, 8, 30] as const;

const words = messages(
  {
    pace_daily: "Once a day, when there is something",
    pace_weekly: "Once a week, on Monday",
    pace_never: "Never",
    reminder_day: "One day before",
    reminder_week: "One week before",
    reminder_both: "One week and one day before",
    reminder_never: "Not at all",
  },
  { de },
);

/** "Einmal in der Woche, am Montag" for `weekly`. */
export const paceName = naming(paces, (reader, code) => words(reader)(`pace_${code}`));
/** "Einen Tag vorher" for `day`. */
export const reminderName = naming(reminderTimes, (reader, code) => words(reader)(`reminder_${code}`));

import type { FetchProblem } from "#core/fetch.ts";
import type { CalendarFault } from "#methods/calendar-file.ts";

/** Why a calendar was not taken in: on the way, in the file, or because it would do harm. */
export type Problem = FetchProblem | CalendarFault | "emptied" | "legalNotice";

export const problems = [
  "badAddress",
  "forbiddenAddress",
  "notFound",
  "unreachable",
  "insecure",
  "tooSlow",
  "tooBig",
  "tooManyRedirects",
  "denied",
  "gone",
  "broken",
  "unreadable",
  "notACalendar",
  "tooMany",
  "emptied",
  "legalNotice",
] as const satisfies readonly Problem[];

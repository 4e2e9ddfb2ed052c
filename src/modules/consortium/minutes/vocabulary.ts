import { dayOf, instantAt, plusDays } from "#core/local-time.ts";

/** When a window of so many days closes: at the end of its last day. */
export const windowEnd = (from: Date, days: number): Date => instantAt(plusDays(dayOf(from), days + 1));

import * as z from "zod";
import { day, line, paragraph, time, whole } from "#core/input.ts";
import { instantAt, weekdayOf } from "#core/local-time.ts";
import type { NewMeeting, NewSeries } from "#modules/consortium/meetings/commands.ts";
import { rhythms } from "./vocabulary.ts";

const optional = (max: number) =>
  paragraph(max)
    .optional()
    .transform((value) => value ?? "");

const optionalLine = (max: number) =>
  line(max)
    .optional()
    .transform((value) => value ?? "");

const where = {
  whereWords: optionalLine(300),
  onlineWords: optionalLine(500),
};

/** One meeting: when, where, and what it is for. */
export const MeetingInput = z.object({
  title: line(200),
  words: optional(6_000),
  day,
  start: time,
  minutes: whole(15, 720).default(120),
  ...where,
});

/** A meeting as the commands take it: the times as moments. */
export const meetingOf = ({
  day: on,
  start,
  minutes,
  ...rest
}: z.output<typeof MeetingInput>): NewMeeting => {
  const startsAt = instantAt(on, start);
  return { ...rest, startsAt, endsAt: new Date(+startsAt + minutes * 60_000) };
};

/** Meetings that come again. */
export const SeriesInput = z.object({
  title: line(200),
  rhythm: z.enum(rhythms),
  startsOn: day,
  endsOn: day.optional().transform((value) => value ?? null),
  start: time,
  minutes: whole(15, 720).default(120),
  ...where,
});

const names = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"] as const;

// "The second Tuesday": as the first meeting lies in its month; a fifth one is the last.
const nth = (on: string): string => {
  const week = Math.ceil(Number(on.slice(8)) / 7);
  return `${week > 4 ? -1 : week}${names[weekdayOf(on)]}`;
};

/** The series as the commands take it: the rhythm as a rule of RFC 5545. */
export const seriesOf = ({ rhythm, start, ...rest }: z.output<typeof SeriesInput>): NewSeries => {
  const [unit = "month", every = "1"] = rhythm.split("_");
  const { startsOn } = rest;
  const rule =
    unit === "month"
      ? `FREQ=MONTHLY;INTERVAL=${every};BYDAY=${nth(startsOn)}`
      : `FREQ=WEEKLY;INTERVAL=${every};BYDAY=${names[weekdayOf(startsOn)]}`;
  return { ...rest, startTime: start, rule };
};

export const CancelInput = z.object({ words: paragraph(1_000) });

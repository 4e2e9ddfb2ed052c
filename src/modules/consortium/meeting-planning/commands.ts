import * as z from "zod";
import { day, line, paragraph, time, whole } from "#core/input.ts";
import { instantAt } from "#core/local-time.ts";
import type { NewMeeting, NewSeries } from "#modules/consortium/meetings/commands.ts";
import { weekdayName, weekdayOfMonth } from "#modules/consortium/series/commands.ts";
import { reaches, rhythms } from "./vocabulary.ts";

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

/** Whether a change is for one meeting of a series, or for all that follow as well. */
const reach = z.enum(reaches).catch("one");

/** One meeting: when, where, and what it is for. */
export const MeetingInput = z.object({
  title: line(200),
  words: optional(6_000),
  day,
  start: time,
  minutes: whole(15, 720).default(120),
  ...where,
});

/** The same for a meeting that is planned already. */
export const ChangeInput = MeetingInput.extend({ reach });

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

/** The series as the commands take it: the rhythm as a rule of RFC 5545. */
export const seriesOf = ({ rhythm, start, ...rest }: z.output<typeof SeriesInput>): NewSeries => {
  const [unit = "month", every = "1"] = rhythm.split("_");
  const { startsOn } = rest;
  const rule =
    unit === "month"
      ? `FREQ=MONTHLY;INTERVAL=${every};BYDAY=${weekdayOfMonth(startsOn)}`
      : `FREQ=WEEKLY;INTERVAL=${every};BYDAY=${weekdayName(startsOn)}`;
  return { ...rest, startTime: start, rule };
};

export const CancelInput = z.object({ words: paragraph(1_000), reach });

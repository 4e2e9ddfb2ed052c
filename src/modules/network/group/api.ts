import ical, { ICalEventStatus } from "ical-generator";
import type { Context } from "#core/context.ts";
import type { GroupDate } from "#modules/network/group-dates/queries.ts";
import type { GroupRow } from "#modules/network/groups/queries.ts";
import { paths } from "#modules/network/paths.ts";
import { say } from "./messages.ts";

const german = { language: "de" };

/** The dates of a group as iCalendar (RFC 5545), canceled ones among them. */
export const calendarFile = (
  ctx: Context,
  origin: string,
  group: GroupRow,
  dates: readonly GroupDate[],
): string => {
  const calendar = ical({
    name: say(german)("feed", { group: group.name }),
    prodId: { company: "Anlaufstelle", product: ctx.place.slug, language: "DE" },
    ttl: 3600,
  });
  for (const date of dates)
    calendar.createEvent({
      id: `group-date-${date.id}@${ctx.place.slug}.anlaufstelle`,
      sequence: date.revision,
      stamp: date.changedAt,
      lastModified: date.changedAt,
      start: date.startsAt,
      end: date.endsAt,
      summary: `${group.name}: ${date.title}`,
      location: date.whereWords || null,
      description: date.words || null,
      status: date.canceled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
      url: origin + paths.group(group.slug),
    });
  return calendar.toString();
};

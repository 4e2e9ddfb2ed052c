import ical, { ICalEventStatus } from "ical-generator";
import type { Context } from "#core/context.ts";
import { found } from "#core/errors.ts";
import { routes, slugIn } from "#core/web.ts";
import { type GroupDate, listGroupDates } from "#modules/network/group-dates/queries.ts";
import { findGroupBySlug, type GroupRow } from "#modules/network/groups/queries.ts";
import { paths } from "#modules/network/paths.ts";
import { say } from "./messages.ts";

const german = { language: "de" };

/** The dates of a group as iCalendar (RFC 5545), canceled ones among them. */
const calendarFile = (ctx: Context, origin: string, group: GroupRow, dates: readonly GroupDate[]): string => {
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

/** `/netzwerk/gruppen/:slug/termine.ics` */
export const file = routes().get("/:slug/termine.ics", async (page) => {
  const { ctx, origin } = page.var;
  const group = found(await findGroupBySlug(ctx, slugIn(page)));
  // Programs that fetch a calendar are nobody: they get what is open.
  const dates = await listGroupDates(ctx, group.id, false);
  return page.body(calendarFile(ctx, origin, group, dates), 200, {
    "content-type": "text/calendar; charset=utf-8",
  });
});

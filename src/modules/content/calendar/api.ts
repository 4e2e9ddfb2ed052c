import ical, { type ICalCalendar, ICalEventStatus } from "ical-generator";
import type { Context } from "#core/context.ts";
import { found } from "#core/errors.ts";
import { dayOf, zone } from "#core/local-time.ts";
import { plainWords } from "#core/markdown.ts";
import { routes, slugIn } from "#core/web.ts";
import { paths } from "#modules/content/paths.ts";
import { accessibilityName } from "#modules/organizations/vocabulary.ts";
import { say } from "./messages.ts";
import { type DateCard, findDate, findHostFeed, listFeedDates } from "./queries.ts";

const german = { language: "de" };

const description = (date: DateCard): string =>
  [
    date.canceledAt ? say(german)("canceledText") : "",
    plainWords(date.body),
    date.organization ?? "",
    date.admission,
    date.accessibility.map((code) => accessibilityName(german, code)).join(", "),
  ]
    .filter(Boolean)
    .join("\n");

// Calendars count all-day dates in days without a clock; noon keeps the day whatever reads it.
const dayOnly = (instant: Date): Date => new Date(`${dayOf(instant)}T12:00:00Z`);

const spanOf = ({ allDay, startsAt, endsAt }: DateCard) => {
  if (allDay) return { start: dayOnly(startsAt), end: dayOnly(endsAt), allDay };
  return +endsAt > +startsAt ? { start: startsAt, end: endsAt } : { start: startsAt };
};

const addDate = (calendar: ICalCalendar, ctx: Context, origin: string, date: DateCard): void => {
  calendar.createEvent({
    ...spanOf(date),
    // The id outlives every change of title, day and address.
    id: `${date.id}@${ctx.place.slug}.anlaufstelle`,
    sequence: date.revision,
    stamp: date.changedAt,
    lastModified: date.changedAt,
    summary: date.title,
    location: [date.whereText, date.postcode].filter(Boolean).join(", ") || null,
    description: description(date) || null,
    status: date.canceledAt ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    url: origin + paths.date(date.slug),
  });
};

/** The dates as iCalendar (RFC 5545), every instant in UTC, so that no reader needs our time zone. */
export const calendarFile = (
  ctx: Context,
  origin: string,
  dates: readonly DateCard[],
  name: string = say(german)("feedTitle", { town: ctx.place.name }),
): string => {
  const calendar = ical({
    name,
    prodId: { company: "Anlaufstelle", product: ctx.place.slug, language: "DE" },
    ttl: 3600,
  });
  for (const date of dates) addDate(calendar, ctx, origin, date);
  return calendar.toString();
};

/** The dates as plain JSON for whoever builds something with them. */
export const calendarData = (ctx: Context, origin: string, dates: readonly DateCard[]) => ({
  title: say(german)("feedTitle", { town: ctx.place.name }),
  licence: "CC0-1.0",
  timeZone: zone,
  url: origin + paths.calendar,
  dates: dates.map((date) => ({
    id: date.id,
    title: date.title,
    url: origin + paths.date(date.slug),
    start: date.allDay ? dayOf(date.startsAt) : date.startsAt.toISOString(),
    end: date.allDay ? dayOf(new Date(+date.endsAt - 1)) : date.endsAt.toISOString(),
    allDay: date.allDay,
    where: date.whereText,
    postcode: date.postcode,
    organization: date.organization,
    accessibility: date.accessibility,
    admission: date.admission,
    description: date.body,
    canceled: date.canceledAt !== null,
    changed: date.changedAt.toISOString(),
  })),
});

const fileType = { "content-type": "text/calendar; charset=utf-8" };

/** /kalender.ics */
export const file = routes().get("/", async (page) => {
  const ctx = page.get("ctx");
  return page.body(calendarFile(ctx, page.get("origin"), await listFeedDates(ctx)), 200, fileType);
});

/** /kalender.json */
export const data = routes().get("/", async (page) => {
  const ctx = page.get("ctx");
  return page.json(calendarData(ctx, page.get("origin"), await listFeedDates(ctx)));
});

/** /kalender/:slug/termin.ics */
export const single = routes().get("/:slug/termin.ics", async (page) => {
  const ctx = page.get("ctx");
  const date = found(await findDate(ctx, slugIn(page)));
  return page.body(calendarFile(ctx, page.get("origin"), [date]), 200, {
    ...fileType,
    "content-disposition": `attachment; filename="${date.slug}.ics"`,
  });
});

/** /organisationen/:slug/kalender.ics */
export const ofOrganization = routes().get("/:slug/kalender.ics", async (page) => {
  const ctx = page.get("ctx");
  const { name, dates } = found(await findHostFeed(ctx, slugIn(page)));
  const title = say(german)("feedTitleOfOne", { organization: name });
  return page.body(calendarFile(ctx, page.get("origin"), dates, title), 200, fileType);
});

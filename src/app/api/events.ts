import * as z from "zod";
import { dayOf, instantAt, plusDays } from "#core/local-time.ts";
import { type DateCard, findDate, listDates } from "#modules/content/calendar/queries.ts";
import { paths } from "#modules/content/paths.ts";
import { accessibilities } from "#modules/organizations/vocabulary.ts";
import { meaning } from "./meanings.ts";
import { cut, resource, slug } from "./resource.ts";

const Filters = z.object({
  from: z.iso.date({ error: "day" }).optional().describe(meaning("from")),
  to: z.iso.date({ error: "day" }).optional().describe(meaning("to")),
  organization: slug.optional().describe(meaning("organization")),
  accessibility: z.array(z.enum(accessibilities)).optional().describe(meaning("accessibility")),
});

const When = z.union([z.iso.datetime(), z.iso.date()]);

const Item = z.object({
  id: z.uuid(),
  slug: z.string(),
  url: z.url().describe(meaning("url")),
  title: z.string(),
  allDay: z.boolean(),
  start: When.describe(meaning("start")),
  end: When.describe(meaning("end")),
  where: z.string(),
  postcode: z.string().nullable(),
  accessibility: z.array(z.string()),
  admission: z.string(),
  organization: z
    .object({ name: z.string(), slug: z.string(), url: z.url().describe(meaning("url")) })
    .nullable(),
  canceled: z.boolean(),
  changedAt: z.iso.datetime(),
});

const Whole = Item.extend({ description: z.string().describe(meaning("markdown")) });

const hostOf = (origin: string, { organization: name, organizationSlug }: DateCard) =>
  name === null || organizationSlug === null
    ? null
    : { name, slug: organizationSlug, url: origin + paths.organization(organizationSlug) };

const itemOf = (origin: string, date: DateCard): z.input<typeof Item> => ({
  id: date.id,
  slug: date.slug,
  url: origin + paths.date(date.slug),
  title: date.title,
  allDay: date.allDay,
  start: date.allDay ? dayOf(date.startsAt) : date.startsAt.toISOString(),
  end: date.allDay ? dayOf(new Date(+date.endsAt - 1)) : date.endsAt.toISOString(),
  where: date.whereText,
  postcode: date.postcode,
  accessibility: date.accessibility,
  admission: date.admission,
  organization: hostOf(origin, date),
  canceled: date.canceledAt !== null,
  changedAt: date.changedAt.toISOString(),
});

const all = 5_000;

/** The shared calendar. */
export const events = resource({
  name: "events",
  noun: "Event",
  key: "keySlug",
  filters: Filters,
  item: Item,
  whole: Whole,
  example: "limit=2",
  find: async (ctx, { from, to, organization, accessibility }, call) => {
    const span = { from: from ? instantAt(from) : ctx.now, to: to ? instantAt(plusDays(to, 1)) : undefined };
    const dates = await listDates(ctx, { ...span, organization, accessibility }, all);
    return { total: dates.length, rows: cut(dates, call).map((date) => itemOf(call.origin, date)) };
  },
  open: async (ctx, key, origin) => {
    const date = await findDate(ctx, key);
    return date && { ...itemOf(origin, date), description: date.body };
  },
});

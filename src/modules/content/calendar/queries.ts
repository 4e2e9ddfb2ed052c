import { sql } from "kysely";
import type { Context } from "#core/context.ts";
import { dayAndTime, dayWithYear } from "#core/date.ts";
import type { Id } from "#core/id.ts";
import { dayOf } from "#core/local-time.ts";
import type { SearchHit } from "#core/module.ts";
import type { ProfileSource } from "#core/profile.ts";
import { paths } from "#modules/content/paths.ts";
import { say } from "./messages.ts";
import { hostsOf } from "./policy.ts";

const withHost = (ctx: Context) =>
  ctx.db
    .selectFrom("calendarDates as d")
    .leftJoin("organizations as o", (join) =>
      join
        .onRef("o.placeId", "=", "d.placeId")
        .onRef("o.id", "=", "d.organizationId")
        .on("o.hiddenAt", "is", null),
    )
    .select([
      "d.id",
      "d.slug",
      "d.title",
      "d.body",
      "d.startsAt",
      "d.endsAt",
      "d.allDay",
      "d.whereText",
      "d.postcode",
    ])
    .select(["d.accessibility", "d.admission", "d.changedAt", "d.revision", "d.publishedAt", "d.canceledAt"])
    .select(["d.organizationId", "o.name as organization", "o.slug as organizationSlug", "d.keptPath"]);

const published = (ctx: Context) => withHost(ctx).where("d.publishedAt", "is not", null);

/** The next dates that take place, for the front page. */
export const nextDates = (ctx: Context, limit: number) =>
  published(ctx)
    .where("d.endsAt", ">=", ctx.now)
    .where("d.canceledAt", "is", null)
    .orderBy("d.startsAt")
    .orderBy("d.id")
    .limit(Math.min(limit, 50))
    .execute();

export type DateCard = Awaited<ReturnType<typeof nextDates>>[number];

export type DateFilter = {
  readonly from: Date;
  readonly to?: Date | undefined;
  readonly organization?: string | undefined;
  readonly accessibility?: readonly string[] | undefined;
};

/** The dates of a span that match, canceled ones among them: who wanted to come must learn of it. */
export const listDates = (
  ctx: Context,
  { from, to, organization, accessibility = [] }: DateFilter,
  limit = 200,
) =>
  published(ctx)
    .where("d.endsAt", ">=", from)
    .$if(to !== undefined, (query) => query.where("d.startsAt", "<", to ?? from))
    .$if(organization !== undefined, (query) => query.where("o.slug", "=", organization ?? ""))
    .$if(accessibility.length > 0, (query) =>
      query.where("d.accessibility", "@>", sql<string[]>`${[...accessibility]}`),
    )
    .orderBy("d.startsAt")
    .orderBy("d.id")
    .limit(limit)
    .execute();

const rememberedDays = 90;
const feedSize = 1_000;

/** What the calendar feeds carry: what is ahead and the last three months. */
export const listFeedDates = (ctx: Context) =>
  listDates(ctx, { from: new Date(+ctx.now - rememberedDays * 86_400_000) }, feedSize);

/** The months from this one on that hold a date, as "2026-12". */
export const listMonths = async (ctx: Context): Promise<string[]> => {
  const month = sql<string>`to_char(starts_at at time zone 'Europe/Berlin', 'YYYY-MM')`;
  const rows = await ctx.db
    .selectFrom("calendarDates")
    .select(month.as("month"))
    .distinct()
    .where("publishedAt", "is not", null)
    .where(month, ">=", dayOf(ctx.now).slice(0, 7))
    .orderBy("month")
    .limit(12)
    .execute();
  return rows.map((row) => row.month);
};

/** The organizations with dates ahead, for the filter. */
export const listCalendarHosts = (ctx: Context) =>
  ctx.db
    .selectFrom("organizations")
    .select(["slug", "name"])
    .where("hiddenAt", "is", null)
    .where(
      "id",
      "in",
      ctx.db
        .selectFrom("calendarDates")
        .select("organizationId")
        .where("publishedAt", "is not", null)
        .where("organizationId", "is not", null)
        .where("endsAt", ">=", ctx.now)
        .$castTo<{ organizationId: Id<"organization"> }>(),
    )
    .orderBy("name")
    .limit(200)
    .execute();

/**
 * Dates that an author sees: all of the town, or those of the organizations they speak for. What another part of the
 * house keeps is changed there.
 */
const own = (ctx: Context) => {
  const where = hostsOf(ctx.actor);
  const written = withHost(ctx).where("d.keptFor", "is", null);
  if (where === "everywhere") return written;
  return written.where(sql<boolean>`d.organization_id = any(${[...where]}::uuid[])`);
};

/** One date. Drafts only for those who may change them. */
export const findDate = async (ctx: Context, slug: string) =>
  (await published(ctx).where("d.slug", "=", slug).executeTakeFirst()) ??
  (await own(ctx).where("d.slug", "=", slug).executeTakeFirst());

/** One date by its id, for those who may change it. */
export const findOwnDate = (ctx: Context, id: Id<"calendarDate">) =>
  own(ctx).where("d.id", "=", id).executeTakeFirst();

/** The dates one may change: those ahead first, then the past, newest first. */
export const listOwnDates = (ctx: Context) =>
  own(ctx)
    .orderBy(sql`d.ends_at < ${ctx.now}`)
    .orderBy(sql`case when d.ends_at >= ${ctx.now} then d.starts_at end`)
    .orderBy("d.startsAt", "desc")
    .limit(300)
    .execute();

/** The organizations in whose name one may announce a date. */
export const listOwnHosts = (ctx: Context) => {
  const where = hostsOf(ctx.actor);
  return ctx.db
    .selectFrom("organizations")
    .select(["id", "name"])
    .where("hiddenAt", "is", null)
    .where("mergedIntoId", "is", null)
    .$if(where !== "everywhere", (query) =>
      query.where(sql<boolean>`id = any(${where === "everywhere" ? [] : [...where]}::uuid[])`),
    )
    .orderBy("name")
    .limit(1_000)
    .execute();
};

/** Dates ahead for the search of the whole town. */
export const searchDates = async (ctx: Context, words: string): Promise<SearchHit[]> => {
  const rows = await published(ctx)
    .where("d.endsAt", ">=", ctx.now)
    .where(
      sql<boolean>`to_tsvector('german_plain', d.title || ' ' || d.where_text || ' ' || d.body) @@ websearch_to_tsquery('german_plain', ${words})`,
    )
    .orderBy("d.startsAt")
    .limit(10)
    .execute();
  return rows.map(({ slug, title, whereText, startsAt }) => ({
    kind: "date",
    title,
    href: paths.date(slug),
    text: [dayOf(startsAt).split("-").reverse().join("."), whereText].filter(Boolean).join(" · "),
    rank: 3,
  }));
};

/** The organizations whose own calendars show this date as well. */
export const listProvenance = (ctx: Context, id: Id<"calendarDate">) =>
  ctx.db
    .selectFrom("calendarCopies as c")
    .innerJoin("calendarSources as s", "s.id", "c.sourceId")
    .innerJoin("organizations as o", "o.id", "s.organizationId")
    .innerJoin("calendarDates as d", "d.id", "c.dateId")
    .select(["o.name", "o.slug"])
    .distinct()
    .where("c.dateId", "=", id)
    .where("s.endedAt", "is", null)
    .where("o.hiddenAt", "is", null)
    .where((where) =>
      where.or([where("d.organizationId", "is", null), where("o.id", "!=", where.ref("d.organizationId"))]),
    )
    .orderBy("o.name")
    .limit(20)
    .execute();

/** The dates of one organization as a feed; nothing when there is no such organization. */
export const findHostFeed = async (ctx: Context, slug: string) => {
  const host = await ctx.db
    .selectFrom("organizations")
    .select("name")
    .where("slug", "=", slug)
    .where("hiddenAt", "is", null)
    .where("mergedIntoId", "is", null)
    .executeTakeFirst();
  const from = new Date(+ctx.now - rememberedDays * 86_400_000);
  return host && { name: host.name, dates: await listDates(ctx, { from, organization: slug }, feedSize) };
};

/** The next dates of an organization, for its profile. */
export const profilePartOf: ProfileSource = async (ctx, { slug }) => {
  const dates = await listDates(ctx, { from: ctx.now, organization: slug }, 4);
  if (dates.length === 0) return undefined;
  const words = say(ctx);
  return {
    id: "termine",
    rank: 10,
    heading: words("menu"),
    items: dates.map(({ slug: date, title, startsAt, allDay, whereText, canceledAt }) => ({
      title,
      href: paths.date(date),
      kind: allDay ? dayWithYear(ctx, dayOf(startsAt)) : dayAndTime(ctx, startsAt),
      text: [canceledAt ? words("canceled") : "", whereText].filter(Boolean).join(" · "),
    })),
    link: { href: `${paths.calendar}?organisation=${slug}`, label: words("allDates") },
  };
};

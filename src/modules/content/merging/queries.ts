import { sql } from "kysely";
import type { Context } from "#core/context.ts";
import type { Id } from "#core/id.ts";
import type { CalendarEvent } from "#methods/calendar-file.ts";
import { type Copy, type KnownDate, type MergePlan, planMerge } from "#methods/calendar-merge.ts";

/** A calendar elsewhere, as far as merging needs to know it. */
export type Source = { readonly id: Id<"calendarSource">; readonly organizationId: Id<"organization"> };

type HostedDate = KnownDate & { readonly organization: string | null; readonly slug: string };

/** How long after it ended a date may still be moved into the future by its calendar. */
const remembered = 60 * 86_400_000;
const mostDates = 10_000;

const listCopies = async (ctx: Context, source: Source): Promise<readonly Copy[]> => {
  const { rows } = await sql<Copy>`
    select c.source_id, c.uid, c.instance, c.date_id, c.leads, c.fingerprint
    from calendar_copies c join calendar_dates d on d.place_id = c.place_id and d.id = c.date_id
    where (c.source_id = ${source.id} and d.ends_at >= ${new Date(+ctx.now - remembered)}) or d.ends_at >= ${ctx.now}
    order by c.seen_at, c.source_id, c.uid, c.instance limit ${2 * mostDates}`.execute(ctx.db);
  return rows;
};

const listDates = async (ctx: Context, source: Source): Promise<readonly HostedDate[]> => {
  const { rows } = await sql<HostedDate>`
    select d.id, d.slug, d.title, d.body as text, d.where_text, d.starts_at, d.ends_at, d.all_day,
      d.canceled_at is not null as canceled, d.organization_id, o.name as organization
    from calendar_dates d left join organizations o on o.place_id = d.place_id and o.id = d.organization_id
    where d.published_at is not null and (d.ends_at >= ${ctx.now} or (d.ends_at >= ${new Date(+ctx.now - remembered)}
      and exists (select from calendar_copies c
        where c.place_id = d.place_id and c.date_id = d.id and c.source_id = ${source.id})))
    order by d.starts_at, d.id limit ${mostDates}`.execute(ctx.db);
  return rows;
};

export type Comparison = {
  readonly plan: MergePlan;
  readonly copies: readonly Copy[];
  readonly dates: ReadonlyMap<string, HostedDate>;
};

/** What a calendar as it was read would change here. */
export const compare = async (
  ctx: Context,
  source: Source,
  events: readonly CalendarEvent[],
): Promise<Comparison> => {
  const copies = await listCopies(ctx, source);
  const dates = await listDates(ctx, source);
  const ourSuffix = `@${ctx.place.slug}.anlaufstelle`;
  const plan = planMerge({ sourceId: source.id, ourSuffix, events, copies, dates });
  return { plan, copies, dates: new Map(dates.map((date) => [date.id, date])) };
};

/** One line of what would come. */
export type PreviewLine = {
  readonly title: string;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly allDay: boolean;
  readonly whereText: string;
  /** The date of ours that already shows it. */
  readonly with: {
    readonly title: string;
    readonly slug: string;
    readonly organization: string | null;
  } | null;
};

const mostLines = 100;

/** What would come, and what of it stands here already: for whoever decides whether it may. */
export const previewOf = ({ plan, dates }: Comparison): readonly PreviewLine[] => {
  const joined = new Map(plan.join.map(({ event, dateId }) => [event, dates.get(dateId)]));
  return [...plan.make, ...plan.join.map(({ event }) => event)]
    .sort((one, other) => +one.startsAt - +other.startsAt)
    .slice(0, mostLines)
    .map((event) => {
      const { title, startsAt, endsAt, allDay, whereText } = event;
      const date = joined.get(event);
      return {
        title,
        startsAt: startsAt.toISOString(),
        endsAt: endsAt.toISOString(),
        allDay,
        whereText,
        with: date ? { title: date.title, slug: date.slug, organization: date.organization } : null,
      };
    });
};

import { type RawBuilder, sql } from "kysely";
import { reach } from "#core/actor.ts";
import type { Context } from "#core/context.ts";
import type { Id } from "#core/id.ts";
import { dayOf } from "#core/local-time.ts";
import type { Named } from "#core/traceable.ts";
import { type FieldId, objectiveOf, type TopicId } from "#modules/strategy/fields/queries.ts";
import { paths } from "#modules/strategy/paths.ts";
import { may } from "#modules/strategy/policy.ts";
import type { Measure } from "#modules/strategy/schema.ts";

export type MeasureId = Id<"measure">;

export const mostMeasures = 500;

/** In these states something is still to be done. */
export const openStates = ["planned", "running", "changed"] as const satisfies readonly Measure["state"][];
export const isOpen = (state: Measure["state"]): boolean => openStates.some((open) => open === state);

// Everybody sees what is public, its owner and the office all of it.
const visible = (ctx: Context): RawBuilder<boolean> => {
  if (may.run(ctx)) return sql<boolean>`true`;
  const own = [reach(ctx.actor, "representative"), reach(ctx.actor, "partner")].flatMap((where) =>
    where === "everywhere" ? [] : [...where],
  );
  return sql<boolean>`(m.public or m.organization_id = any(${own}::uuid[]))`;
};

const measures = (ctx: Context) =>
  ctx.db
    .selectFrom("measures as m")
    .innerJoin("strategyObjectives as o", "o.topicId", "m.topicId")
    .innerJoin("topics as t", "t.id", "o.topicId")
    .innerJoin("actionFields as f", "f.id", "o.fieldId")
    .leftJoin("organizations as g", "g.id", "m.organizationId")
    .where(visible(ctx))
    .selectAll("m")
    .select([
      "t.title as objective",
      "t.number as objectiveNumber",
      "f.id as fieldId",
      "f.title as field",
      "f.slug as fieldSlug",
    ])
    .select(({ fn, ref }) => [
      fn<string>("concat_ws", [sql.lit(", "), ref("g.name"), sql`nullif(m.owner_words, '')`]).as("owner"),
      sql<string | null>`case when g.hidden_at is null and g.merged_into_id is null then g.slug end`.as(
        "ownerSlug",
      ),
    ]);

type Filter = {
  readonly field?: FieldId | undefined;
  readonly objective?: TopicId | undefined;
  readonly organization?: Id<"organization"> | undefined;
  readonly state?: Measure["state"] | undefined;
  readonly light?: Measure["light"] | undefined;
  readonly overdue?: boolean | undefined;
};

/** The measures the asker may see, in the order of fields, objectives and numbers. */
export const listMeasures = (ctx: Context, filter: Filter = {}) => {
  let query = measures(ctx);
  if (filter.field) query = query.where("f.id", "=", filter.field);
  if (filter.objective) query = query.where("m.topicId", "=", objectiveOf(filter.objective));
  if (filter.organization) query = query.where("m.organizationId", "=", filter.organization);
  if (filter.state) query = query.where("m.state", "=", filter.state);
  if (filter.light) query = query.where("m.light", "=", filter.light);
  if (filter.overdue) query = query.where("m.state", "in", openStates).where("m.dueOn", "<", dayOf(ctx.now));
  return query.orderBy("f.position").orderBy("o.position").orderBy("m.number").limit(mostMeasures).execute();
};
export type MeasureRow = Awaited<ReturnType<typeof listMeasures>>[number];

export const findMeasure = (ctx: Context, id: MeasureId): Promise<MeasureRow | undefined> =>
  measures(ctx).where("m.id", "=", id).executeTakeFirst();

export const findMeasureByNumber = (ctx: Context, number: number): Promise<MeasureRow | undefined> =>
  measures(ctx).where("m.number", "=", number).executeTakeFirst();

/** Late: its day is over, and something is still to be done. */
export const isLate = (
  ctx: Pick<Context, "now">,
  { state, dueOn }: Pick<Measure, "state" | "dueOn">,
): boolean => isOpen(state) && dueOn < dayOf(ctx.now);

/** The steps on the way, the first first. */
export const listMilestones = (ctx: Context, measure: MeasureId) =>
  ctx.db
    .selectFrom("measureMilestones")
    .select(["id", "title", "dueOn", "doneOn"])
    .where("measureId", "=", measure)
    .orderBy("dueOn")
    .orderBy("id")
    .limit(100)
    .execute();
export type MilestoneRow = Awaited<ReturnType<typeof listMilestones>>[number];

/** How a measure went on, the latest first; who wrote it is nobody's business but the office's. */
export const listUpdates = (ctx: Context, measure: MeasureId) =>
  ctx.db
    .selectFrom("measureUpdates")
    .select(["id", "happenedOn", "state", "light", "words", "fileId", "madeAt"])
    .where("measureId", "=", measure)
    .orderBy("happenedOn", "desc")
    .orderBy("madeAt", "desc")
    .limit(200)
    .execute();
export type UpdateRow = Awaited<ReturnType<typeof listUpdates>>[number];

/** What changed lately in all measures the asker may see, the latest first. */
export const listLatestUpdates = (ctx: Context, since: string, limit = 30) =>
  ctx.db
    .selectFrom("measureUpdates as u")
    .innerJoin("measures as m", "m.id", "u.measureId")
    .where(visible(ctx))
    .where("u.happenedOn", ">=", since)
    .select(["u.id", "u.happenedOn", "u.state", "u.light", "u.words", "m.number", "m.title"])
    .orderBy("u.happenedOn", "desc")
    .orderBy("u.madeAt", "desc")
    .limit(limit)
    .execute();

/** Measures whose check is due by this day, the longest waiting first. */
export const listChecks = (ctx: Context, day: string): Promise<MeasureRow[]> =>
  measures(ctx)
    .where("m.state", "in", openStates)
    .where("m.checkOn", "<=", day)
    .orderBy("m.checkOn")
    .limit(mostMeasures)
    .execute();

const named = ({ id, number, title }: MeasureRow): Named => ({
  kind: "measure",
  id,
  title,
  path: paths.measure(number),
});

export const nameMeasures = async (ctx: Context, ids: readonly MeasureId[]): Promise<readonly Named[]> =>
  (
    await measures(ctx)
      .where("m.id", "in", [...ids])
      .limit(ids.length)
      .execute()
  ).map(named);

export const likeWords = (words: string): string => `%${words.replaceAll(/[\\%_]/gu, "\\$&")}%`;

export const findMeasures = async (ctx: Context, words: string): Promise<readonly Named[]> =>
  (
    await measures(ctx)
      .where("m.title", "ilike", likeWords(words))
      .orderBy("m.number", "desc")
      .limit(8)
      .execute()
  ).map(named);

/**
 * Open measures behind which there is nothing but objectives, problems and questions of the consortium itself: no
 * card, no answer, no proposal. Topics lead to what hangs below them, whether somebody tied that or not.
 */
export const listUnasked = async (ctx: Context) => {
  const { rows } = await sql<{ id: MeasureId; number: number; title: string }>`
    with recursive up as (
      select m.id as measure_id, 'topic' as kind, m.topic_id as id, 1 as depth
      from measures m where m.state in ('planned', 'running', 'changed')
      union
      select m.id, t.from_kind, t.from_id, 1 from measures m
      join threads t on t.to_kind = 'measure' and t.to_id = m.id
      where m.state in ('planned', 'running', 'changed')
      union
      select up.measure_id, next.kind, next.id, up.depth + 1
      from up cross join lateral (
        select t.from_kind as kind, t.from_id as id from threads t where t.to_kind = up.kind and t.to_id = up.id
        union all
        select 'topic', p.parent_id from topics p where up.kind = 'topic' and p.id = up.id and p.parent_id is not null
      ) next
      where up.kind = 'topic' and up.depth < 6
    )
    select m.id, m.number, m.title from measures m
    where m.state in ('planned', 'running', 'changed')
      and not exists (select from up where up.measure_id = m.id and up.kind not in ('topic', 'measure'))
    order by m.number limit 100`.execute(ctx.db);
  return rows;
};

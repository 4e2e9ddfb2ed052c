import { sql } from "kysely";
import type { Context } from "#core/context.ts";
import { daysBetween } from "#core/date.ts";
import type { Id } from "#core/id.ts";
import { dayOf } from "#core/local-time.ts";
import type { Named } from "#core/traceable.ts";
import { type Stand, staleAfterDays, standOn } from "#methods/indicator-stand.ts";
import { objectiveOf, type TopicId } from "#modules/strategy/fields/queries.ts";
import { likeWords, type MeasureId } from "#modules/strategy/measures/queries.ts";
import { paths } from "#modules/strategy/paths.ts";
import { may } from "#modules/strategy/policy.ts";
import type { Indicator } from "#modules/strategy/schema.ts";

export type IndicatorId = Id<"indicator">;

export const mostIndicators = 500;

// What a measure that is not public comes to is not public either.
const indicators = (ctx: Context) =>
  ctx.db
    .selectFrom("indicators as i")
    .leftJoin("measures as m", "m.id", "i.measureId")
    .innerJoin("topics as t", (join) => join.on("t.id", "=", sql`coalesce(i.topic_id, m.topic_id)`))
    .innerJoin("strategyObjectives as o", "o.topicId", "t.id")
    .innerJoin("actionFields as f", "f.id", "o.fieldId")
    .leftJoinLateral(
      (from) =>
        from
          .selectFrom("indicatorValues as v")
          .select(["v.value", "v.measuredOn", "v.source"])
          .whereRef("v.indicatorId", "=", "i.id")
          .orderBy("v.measuredOn", "desc")
          .limit(1)
          .as("last"),
      (join) => join.onTrue(),
    )
    .$if(!may.run(ctx), (query) => query.where(sql<boolean>`(m.id is null or m.public)`))
    .selectAll("i")
    .select([
      "m.number as measureNumber",
      "m.title as measure",
      "t.id as objectiveId",
      "t.number as objectiveNumber",
      "t.title as objective",
      "f.id as fieldId",
      "f.title as field",
      "last.value as lastValue",
      "last.measuredOn as lastOn",
      "last.source as lastSource",
    ]);

type Filter = { readonly measure?: MeasureId | undefined; readonly objective?: TopicId | undefined };

/** The indicators the asker may see, in the order of fields and objectives; of one measure or objective when asked. */
export const listIndicators = (ctx: Context, { measure, objective }: Filter = {}) => {
  let query = indicators(ctx);
  if (measure) query = query.where("i.measureId", "=", measure);
  if (objective) query = query.where("i.topicId", "=", objectiveOf(objective));
  return query
    .orderBy("f.position")
    .orderBy("o.position")
    .orderBy("i.number")
    .limit(mostIndicators)
    .execute();
};
export type IndicatorRow = Awaited<ReturnType<typeof listIndicators>>[number];

export const findIndicator = (ctx: Context, id: IndicatorId): Promise<IndicatorRow | undefined> =>
  indicators(ctx).where("i.id", "=", id).executeTakeFirst();

export const findIndicatorByNumber = (ctx: Context, number: number): Promise<IndicatorRow | undefined> =>
  indicators(ctx).where("i.number", "=", number).executeTakeFirst();

/** Everything that was measured, the earliest first. */
export const listValues = (ctx: Context, indicator: IndicatorId) =>
  ctx.db
    .selectFrom("indicatorValues")
    .select(["id", "value", "measuredOn", "source", "madeAt"])
    .where("indicatorId", "=", indicator)
    .orderBy("measuredOn")
    .limit(500)
    .execute();
export type ValueRow = Awaited<ReturnType<typeof listValues>>[number];

/** Where it stands today, by its latest value. */
export const standOf = (
  ctx: Pick<Context, "now">,
  row: Pick<Indicator, "direction" | "baseline" | "baselineOn" | "target" | "targetOn"> &
    Pick<IndicatorRow, "lastValue" | "lastOn">,
): Stand =>
  standOn(
    row,
    row.lastValue === null || row.lastOn === null
      ? undefined
      : { value: row.lastValue, measuredOn: row.lastOn },
    dayOf(ctx.now),
  );

/** Without a value for thirteen months, or since they began; whose target's day is long over rest. */
export const listUnmeasured = async (ctx: Context): Promise<readonly IndicatorRow[]> =>
  (await listIndicators(ctx)).filter(
    ({ lastOn, baselineOn }) => daysBetween(lastOn ?? baselineOn, ctx.now) > staleAfterDays,
  );

export const namedIndicator = ({ id, number, title }: IndicatorRow): Named => ({
  kind: "indicator",
  id,
  title,
  path: paths.indicator(number),
});

export const nameIndicators = async (ctx: Context, ids: readonly IndicatorId[]): Promise<readonly Named[]> =>
  (
    await indicators(ctx)
      .where("i.id", "in", [...ids])
      .limit(ids.length)
      .execute()
  ).map(namedIndicator);

export const findIndicators = async (ctx: Context, words: string): Promise<readonly Named[]> =>
  (
    await indicators(ctx)
      .where("i.title", "ilike", likeWords(words))
      .orderBy("i.number", "desc")
      .limit(8)
      .execute()
  ).map(namedIndicator);

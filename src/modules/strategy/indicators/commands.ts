import { sql } from "kysely";
import * as z from "zod";
import type { Context } from "#core/context.ts";
import { allow, found } from "#core/errors.ts";
import { record } from "#core/events.ts";
import { type Id, isId } from "#core/id.ts";
import { day, line } from "#core/input.ts";
import { dayOf } from "#core/local-time.ts";
import { done, type Outcome, refused } from "#core/outcome.ts";
import { findObjective, type ObjectiveId, topicOf } from "#modules/strategy/fields/queries.ts";
import { tieAsHouse } from "#modules/strategy/measures/commands.ts";
import { findMeasure, type MeasureId } from "#modules/strategy/measures/queries.ts";
import { may } from "#modules/strategy/policy.ts";
import { directions } from "#modules/strategy/vocabulary.ts";
import type { IndicatorId } from "./queries.ts";

const german = /^-?(?:\d{1,3}(?:\.\d{3})+|\d{1,12})(?:,\d{1,6})?$/u;
const english = /^-?\d{1,12}\.\d{1,6}$/u;

/** A number as people write it, "1.234,5" or "12,5"; with `error: "figure"` when it is none. */
export const figure = (min = -1e12, max = 1e12) =>
  z
    .string()
    .transform((text, issues) => {
      const plain = text.replace(/\s/gu, "").replace("−", "-");
      if (german.test(plain)) return Number(plain.replaceAll(".", "").replace(",", "."));
      if (english.test(plain)) return Number(plain);
      issues.addIssue({ code: "custom", message: "figure" });
      return z.NEVER;
    })
    .pipe(z.number().min(min).max(max));

const optionalId = <Kind extends string>() =>
  z
    .string()
    .refine((text): text is Id<Kind> => isId<Kind>(text), { error: "choose" })
    .optional()
    .transform((value) => value ?? null);

/** From where, to where, until when, with the source of where it began; it shows an objective or a measure. */
export const IndicatorInput = z
  .object({
    topicId: optionalId<"strategyObjective">(),
    measureId: optionalId<"measure">(),
    title: line(300),
    unit: line(60),
    direction: z.enum(directions),
    baseline: figure(),
    baselineOn: day,
    baselineSource: line(500),
    target: figure(),
    targetOn: day,
  })
  .refine(({ topicId, measureId }) => (topicId === null) !== (measureId === null), {
    error: "one",
    path: ["topicId"],
  })
  .refine(({ baselineOn, targetOn }) => targetOn > baselineOn, { error: "order", path: ["targetOn"] })
  .refine(({ direction, baseline, target }) => (direction === "up" ? target > baseline : target < baseline), {
    error: "direction",
    path: ["target"],
  });
export type IndicatorInput = z.output<typeof IndicatorInput>;

/** A value has its day and its source, always. */
export const ValueInput = z.object({ value: figure(), measuredOn: day, source: line(500) });
export type ValueInput = z.output<typeof ValueInput>;

export type ValueRefusal = "ahead" | "beforeBaseline";

const myself = ({ actor }: Context): Id<"person"> | null => (actor.kind === "person" ? actor.id : null);

const nextNumber = async (ctx: Context): Promise<number> => {
  await sql`select pg_advisory_xact_lock(hashtext('indicators'), hashtext(${ctx.place.id}))`.execute(ctx.db);
  const { last } = await ctx.db
    .selectFrom("indicators")
    .select(({ fn }) => fn.max("number").as("last"))
    .executeTakeFirstOrThrow();
  return Number(last ?? 0) + 1;
};

// Both ends must be there for whoever writes.
const mindSubject = async (
  ctx: Context,
  topicId: ObjectiveId | null,
  measureId: MeasureId | null,
): Promise<{ readonly kind: string; readonly id: string }> => {
  if (measureId) return { kind: "measure", id: found(await findMeasure(ctx, measureId)).id };
  return { kind: "topic", id: found(await findObjective(ctx, topicOf(found(topicId)))).topicId };
};

/** Writes down what shows whether it works; it gets the next number and is tied to what it shows. */
export const addIndicator = async (
  ctx: Context,
  input: IndicatorInput,
): Promise<{ readonly id: IndicatorId; readonly number: number }> => {
  allow(may.run(ctx));
  const subject = await mindSubject(ctx, input.topicId, input.measureId);
  const number = await nextNumber(ctx);
  const { id } = await ctx.db
    .insertInto("indicators")
    .values({ ...input, number })
    .returning("id")
    .executeTakeFirstOrThrow();
  await tieAsHouse(ctx, subject, { kind: "indicator", id });
  await record(ctx, "indicator.added", id, { title: input.title });
  return { id, number };
};

/** Changes its words or its aim; the old aim stays in the events. */
export const changeIndicator = async (
  ctx: Context,
  id: IndicatorId,
  input: IndicatorInput,
): Promise<void> => {
  allow(may.run(ctx));
  const before = found(
    await ctx.db.selectFrom("indicators").selectAll().where("id", "=", id).forUpdate().executeTakeFirst(),
  );
  const subject = await mindSubject(ctx, input.topicId, input.measureId);
  await ctx.db.updateTable("indicators").set(input).where("id", "=", id).execute();
  await tieAsHouse(ctx, subject, { kind: "indicator", id });
  const { title, target, targetOn } = before;
  await record(ctx, "indicator.changed", id, {
    from: { title, target, targetOn },
    to: { title: input.title, target: input.target, targetOn: input.targetOn },
  });
};

/** What it came to on a day, and who says so; a second value of one day replaces the first. */
export const addValue = async (
  ctx: Context,
  id: IndicatorId,
  input: ValueInput,
): Promise<Outcome<Id<"indicatorValue">, ValueRefusal>> => {
  allow(may.run(ctx));
  const { baselineOn } = found(
    await ctx.db
      .selectFrom("indicators")
      .select("baselineOn")
      .where("id", "=", id)
      .forUpdate()
      .executeTakeFirst(),
  );
  if (input.measuredOn > dayOf(ctx.now)) return refused("ahead");
  if (input.measuredOn <= baselineOn) return refused("beforeBaseline");
  const row = await ctx.db
    .insertInto("indicatorValues")
    .values({ ...input, indicatorId: id, madeBy: myself(ctx) })
    .onConflict((conflict) =>
      conflict
        .columns(["placeId", "indicatorId", "measuredOn"])
        .doUpdateSet({ value: input.value, source: input.source, madeBy: myself(ctx), madeAt: ctx.now }),
    )
    .returning("id")
    .executeTakeFirstOrThrow();
  await record(ctx, "indicator.measured", id, input);
  return done(row.id);
};

/** Takes a value away that was typed wrong. */
export const removeValue = async (
  ctx: Context,
  id: IndicatorId,
  value: Id<"indicatorValue">,
): Promise<void> => {
  allow(may.run(ctx));
  const row = await ctx.db
    .deleteFrom("indicatorValues")
    .where("id", "=", value)
    .where("indicatorId", "=", id)
    .returning(["value", "measuredOn", "source"])
    .executeTakeFirst();
  if (row) await record(ctx, "indicator.value_removed", id, row);
};

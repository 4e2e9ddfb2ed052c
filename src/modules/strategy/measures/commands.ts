import { sql } from "kysely";
import * as z from "zod";
import { system } from "#core/actor.ts";
import type { Context } from "#core/context.ts";
import { allow, found } from "#core/errors.ts";
import { record } from "#core/events.ts";
import { type Id, isId } from "#core/id.ts";
import { amount, day, line, paragraph, tick } from "#core/input.ts";
import { dayOf } from "#core/local-time.ts";
import { done, type Outcome, refused } from "#core/outcome.ts";
import { closeTask } from "#modules/desk/commands.ts";
import { findObjective, type ObjectiveId, objectiveOf, topicOf } from "#modules/strategy/fields/queries.ts";
import { may } from "#modules/strategy/policy.ts";
import type { Measure } from "#modules/strategy/schema.ts";
import { lights, measureStates } from "#modules/strategy/vocabulary.ts";
import { tie } from "#modules/threads/commands.ts";
import { say } from "./messages.ts";
import { isOpen, type MeasureId } from "./queries.ts";

const optional = (max: number) =>
  paragraph(max)
    .optional()
    .transform((value) => value ?? "");

/** What is done for an objective, by whom until when; the owner is an organization, a name, or both. */
export const MeasureInput = z
  .object({
    title: line(300),
    words: optional(10_000),
    topicId: z
      .string()
      .refine((text): text is ObjectiveId => isId<"strategyObjective">(text), { error: "choose" }),
    organizationId: z
      .string()
      .refine((text): text is Id<"organization"> => isId<"organization">(text), { error: "choose" })
      .optional()
      .transform((value) => value ?? null),
    ownerWords: line(200)
      .optional()
      .transform((value) => value ?? ""),
    budgetCents: amount(0, 100_000_000_000)
      .optional()
      .transform((value) => value ?? null),
    budgetWords: optional(500),
    startsOn: day,
    dueOn: day,
    public: tick,
  })
  .refine(({ organizationId, ownerWords }) => organizationId !== null || ownerWords !== "", {
    error: "who",
    path: ["ownerWords"],
  })
  .refine(({ startsOn, dueOn }) => dueOn >= startsOn, { error: "order", path: ["dueOn"] });
export type MeasureInput = z.output<typeof MeasureInput>;

/** How it goes and why: it is kept, changed, done or dropped. */
export const UpdateInput = z.object({
  happenedOn: day,
  state: z.enum(measureStates),
  light: z.enum(lights),
  words: paragraph(4_000),
});
export type UpdateInput = z.output<typeof UpdateInput>;

export const MilestoneInput = z.object({ title: line(300), dueOn: day });
export type MilestoneInput = z.output<typeof MilestoneInput>;

export type MeasureRefusal = "noObjective";
export type UpdateRefusal = "ahead";

const myself = ({ actor }: Context): Id<"person"> | null => (actor.kind === "person" ? actor.id : null);

/** The same day so many months later; of a month that is shorter its last day. */
export const monthsLater = (from: string, months: number): string => {
  const [year = 0, month = 1, date = 1] = from.split("-").map(Number);
  const last = new Date(Date.UTC(year, month - 1 + months + 1, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + months, Math.min(date, last))).toISOString().slice(0, 10);
};

// Every half-year somebody says whether it is kept, changed or dropped.
const monthsBetweenChecks = 6;

/** Threads are tied by the house: who keeps the strategy need not be of the office. */
export const tieAsHouse = (
  ctx: Context,
  from: Parameters<typeof tie>[1],
  to: Parameters<typeof tie>[2],
  words = "",
) => tie({ ...ctx, actor: system }, from, to, words);

// Numbers are given one after the other, whoever writes at the same moment.
const nextNumber = async (ctx: Context): Promise<number> => {
  await sql`select pg_advisory_xact_lock(hashtext('measures'), hashtext(${ctx.place.id}))`.execute(ctx.db);
  const { last } = await ctx.db
    .selectFrom("measures")
    .select(({ fn }) => fn.max("number").as("last"))
    .executeTakeFirstOrThrow();
  return Number(last ?? 0) + 1;
};

/** Takes a measure up for an objective; it gets the next number and is tied to what it is for. */
export const addMeasure = async (
  ctx: Context,
  input: MeasureInput,
): Promise<Outcome<{ readonly id: MeasureId; readonly number: number }, MeasureRefusal>> => {
  allow(may.run(ctx));
  if (!(await findObjective(ctx, topicOf(input.topicId)))) return refused("noObjective");
  const number = await nextNumber(ctx);
  const { id } = await ctx.db
    .insertInto("measures")
    .values({
      ...input,
      number,
      checkOn: monthsLater(input.startsOn, monthsBetweenChecks),
      madeBy: myself(ctx),
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  await tieAsHouse(ctx, { kind: "topic", id: input.topicId }, { kind: "measure", id });
  await record(ctx, "measure.added", id, { title: input.title, topicId: input.topicId });
  return done({ id, number });
};

const locked = async (ctx: Context, id: MeasureId): Promise<Measure> => {
  allow(may.run(ctx));
  return found(
    await ctx.db.selectFrom("measures").selectAll().where("id", "=", id).forUpdate().executeTakeFirst(),
  );
};

/** Changes what it is; how it goes is said by `updateMeasure`. For another objective it is tied to that one too. */
export const changeMeasure = async (
  ctx: Context,
  id: MeasureId,
  input: MeasureInput,
): Promise<Outcome<null, MeasureRefusal>> => {
  const before = await locked(ctx, id);
  if (!(await findObjective(ctx, topicOf(input.topicId)))) return refused("noObjective");
  await ctx.db
    .updateTable("measures")
    .set({ ...input, topicId: objectiveOf(input.topicId), changedAt: ctx.now })
    .where("id", "=", id)
    .execute();
  if (before.topicId !== input.topicId)
    await tieAsHouse(ctx, { kind: "topic", id: input.topicId }, { kind: "measure", id });
  const { title, dueOn, organizationId } = before;
  await record(ctx, "measure.changed", id, {
    from: { title, dueOn, organizationId },
    to: { title: input.title, dueOn: input.dueOn, organizationId: input.organizationId },
  });
  return done(null);
};

/** Says how it goes, and why. That counts as its check: the next one is due half a year later, while it goes on. */
export const updateMeasure = async (
  ctx: Context,
  id: MeasureId,
  input: UpdateInput,
): Promise<Outcome<Id<"measureUpdate">, UpdateRefusal>> => {
  const { title, number, checkedOn } = await locked(ctx, id);
  if (input.happenedOn > dayOf(ctx.now)) return refused("ahead");
  const row = await ctx.db
    .insertInto("measureUpdates")
    .values({ ...input, measureId: id, madeBy: myself(ctx) })
    .returning("id")
    .executeTakeFirstOrThrow();
  const { state, light, words, happenedOn } = input;
  // What is written down later about an earlier day stands in the history and moves nothing.
  if (checkedOn === null || happenedOn >= checkedOn) {
    const checkOn = isOpen(state) ? monthsLater(happenedOn, monthsBetweenChecks) : null;
    await ctx.db
      .updateTable("measures")
      .set({ state, light, stateWords: words, checkedOn: happenedOn, checkOn, changedAt: ctx.now })
      .where("id", "=", id)
      .execute();
    await closeTask(ctx, "strategy", id, say(ctx)("taskClosed"));
  }
  await record(ctx, "measure.updated", id, { state, light, title, number });
  return done(row.id);
};

export const addMilestone = async (
  ctx: Context,
  measureId: MeasureId,
  input: MilestoneInput,
): Promise<Id<"measureMilestone">> => {
  await locked(ctx, measureId);
  const { id } = await ctx.db
    .insertInto("measureMilestones")
    .values({ ...input, measureId })
    .returning("id")
    .executeTakeFirstOrThrow();
  await record(ctx, "measure.milestone_added", measureId, input);
  return id;
};

/** A step is done on a day, or with null not done after all. */
export const finishMilestone = async (
  ctx: Context,
  measureId: MeasureId,
  id: Id<"measureMilestone">,
  doneOn: string | null,
): Promise<void> => {
  await locked(ctx, measureId);
  const row = await ctx.db
    .updateTable("measureMilestones")
    .set({ doneOn })
    .where("id", "=", id)
    .where("measureId", "=", measureId)
    .returning("title")
    .executeTakeFirst();
  await record(ctx, "measure.milestone_moved", measureId, { title: found(row).title, doneOn });
};

export const removeMilestone = async (
  ctx: Context,
  measureId: MeasureId,
  id: Id<"measureMilestone">,
): Promise<void> => {
  await locked(ctx, measureId);
  const row = await ctx.db
    .deleteFrom("measureMilestones")
    .where("id", "=", id)
    .where("measureId", "=", measureId)
    .returning("title")
    .executeTakeFirst();
  if (row) await record(ctx, "measure.milestone_removed", measureId, row);
};

/** What an organization did is done by the one it was merged into. */
export const moveMeasures = async (
  ctx: Context,
  from: Id<"organization">,
  into: Id<"organization">,
): Promise<void> => {
  await ctx.db
    .updateTable("measures")
    .set({ organizationId: into })
    .where("organizationId", "=", from)
    .execute();
};

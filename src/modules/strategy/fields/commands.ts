import * as z from "zod";
import type { Context } from "#core/context.ts";
import { allow, found } from "#core/errors.ts";
import { record } from "#core/events.ts";
import { isId } from "#core/id.ts";
import { line, paragraph, whole } from "#core/input.ts";
import { dayOf } from "#core/local-time.ts";
import { done, type Outcome, refused } from "#core/outcome.ts";
import { freeSlug, slugOf } from "#core/slug.ts";
import { may } from "#modules/strategy/policy.ts";
import { type FieldId, findField, listFields, type TopicId } from "./queries.ts";
import { startFieldName, startFields } from "./vocabulary.ts";

const optional = (max: number) =>
  paragraph(max)
    .optional()
    .transform((value) => value ?? "");

export const FieldInput = z.object({
  title: line(300),
  words: optional(6_000),
  position: whole(0, 1_000).optional(),
});
export type FieldInput = z.output<typeof FieldInput>;

/** An objective of the consortium gets its field, and a year by which it is to be reached. */
export const PlacementInput = z.object({
  topicId: z.string().refine((text): text is TopicId => isId<"topic">(text), { error: "choose" }),
  fieldId: z.string().refine((text): text is FieldId => isId<"actionField">(text), { error: "choose" }),
  untilYear: whole(2_000, 2_200)
    .optional()
    .transform((value) => value ?? null),
});

const insertFields = async (ctx: Context, titles: readonly FieldInput[]): Promise<readonly FieldId[]> => {
  const known = await listFields(ctx, true);
  const taken = known.map(({ slug }) => slug);
  const last = Math.max(0, ...known.map(({ position }) => position));
  const rows = titles.map(({ title, words, position }, index) => {
    const slug = freeSlug(slugOf(title, "feld"), taken);
    taken.push(slug);
    return { slug, title, words, position: position ?? last + index + 1 };
  });
  const made = await ctx.db.insertInto("actionFields").values(rows).returning(["id", "title"]).execute();
  for (const { id, title } of made) await record(ctx, "action_field.added", id, { title });
  return made.map(({ id }) => id);
};

/** Begins with the seven fields of the first town, in the language of the reader; refused where there are fields. */
export const startWithFields = async (ctx: Context): Promise<Outcome<readonly FieldId[], "there">> => {
  allow(may.run(ctx));
  if ((await listFields(ctx, true)).length > 0) return refused("there");
  const titles = startFields.map((code) => ({ title: startFieldName(ctx, code), words: "" }));
  return done(await insertFields(ctx, titles));
};

export const addField = async (ctx: Context, input: FieldInput): Promise<FieldId> => {
  allow(may.run(ctx));
  const [id] = await insertFields(ctx, [input]);
  return found(id);
};

/** Its address stays, so that what was printed keeps leading here. */
export const changeField = async (ctx: Context, id: FieldId, input: FieldInput): Promise<void> => {
  allow(may.run(ctx));
  const { title, words, position } = found(await findField(ctx, id));
  await ctx.db
    .updateTable("actionFields")
    .set({ title: input.title, words: input.words, position: input.position ?? position })
    .where("id", "=", id)
    .execute();
  await record(ctx, "action_field.changed", id, {
    from: { title, words },
    to: { title: input.title, words: input.words },
  });
};

/** A field ends, or goes on; what was done in it stays to be read. */
export const endField = async (ctx: Context, id: FieldId, ends: boolean): Promise<void> => {
  allow(may.run(ctx));
  found(await findField(ctx, id));
  await ctx.db
    .updateTable("actionFields")
    .set({ endedOn: ends ? dayOf(ctx.now) : null })
    .where("id", "=", id)
    .execute();
  await record(ctx, ends ? "action_field.ended" : "action_field.resumed", id);
};

export type PlacementRefusal = "noObjective";

/** Puts an objective of the consortium into a field; called again it moves there. */
export const placeObjective = async (
  ctx: Context,
  topicId: TopicId,
  fieldId: FieldId,
  untilYear: number | null = null,
): Promise<Outcome<TopicId, PlacementRefusal>> => {
  allow(may.run(ctx));
  found(await findField(ctx, fieldId));
  const topic = found(
    await ctx.db.selectFrom("topics").select("kind").where("id", "=", topicId).executeTakeFirst(),
  );
  if (topic.kind !== "objective") return refused("noObjective");
  const { last } = await ctx.db
    .selectFrom("strategyObjectives")
    .select(({ fn }) => fn.max("position").as("last"))
    .where("fieldId", "=", fieldId)
    .executeTakeFirstOrThrow();
  await ctx.db
    .insertInto("strategyObjectives")
    .values({ topicId, fieldId, untilYear, position: Number(last ?? 0) + 1 })
    .onConflict((conflict) => conflict.columns(["placeId", "topicId"]).doUpdateSet({ fieldId, untilYear }))
    .execute();
  await record(ctx, "objective.placed", topicId, { fieldId, untilYear });
  return done(topicId);
};

import type { Context } from "#core/context.ts";
import type { Id } from "#core/id.ts";

export type FieldId = Id<"actionField">;
export type TopicId = Id<"topic">;
/** An objective is a topic of the consortium that has its place in a field; the topic's id names both. */
export type ObjectiveId = Id<"strategyObjective">;

/** The objective a topic became. */
export const objectiveOf = (topic: TopicId | ObjectiveId): ObjectiveId => topic as ObjectiveId;
export const topicOf = (objective: TopicId | ObjectiveId): TopicId => objective as TopicId;

const mostFields = 60;
const mostObjectives = 300;

/** The fields of action in their order; those that ended only when asked for. */
export const listFields = (ctx: Context, ended = false) =>
  ctx.db
    .selectFrom("actionFields")
    .select(["id", "slug", "position", "title", "words", "endedOn"])
    .$if(!ended, (query) => query.where("endedOn", "is", null))
    .orderBy("position")
    .orderBy("title")
    .limit(mostFields)
    .execute();
export type FieldRow = Awaited<ReturnType<typeof listFields>>[number];

const fields = (ctx: Context) =>
  ctx.db.selectFrom("actionFields").select(["id", "slug", "position", "title", "words", "endedOn"]);

export const findField = (ctx: Context, id: FieldId): Promise<FieldRow | undefined> =>
  fields(ctx).where("id", "=", id).executeTakeFirst();

export const findFieldBySlug = (ctx: Context, slug: string): Promise<FieldRow | undefined> =>
  fields(ctx).where("slug", "=", slug).executeTakeFirst();

const objectives = (ctx: Context) =>
  ctx.db
    .selectFrom("strategyObjectives as o")
    .innerJoin("topics as t", "t.id", "o.topicId")
    .innerJoin("actionFields as f", "f.id", "o.fieldId")
    .select([
      "o.topicId",
      "o.fieldId",
      "o.position",
      "o.untilYear",
      "t.number",
      "t.title",
      "t.words",
      "t.state",
      "t.stateWords",
      "f.title as field",
      "f.slug as fieldSlug",
    ]);

/** The objectives of all fields, or of one, in the order of fields and of the objectives in them. */
export const listObjectives = (ctx: Context, field?: FieldId) =>
  objectives(ctx)
    .$if(field !== undefined, (query) => query.where("o.fieldId", "=", field as FieldId))
    .orderBy("f.position")
    .orderBy("o.position")
    .orderBy("t.number")
    .limit(mostObjectives)
    .execute();
export type ObjectiveRow = Awaited<ReturnType<typeof listObjectives>>[number];

export const findObjective = (ctx: Context, topic: TopicId): Promise<ObjectiveRow | undefined> =>
  objectives(ctx).where("o.topicId", "=", topic).executeTakeFirst();

/** Objectives the consortium keeps that have no field yet. */
export const listUnplaced = (ctx: Context) =>
  ctx.db
    .selectFrom("topics as t")
    .select(["t.id", "t.number", "t.title"])
    .where("t.kind", "=", "objective")
    .where("t.state", "<>", "dropped")
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(selectFrom("strategyObjectives as o").select("o.topicId").whereRef("o.topicId", "=", "t.id")),
      ),
    )
    .orderBy("t.number")
    .limit(100)
    .execute();

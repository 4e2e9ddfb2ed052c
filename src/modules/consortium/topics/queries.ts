import type { Context } from "#core/context.ts";
import type { Id } from "#core/id.ts";
import type { Named } from "#core/traceable.ts";
import { paths } from "#modules/consortium/paths.ts";
import { type TopicKind, type TopicState, topicKindName } from "#modules/consortium/vocabulary.ts";

export type TopicId = Id<"topic">;

export const mostTopics = 300;

const topics = (ctx: Context) =>
  ctx.db
    .selectFrom("topics as t")
    .leftJoin("topics as p", "p.id", "t.parentId")
    .select([
      "t.id",
      "t.kind",
      "t.number",
      "t.title",
      "t.words",
      "t.state",
      "t.stateWords",
      "t.parentId",
      "t.madeAt",
      "t.changedAt",
      "p.number as parentNumber",
      "p.title as parentTitle",
      "p.kind as parentKind",
    ]);

type Filter = { readonly kind?: TopicKind | undefined; readonly state?: TopicState | undefined };

/** What the consortium keeps: questions, problems, objectives; in the order of their numbers. */
export const listTopics = (ctx: Context, { kind, state }: Filter = {}) =>
  topics(ctx)
    .$if(kind !== undefined, (query) => query.where("t.kind", "=", kind as TopicKind))
    .$if(state !== undefined, (query) => query.where("t.state", "=", state as TopicState))
    .orderBy("t.number")
    .limit(mostTopics)
    .execute();

export type TopicRow = Awaited<ReturnType<typeof listTopics>>[number];

export const findTopic = (ctx: Context, id: TopicId): Promise<TopicRow | undefined> =>
  topics(ctx).where("t.id", "=", id).executeTakeFirst();

export const findTopicByNumber = (ctx: Context, number: number): Promise<TopicRow | undefined> =>
  topics(ctx).where("t.number", "=", number).executeTakeFirst();

/** What hangs below a topic: the problems of a question, the objectives of a problem. */
export const listBelow = (ctx: Context, id: TopicId): Promise<TopicRow[]> =>
  topics(ctx).where("t.parentId", "=", id).orderBy("t.number").limit(100).execute();

/** How a topic stood, the latest first; who wrote it is nobody's business but the office's. */
export const listTopicStates = (ctx: Context, id: TopicId) =>
  ctx.db
    .selectFrom("topicStates")
    .select(["id", "state", "title", "words", "madeAt"])
    .where("topicId", "=", id)
    .orderBy("madeAt", "desc")
    .orderBy("id", "desc")
    .limit(100)
    .execute();

/** The meetings that talked about a topic, the latest first; only those everybody may read of. */
export const listTopicMeetings = (ctx: Context, id: TopicId) =>
  ctx.db
    .selectFrom("agendaItems as a")
    .innerJoin("meetings as m", "m.id", "a.meetingId")
    .select(["a.id", "a.title", "m.number", "m.startsAt", "m.state"])
    .where("a.topicId", "=", id)
    .where("a.public", "=", true)
    .where("m.state", "in", ["invited", "running", "closed"])
    .orderBy("m.startsAt", "desc")
    .limit(50)
    .execute();
export type TopicMeeting = Awaited<ReturnType<typeof listTopicMeetings>>[number];

const named =
  (ctx: Context) =>
  ({ id, kind, title, number }: TopicRow): Named => ({
    kind: "topic",
    id,
    title: `${topicKindName(ctx, kind)} ${number}: ${title}`,
    path: paths.topic(number),
  });

export const nameTopics = async (ctx: Context, ids: readonly TopicId[]): Promise<readonly Named[]> =>
  (
    await topics(ctx)
      .where("t.id", "in", [...ids])
      .limit(ids.length)
      .execute()
  ).map(named(ctx));

export const findTopics = async (ctx: Context, words: string): Promise<readonly Named[]> =>
  (
    await topics(ctx)
      .where("t.title", "ilike", `%${words.replaceAll(/[\\%_]/gu, "\\$&")}%`)
      .orderBy("t.number", "desc")
      .limit(8)
      .execute()
  ).map(named(ctx));

/** Topics that are being worked on or open since before this moment, oldest first. */
export const listResting = (ctx: Context, before: Date): Promise<TopicRow[]> =>
  topics(ctx)
    .where("t.state", "in", ["open", "working"])
    .where("t.madeAt", "<", before)
    .orderBy("t.madeAt")
    .limit(100)
    .execute();

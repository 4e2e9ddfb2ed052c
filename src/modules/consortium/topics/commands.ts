import { sql } from "kysely";
import * as z from "zod";
import { system } from "#core/actor.ts";
import type { Context } from "#core/context.ts";
import { allow, found } from "#core/errors.ts";
import { record } from "#core/events.ts";
import { type Id, isId } from "#core/id.ts";
import { line, paragraph } from "#core/input.ts";
import { done, type Outcome, refused } from "#core/outcome.ts";
import { may } from "#modules/consortium/policy.ts";
import { type TopicKind, type TopicState, topicKinds, topicStates } from "#modules/consortium/vocabulary.ts";
import { tie, untie } from "#modules/threads/commands.ts";
import { findThread } from "#modules/threads/queries.ts";
import { findTopic, type TopicId, type TopicRow } from "./queries.ts";

const optional = (max: number) =>
  paragraph(max)
    .optional()
    .transform((value) => value ?? "");

/** A question, a problem or an objective; a problem may belong to a question, an objective to either. */
export const TopicInput = z.object({
  kind: z.enum(topicKinds),
  title: line(300),
  words: optional(10_000),
  parentId: z
    .string()
    .refine((text): text is TopicId => isId<"topic">(text), { error: "choose" })
    .optional()
    .transform((value) => value ?? null),
});
export type TopicInput = z.output<typeof TopicInput>;

/** How it stands from now on, and why. */
export const TopicStateInput = z.object({ state: z.enum(topicStates), words: paragraph(4_000) });

export type TopicRefusal = "parent" | "same" | "circle";

const myself = ({ actor }: Context): Id<"person"> | null => (actor.kind === "person" ? actor.id : null);

// A problem hangs below a question, an objective below a question or a problem; nothing hangs below an objective.
const height: Readonly<Record<TopicKind, number>> = { question: 0, problem: 1, objective: 2 };
const fits = (kind: TopicKind, parent: TopicRow | undefined): boolean =>
  parent !== undefined && height[parent.kind] < height[kind];

// Numbers are given one after the other, whoever writes at the same moment.
const nextNumber = async (ctx: Context): Promise<number> => {
  await sql`select pg_advisory_xact_lock(hashtext('topics'), hashtext(${ctx.place.id}))`.execute(ctx.db);
  const { last } = await ctx.db
    .selectFrom("topics")
    .select(({ fn }) => fn.max("number").as("last"))
    .executeTakeFirstOrThrow();
  return Number(last ?? 0) + 1;
};

const keepState = async (
  ctx: Context,
  topicId: TopicId,
  state: TopicState,
  title: string,
  words: string,
): Promise<void> => {
  await ctx.db
    .insertInto("topicStates")
    .values({ topicId, state, title, words, madeBy: myself(ctx) })
    .execute();
};

// What hangs below a topic came of it: the same path everybody follows through the thread.
const hang = async (ctx: Context, id: TopicId, from: TopicId | null, to: TopicId | null): Promise<void> => {
  if (from === to) return;
  const house = { ...ctx, actor: system };
  const before = from && (await findThread(ctx, { kind: "topic", id: from }, { kind: "topic", id }));
  if (before) await untie(house, before);
  if (to) await tie(house, { kind: "topic", id: to }, { kind: "topic", id });
};

/** Takes a question, a problem or an objective up; it gets the next number. */
export const addTopic = async (
  ctx: Context,
  input: TopicInput,
): Promise<Outcome<{ readonly id: TopicId; readonly number: number }, TopicRefusal>> => {
  allow(may.run(ctx));
  if (input.parentId && !fits(input.kind, await findTopic(ctx, input.parentId))) return refused("parent");
  const number = await nextNumber(ctx);
  const { id } = await ctx.db
    .insertInto("topics")
    .values({ ...input, number, madeBy: myself(ctx) })
    .returning("id")
    .executeTakeFirstOrThrow();
  await keepState(ctx, id, "open", input.title, "");
  await hang(ctx, id, null, input.parentId);
  await record(ctx, "topic.added", id, { kind: input.kind, title: input.title });
  return done({ id, number });
};

/** Changes its words; what it is (question, problem, objective) stays. An earlier title stays in the history. */
export const changeTopic = async (
  ctx: Context,
  id: TopicId,
  { title, words, parentId }: Omit<TopicInput, "kind">,
): Promise<Outcome<null, TopicRefusal>> => {
  allow(may.run(ctx));
  const before = found(
    await ctx.db.selectFrom("topics").selectAll().where("id", "=", id).forUpdate().executeTakeFirst(),
  );
  if (parentId === id) return refused("circle");
  if (parentId && !fits(before.kind, await findTopic(ctx, parentId))) return refused("parent");
  await ctx.db
    .updateTable("topics")
    .set({ title, words, parentId, changedAt: ctx.now })
    .where("id", "=", id)
    .execute();
  await hang(ctx, id, before.parentId, parentId);
  if (title !== before.title) await keepState(ctx, id, before.state, title, "");
  await record(ctx, "topic.changed", id, { from: before.title, to: title });
  return done(null);
};

/** Says how a topic stands from now on, and why; the same again says nothing new. */
export const moveTopic = async (
  ctx: Context,
  id: TopicId,
  state: TopicState,
  words: string,
): Promise<Outcome<null, TopicRefusal>> => {
  allow(may.run(ctx));
  const before = found(
    await ctx.db.selectFrom("topics").selectAll().where("id", "=", id).forUpdate().executeTakeFirst(),
  );
  if (before.state === state && before.stateWords === words) return refused("same");
  await ctx.db
    .updateTable("topics")
    .set({ state, stateWords: words, changedAt: ctx.now })
    .where("id", "=", id)
    .execute();
  await keepState(ctx, id, state, before.title, words);
  await record(ctx, "topic.moved", id, { from: before.state, to: state });
  return done(null);
};

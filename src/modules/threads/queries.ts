import { sql } from "kysely";
import type { Context } from "#core/context.ts";
import type { Id } from "#core/id.ts";
import { isId } from "#core/id.ts";
import { findTraceable, listTraceables, type Named, type Thing } from "#core/traceable.ts";

/** A thing with its name and what such a thing is called: "Karte". */
export type Called = Named & { readonly noun: string };

/** The other end of a thread, and why it was tied. */
export type Tied = Called & {
  readonly threadId: Id<"thread">;
  readonly words: string;
  readonly madeAt: Date;
};

/** What led to a thing, and what came of it; oldest first. */
export type Threads = { readonly from: readonly Tied[]; readonly to: readonly Tied[] };

const mostTied = 200;
const mostFound = 8;

export const keyOf = ({ kind, id }: Thing): string => `${kind} ${id}`;

/** The things among these that the asker may see, by `keyOf`; one query a kind. */
export const nameThings = async (
  ctx: Context,
  things: readonly Thing[],
): Promise<ReadonlyMap<string, Called>> => {
  const named = new Map<string, Called>();
  for (const [kind, ofKind] of Map.groupBy(things, (thing) => thing.kind)) {
    const traceable = findTraceable(kind);
    const ids = [...new Set(ofKind.map(({ id }) => id))].filter((id) => isId(id));
    if (!traceable || ids.length === 0) continue;
    const noun = traceable.noun(ctx);
    for (const one of await traceable.name(ctx, ids)) named.set(keyOf(one), { ...one, noun });
  }
  return named;
};

/** One thing with its name; nothing when the asker may not see it. */
export const findNamed = async (ctx: Context, thing: Thing): Promise<Called | undefined> =>
  (await nameThings(ctx, [thing])).get(keyOf(thing));

/** What led to this thing and what came of it, as far as the asker may see. */
export const listThreads = async (ctx: Context, { kind, id }: Thing): Promise<Threads> => {
  const rows = await ctx.db
    .selectFrom("threads")
    .select(["id", "fromKind", "fromId", "toKind", "toId", "words", "madeAt"])
    .where((where) =>
      where.or([
        where.and([where("fromKind", "=", kind), where("fromId", "=", id)]),
        where.and([where("toKind", "=", kind), where("toId", "=", id)]),
      ]),
    )
    .orderBy("madeAt")
    .orderBy("id")
    .limit(mostTied)
    .execute();
  const ends = rows.map((row) => {
    const up = row.toKind === kind && row.toId === id;
    const other = up ? { kind: row.fromKind, id: row.fromId } : { kind: row.toKind, id: row.toId };
    return { ...row, up, other };
  });
  const names = await nameThings(
    ctx,
    ends.map(({ other }) => other),
  );
  const tied = (wanted: boolean): Tied[] =>
    ends.flatMap(({ up, other, id: threadId, words, madeAt }) => {
      const named = up === wanted ? names.get(keyOf(other)) : undefined;
      return named ? [{ ...named, threadId, words, madeAt }] : [];
    });
  return { from: tied(true), to: tied(false) };
};

/** The thread from one thing to another, when there is one. */
export const findThread = async (ctx: Context, from: Thing, to: Thing): Promise<Id<"thread"> | undefined> =>
  (
    await ctx.db
      .selectFrom("threads")
      .select("id")
      .where("fromKind", "=", from.kind)
      .where("fromId", "=", from.id)
      .where("toKind", "=", to.kind)
      .where("toId", "=", to.id)
      .executeTakeFirst()
  )?.id;

/** Those of these things that nothing led to ("from"), or that nothing came of ("to"). */
export const withoutThread = async (
  ctx: Context,
  kind: string,
  ids: readonly string[],
  side: "from" | "to",
): Promise<ReadonlySet<string>> => {
  if (ids.length === 0) return new Set();
  // What led to a thing is tied at its "to" end.
  const end = side === "from" ? ("to" as const) : ("from" as const);
  const rows = await ctx.db
    .selectFrom("threads")
    .select(`${end}Id as id`)
    .distinct()
    .where(`${end}Kind`, "=", kind)
    .where(`${end}Id`, "in", [...ids])
    .execute();
  const tied = new Set(rows.map(({ id }) => id));
  return new Set(ids.filter((id) => !tied.has(id)));
};

/** The kinds of things a thread can be tied to, by name. */
export const listKinds = (ctx: Context): readonly { readonly kind: string; readonly noun: string }[] =>
  listTraceables()
    .map(({ kind, noun }) => ({ kind, noun: noun(ctx) }))
    .sort((a, b) => a.noun.localeCompare(b.noun, ctx.language));

/** Things of this kind with these words, or of any kind when none is chosen; few of each. */
export const findThings = async (ctx: Context, words: string, kind?: string): Promise<readonly Called[]> => {
  const found: Called[] = [];
  for (const traceable of listTraceables()) {
    if (kind !== undefined && traceable.kind !== kind) continue;
    const noun = traceable.noun(ctx);
    const some = await traceable.find(ctx, words);
    found.push(...some.slice(0, mostFound).map((one) => ({ ...one, noun })));
  }
  return found;
};

type Step = {
  readonly fromKind: string;
  readonly fromId: string;
  readonly toKind: string;
  readonly toId: string;
};

/** One thread on the way, and why it was tied; `depth` counts from the thing one started at. */
export type Edge = {
  readonly from: Thing;
  readonly to: Thing;
  readonly words: string;
  readonly depth: number;
};

const deepest = 6;
const mostEdges = 300;

/**
 * The threads that lead up ("what led to it") or down from a thing, nearest first. A thread counts once a depth and
 * the depth is bounded, so circles end.
 */
export const listEdges = async (
  ctx: Context,
  { kind, id }: Thing,
  way: "up" | "down",
): Promise<readonly Edge[]> => {
  const [near, far] = way === "up" ? ["to", "from"] : ["from", "to"];
  const at = (side: string | undefined, column: string) => sql.ref(`t.${side}_${column}`);
  const walked = (side: string | undefined, column: string) => sql.ref(`w.${side}_${column}`);
  const { rows } = await sql<Step & { words: string; depth: number }>`
    with recursive w as (
      select t.from_kind, t.from_id, t.to_kind, t.to_id, t.words, t.made_at, 1 as depth
      from threads t where ${at(near, "kind")} = ${kind} and ${at(near, "id")} = ${id}::uuid
      union
      select t.from_kind, t.from_id, t.to_kind, t.to_id, t.words, t.made_at, w.depth + 1
      from w join threads t
        on ${at(near, "kind")} = ${walked(far, "kind")} and ${at(near, "id")} = ${walked(far, "id")}
      where w.depth < ${deepest}
    )
    select from_kind, from_id, to_kind, to_id, words, min(depth) as depth
    from w group by from_kind, from_id, to_kind, to_id, words, made_at
    order by min(depth), made_at limit ${mostEdges}`.execute(ctx.db);
  return rows.map(({ fromKind, fromId, toKind, toId, words, depth }) => ({
    from: { kind: fromKind, id: fromId },
    to: { kind: toKind, id: toId },
    words,
    depth,
  }));
};

/** Which of these things a thread leads to or from; for pages that show many. */
export const listTied = async (
  ctx: Context,
  kind: string,
  ids: readonly string[],
): Promise<ReadonlySet<string>> => {
  if (ids.length === 0) return new Set();
  const { rows } = await sql<{ id: string }>`
    select from_id as id from threads where from_kind = ${kind} and from_id = any(${[...ids]}::uuid[])
    union select to_id from threads where to_kind = ${kind} and to_id = any(${[...ids]}::uuid[])
    limit 500`.execute(ctx.db);
  return new Set(rows.map(({ id }) => id));
};

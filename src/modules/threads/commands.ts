import { sql } from "kysely";
import type { Context } from "#core/context.ts";
import { allow, found } from "#core/errors.ts";
import { record } from "#core/events.ts";
import type { Id } from "#core/id.ts";
import { done, type Outcome, refused } from "#core/outcome.ts";
import type { Thing } from "#core/traceable.ts";
import { may } from "./policy.ts";
import { findThread, keyOf, nameThings } from "./queries.ts";

export type TieRefusal = "same" | "tied" | "otherWay";

/**
 * Says that `from` led to `to`, and why. Both must be there for whoever ties. Tied before it is refused, and so is the
 * same thread in the other direction, for nothing leads to what it came from.
 */
export const tie = async (
  ctx: Context,
  from: Thing,
  to: Thing,
  words = "",
): Promise<Outcome<Id<"thread">, TieRefusal>> => {
  allow(may.tie(ctx));
  if (keyOf(from) === keyOf(to)) return refused("same");
  const names = await nameThings(ctx, [from, to]);
  found(names.get(keyOf(from)));
  found(names.get(keyOf(to)));
  if (await findThread(ctx, to, from)) return refused("otherWay");
  const row = await ctx.db
    .insertInto("threads")
    .values({
      fromKind: from.kind,
      fromId: from.id,
      toKind: to.kind,
      toId: to.id,
      words,
      madeBy: ctx.actor.kind === "person" ? ctx.actor.id : null,
    })
    .onConflict((conflict) =>
      conflict.columns(["placeId", "fromKind", "fromId", "toKind", "toId"]).doNothing(),
    )
    .returning("id")
    .executeTakeFirst();
  if (!row) return refused("tied");
  await record(ctx, "thread.tied", row.id, { from, to });
  return done(row.id);
};

/** Takes a thread away; one that is gone already needs nothing. */
export const untie = async (ctx: Context, id: Id<"thread">): Promise<void> => {
  allow(may.tie(ctx));
  const row = await ctx.db
    .deleteFrom("threads")
    .where("id", "=", id)
    .returning(["fromKind", "fromId", "toKind", "toId"])
    .executeTakeFirst();
  if (!row) return;
  const from: Thing = { kind: row.fromKind, id: row.fromId };
  const to: Thing = { kind: row.toKind, id: row.toId };
  await record(ctx, "thread.untied", id, { from, to });
};

/** What was tied to one thing is tied to another from now on, because they became one. */
export const tieAnew = async (ctx: Context, { kind, id }: Thing, into: Thing): Promise<void> => {
  allow(may.tie(ctx));
  await sql`
    with gone as (
      delete from threads where (from_kind = ${kind} and from_id = ${id}::uuid) or (to_kind = ${kind} and to_id = ${id}::uuid)
      returning *
    ), moved as (
      select case when from_kind = ${kind} and from_id = ${id}::uuid then ${into.kind} else from_kind end as from_kind,
        case when from_kind = ${kind} and from_id = ${id}::uuid then ${into.id}::uuid else from_id end as from_id,
        case when to_kind = ${kind} and to_id = ${id}::uuid then ${into.kind} else to_kind end as to_kind,
        case when to_kind = ${kind} and to_id = ${id}::uuid then ${into.id}::uuid else to_id end as to_id,
        words, made_by, made_at
      from gone
    )
    insert into threads (from_kind, from_id, to_kind, to_id, words, made_by, made_at)
    select from_kind, from_id, to_kind, to_id, words, made_by, made_at from moved
    where (from_kind, from_id) <> (to_kind, to_id)
    on conflict (place_id, from_kind, from_id, to_kind, to_id) do nothing`.execute(ctx.db);
};

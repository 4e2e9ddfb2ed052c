import { sql } from "kysely";
import { system } from "#core/actor.ts";
import type { Context } from "#core/context.ts";
import type { Id } from "#core/id.ts";
import { lockNeeds, move, recount, tell } from "#modules/shifts/places/commands.ts";
import { findPlaces, holdsPlace, liveStates, type Place } from "#modules/shifts/places/queries.ts";
import { forgetPools } from "#modules/shifts/pool/commands.ts";
import type { Signup } from "#modules/shifts/schema.ts";

type PersonId = Id<"person">;

const end = async (ctx: Context, row: Signup, place: Place): Promise<void> => {
  const reason = "double";
  await move(ctx, row, { to: "removed", reason });
  const { id: signupId, personId, party, how, state: was } = row;
  await tell(ctx, { signupId, place, personId, state: "removed", was, party, how, reason });
  if (holdsPlace(was)) await recount(ctx, [place.opportunityId]);
};

/** Everything that either of two still has ahead, and is on the list for. */
const listLive = (ctx: Context, people: readonly PersonId[]): Promise<Signup[]> =>
  ctx.db
    .selectFrom("signups")
    .selectAll()
    .where("personId", "in", [...people])
    .where("state", "in", [...liveStates])
    .where(sql<boolean>`upper(during) > ${ctx.now}`)
    .orderBy("id")
    .limit(1_000)
    .forNoKeyUpdate()
    .execute();

const overlapping = (ctx: Context, ids: readonly Id<"signup">[], owner: PersonId) =>
  ctx.db
    .selectFrom("signups as own")
    .innerJoin("signups as left", (join) => join.on(sql<boolean>`"left".during && own.during`))
    .select("left.id")
    .where("left.id", "in", [...ids])
    .where("own.personId", "=", owner)
    .where("own.state", "in", ["asked", "confirmed", "offered"])
    .limit(1_000)
    .execute();

/**
 * Two files of one person became one. What the empty one still holds could not go over, for its owner comes at the same
 * time already: it ends, so that nobody's place is kept. Who merely waited for the place of their file has it now.
 */
export const endDoubles = async (ctx: Context, file: PersonId, owner: PersonId): Promise<void> => {
  const needs = (await listLive(ctx, [file])).map(({ needId }) => needId);
  if (needs.length === 0) return;
  await lockNeeds(ctx, needs);
  const rows = await listLive(ctx, [file, owner]);
  const left = rows.filter(({ personId }) => personId === file);
  const places = await findPlaces({ ...ctx, actor: system }, needs);
  const placeOf = new Map(places.map((place) => [place.id, place]));
  const held = await overlapping(
    ctx,
    left.map(({ id }) => id),
    owner,
  );
  const taken = new Set(held.map(({ id }) => id));
  for (const row of left) {
    const place = placeOf.get(row.needId);
    if (!place) continue;
    const waits = rows.find(({ personId, needId }) => personId === owner && needId === row.needId);
    const goesOver = waits?.state === "waiting" && holdsPlace(row.state) && !taken.has(row.id);
    await end(ctx, goesOver ? waits : row, place);
    if (goesOver)
      await ctx.db.updateTable("signups").set({ personId: owner }).where("id", "=", row.id).execute();
  }
};

/** In a pool that knows both, one person remains, with the wishes of both; what they said themselves counts. */
export const joinPools = async (ctx: Context, file: PersonId, owner: PersonId): Promise<void> => {
  await sql`
    insert into shift_wishes (helper_id, need_id, preference, told_at)
    select own.id, w.need_id, w.preference, w.told_at from helpers "left"
    join helpers own on own.opportunity_id = "left".opportunity_id and own.person_id = ${owner}
    join shift_wishes w on w.helper_id = "left".id
    where "left".person_id = ${file}
    on conflict (place_id, helper_id, need_id) do nothing`.execute(ctx.db);
  await forgetPools(ctx, file);
};

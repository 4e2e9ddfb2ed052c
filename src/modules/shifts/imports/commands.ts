import { sql } from "kysely";
import type { Context } from "#core/context.ts";
import { record } from "#core/events.ts";
import type { Id } from "#core/id.ts";
import { done, type Outcome, refused } from "#core/outcome.ts";
import { addRole, changeShift, planToWrite, refreshOffer } from "#modules/shifts/commands.ts";
import type { ShiftInput } from "#modules/shifts/policy.ts";
import { listRoles } from "#modules/shifts/queries.ts";
import { inputOf, type PlannedShift, planShifts, tableSource } from "./queries.ts";

type OfferId = Id<"opportunity">;
export type ShiftFigures = { readonly added: number; readonly changed: number; readonly same: number };

const author = ({ actor }: Context) => (actor.kind === "person" ? actor.id : null);

type Fresh = { readonly id: Id<"shift">; readonly key: string; readonly input: ShiftInput };

// Many shifts in two statements; each is checked already, as the form would check it.
const addShifts = async (
  ctx: Context,
  offer: OfferId,
  wanted: readonly Omit<Fresh, "id">[],
): Promise<void> => {
  if (wanted.length === 0) return;
  const { rows } = await sql<{
    id: Id<"shift">;
  }>`select new_id() as id from generate_series(1, ${wanted.length}::int)`.execute(ctx.db);
  const fresh = wanted.flatMap((one, index): Fresh[] => {
    const id = rows[index]?.id;
    return id ? [{ ...one, id }] : [];
  });
  await ctx.db
    .insertInto("shifts")
    .values(
      fresh.map(({ id, key, input: { startsAt, endsAt, title = "", whereText = "", words = "" } }) => ({
        id,
        opportunityId: offer,
        startsAt,
        endsAt,
        title,
        whereText,
        words,
        source: tableSource,
        externalId: key,
        madeBy: author(ctx),
      })),
    )
    .execute();
  await ctx.db
    .insertInto("shiftNeeds")
    .values(fresh.flatMap(({ id, input }) => input.needs.map((need) => ({ ...need, shiftId: id }))))
    .execute();
  for (const { id, input } of fresh)
    await record(ctx, "shift.added", id, { opportunityId: offer, startsAt: input.startsAt });
};

/**
 * Takes the shifts of a table over, all or nothing: one wrong row and none comes. What came before from a table is
 * changed instead of doubled; whoever signed up hears of it as always. Roles that are missing are made.
 */
export const takeShifts = async (
  ctx: Context,
  offer: OfferId,
  content: string,
): Promise<Outcome<ShiftFigures, "wrong" | "blocked">> => {
  await planToWrite(ctx, offer);
  // Two who read the same table in at once would double it.
  await sql`select pg_advisory_xact_lock(hashtextextended(${`shift table ${offer}`}, 0))`.execute(ctx.db);
  const plan = await planShifts(ctx, offer, content);
  if (!plan.ok || plan.shifts.some(({ state }) => state === "wrong")) return refused("wrong");
  await sql.raw("savepoint shift_table").execute(ctx.db);
  for (const name of plan.newRoles) await addRole(ctx, offer, { name });
  const roles = await listRoles(ctx, offer);
  const of = (state: PlannedShift["state"]) => plan.shifts.filter((shift) => shift.state === state);
  await addShifts(
    ctx,
    offer,
    of("new").flatMap((shift) => {
      const input = inputOf(shift, roles);
      return input ? [{ key: shift.key, input }] : [];
    }),
  );
  for (const shift of of("changed")) {
    const input = inputOf(shift, roles);
    if (!input || !shift.known) continue;
    const outcome = await changeShift(ctx, shift.known.id, input);
    if (outcome.ok) continue;
    // All or nothing: what was written so far is undone.
    await sql.raw("rollback to savepoint shift_table").execute(ctx.db);
    return refused("blocked");
  }
  await refreshOffer(ctx, offer);
  const figures = { added: of("new").length, changed: of("changed").length, same: of("same").length };
  await record(ctx, "shift_table.taken", offer, figures);
  return done(figures);
};

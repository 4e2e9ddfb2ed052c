import { type Actor, signedIn, system } from "#core/actor.ts";
import type { Context } from "#core/context.ts";
import { allow, found, NotFound } from "#core/errors.ts";
import { record } from "#core/events.ts";
import type { Id } from "#core/id.ts";
import { dayOf } from "#core/local-time.ts";
import { done, type Outcome, refused } from "#core/outcome.ts";
import { may } from "#modules/shifts/policy.ts";
import { findSeries, needsOf } from "#modules/shifts/series/queries.ts";
import { assign, cancelSignup, holdStill } from "#modules/shifts/signups/commands.ts";
import {
  type CommitmentInput,
  type CommitmentRefusal,
  type CommitmentRow,
  daysOf,
  findCommitment,
  listActive,
  statesOf,
  wrongPerson,
  wrongTime,
} from "./queries.ts";

type CommitmentId = Id<"commitment">;

const asHouse = (ctx: Context): Context => ({ ...ctx, actor: system });
const me = (actor: Actor) => (actor.kind === "person" ? actor.id : null);

/**
 * Signs somebody up for the shifts of their commitment that are there. A shift they canceled themselves stays
 * canceled; only for days named in `again` they are signed up anew. What is full or clashes is left out.
 */
export const fill = async (
  ctx: Context,
  commitment: CommitmentRow,
  again: (day: string) => boolean = () => false,
): Promise<number> => {
  if (commitment.endedAt) return 0;
  const states = await statesOf(ctx, commitment);
  const wanted = daysOf(ctx, commitment).flatMap(({ day, without }) => {
    const state = states.get(day);
    if (without || !state || state.canceledAt) return [];
    const isNew = state.signupId === null || state.state === "waiting" || state.state === "asked";
    return isNew || (again(day) && state.isOwn && state.state === "canceled") ? [state] : [];
  });
  const house = asHouse(ctx);
  const needIds = wanted.map(({ needId }) => needId);
  if (needIds.length === 0) return 0;
  await holdStill(house, { needIds, personIds: [commitment.personId] });
  let placed = 0;
  for (const needId of needIds) {
    const { personId, id } = commitment;
    const outcome = await assign(house, { needId, personId, how: "commitment", commitmentId: id });
    if (outcome.ok) placed += 1;
  }
  return placed;
};

/** New shifts of a series are there: whoever comes every time is signed up for them. */
export const fillSeries = async (ctx: Context, seriesId: Id<"shiftSeries">): Promise<void> => {
  for (const { id } of await listActive(ctx, seriesId)) {
    await fill(ctx, found(await findCommitment(asHouse(ctx), id)));
  }
};

/** "Ich komme jedes zweite Mal": signs up for the shifts that are there and for those to come. */
export const commit = async (
  ctx: Context,
  input: CommitmentInput,
): Promise<Outcome<{ readonly id: CommitmentId; readonly placed: number }, CommitmentRefusal>> => {
  const series = found(await findSeries(ctx, input.seriesId));
  const personId = input.personId ?? signedIn(ctx.actor).id;
  const isSelf = me(ctx.actor) === personId;
  const isPlanner = may.plan(ctx, series);
  allow(isSelf || isPlanner);
  const { roleId, every = 1, startsOn, endsOn = null, words = "" } = input;
  if (!needsOf(series).some((need) => need.roleId === roleId)) return refused("role");
  const wrong =
    wrongTime(ctx, series, input) ??
    (await wrongPerson(ctx, series, { roleId, personId }, isPlanner && !isSelf));
  if (wrong) return refused(wrong);
  const row = await ctx.db
    .insertInto("commitments")
    .values({ personId, seriesId: series.id, roleId, every, startsOn, endsOn, words, madeBy: me(ctx.actor) })
    .onConflict((conflict) => conflict.doNothing())
    .returning("id")
    .executeTakeFirst();
  if (!row) return refused("already");
  await tell(ctx, "commitment.made", row.id, {
    personId,
    seriesId: series.id,
    opportunityId: series.opportunityId,
  });
  const placed = await fill(ctx, found(await findCommitment(ctx, row.id)));
  return done({ id: row.id, placed });
};

const tell = (
  ctx: Context,
  name: `commitment.${string}`,
  id: CommitmentId,
  data: Readonly<Record<string, unknown>>,
): Promise<void> => record(ctx, name, id, data);

/** One's own commitment, or one of a plan one writes, held until this transaction ends. */
const locked = async (ctx: Context, id: CommitmentId): Promise<CommitmentRow> => {
  await ctx.db.selectFrom("commitments").select("id").where("id", "=", id).forUpdate().execute();
  const row = found(await findCommitment(ctx, id));
  if (me(ctx.actor) !== row.personId && !may.plan(ctx, row)) throw new NotFound();
  return row;
};

const about = ({ personId, seriesId, opportunityId }: CommitmentRow) => ({
  personId,
  seriesId,
  opportunityId,
});

export type Freed = { readonly freed: number; readonly late: number };

/** Gives back the places of these days: whoever waits moves up. What is too late to cancel is kept, and counted. */
const free = async (ctx: Context, row: CommitmentRow, which: (day: string) => boolean): Promise<Freed> => {
  const states = [...(await statesOf(ctx, row)).values()].filter(
    ({ day, isOwn, state }) => isOwn && which(day) && (state === "confirmed" || state === "asked"),
  );
  await holdStill(ctx, { needIds: states.map(({ needId }) => needId), personIds: [row.personId] });
  let late = 0;
  for (const { signupId } of states) {
    if (signupId && !(await cancelSignup(ctx, signupId)).ok) late += 1;
  }
  return { freed: states.length - late, late };
};

/** Pauses from a day to a day, or until further notice; the places of that time are free for others. */
export const pause = async (
  ctx: Context,
  id: CommitmentId,
  { from, until }: { readonly from: string; readonly until: string | null },
): Promise<Outcome<Freed, "over" | "order">> => {
  const row = await locked(ctx, id);
  if (row.endedAt) return refused("over");
  if (until !== null && until < from) return refused("order");
  await set(ctx, id, { pausedFrom: from, pausedUntil: until });
  const isIn = (day: string) => day >= from && (until === null || day <= until);
  const freed = await free(ctx, row, isIn);
  await tell(ctx, "commitment.paused", id, { ...about(row), from, until });
  const before = row.pausedFrom;
  if (before) await fill(ctx, { ...row, pausedFrom: from, pausedUntil: until }, (day) => day >= before);
  return done(freed);
};

const set = (
  ctx: Context,
  id: CommitmentId,
  changes: Partial<Pick<CommitmentRow, "pausedFrom" | "pausedUntil" | "leftOut" | "endsOn" | "endedAt">>,
) => ctx.db.updateTable("commitments").set(changes).where("id", "=", id).execute();

/** Comes again after all: takes back the places of the pause, as far as they are still free. */
export const resume = async (ctx: Context, id: CommitmentId): Promise<Outcome<number, "over">> => {
  const row = await locked(ctx, id);
  if (row.endedAt) return refused("over");
  const from = row.pausedFrom;
  if (!from) return done(0);
  await set(ctx, id, { pausedFrom: null, pausedUntil: null });
  await tell(ctx, "commitment.resumed", id, about(row));
  return done(await fill(ctx, { ...row, pausedFrom: null, pausedUntil: null }, (day) => day >= from));
};

/** Leaves out one day, and gives its place back. */
export const leaveOutDay = async (
  ctx: Context,
  id: CommitmentId,
  day: string,
): Promise<Outcome<Freed, "over">> => {
  const row = await locked(ctx, id);
  if (row.endedAt) return refused("over");
  await set(ctx, id, { leftOut: [...new Set([...row.leftOut, day])].sort() });
  const freed = await free(ctx, row, (one) => one === day);
  await tell(ctx, "commitment.changed", id, { ...about(row), leftOut: day });
  return done(freed);
};

/** Comes on a day that was left out, if there is still a place. */
export const takeInDay = async (
  ctx: Context,
  id: CommitmentId,
  day: string,
): Promise<Outcome<number, "over">> => {
  const row = await locked(ctx, id);
  if (row.endedAt) return refused("over");
  const leftOut = row.leftOut.filter((one) => one !== day);
  await set(ctx, id, { leftOut });
  await tell(ctx, "commitment.changed", id, { ...about(row), takenIn: day });
  return done(await fill(ctx, { ...row, leftOut }, (one) => one === day));
};

/** Ends a commitment after a day; later places are free for others. */
export const endCommitment = async (
  ctx: Context,
  id: CommitmentId,
  lastDay: string = dayOf(ctx.now),
): Promise<Outcome<Freed, never>> => {
  const row = await locked(ctx, id);
  if (row.endedAt) return done({ freed: 0, late: 0 });
  const isOver = lastDay <= dayOf(ctx.now);
  await set(ctx, id, { endsOn: lastDay, ...(isOver ? { endedAt: ctx.now } : {}) });
  const freed = await free(ctx, row, (day) => day > lastDay);
  await tell(ctx, "commitment.ended", id, { ...about(row), lastDay });
  return done(freed);
};

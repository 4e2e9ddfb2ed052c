import { sql } from "kysely";
import type { Context } from "#core/context.ts";
import {
  findMotion,
  listCircularMotions,
  type MotionId,
  type MotionRow,
} from "#modules/consortium/motions/queries.ts";
import { listResolutions, type ResolutionRow } from "#modules/consortium/resolutions/queries.ts";
import { ownSeats, type SeatId } from "#modules/consortium/seats/queries.ts";
import {
  listVoters,
  listVotes,
  type VoteId,
  type VoteRow,
  type VoterRow,
} from "#modules/consortium/votes/queries.ts";

/** A motion that is decided by letter, with its vote and what came of it. */
export type Circular = {
  readonly motion: MotionRow;
  readonly vote: VoteRow | undefined;
  readonly voters: readonly VoterRow[];
  readonly resolution: ResolutionRow | undefined;
};

const circularsOf = async (ctx: Context, motions: readonly MotionRow[]): Promise<readonly Circular[]> => {
  const votes = await listVotes(
    ctx,
    motions.map(({ id }) => id),
  );
  const voters = await listVoters(
    ctx,
    votes.map(({ id }) => id),
  );
  const resolutions = motions.some(({ state }) => state === "passed") ? await listResolutions(ctx) : [];
  return motions.map((motion) => {
    const vote = votes.findLast(({ motionId }) => motionId === motion.id);
    return {
      motion,
      vote,
      voters: (vote && voters.get(vote.id)) ?? [],
      resolution: resolutions.find(({ motionId }) => motionId === motion.id),
    };
  });
};

/** Everything that went out by letter, the youngest first. */
export const listCirculars = async (ctx: Context): Promise<readonly Circular[]> =>
  circularsOf(ctx, await listCircularMotions(ctx));

export const findCircular = async (ctx: Context, id: MotionId): Promise<Circular | undefined> => {
  const motion = await findMotion(ctx, id);
  return motion?.circular ? (await circularsOf(ctx, [motion]))[0] : undefined;
};

export type Waiting = {
  readonly motionId: MotionId;
  readonly voteId: VoteId;
  readonly title: string;
  readonly dueAt: Date;
  readonly openedAt: Date;
  readonly seatId: SeatId;
  readonly seat: string;
};

/** Letters that wait for an answer of these seats, the most urgent first. */
export const listWaiting = async (ctx: Context, seats: readonly SeatId[]): Promise<readonly Waiting[]> => {
  if (seats.length === 0) return [];
  const { rows } = await sql<Waiting>`
    select o.id as motion_id, v.id as vote_id, o.title, o.due_at, v.opened_at, e.seat_id, s.title as seat
    from motions o
    join motion_votes v on v.place_id = o.place_id and v.motion_id = o.id and v.state = 'open'
    join vote_seats e on e.place_id = v.place_id and e.vote_id = v.id
    join seats s on s.place_id = e.place_id and s.id = e.seat_id
    where o.circular and not e.biased and e.seat_id = any(${[...seats]}::uuid[])
      and not exists (select from vote_choices c where c.place_id = e.place_id and c.vote_id = e.vote_id and c.seat_id = e.seat_id)
    order by o.due_at, o.id limit 200`.execute(ctx.db);
  return rows;
};

/** Letters that wait for the signed-in person. */
export const listOwnWaiting = async (ctx: Context): Promise<readonly Waiting[]> =>
  listWaiting(
    ctx,
    (await ownSeats(ctx)).map(({ id }) => id),
  );

/** Votes by letter that are open and end before this moment. */
export const listDue = (ctx: Context, before: Date) =>
  ctx.db
    .selectFrom("motions as o")
    .innerJoin("motionVotes as v", (join) => join.onRef("v.motionId", "=", "o.id").on("v.state", "=", "open"))
    .select(["o.id", "o.title", "o.dueAt", "v.id as voteId"])
    .where("o.circular", "=", true)
    .where("o.dueAt", "<=", before)
    .orderBy("o.dueAt")
    .limit(50)
    .execute();

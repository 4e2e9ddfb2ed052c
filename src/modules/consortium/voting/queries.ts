import { sql } from "kysely";
import { signedIn } from "#core/actor.ts";
import type { Context } from "#core/context.ts";
import type { ProcedureRules } from "#methods/resolution.ts";
import { findMeeting, type Meeting, type MeetingId } from "#modules/consortium/meetings/queries.ts";
import { findMotion, type MotionRow } from "#modules/consortium/motions/queries.ts";
import { may } from "#modules/consortium/policy.ts";
import { listPresent, type SeatPresence } from "#modules/consortium/presence/queries.ts";
import { rulesOfMeeting } from "#modules/consortium/procedure/queries.ts";
import { listResolutions, type ResolutionRow } from "#modules/consortium/resolutions/queries.ts";
import { type OwnSeat, ownSeats } from "#modules/consortium/seats/queries.ts";
import {
  findOpenVote,
  listVoters,
  listVotes,
  type VoteRow,
  type VoterRow,
} from "#modules/consortium/votes/queries.ts";

/** What is on now: an item of the agenda, and on it a vote that is open or was closed last. */
export type Room = {
  readonly meeting: Meeting;
  readonly item: { readonly id: string; readonly title: string } | undefined;
  readonly vote: VoteRow | undefined;
  readonly motion: MotionRow | undefined;
  readonly voters: readonly VoterRow[];
  readonly resolution: ResolutionRow | undefined;
  readonly present: readonly SeatPresence[];
  readonly rules: ProcedureRules;
};

/** Whoever belongs to the consortium, with the seats they hold; nothing for everybody else, and who is unknown signs in. */
export const findOwn = async (ctx: Context): Promise<readonly OwnSeat[] | undefined> => {
  signedIn(ctx.actor);
  const seats = await ownSeats(ctx);
  return seats.length > 0 || may.read(ctx) ? seats : undefined;
};

const currentItem = (ctx: Context, meeting: MeetingId) =>
  ctx.db
    .selectFrom("agendaItems")
    .select(["id", "title"])
    .where("meetingId", "=", meeting)
    .where("begunAt", "is not", null)
    .where("endedAt", "is", null)
    .orderBy("begunAt", "desc")
    .limit(1)
    .executeTakeFirst();

// The vote that is open, or the one that was closed last in this meeting.
const currentVote = async (ctx: Context, meeting: MeetingId): Promise<VoteRow | undefined> => {
  const open = await findOpenVote(ctx, meeting);
  if (open) return open;
  const last = await ctx.db
    .selectFrom("motionVotes as v")
    .innerJoin("motions as o", "o.id", "v.motionId")
    .innerJoin("agendaItems as a", "a.id", "o.agendaItemId")
    .select(["v.id", "v.motionId"])
    .where("a.meetingId", "=", meeting)
    .where("v.state", "=", "closed")
    .orderBy("v.closedAt", "desc")
    .limit(1)
    .executeTakeFirst();
  if (!last) return undefined;
  return (await listVotes(ctx, [last.motionId])).find(({ id }) => id === last.id);
};

/** The room as it is now, for the seats and for the wall. */
export const readRoom = async (ctx: Context, id: MeetingId): Promise<Room | undefined> => {
  const meeting = await findMeeting(ctx, id);
  if (!meeting) return undefined;
  const vote = await currentVote(ctx, id);
  const motion = vote ? await findMotion(ctx, vote.motionId) : undefined;
  const decided = vote?.state === "closed" ? await listResolutions(ctx, { meeting: id }) : [];
  return {
    meeting,
    item: await currentItem(ctx, id),
    vote,
    motion,
    voters: vote ? ((await listVoters(ctx, [vote.id])).get(vote.id) ?? []) : [],
    resolution: decided.find(({ voteId }) => voteId === vote?.id),
    present: await listPresent(ctx, id),
    rules: await rulesOfMeeting(ctx, meeting),
  };
};

/** The seats that may vote in a vote, and how many of them have. */
export const progressOf = ({ voters }: Pick<Room, "voters">): { readonly n: number; readonly of: number } => {
  const asked = voters.filter(({ present, biased }) => present && !biased);
  return { n: asked.filter(({ voted }) => voted).length, of: asked.length };
};

/**
 * A mark of everything a screen shows, in one query: most questions of a screen find nothing new, and end here. A seat
 * sees its own votes and presence, the wall (no seats named) how many have voted and who is there.
 */
export const pulseOf = async (
  ctx: Context,
  id: MeetingId,
  seats: readonly Pick<OwnSeat, "id">[] | null,
): Promise<string | undefined> => {
  const mine = sql`any(${(seats ?? []).map((seat) => seat.id)}::uuid[])`;
  const { rows } = await sql<{ pulse: string }>`
    select md5(concat_ws('|', m.state, m.changed_at, (
        select a.id::text || a.title from agenda_items a
        where a.meeting_id = m.id and a.begun_at is not null and a.ended_at is null
        order by a.begun_at desc limit 1
      ), v.id, v.state, (
        select string_agg(concat_ws(':', e.seat_id, e.voted, c.made_at), ',' order by e.seat_id)
        from vote_seats e
        left join vote_choices c on c.place_id = e.place_id and c.vote_id = e.vote_id and c.seat_id = e.seat_id
        where e.vote_id = v.id and ${seats === null ? sql`true` : sql`e.seat_id = ${mine}`}
      ), (
        select string_agg(concat_ws(':', p.seat_id, p.name, p.way), ',' order by p.id) from meeting_presences p
        where p.meeting_id = m.id and p.left_at is null and ${seats === null ? sql`true` : sql`p.seat_id = ${mine}`}
      )
    )) as pulse
    from meetings m
    left join lateral (
      select v.id, v.state from motion_votes v
      join motions o on o.place_id = v.place_id and o.id = v.motion_id
      join agenda_items a on a.place_id = o.place_id and a.id = o.agenda_item_id
      where a.meeting_id = m.id and v.state in ('open', 'closed')
      order by v.state = 'open' desc, coalesce(v.closed_at, v.opened_at) desc limit 1
    ) v on true
    where m.id = ${id}`.execute(ctx.db);
  return rows[0]?.pulse;
};

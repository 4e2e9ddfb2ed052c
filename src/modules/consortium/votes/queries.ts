import { sql } from "kysely";
import type { Context } from "#core/context.ts";
import type { Id } from "#core/id.ts";
import type { Marks } from "#methods/ballot.ts";
import type { Ballot, Choice, Counts, Decision, VotingSeat } from "#methods/resolution.ts";
import type { Objection } from "#methods/resolution-consent.ts";
import type { MeetingId } from "#modules/consortium/meetings/queries.ts";
import type { MotionId } from "#modules/consortium/motions/queries.ts";
import type { SeatId } from "#modules/consortium/seats/queries.ts";
import type { VoteMethod } from "#modules/consortium/vocabulary.ts";

export type VoteId = Id<"motionVote">;

/** An option of a vote by least resistance; the last one leaves everything as it is. */
export type VoteOption = { readonly key: string; readonly title: string };

export type VoteRow = {
  readonly id: VoteId;
  readonly motionId: MotionId;
  readonly number: number;
  readonly method: VoteMethod;
  readonly state: "open" | "closed" | "void";
  readonly options: readonly VoteOption[];
  readonly counts: readonly Counts[] | null;
  readonly castingVote: "yes" | "no" | null;
  readonly decision: Decision | null;
  readonly openedAt: Date;
  readonly closedAt: Date | null;
};

// Who may see the motion may see its vote: every query here begins from motions that the asker was shown.
const votes = (ctx: Context) =>
  ctx.db
    .selectFrom("motionVotes as v")
    .select(["v.id", "v.motionId", "v.number", "v.method", "v.state", "v.options", "v.counts"])
    .select(["v.castingVote", "v.decision", "v.openedAt", "v.closedAt"]);

type Raw = Awaited<ReturnType<ReturnType<typeof votes>["execute"]>>[number];

const read = ({ options, counts, decision, ...row }: Raw): VoteRow => ({
  ...row,
  options: (options ?? []) as readonly VoteOption[],
  counts: (counts ?? null) as readonly Counts[] | null,
  decision: (decision ?? null) as Decision | null,
});

export const findVote = async (ctx: Context, id: VoteId): Promise<VoteRow | undefined> => {
  const row = await votes(ctx).where("v.id", "=", id).executeTakeFirst();
  return row ? read(row) : undefined;
};

/** All votes on these motions, in the order in which they were taken. */
export const listVotes = async (ctx: Context, motions: readonly MotionId[]): Promise<readonly VoteRow[]> =>
  motions.length === 0
    ? []
    : (
        await votes(ctx)
          .where("v.motionId", "in", [...motions])
          .orderBy("v.openedAt")
          .orderBy("v.number")
          .limit(400)
          .execute()
      ).map(read);

export type VoterRow = {
  readonly seatId: SeatId;
  readonly title: string;
  readonly organization: string | null;
  readonly sector: string;
  readonly position: number;
  readonly present: boolean;
  readonly biased: boolean;
  /** Has said something; of a secret vote nothing more is known. */
  readonly voted: boolean;
  readonly choice: Choice | null;
  readonly marks: Marks | null;
};

/** The seats that have a vote in these votes, and by name what each said; for those of the consortium, or after the end. */
export const listVoters = async (
  ctx: Context,
  ids: readonly VoteId[],
): Promise<ReadonlyMap<VoteId, readonly VoterRow[]>> => {
  if (ids.length === 0) return new Map();
  const rows = await ctx.db
    .selectFrom("voteSeats as e")
    .innerJoin("seats as s", "s.id", "e.seatId")
    .leftJoin("organizations as o", "o.id", "s.organizationId")
    .leftJoin("voteChoices as c", (join) =>
      join.onRef("c.voteId", "=", "e.voteId").onRef("c.seatId", "=", "e.seatId"),
    )
    .select(["e.voteId", "e.seatId", "e.present", "e.biased", "s.title", "s.sector", "s.position"])
    .select(["o.name as organization", "c.choice", "c.marks"])
    .select(sql<boolean>`e.voted or c.seat_id is not null`.as("voted"))
    .where("e.voteId", "in", [...ids])
    .orderBy("s.position")
    .orderBy("s.title")
    .limit(20_000)
    .execute();
  return Map.groupBy(
    rows.map((row) => ({ ...row, marks: row.marks as Marks | null })),
    ({ voteId }) => voteId,
  );
};

/** How many said what on secret slips. */
const countSlips = async (ctx: Context, id: VoteId): Promise<readonly Counts[]> => {
  const rows = await ctx.db
    .selectFrom("voteSlips")
    .select(["choice", ({ fn }) => fn.countAll<string>().as("n")])
    .where("voteId", "=", id)
    .groupBy("choice")
    .execute();
  const of = (choice: Choice) => Number(rows.find((row) => row.choice === choice)?.n ?? 0);
  return [{ sector: null, yes: of("yes"), no: of("no"), abstain: of("abstain") }];
};

export type Given = Pick<Ballot, "subject" | "announced" | "castingVote" | "chair"> & {
  readonly counts?: readonly Counts[] | undefined;
};

/** A vote as it was given, for the count. */
export const readBallot = async (ctx: Context, vote: VoteRow, given: Given): Promise<Ballot> => {
  const voters = (await listVoters(ctx, [vote.id])).get(vote.id) ?? [];
  const seats = voters.map(
    ({ seatId, sector, present, biased, choice }): VotingSeat => ({
      id: seatId,
      sector,
      voting: true,
      present,
      biased,
      vote: choice ?? undefined,
    }),
  );
  const counts = vote.method === "secret" ? await countSlips(ctx, vote.id) : given.counts;
  return { ...given, seats, counts: vote.method === "hand" || vote.method === "secret" ? counts : undefined };
};

/** What each seat can bear of which option. */
export const readMarks = async (ctx: Context, vote: VoteId): Promise<ReadonlyMap<string, Marks>> =>
  new Map(
    ((await listVoters(ctx, [vote])).get(vote) ?? []).flatMap(({ seatId, marks }) =>
      marks ? [[seatId, marks] as const] : [],
    ),
  );

export type ObjectionRow = Objection & {
  readonly id: Id<"motionObjection">;
  readonly motionId: MotionId;
  readonly voteId: VoteId | null;
  readonly title: string;
  readonly organization: string | null;
  readonly answer: string;
  readonly madeAt: Date;
};

/** The objections against these motions, oldest first; for those of the consortium. */
export const listObjections = async (
  ctx: Context,
  motions: readonly MotionId[],
): Promise<readonly ObjectionRow[]> => {
  if (motions.length === 0) return [];
  return ctx.db
    .selectFrom("motionObjections as b")
    .innerJoin("seats as s", "s.id", "b.seatId")
    .leftJoin("organizations as o", "o.id", "s.organizationId")
    .select(["b.id", "b.motionId", "b.voteId", "b.version", "b.reason", "b.change", "b.state", "b.answer"])
    .select(["b.madeAt", "b.seatId as seat", "s.title", "o.name as organization"])
    .where("b.motionId", "in", [...motions])
    .orderBy("b.madeAt")
    .limit(400)
    .execute();
};

/** Whether any vote of this meeting is open, with its motion. */
export const findOpenVote = async (ctx: Context, meeting: MeetingId): Promise<VoteRow | undefined> => {
  const row = await votes(ctx)
    .innerJoin("motions as o", "o.id", "v.motionId")
    .innerJoin("agendaItems as a", "a.id", "o.agendaItemId")
    .where("a.meetingId", "=", meeting)
    .where("v.state", "=", "open")
    .orderBy("v.openedAt", "desc")
    .limit(1)
    .executeTakeFirst();
  return row ? read(row) : undefined;
};

import { sql } from "kysely";
import type { Context } from "#core/context.ts";
import { allow, found } from "#core/errors.ts";
import { record } from "#core/events.ts";
import { done, type Outcome, refused } from "#core/outcome.ts";
import type { Marks } from "#methods/ballot.ts";
import type { Counts, Decision, DecisionReason } from "#methods/resolution.ts";
import { circularSettled, decideCircular } from "#methods/resolution-circular.ts";
import { decide, tooManyVotes } from "#methods/resolution-decide.ts";
import { decideConsensing, decideConsentMeeting } from "#methods/resolution-ways.ts";
import { lockMotion } from "#modules/consortium/motions/commands.ts";
import { findMotion, type MotionRow, rulesById } from "#modules/consortium/motions/queries.ts";
import { may } from "#modules/consortium/policy.ts";
import { listConflicts } from "#modules/consortium/presence/queries.ts";
import { makeResolution } from "#modules/consortium/resolutions/commands.ts";
import type { ResolutionId } from "#modules/consortium/resolutions/queries.ts";
import { currentChair } from "#modules/consortium/seats/queries.ts";
import { sectors } from "#modules/consortium/vocabulary.ts";
import { holdVote } from "#modules/consortium/votes/commands.ts";
import {
  listObjections,
  listVoters,
  readBallot,
  readMarks,
  type VoteId,
  type VoteOption,
  type VoteRow,
} from "#modules/consortium/votes/queries.ts";

export type CloseInput = {
  /** A show of hands: of all together, or by sector. */
  readonly counts?: readonly Counts[] | undefined;
  readonly castingVote?: "yes" | "no" | undefined;
};
export type Closed = { readonly decision: Decision; readonly resolution: ResolutionId | null };
export type CloseRefusal = "closed" | "early" | "counts" | "tooMany" | "castingVote" | "sectorsUnknown";

// Written again in the order of random ids: neither place nor transaction of a row says when a slip came, or from whom.
const shuffle = async (ctx: Context, id: VoteId): Promise<void> => {
  await sql`
    with gone as (delete from vote_slips where vote_id = ${id} returning *)
    insert into vote_slips select * from gone order by id`.execute(ctx.db);
  await sql`
    with gone as (delete from vote_seats where vote_id = ${id} returning *)
    insert into vote_seats select * from gone order by seat_id`.execute(ctx.db);
};

const unfinished: readonly DecisionReason[] = ["notAnnounced", "quorum"];

const stateAfter = ({ passed, reasons }: Decision): "passed" | "rejected" | "deferred" => {
  if (passed) return "passed";
  return reasons.some((reason) => unfinished.includes(reason)) ? "deferred" : "rejected";
};

const keepDecision = async (
  ctx: Context,
  vote: VoteRow,
  motion: MotionRow,
  decision: Decision,
  input: CloseInput,
) => {
  await ctx.db
    .updateTable("motionVotes")
    .set({
      state: "closed",
      closedAt: ctx.now,
      decision: JSON.stringify(decision),
      counts: input.counts ? JSON.stringify(input.counts) : null,
      castingVote: decision.castingVote,
    })
    .where("id", "=", vote.id)
    .execute();
  const state = stateAfter(decision);
  await ctx.db
    .updateTable("motions")
    .set({ state, changedAt: ctx.now })
    .where("id", "=", motion.id)
    .execute();
  await record(ctx, "vote.closed", vote.id, { motionId: motion.id, passed: decision.passed });
};

// In a meeting they were declared with an item, by letter with the answer.
const conflictsOf = async (ctx: Context, vote: VoteId, { meetingId, agendaItemId }: MotionRow) => {
  if (meetingId !== null && agendaItemId !== null) {
    const declared = await listConflicts(ctx, meetingId, agendaItemId);
    return declared.map(({ seatTitle, words }) => ({ seat: seatTitle, words }));
  }
  const voters = (await listVoters(ctx, [vote])).get(vote) ?? [];
  return voters.filter(({ biased }) => biased).map(({ title }) => ({ seat: title, words: "" }));
};

const count = async (ctx: Context, vote: VoteRow, motion: MotionRow, input: CloseInput) => {
  const rules = await rulesById(ctx, motion.rulesId);
  const chair = (await currentChair(ctx))?.seatId ?? undefined;
  const { subject } = motion;
  const ballot = await readBallot(ctx, vote, {
    subject,
    announced: motion.announced ?? true,
    chair,
    ...input,
  });
  const objections = vote.method === "consent" ? await listObjections(ctx, [motion.id]) : [];
  const options = vote.options.map(({ key, title }) => ({ id: key, title }));
  const decision = motion.circular
    ? decideCircular(rules, ballot)
    : vote.method === "consent"
      ? decideConsentMeeting(rules, ballot, motion.version, objections)
      : vote.method === "consensing"
        ? decideConsensing(rules, ballot, { options, marks: await readMarks(ctx, vote.id) })
        : decide(rules, ballot);
  return { rules, ballot, decision };
};

/** Closes a vote: it is counted by the rules of the meeting, and what passed becomes a numbered resolution. */
export const closeVote = async (
  ctx: Context,
  id: VoteId,
  input: CloseInput = {},
): Promise<Outcome<Closed, CloseRefusal>> => {
  allow(may.run(ctx));
  const vote = await holdVote(ctx, id, "alone");
  if (vote.state !== "open") return refused("closed");
  const locked = await lockMotion(ctx, vote.motionId);
  const motion = found(await findMotion(ctx, vote.motionId));
  if (vote.method === "hand" && !input.counts) return refused("counts");
  const { rules, ballot, decision } = await count(ctx, vote, motion, input);
  if (motion.dueAt && motion.dueAt > ctx.now && !circularSettled(rules, ballot)) return refused("early");
  if (tooManyVotes(ballot).length > 0) return refused("tooMany");
  if (decision.reasons.includes("sectorsUnknown")) return refused("sectorsUnknown");
  if (decision.tie && rules.tie === "castingVote" && input.castingVote === undefined)
    return refused("castingVote");
  if (vote.method === "secret") await shuffle(ctx, id);
  await keepDecision(ctx, vote, motion, decision, input);
  if (!decision.passed) return done({ decision, resolution: null });
  const { meetingId, rulesId } = motion;
  const item = motion.agendaItemId === null ? undefined : await findPublic(ctx, motion.agendaItemId);
  const resolution = await makeResolution(ctx, {
    motion: locked,
    voteId: id,
    meetingId,
    decision,
    rulesId,
    conflicts: await conflictsOf(ctx, id, motion),
    public: motion.public && (item ?? true),
  });
  return done({ decision, resolution });
};

const findPublic = async (ctx: Context, item: NonNullable<MotionRow["agendaItemId"]>): Promise<boolean> =>
  (await ctx.db.selectFrom("agendaItems").select("public").where("id", "=", item).executeTakeFirst())
    ?.public ?? true;

type Fields = Readonly<Record<string, unknown>>;

const numberIn = (fields: Fields, name: string): number | undefined => {
  const text = String(fields[name] ?? "").trim();
  return /^\d{1,4}$/u.test(text) ? Number(text) : undefined;
};

/** Hands as they were typed, of all together or sector by sector; nothing when no number was typed at all. */
export const readCounts = (fields: Fields): readonly Counts[] | undefined => {
  const of = (key: string, sector: string | null): readonly Counts[] => {
    const [yes, no, abstain] = (["yes", "no", "abstain"] as const).map((one) =>
      numberIn(fields, `${one}-${key}`),
    );
    if (yes === undefined && no === undefined && abstain === undefined) return [];
    return [{ sector, yes: yes ?? 0, no: no ?? 0, abstain: abstain ?? 0 }];
  };
  const counts = [...of("all", null), ...sectors.flatMap((sector) => of(sector, sector))];
  return counts.length > 0 ? counts : undefined;
};

/** What a seat can bear of each option, as it was typed; what is no number is left out and then missed. */
export const readRatings = ({ options }: Pick<VoteRow, "options">, fields: Fields): Marks =>
  Object.fromEntries(
    options.flatMap(({ key }) => {
      const mark = numberIn(fields, `option-${key}`);
      return mark === undefined ? [] : [[key, mark]];
    }),
  );

const mostOptions = 12;

/** One option a line; the last one leaves everything as it is. */
export const readOptions = (text: string, passive: string): readonly VoteOption[] => {
  const lines = text.split("\n").map((line) => line.trim().slice(0, 200));
  const titles = [...new Set(lines.filter((line) => line !== "" && line !== passive))].slice(0, mostOptions);
  return titles.length === 0
    ? []
    : [...titles, passive].map((title, index) => ({ key: `o${index + 1}`, title }));
};

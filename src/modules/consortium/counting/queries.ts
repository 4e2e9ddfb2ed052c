import type { Context } from "#core/context.ts";
import type { ProcedureRules } from "#methods/resolution.ts";
import type { MeetingId } from "#modules/consortium/meetings/queries.ts";
import { listMotions, type MotionRow, rulesById } from "#modules/consortium/motions/queries.ts";
import { listResolutions, type ResolutionRow } from "#modules/consortium/resolutions/queries.ts";
import {
  listObjections,
  listVoters,
  listVotes,
  type ObjectionRow,
  type VoteRow,
  type VoterRow,
} from "#modules/consortium/votes/queries.ts";

/** A motion with everything that one who runs the meeting needs of it. */
export type Panel = {
  readonly motion: MotionRow;
  /** The vote that is open, or the one that was closed last. */
  readonly vote: VoteRow | undefined;
  readonly voters: readonly VoterRow[];
  readonly objections: readonly ObjectionRow[];
  readonly resolution: ResolutionRow | undefined;
  readonly rules: ProcedureRules;
};

const lastOf = (votes: readonly VoteRow[]): VoteRow | undefined =>
  votes.findLast(({ state }) => state === "open") ?? votes.findLast(({ state }) => state === "closed");

const panelsOf = async (
  ctx: Context,
  motions: readonly MotionRow[],
  resolutions: readonly ResolutionRow[],
): Promise<readonly Panel[]> => {
  const ids = motions.map(({ id }) => id);
  const votes = Map.groupBy(await listVotes(ctx, ids), ({ motionId }) => motionId);
  const last = new Map(motions.map(({ id }) => [id, lastOf(votes.get(id) ?? [])]));
  const voters = await listVoters(
    ctx,
    [...last.values()].flatMap((vote) => vote?.id ?? []),
  );
  const objections = await listObjections(ctx, ids);
  const rules = await rulesById(ctx, motions[0]?.rulesId ?? null);
  return motions.map((motion) => {
    const vote = last.get(motion.id);
    return {
      motion,
      vote,
      voters: (vote && voters.get(vote.id)) ?? [],
      objections: objections.filter(({ motionId }) => motionId === motion.id),
      resolution: resolutions.find(({ motionId }) => motionId === motion.id),
      rules,
    };
  });
};

/** The motions of a meeting with their votes, objections and resolutions, in few queries. */
export const listPanels = async (ctx: Context, meeting: MeetingId): Promise<readonly Panel[]> =>
  panelsOf(ctx, await listMotions(ctx, meeting), await listResolutions(ctx, { meeting }));

/** The same of one motion. */
export const readPanel = async (ctx: Context, motion: MotionRow): Promise<Panel | undefined> => {
  const resolutions = motion.meetingId ? await listResolutions(ctx, { meeting: motion.meetingId }) : [];
  return (await panelsOf(ctx, [motion], resolutions))[0];
};

/** Whether a show of hands on this motion must be counted sector by sector. */
export const countsApart = ({ motion, rules }: Pick<Panel, "motion" | "rules">): boolean =>
  rules.sectors.kind !== "none" && rules.sectors.subjects.includes(motion.subject);

import type { Context } from "#core/context.ts";
import type { MinutesMotion, MinutesResolution, MinutesTask } from "#methods/minutes.ts";
import type { MotionRow } from "#modules/consortium/motions/queries.ts";
import { decisionSentence } from "#modules/consortium/procedure/vocabulary.ts";
import type { ResolutionRow } from "#modules/consortium/resolutions/queries.ts";
import { ownerOf, type TaskRow } from "#modules/consortium/tasks/queries.ts";
import { choiceName, motionStateName, voteMethodName } from "#modules/consortium/vocabulary.ts";
import type { VoteRow, VoterRow } from "#modules/consortium/votes/queries.ts";

/** A task as minutes say it; one that came of an internal resolution is internal. */
export const taskOf = (task: TaskRow): MinutesTask => ({
  title: task.title,
  owner: ownerOf(task),
  dueOn: task.dueOn,
  ...(task.resolutionPublic === false ? { hidden: true } : {}),
});

/** A motion with every vote on it that was closed. */
export const motionOf = (
  ctx: Context,
  motion: MotionRow,
  votes: readonly VoteRow[],
  voters: ReadonlyMap<VoteRow["id"], readonly VoterRow[]>,
): MinutesMotion => ({
  title: motion.title,
  wording: motion.wording,
  proposedBy: motion.proposedBy,
  public: motion.public,
  state: motionStateName(ctx, motion.state),
  votes: votes
    .filter(({ motionId, state }) => motionId === motion.id && state === "closed")
    .map(({ id, method, decision, options }) => ({
      method: voteMethodName(ctx, method),
      passed: decision?.passed ?? null,
      sentence: decision
        ? decisionSentence(ctx, decision, Object.fromEntries(options.map(({ key, title }) => [key, title])))
        : "",
      voices:
        method === "named"
          ? (voters.get(id) ?? []).flatMap(({ title, choice }) =>
              choice ? [{ seat: title, said: choiceName(ctx, choice) }] : [],
            )
          : [],
    })),
});

/** A resolution, and the sentence why it passed. */
export const resolutionOf = (ctx: Context, row: ResolutionRow): MinutesResolution => ({
  number: row.label,
  title: row.title,
  wording: row.wording,
  sentence: decisionSentence(ctx, row.decision, row.options),
  public: row.public,
});

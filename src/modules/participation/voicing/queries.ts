import { randomInt } from "node:crypto";
import type { Context } from "#core/context.ts";
import { drawNext, priorityOf } from "#methods/opinion-priority.ts";
import { findingsOf } from "#modules/participation/mapping/queries.ts";
import {
  findParticipant,
  listOwnVotes,
  listStatements,
  type ParticipantId,
} from "#modules/participation/opinions/queries.ts";
import type { OpinionRound, Statement } from "#modules/participation/schema.ts";
import { listOwnStatements } from "#modules/participation/statements/queries.ts";

const fine = 1_000_000;

export type Asking = {
  readonly next: Statement | undefined;
  readonly all: number;
  readonly answers: readonly { readonly statement: Statement; readonly vote: number }[];
  readonly own: Awaited<ReturnType<typeof listOwnStatements>>;
};

const drawn = (round: OpinionRound, open: readonly Statement[]): Statement | undefined => {
  const extremity = findingsOf(round)?.extremity ?? {};
  const waiting = open.map((statement) => {
    const { agreed, disagreed, passed, meta, number } = statement;
    const counts = { agreed, disagreed, said: agreed + disagreed + passed };
    return { statement, priority: priorityOf(counts, extremity[String(number)] ?? 0, meta) };
  });
  return drawNext(waiting, randomInt(fine) / fine)?.statement;
};

/** What this device is asked next, and what it said so far. `wanted`: the number of a statement it asks for itself. */
export const askNext = async (
  ctx: Context,
  round: OpinionRound,
  token: string | undefined,
  wanted: number | undefined,
): Promise<Asking> => {
  const statements = await listStatements(ctx, round.id, "accepted");
  const participant: ParticipantId | undefined = await findParticipant(ctx, round.id, token);
  const votes = await listOwnVotes(ctx, participant);
  const next =
    statements.find(({ number }) => number === wanted) ??
    drawn(
      round,
      statements.filter(({ id }) => !votes.has(id)),
    );
  return {
    next,
    all: statements.length,
    answers: statements.flatMap((statement) => {
      const vote = votes.get(statement.id);
      return vote === undefined ? [] : [{ statement, vote }];
    }),
    own: participant ? await listOwnStatements(ctx, participant) : [],
  };
};

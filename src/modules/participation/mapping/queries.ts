import { createHash } from "node:crypto";
import type { Context } from "#core/context.ts";
import { writeOpinions } from "#methods/opinion-file.ts";
import { Findings, type MapTask } from "#methods/opinion-findings.ts";
import { listStatements, listVotes, type RoundId } from "#modules/participation/opinions/queries.ts";
import type { OpinionRound } from "#modules/participation/schema.ts";

/** Every vote as a file for everybody. */
export const votesFile = async (ctx: Context, roundId: RoundId): Promise<string> =>
  writeOpinions(await listVotes(ctx, roundId));

/** What a map was computed from, in 64 signs. */
export const hashOf = (votes: MapTask["votes"]): string =>
  createHash("sha256").update(writeOpinions(votes)).digest("hex");

/** What has to be computed, and as of which revision; undefined when the map is as it should be. */
export const findWork = async (
  ctx: Context,
  roundId: RoundId,
): Promise<{ readonly revision: number; readonly task: MapTask } | undefined> => {
  const round = await ctx.db
    .selectFrom("opinionRounds")
    .select(["revision", "resultRevision"])
    .where("id", "=", roundId)
    .executeTakeFirst();
  if (!round || round.revision === round.resultRevision) return undefined;
  const statements = await listStatements(ctx, roundId, "accepted");
  const votes = await listVotes(ctx, roundId);
  return {
    revision: round.revision,
    task: {
      votes: [...votes],
      statements: statements.map(({ number }) => String(number)),
      meta: statements.filter(({ meta }) => meta).map(({ number }) => String(number)),
    },
  };
};

/** What the map of a round says, where one was computed. */
export const findingsOf = ({ result }: Pick<OpinionRound, "result">): Findings | undefined => {
  const read = Findings.safeParse(result);
  return read.success ? read.data : undefined;
};

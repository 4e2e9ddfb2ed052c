import type { Context } from "#core/context.ts";
import type { Id } from "#core/id.ts";
import { hashToken } from "#core/token.ts";
import type { OpinionVote } from "#methods/opinion-matrix.ts";
import { may } from "#modules/participation/policy.ts";
import type { ProcessId } from "#modules/participation/queries.ts";
import type { OpinionRound, Statement } from "#modules/participation/schema.ts";

export type RoundId = Id<"opinionRound">;
export type ParticipantId = Id<"opinionParticipant">;

const mostVotes = 2_000_000;
export const mostStatements = 1_000;

/** A round in the hand of the office. */
export const findRound = async (ctx: Context, id: RoundId): Promise<OpinionRound | undefined> =>
  may.run(ctx)
    ? ctx.db.selectFrom("opinionRounds").selectAll().where("id", "=", id).executeTakeFirst()
    : undefined;

/** A round that was opened, of a process that the town was told of. */
export const findPublicRound = (ctx: Context, slug: string): Promise<OpinionRound | undefined> =>
  ctx.db
    .selectFrom("opinionRounds")
    .innerJoin("processes", "processes.id", "opinionRounds.processId")
    .selectAll("opinionRounds")
    .where("opinionRounds.slug", "=", slug)
    .where("opinionRounds.state", "<>", "draft")
    .where("processes.state", "<>", "draft")
    .executeTakeFirst();

/** The rounds of a process; drafts only for the office. */
export const listRounds = (ctx: Context, processId: ProcessId): Promise<readonly OpinionRound[]> =>
  ctx.db
    .selectFrom("opinionRounds")
    .selectAll()
    .where("processId", "=", processId)
    .$if(!may.run(ctx), (query) => query.where("state", "<>", "draft"))
    .orderBy("madeAt", "desc")
    .limit(50)
    .execute();

/** The device that carries this token, in this round. */
export const findParticipant = async (
  ctx: Context,
  roundId: RoundId,
  token: string | undefined,
): Promise<ParticipantId | undefined> => {
  if (token === undefined) return undefined;
  const row = await ctx.db
    .selectFrom("opinionParticipants")
    .select("id")
    .where("roundId", "=", roundId)
    .where("tokenHash", "=", hashToken(token))
    .executeTakeFirst();
  return row?.id;
};

/** The statements of a round, in the order of their numbers. */
export const listStatements = (
  ctx: Context,
  roundId: RoundId,
  state?: Statement["state"],
): Promise<readonly Statement[]> =>
  ctx.db
    .selectFrom("statements")
    .selectAll()
    .where("roundId", "=", roundId)
    .$if(state !== undefined, (query) => query.where("state", "=", state ?? "accepted"))
    .orderBy("number")
    .limit(mostStatements)
    .execute();

/** What one device said so far: statement → vote. */
export const listOwnVotes = async (
  ctx: Context,
  participant: ParticipantId | undefined,
): Promise<ReadonlyMap<Id<"statement">, number>> => {
  if (!participant) return new Map();
  const rows = await ctx.db
    .selectFrom("statementVotes")
    .select(["statementId", "vote"])
    .where("participantId", "=", participant)
    .limit(mostStatements)
    .execute();
  return new Map(rows.map(({ statementId, vote }) => [statementId, vote]));
};

/** The statement in the language of the reader, where the office translated it. */
export const textOf = (
  { text, language, translations }: Pick<Statement, "text" | "language" | "translations">,
  wanted: string,
): { readonly text: string; readonly language: string } => {
  const known = translations as Readonly<Record<string, unknown>> | null;
  const translated = wanted === language ? undefined : known?.[wanted];
  return typeof translated === "string" && translated !== ""
    ? { text: translated, language: wanted }
    : { text, language };
};

/**
 * Every vote about accepted statements, person by person. People are numbered in the order of their ids, which were
 * drawn by chance: a number says nothing about when somebody came.
 */
export const listVotes = async (ctx: Context, roundId: RoundId): Promise<readonly OpinionVote[]> => {
  const rows = await ctx.db
    .selectFrom("statementVotes")
    .innerJoin("statements", "statements.id", "statementVotes.statementId")
    .select(["statementVotes.participantId", "statements.number", "statementVotes.vote"])
    .where("statementVotes.roundId", "=", roundId)
    .where("statements.state", "=", "accepted")
    .orderBy("statementVotes.participantId")
    .orderBy("statements.number")
    .limit(mostVotes)
    .execute();
  const numbers = new Map<string, string>();
  return rows.map(({ participantId, number, vote }) => {
    const participant = numbers.get(participantId) ?? String(numbers.size);
    numbers.set(participantId, participant);
    return { participant, statement: String(number), vote: vote > 0 ? 1 : vote < 0 ? -1 : 0 };
  });
};

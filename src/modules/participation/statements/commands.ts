import type { Context } from "#core/context.ts";
import { allow, found } from "#core/errors.ts";
import { record } from "#core/events.ts";
import type { Id } from "#core/id.ts";
import { done, type Outcome, refused } from "#core/outcome.ts";
import { askForMap, comeIn, lockRound } from "#modules/participation/opinions/commands.ts";
import { mostStatements, type RoundId } from "#modules/participation/opinions/queries.ts";
import { may } from "#modules/participation/policy.ts";
import type { Statement } from "#modules/participation/schema.ts";
import type { moderationReasons } from "#modules/participation/vocabulary.ts";

/** One thought fits into this; a longer one is two. */
export const longestStatement = 140;
const mostWaiting = 5;

export type NewStatement = {
  readonly text: string;
  readonly source?: "office" | "survey" | "workshop";
  readonly sourceWords?: string;
  readonly meta?: boolean;
};

/** Statements of the office, or taken from a survey or a workshop; they are asked at once. */
export const addStatements = async (
  ctx: Context,
  roundId: RoundId,
  statements: readonly NewStatement[],
): Promise<Outcome<{ readonly added: number }, "closed" | "tooMany">> => {
  allow(may.run(ctx));
  const round = await lockRound(ctx, roundId);
  if (round.state === "closed") return refused("closed");
  if (round.statementCount + statements.length > mostStatements) return refused("tooMany");
  if (statements.length === 0) return done({ added: 0 });
  await ctx.db
    .insertInto("statements")
    .values(
      statements.map(({ text, source = "office", sourceWords = "", meta = false }, index) => ({
        roundId,
        number: round.statementCount + index + 1,
        text,
        source,
        sourceWords,
        meta,
        state: "accepted" as const,
        madeAt: ctx.now,
      })),
    )
    .execute();
  await ctx.db
    .updateTable("opinionRounds")
    .set({ statementCount: round.statementCount + statements.length, changedAt: ctx.now })
    .where("id", "=", roundId)
    .execute();
  await record(ctx, "opinion_round.statements_added", roundId, { count: statements.length });
  return done({ added: statements.length });
};

/** Somebody adds a statement of their own; it is read before anybody sees it. */
export const suggestStatement = async (
  ctx: Context,
  roundId: RoundId,
  token: string | undefined,
  text: string,
): Promise<Outcome<{ readonly token?: string }, "notOpen" | "notTaken" | "tooMany">> => {
  const round = await lockRound(ctx, roundId);
  if (round.state !== "open") return refused("notOpen");
  if (!round.takesStatements) return refused("notTaken");
  if (round.statementCount >= mostStatements) return refused("tooMany");
  const { id: participantId, ...given } = await comeIn(ctx, round, token);
  const waiting = await ctx.db
    .selectFrom("statements")
    .select("id")
    .where("participantId", "=", participantId)
    .where("state", "=", "waiting")
    .limit(mostWaiting)
    .execute();
  if (waiting.length >= mostWaiting) return refused("tooMany");
  await ctx.db
    .insertInto("statements")
    .values({
      roundId,
      number: round.statementCount + 1,
      text,
      source: "participant",
      participantId,
      state: "waiting",
      madeAt: ctx.now,
    })
    .execute();
  await ctx.db
    .updateTable("opinionRounds")
    .set({ statementCount: round.statementCount + 1 })
    .where("id", "=", roundId)
    .execute();
  return done(given);
};

export type Decline = {
  readonly reason: Exclude<(typeof moderationReasons)[number], "restored">;
  readonly words: string;
};

const statementToWrite = async (ctx: Context, roundId: RoundId, id: Id<"statement">): Promise<Statement> =>
  found(
    await ctx.db
      .selectFrom("statements")
      .selectAll()
      .where("id", "=", id)
      .where("roundId", "=", roundId)
      .executeTakeFirst(),
  );

/** The office reads a statement: it is asked from now on, or it is not, for a reason that everybody can read. */
export const moderateStatement = async (
  ctx: Context,
  roundId: RoundId,
  id: Id<"statement">,
  decline?: Decline,
): Promise<Outcome<null, "same">> => {
  allow(may.run(ctx));
  const round = await lockRound(ctx, roundId);
  const statement = await statementToWrite(ctx, roundId, id);
  const state = decline ? "declined" : "accepted";
  if (statement.state === state) return refused("same");
  await ctx.db.updateTable("statements").set({ state }).where("id", "=", id).execute();
  if (decline || statement.state === "declined")
    await ctx.db
      .insertInto("moderations")
      .values({
        processId: round.processId,
        subjectKind: "statement",
        subjectId: id,
        action: decline ? "hidden" : "shown",
        reason: decline?.reason ?? "restored",
        words: decline?.words ?? "Doch aufgenommen.",
        madeBy: ctx.actor.kind === "person" ? ctx.actor.id : null,
        madeAt: ctx.now,
      })
      .execute();
  await askForMap(ctx, roundId);
  await record(ctx, decline ? "statement.declined" : "statement.accepted", id, { roundId });
  return done(null);
};

/** The same statement in other languages; the vote is about the same thing. */
export const translateStatement = async (
  ctx: Context,
  roundId: RoundId,
  id: Id<"statement">,
  translations: Readonly<Record<string, string>>,
): Promise<void> => {
  allow(may.run(ctx));
  await statementToWrite(ctx, roundId, id);
  await ctx.db
    .updateTable("statements")
    .set({ translations: JSON.stringify(translations) })
    .where("id", "=", id)
    .execute();
  await record(ctx, "statement.translated", id, { languages: Object.keys(translations) });
};

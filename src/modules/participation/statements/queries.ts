import type { Context } from "#core/context.ts";
import type { ParticipantId, RoundId } from "#modules/participation/opinions/queries.ts";

/** Statements that were not taken or were taken out, with the reason, newest first. Their words are not repeated. */
export const listDeclined = (ctx: Context, roundId: RoundId) =>
  ctx.db
    .selectFrom("moderations")
    .innerJoin("statements", "statements.id", "moderations.subjectId")
    .select([
      "moderations.id",
      "moderations.action",
      "moderations.reason",
      "moderations.words",
      "moderations.madeAt",
      "statements.number",
    ])
    .where("moderations.subjectKind", "=", "statement")
    .where("statements.roundId", "=", roundId)
    .orderBy("moderations.madeAt", "desc")
    .limit(200)
    .execute();

/** What became of the statements of one device: the last word of the office beside each. */
export const listOwnStatements = (ctx: Context, participant: ParticipantId) =>
  ctx.db
    .selectFrom("statements")
    .leftJoinLateral(
      (select) =>
        select
          .selectFrom("moderations")
          .select(["moderations.words"])
          .whereRef("moderations.subjectId", "=", "statements.id")
          .orderBy("moderations.madeAt", "desc")
          .limit(1)
          .as("last"),
      (join) => join.onTrue(),
    )
    .select(["statements.number", "statements.text", "statements.state", "last.words"])
    .where("statements.participantId", "=", participant)
    .orderBy("statements.number", "desc")
    .limit(20)
    .execute();

import { isStaff } from "#core/actor.ts";
import type { Context } from "#core/context.ts";
import type { CooperationId } from "#modules/network/cooperations/queries.ts";

/** What shows that a cooperation is real, the latest first; what is internal only for its members and the office. */
export const listEvidence = (ctx: Context, id: CooperationId, takesPart = false) =>
  ctx.db
    .selectFrom("cooperationEvidence")
    .select(["id", "kind", "words", "happenedOn", "url", "public"])
    .where("cooperationId", "=", id)
    .$if(!takesPart && !isStaff(ctx.actor), (query) => query.where("public", "=", true))
    .orderBy("happenedOn", "desc")
    .orderBy("id")
    .limit(200)
    .execute();
export type EvidenceRow = Awaited<ReturnType<typeof listEvidence>>[number];

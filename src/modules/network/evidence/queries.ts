import { isStaff } from "#core/actor.ts";
import type { Context } from "#core/context.ts";
import type { Id } from "#core/id.ts";
import type { CooperationId } from "#modules/network/cooperations/queries.ts";

/** What shows that a cooperation is real, the latest first; what is internal only for its members and the office. */
export const listEvidence = (ctx: Context, id: CooperationId, takesPart = false) =>
  ctx.db
    .selectFrom("cooperationEvidence")
    .select(["id", "kind", "words", "happenedOn", "url", "public", "fileId"])
    .where("cooperationId", "=", id)
    .$if(!takesPart && !isStaff(ctx.actor), (query) => query.where("public", "=", true))
    .orderBy("happenedOn", "desc")
    .orderBy("id")
    .limit(200)
    .execute();
export type EvidenceRow = Awaited<ReturnType<typeof listEvidence>>[number];

/** The paper of one piece of evidence, for whoever may see the evidence itself. */
export const findPaper = async (
  ctx: Context,
  id: CooperationId,
  evidence: Id<"cooperationEvidence">,
  takesPart: boolean,
) => {
  const row = (await listEvidence(ctx, id, takesPart)).find((one) => one.id === evidence);
  if (!row?.fileId) return undefined;
  return ctx.db
    .selectFrom("files")
    .select(["name", "mediaType", "bytes"])
    .where("id", "=", row.fileId)
    .executeTakeFirst();
};

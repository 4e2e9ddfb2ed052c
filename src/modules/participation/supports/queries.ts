import type { Context } from "#core/context.ts";
import type { Id } from "#core/id.ts";

/** Which of these proposals the signed-in person stands behind. */
export const supportedBy = async (
  ctx: Context,
  proposals: readonly Id<"proposal">[],
): Promise<ReadonlySet<Id<"proposal">>> => {
  if (ctx.actor.kind !== "person" || proposals.length === 0) return new Set();
  const rows = await ctx.db
    .selectFrom("proposalSupports")
    .select("proposalId")
    .where("personId", "=", ctx.actor.id)
    .where("proposalId", "in", [...proposals])
    .limit(500)
    .execute();
  return new Set(rows.map(({ proposalId }) => proposalId));
};

export type PaperList = { readonly count: number; readonly words: string; readonly at: Date };

/** The lists of signatures that the office typed in, each with the note where it lies; newest first. */
export const listPaperSupports = async (
  ctx: Context,
  proposals: readonly Id<"proposal">[],
): Promise<readonly (PaperList & { readonly proposalId: string })[]> => {
  if (proposals.length === 0) return [];
  const rows = await ctx.db
    .selectFrom("events")
    .select(["subjectId", "data", "happenedAt"])
    .where("name", "=", "proposal.paper_supported")
    .where("subjectId", "in", [...proposals])
    .orderBy("happenedAt", "desc")
    .limit(200)
    .execute();
  return rows.map(({ subjectId, data, happenedAt }) => {
    const { count, words } = data as { count?: unknown; words?: unknown };
    return { proposalId: subjectId, count: Number(count ?? 0), words: String(words ?? ""), at: happenedAt };
  });
};

/** What a person stands behind, for their own file. */
export const tellSupports = async (ctx: Context, person: Id<"person">) => {
  const rows = await ctx.db
    .selectFrom("proposalSupports as s")
    .innerJoin("proposals as p", "p.id", "s.proposalId")
    .innerJoin("processes as o", "o.id", "p.processId")
    .select(["p.title", "s.madeAt"])
    .where("s.personId", "=", person)
    .orderBy("s.madeAt")
    .limit(1_000)
    .execute();
  return rows.map(({ title, madeAt }) => ({
    proposal: title,
    since: madeAt,
  }));
};

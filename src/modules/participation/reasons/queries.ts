import type { Context } from "#core/context.ts";
import type { Id } from "#core/id.ts";

type ProposalId = Id<"proposal">;

/** The reasons of a proposal that stand, oldest first; `own` are those of the asker. */
export const listReasons = async (ctx: Context, proposal: ProposalId) => {
  const me = ctx.actor.kind === "person" ? ctx.actor.id : null;
  const rows = await ctx.db
    .selectFrom("proposalReasons")
    .select(["id", "side", "words", "personId", "authorWords", "how", "madeAt"])
    .where("proposalId", "=", proposal)
    .where("state", "=", "published")
    .orderBy("madeAt")
    .orderBy("id")
    .limit(600)
    .execute();
  return rows.map(({ personId, ...row }) => ({ ...row, own: me !== null && personId === me }));
};

export type ReasonRow = Awaited<ReturnType<typeof listReasons>>[number];

/** How many reasons each of these proposals has. */
export const countReasons = async (
  ctx: Context,
  proposals: readonly ProposalId[],
): Promise<ReadonlyMap<ProposalId, number>> => {
  if (proposals.length === 0) return new Map();
  const rows = await ctx.db
    .selectFrom("proposalReasons")
    .select(["proposalId", ({ fn }) => fn.countAll<number>().as("n")])
    .where("proposalId", "in", [...proposals])
    .where("state", "=", "published")
    .groupBy("proposalId")
    .limit(500)
    .execute();
  return new Map(rows.map(({ proposalId, n }) => [proposalId, n]));
};

/** What a person gave as reasons, for their own file. */
export const tellReasons = async (ctx: Context, person: Id<"person">) => {
  const rows = await ctx.db
    .selectFrom("proposalReasons as r")
    .innerJoin("proposals as p", "p.id", "r.proposalId")
    .innerJoin("processes as o", "o.id", "p.processId")
    .select(["p.title", "r.side", "r.words", "r.authorWords", "r.state", "r.madeAt"])
    .where("r.personId", "=", person)
    .orderBy("r.madeAt")
    .limit(1_000)
    .execute();
  return rows.map(({ title, side, words, authorWords, state, madeAt }) => ({
    proposal: title,
    side,
    words,
    shownAs: authorWords,
    state,
    at: madeAt,
  }));
};

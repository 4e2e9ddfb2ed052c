import type { Context } from "#core/context.ts";
import type { Id } from "#core/id.ts";
import type { PlanAnswer } from "#methods/assignment-answer.ts";
import type { Plan as Problem } from "#methods/assignment-plan.ts";
import type { PlanProposal } from "#modules/shifts/schema.ts";

/** What was not taken over of a proposal, because it was no longer possible. */
export type LeftOut = { readonly personId: string; readonly needId: string; readonly because: string };

/** What is kept with a proposal: the answer, and what became of taking it over. */
export type Result = {
  readonly answer?: PlanAnswer | undefined;
  readonly added?: number | undefined;
  readonly dropped?: number | undefined;
  readonly leftOut?: readonly LeftOut[] | undefined;
};

const proposals = (ctx: Context) =>
  ctx.db
    .selectFrom("planProposals")
    .leftJoin("people as maker", "maker.id", "planProposals.madeBy")
    .leftJoin("people as adopter", "adopter.id", "planProposals.adoptedBy")
    .select(["planProposals.id", "planProposals.opportunityId", "planProposals.state", "progress"])
    .select(["stopAskedAt", "optimal", "timeLimitSeconds", "planProposals.madeAt", "finishedAt", "adoptedAt"])
    .select(["result", "maker.name as madeBy", "adopter.name as adoptedBy"]);

const asRow = <Row extends { readonly result: unknown }>(row: Row) => ({
  ...row,
  // Written by `computing/commands` and nowhere else.
  result: row.result as Result,
});

/** The latest proposals of an offer, newest first. */
export const listProposals = async (ctx: Context, offer: Id<"opportunity">) =>
  (
    await proposals(ctx)
      .where("planProposals.opportunityId", "=", offer)
      .orderBy("planProposals.madeAt", "desc")
      .orderBy("planProposals.id", "desc")
      .limit(20)
      .execute()
  ).map(asRow);

export type ProposalRow = Awaited<ReturnType<typeof listProposals>>[number];

/** One proposal of this offer. */
export const findProposal = async (
  ctx: Context,
  offer: Id<"opportunity">,
  id: Id<"planProposal">,
): Promise<ProposalRow | undefined> => {
  const row = await proposals(ctx)
    .where("planProposals.opportunityId", "=", offer)
    .where("planProposals.id", "=", id)
    .executeTakeFirst();
  return row && asRow(row);
};

/** The problem as it stood when the proposal was asked for. */
export const problemOf = async (ctx: Context, id: Id<"planProposal">): Promise<Problem | undefined> => {
  const row = await ctx.db
    .selectFrom("planProposals")
    .select("problem")
    .where("id", "=", id)
    .executeTakeFirst();
  return row && (row.problem as Problem);
};

/** Is it still being computed, or about to be? */
export const isOpen = ({ state }: Pick<PlanProposal, "state">): boolean =>
  state === "waiting" || state === "running";

/** The proposals that were computed with what somebody told, newest first. */
export const tellProposals = (ctx: Context, person: Id<"person">) =>
  ctx.db
    .selectFrom("planProposals")
    .innerJoin("opportunities", "opportunities.id", "planProposals.opportunityId")
    .select(["opportunities.title", "planProposals.madeAt"])
    .where((is) => is(is.ref("problem"), "@>", JSON.stringify({ helpers: [{ id: person }] })))
    .orderBy("planProposals.madeAt", "desc")
    .limit(200)
    .execute();

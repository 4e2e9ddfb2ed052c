import { sql } from "kysely";
import type { Context } from "#core/context.ts";
import { allow, found } from "#core/errors.ts";
import { record } from "#core/events.ts";
import type { Id } from "#core/id.ts";
import { enqueue } from "#core/jobs.ts";
import { done, type Outcome, refused } from "#core/outcome.ts";
import type { PlanAnswer } from "#methods/assignment-answer.ts";
import type { Plan as Problem } from "#methods/assignment-plan.ts";
import { planToWrite } from "#modules/shifts/commands.ts";
import { findProblem } from "#modules/shifts/problems/queries.ts";
import { findProposal, isOpen, type ProposalRow, type Result } from "./queries.ts";

type OfferId = Id<"opportunity">;
type ProposalId = Id<"planProposal">;

const kept = 20;

const me = ({ actor }: Pick<Context, "actor">) => (actor.kind === "person" ? actor.id : null);

/** Asks for a plan from what helpers told; it is computed beside the house. One at a time for each offer. */
export const requestProposal = async (
  ctx: Context,
  offer: OfferId,
  { timeLimitSeconds }: { readonly timeLimitSeconds: number },
): Promise<Outcome<ProposalId, "shifts" | "wishes" | "running">> => {
  const plan = await planToWrite(ctx, offer);
  await ctx.db.selectFrom("opportunities").select("id").where("id", "=", offer).forNoKeyUpdate().execute();
  const running = await ctx.db
    .selectFrom("planProposals")
    .select("id")
    .where("opportunityId", "=", offer)
    .where("state", "in", ["waiting", "running"])
    .executeTakeFirst();
  if (running) return refused("running");
  const problem = await findProblem(ctx, plan);
  if (problem.needs.length === 0) return refused("shifts");
  if (!problem.wishes.some(({ preference }) => preference > 0)) return refused("wishes");
  const { id } = await ctx.db
    .insertInto("planProposals")
    .values({ opportunityId: offer, problem: JSON.stringify(problem), timeLimitSeconds, madeBy: me(ctx) })
    .returning("id")
    .executeTakeFirstOrThrow();
  await forgetOld(ctx, offer);
  await enqueue(ctx, "compute.plan", { proposal: id, offer }, { key: id });
  await record(ctx, "plan_proposal.asked", id, { opportunityId: offer, helpers: problem.helpers.length });
  return done(id);
};

// What nobody looks at any more is not kept: it says what people told.
const forgetOld = (ctx: Context, offer: OfferId) =>
  sql`delete from plan_proposals where opportunity_id = ${offer} and id not in (
    select id from plan_proposals where opportunity_id = ${offer} order by made_at desc, id desc limit ${kept})`.execute(
    ctx.db,
  );

export type Begun = { readonly problem: Problem; readonly timeLimitSeconds: number };

/** The house begins to compute: what there is to solve, or nothing when nobody waits for it any more. */
export const beginProposal = async (ctx: Context, id: ProposalId): Promise<Begun | undefined> => {
  const row = await ctx.db
    .updateTable("planProposals")
    .set({ state: "running", progress: 0 })
    .where("id", "=", id)
    .where("state", "in", ["waiting", "running"])
    .returning(["problem", "timeLimitSeconds"])
    .executeTakeFirst();
  return row && { problem: row.problem as Problem, timeLimitSeconds: row.timeLimitSeconds };
};

/** Writes down how far it is; answers whether somebody wants it to stop. */
export const noteProgress = async (ctx: Context, id: ProposalId, percent: number): Promise<boolean> => {
  const row = await ctx.db
    .updateTable("planProposals")
    .set({ progress: Math.max(0, Math.min(99, Math.floor(percent))) })
    .where("id", "=", id)
    .returning("stopAskedAt")
    .executeTakeFirst();
  // Deleted meanwhile: nobody waits for it.
  return row === undefined || row.stopAskedAt !== null;
};

/** What came out, whether it was stopped on the way or not. */
export const finishProposal = async (
  ctx: Context,
  id: ProposalId,
  answer: PlanAnswer,
  wasStopped: boolean,
): Promise<void> => {
  const result: Result = { answer };
  const state = wasStopped && !answer.optimal ? "stopped" : "done";
  const { numUpdatedRows } = await ctx.db
    .updateTable("planProposals")
    .set({
      state,
      progress: 100,
      result: JSON.stringify(result),
      optimal: answer.optimal,
      finishedAt: ctx.now,
    })
    .where("id", "=", id)
    .where("state", "=", "running")
    .executeTakeFirst();
  if (numUpdatedRows > 0n)
    await record(ctx, "plan_proposal.computed", id, { state, optimal: answer.optimal });
};

/** It could not be computed. */
export const failProposal = async (ctx: Context, id: ProposalId): Promise<void> => {
  await ctx.db
    .updateTable("planProposals")
    .set({ state: "failed", finishedAt: ctx.now })
    .where("id", "=", id)
    .where("state", "in", ["waiting", "running"])
    .execute();
  await record(ctx, "plan_proposal.failed", id);
};

/** A proposal of this offer under its lock, for whoever writes the plan. */
export const proposalToWrite = async (ctx: Context, offer: OfferId, id: ProposalId): Promise<ProposalRow> => {
  await planToWrite(ctx, offer);
  await ctx.db.selectFrom("planProposals").select("id").where("id", "=", id).forNoKeyUpdate().execute();
  return found(await findProposal(ctx, offer, id));
};

/** "Anhalten": what was found until then is kept. What has not begun simply ends; doing it twice changes nothing. */
export const stopProposal = async (ctx: Context, offer: OfferId, id: ProposalId): Promise<void> => {
  const row = await proposalToWrite(ctx, offer, id);
  if (!isOpen(row) || row.stopAskedAt) return;
  const ending = row.state === "waiting" ? { state: "dropped" as const, finishedAt: ctx.now } : {};
  await ctx.db
    .updateTable("planProposals")
    .set({ stopAskedAt: ctx.now, ...ending })
    .where("id", "=", id)
    .execute();
  await record(ctx, "plan_proposal.stopped", id, { opportunityId: offer });
};

/** Puts a proposal away; nothing of today's plan changes. */
export const dropProposal = async (
  ctx: Context,
  offer: OfferId,
  id: ProposalId,
): Promise<Outcome<null, "open" | "adopted">> => {
  const row = await proposalToWrite(ctx, offer, id);
  if (isOpen(row)) return refused("open");
  if (row.state === "adopted") return refused("adopted");
  await ctx.db.updateTable("planProposals").set({ state: "dropped" }).where("id", "=", id).execute();
  await record(ctx, "plan_proposal.dropped", id, { opportunityId: offer });
  return done(null);
};

/** Takes a person out of every computed plan: those that speak of them are not kept. */
export const forgetProposals = async (ctx: Context, person: Id<"person">): Promise<void> => {
  allow(ctx.actor.kind !== "visitor");
  await ctx.db
    .deleteFrom("planProposals")
    .where((is) => is(is.ref("problem"), "@>", JSON.stringify({ helpers: [{ id: person }] })))
    .execute();
};

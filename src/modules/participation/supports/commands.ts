import type { Context } from "#core/context.ts";
import { allow, found } from "#core/errors.ts";
import { record } from "#core/events.ts";
import type { Id } from "#core/id.ts";
import { done, type Outcome, refused } from "#core/outcome.ts";
import { follow } from "#modules/participation/commands.ts";
import { may } from "#modules/participation/policy.ts";
import { takesVoices } from "#modules/participation/proposals/policy.ts";
import { currentPhase, homeOf } from "#modules/participation/queries.ts";
import type { Process, Proposal } from "#modules/participation/schema.ts";

type ProposalId = Id<"proposal">;
export type SupportRefusal = "notOpen" | "notAllowed";

// Whoever merges or hides it waits until this voice is counted, and the other way round.
const stateOf = async (ctx: Context, process: Process, id: ProposalId): Promise<Proposal["state"]> => {
  const { state } = found(
    await ctx.db
      .selectFrom("proposals")
      .select("state")
      .where("id", "=", id)
      .where("processId", "=", process.id)
      .forShare()
      .executeTakeFirst(),
  );
  return state;
};

const isOpen = async (ctx: Context, process: Process, id: ProposalId): Promise<boolean> =>
  (await stateOf(ctx, process, id)) === "published" && takesVoices(await currentPhase(ctx, process));

/** Stands behind a proposal, once however often it is asked, until the decision begins. */
export const supportProposal = async (
  ctx: Context,
  process: Process,
  id: ProposalId,
): Promise<Outcome<null, SupportRefusal>> => {
  if (ctx.actor.kind !== "person" || !may.write(ctx, process, await homeOf(ctx)))
    return refused("notAllowed");
  if (!(await isOpen(ctx, process, id))) return refused("notOpen");
  const row = await ctx.db
    .insertInto("proposalSupports")
    .values({ proposalId: id, personId: ctx.actor.id, madeAt: ctx.now })
    .onConflict((conflict) => conflict.doNothing())
    .returning("proposalId")
    .executeTakeFirst();
  if (!row) return done(null);
  await follow(ctx, process.id, ctx.actor.id);
  await record(ctx, "proposal.supported", id, { processId: process.id });
  return done(null);
};

/** "Doch nicht": takes one's own support back, until the decision begins. */
export const withdrawSupport = async (
  ctx: Context,
  process: Process,
  id: ProposalId,
): Promise<Outcome<null, SupportRefusal>> => {
  if (ctx.actor.kind !== "person") return refused("notAllowed");
  if (!(await isOpen(ctx, process, id))) return refused("notOpen");
  const row = await ctx.db
    .deleteFrom("proposalSupports")
    .where("proposalId", "=", id)
    .where("personId", "=", ctx.actor.id)
    .returning("proposalId")
    .executeTakeFirst();
  if (row) await record(ctx, "proposal.unsupported", id, { processId: process.id });
  return done(null);
};

export type PaperSupports = {
  /** How many signatures stand on the list; less than nothing corrects an earlier one. */
  readonly count: number;
  /** Where the list lies, so that it can be looked up. */
  readonly words: string;
};

/** Counts the signatures of a list on paper. Its names are not typed in; the note says where the list lies. */
export const addPaperSupports = async (
  ctx: Context,
  process: Process,
  id: ProposalId,
  { count, words }: PaperSupports,
): Promise<Outcome<{ readonly sum: number }, "notOpen" | "lessThanNone">> => {
  allow(may.run(ctx));
  const proposal = found(
    await ctx.db
      .selectFrom("proposals")
      .select(["state", "paperSupports"])
      .where("id", "=", id)
      .where("processId", "=", process.id)
      .forUpdate()
      .executeTakeFirst(),
  );
  if (proposal.state !== "published" || !takesVoices(await currentPhase(ctx, process)))
    return refused("notOpen");
  const sum = proposal.paperSupports + count;
  if (sum < 0) return refused("lessThanNone");
  await ctx.db.updateTable("proposals").set({ paperSupports: sum }).where("id", "=", id).execute();
  await record(ctx, "proposal.paper_supported", id, { processId: process.id, count, words });
  return done({ sum });
};

/** Somebody leaves: nobody keeps what they stood behind. */
export const forgetSupports = async (ctx: Context, person: Id<"person">): Promise<void> => {
  await ctx.db.deleteFrom("proposalSupports").where("personId", "=", person).execute();
};

import * as z from "zod";
import type { Context } from "#core/context.ts";
import { found } from "#core/errors.ts";
import { record } from "#core/events.ts";
import type { Id } from "#core/id.ts";
import { paragraph, tick } from "#core/input.ts";
import { done, type Outcome, refused } from "#core/outcome.ts";
import { follow } from "#modules/participation/commands.ts";
import { may } from "#modules/participation/policy.ts";
import { takesVoices } from "#modules/participation/proposals/policy.ts";
import { currentPhase, homeOf } from "#modules/participation/queries.ts";
import type { Process } from "#modules/participation/schema.ts";
import { reasonSides } from "#modules/participation/vocabulary.ts";

type ProposalId = Id<"proposal">;
type ReasonId = Id<"proposalReason">;

/** Short, so that one reason is one thought. */
export const longestReason = 600;
export const ReasonInput = z.object({
  side: z.enum(reasonSides),
  words: paragraph(longestReason),
  named: tick,
});
export type ReasonInput = z.output<typeof ReasonInput>;
export type ReasonRefusal = "notOpen" | "notAllowed" | "tooMany" | "again";

const mostAnHour = 20;
const hour = 3_600_000;

const standingOf = async (ctx: Context, proposal: ProposalId, person: Id<"person">, words: string) => {
  const { rate, same } = await ctx.db
    .selectFrom("proposalReasons")
    .select(({ fn, eb }) => [
      fn
        .countAll<number>()
        .filterWhere("madeAt", ">", new Date(+ctx.now - hour))
        .as("rate"),
      fn
        .countAll<number>()
        .filterWhere(
          eb.and([eb("proposalId", "=", proposal), eb("words", "=", words), eb("state", "=", "published")]),
        )
        .as("same"),
    ])
    .where("personId", "=", person)
    .executeTakeFirstOrThrow();
  return { rate, same };
};

/** One thought for or against a proposal, or a remark, until the decision begins. At most twenty an hour. */
export const addReason = async (
  ctx: Context,
  process: Process,
  id: ProposalId,
  { side, words, named }: ReasonInput,
): Promise<Outcome<ReasonId, ReasonRefusal>> => {
  const { actor } = ctx;
  if (actor.kind !== "person" || !may.write(ctx, process, await homeOf(ctx))) return refused("notAllowed");
  const proposal = found(
    await ctx.db
      .selectFrom("proposals")
      .select("state")
      .where("id", "=", id)
      .where("processId", "=", process.id)
      .forShare()
      .executeTakeFirst(),
  );
  if (proposal.state !== "published" || !takesVoices(await currentPhase(ctx, process)))
    return refused("notOpen");
  const before = await standingOf(ctx, id, actor.id, words);
  if (before.same > 0) return refused("again");
  if (before.rate >= mostAnHour) return refused("tooMany");
  const row = await ctx.db
    .insertInto("proposalReasons")
    .values({
      proposalId: id,
      side,
      words,
      personId: actor.id,
      authorWords: named ? actor.name : "",
      madeAt: ctx.now,
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  await follow(ctx, process.id, actor.id);
  await record(ctx, "proposal_reason.added", row.id, { proposalId: id, processId: process.id, side });
  return done(row.id);
};

/** Takes one's own reason back; it is gone from the page. */
export const withdrawReason = async (ctx: Context, proposal: ProposalId, id: ReasonId): Promise<void> => {
  const me = ctx.actor.kind === "person" ? ctx.actor.id : null;
  const row = found(
    await ctx.db
      .selectFrom("proposalReasons")
      .select(["id", "state"])
      .where("id", "=", id)
      .where("proposalId", "=", proposal)
      .where("personId", "=", me)
      .forUpdate()
      .executeTakeFirst(),
  );
  if (row.state !== "published") return;
  await ctx.db.updateTable("proposalReasons").set({ state: "withdrawn" }).where("id", "=", id).execute();
  await record(ctx, "proposal_reason.withdrawn", id, { proposalId: proposal });
};

/** Somebody leaves: what they said stays, without them. */
export const forgetReasons = async (ctx: Context, person: Id<"person">): Promise<void> => {
  await ctx.db
    .updateTable("proposalReasons")
    .set({ personId: null, authorWords: "" })
    .where("personId", "=", person)
    .execute();
};

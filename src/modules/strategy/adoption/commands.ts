import { sql } from "kysely";
import * as z from "zod";
import type { Context } from "#core/context.ts";
import { allow, found } from "#core/errors.ts";
import { record } from "#core/events.ts";
import { type Id, isId } from "#core/id.ts";
import { done, type Outcome, refused } from "#core/outcome.ts";
import { findResolution } from "#modules/consortium/resolutions/queries.ts";
import { closeTask } from "#modules/desk/commands.ts";
import { tieAsHouse } from "#modules/strategy/measures/commands.ts";
import { findSuccessor } from "#modules/strategy/merging/queries.ts";
import { may } from "#modules/strategy/policy.ts";
import { lockVersion } from "#modules/strategy/texts/commands.ts";
import { say } from "#modules/strategy/texts/messages.ts";
import { listParagraphs, type VersionId } from "#modules/strategy/texts/queries.ts";
import { sealOf } from "./queries.ts";

/** The resolution by which it was adopted. */
export const AdoptionInput = z.object({
  resolutionId: z
    .string()
    .refine((text): text is Id<"resolution"> => isId<"resolution">(text), { error: "choose" }),
});

export type AdoptionRefusal = "fixed" | "empty" | "merged" | "subject";

/**
 * Adopted on the day of a resolution on the strategy, which the rules of procedure may ask more of: the words are sealed and never change again; the version that
 * held before is replaced.
 */
export const adopt = async (
  ctx: Context,
  id: VersionId,
  resolutionId: Id<"resolution">,
): Promise<Outcome<null, AdoptionRefusal>> => {
  allow(may.run(ctx));
  // One text holds, whoever adopts at the same moment.
  await sql`select pg_advisory_xact_lock(hashtext('strategy_adoption'), hashtext(${ctx.place.id}))`.execute(
    ctx.db,
  );
  const version = await lockVersion(ctx, id);
  if (version.state !== "settling") return refused("fixed");
  if (await findSuccessor(ctx, id)) return refused("merged");
  const resolution = found(await findResolution(ctx, resolutionId));
  if (resolution.subject !== "strategy") return refused("subject");
  const paragraphs = await listParagraphs(ctx, id);
  if (paragraphs.length === 0) return refused("empty");
  await ctx.db
    .updateTable("strategyVersions")
    .set({ state: "replaced", changedAt: ctx.now })
    .where("state", "=", "adopted")
    .execute();
  const hash = sealOf(version, paragraphs);
  await ctx.db
    .updateTable("strategyVersions")
    .set({ state: "adopted", adoptedOn: resolution.decidedOn, resolutionId, hash, changedAt: ctx.now })
    .where("id", "=", id)
    .execute();
  await tieAsHouse(ctx, { kind: "resolution", id: resolutionId }, { kind: "strategyVersion", id });
  await closeTask(ctx, "strategy", id, say(ctx)("weighed"));
  await record(ctx, "strategy_version.adopted", id, { resolutionId, hash });
  return done(null);
};

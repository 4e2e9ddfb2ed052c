import { signedIn } from "#core/actor.ts";
import type { Context } from "#core/context.ts";
import { allow, found } from "#core/errors.ts";
import { record } from "#core/events.ts";
import type { Id } from "#core/id.ts";
import { findOpportunity } from "#modules/opportunities/queries.ts";
import { may } from "#modules/opportunities/wishes/policy.ts";

/** "Nein, danke": this offer is not suggested to the person any more, and nobody invites them to it. */
export const dismissOffer = async (ctx: Context, id: Id<"opportunity">): Promise<void> => {
  const { id: personId } = signedIn(ctx.actor);
  found(await findOpportunity(ctx, id));
  const { numInsertedOrUpdatedRows } = await ctx.db
    .insertInto("dismissals")
    .values({ personId, opportunityId: id, at: ctx.now })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  if (numInsertedOrUpdatedRows) await record(ctx, "suggestion.dismissed", id, { personId });
};

/** Takes a "no, thanks" back. */
export const restoreOffer = async (ctx: Context, id: Id<"opportunity">): Promise<void> => {
  const { id: personId } = signedIn(ctx.actor);
  found(await findOpportunity(ctx, id));
  const { numDeletedRows } = await ctx.db
    .deleteFrom("dismissals")
    .where("personId", "=", personId)
    .where("opportunityId", "=", id)
    .executeTakeFirst();
  if (numDeletedRows > 0n) await record(ctx, "suggestion.restored", id, { personId });
};

/** Forgets every "no, thanks" of a person. */
export const eraseDismissals = async (ctx: Context, personId: Id<"person">): Promise<void> => {
  allow(may.change(ctx, personId));
  await ctx.db.deleteFrom("dismissals").where("personId", "=", personId).execute();
};

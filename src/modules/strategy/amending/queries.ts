import type { Context } from "#core/context.ts";
import { ownSeats } from "#modules/consortium/seats/queries.ts";
import { organizationsOf } from "#modules/organizations/queries.ts";
import { ownOrganizations } from "#modules/strategy/commitments/queries.ts";

/** In whose name the asker can propose something, beside their own. */
export const namesOf = async (ctx: Context) => {
  const { actor } = ctx;
  const own = new Set<string>(ownOrganizations(ctx));
  const organizations = actor.kind === "person" ? await organizationsOf(ctx, actor.id) : [];
  return { seats: await ownSeats(ctx), organizations: organizations.filter(({ id }) => own.has(id)) };
};

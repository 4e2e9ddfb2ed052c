import { holds, isStaff } from "#core/actor.ts";
import type { Context } from "#core/context.ts";
import type { Opportunity } from "#modules/opportunities/schema.ts";

type Asker = Pick<Context, "actor">;
type Owned = Pick<Opportunity, "organizationId">;

/** Who may do what with shifts. What somebody does with their own sign-up is asked by the command, of its row. */
export const may = {
  /** Writes the plan of an offer, sees who comes, marks who was there. */
  plan: ({ actor }: Asker, offer: Owned) =>
    isStaff(actor) ||
    holds(actor, "representative", offer.organizationId) ||
    holds(actor, "partner", offer.organizationId),
  /** The week of the whole town. */
  planAll: ({ actor }: Asker) => isStaff(actor),
  /** Signs up for oneself. */
  signUp: ({ actor }: Asker) => actor.kind === "person",
};

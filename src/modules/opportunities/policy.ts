import { type Actor, holds, isStaff } from "#core/actor.ts";
import type { Context } from "#core/context.ts";
import type { Id } from "#core/id.ts";
import type { Opportunity } from "./schema.ts";
import type { State } from "./vocabulary.ts";

type Asker = Pick<Context, "actor">;
type Owned = Pick<Opportunity, "organizationId">;
type Kept = Pick<Opportunity, "organizationId" | "state">;

const speaksFor = (actor: Actor, organizationId: Id<"organization">): boolean =>
  isStaff(actor) || holds(actor, "representative", organizationId) || holds(actor, "partner", organizationId);

/** Where an offer can go from where it is. Whatever ended can be taken up again as a draft. */
export const ways: Readonly<Record<State, readonly State[]>> = {
  draft: ["review", "published", "ended"],
  review: ["published", "draft"],
  published: ["paused", "ended"],
  paused: ["published", "ended"],
  ended: ["draft"],
};

/** Who may change what. Who may see what is `visible` in queries.ts. */
export const may = {
  /** The office for everybody, the others for the organizations they speak for. */
  add: ({ actor }: Asker, organizationId: Id<"organization">) => speaksFor(actor, organizationId),
  change: ({ actor }: Asker, offer: Owned) => speaksFor(actor, offer.organizationId),
  /** Says yes or no to a first offer. */
  review: ({ actor }: Asker) => isStaff(actor),
  /** From one state to another: what waits for review is decided by the office alone; taking it back is free. */
  move: ({ actor }: Asker, offer: Kept, to: State) => {
    if (!speaksFor(actor, offer.organizationId)) return false;
    return offer.state !== "review" || to === "draft" || isStaff(actor);
  },
  /** The list of all offers in the office. */
  manageAll: ({ actor }: Asker) => isStaff(actor),
  import: ({ actor }: Asker) => isStaff(actor),
};

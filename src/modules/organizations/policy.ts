import { type Actor, holds, isStaff } from "#core/actor.ts";
import type { Context } from "#core/context.ts";
import type { Id } from "#core/id.ts";

type Asker = Pick<Context, "actor">;
type Subject = { readonly id: Id<"organization">; readonly mergedIntoId?: Id<"organization"> | null };

/** Does the actor speak for this organization: as its representative, or as the partner of a company? */
export const speaksFor = (actor: Actor, organizationId: Id<"organization">): boolean =>
  holds(actor, "representative", organizationId) || holds(actor, "partner", organizationId);

const isThere = ({ mergedIntoId }: Subject): boolean => (mergedIntoId ?? null) === null;

/** Who may change what. Who may see what is `visible` in queries.ts. */
export const may = {
  /** Make an organization that the directory does not know yet. */
  add: ({ actor }: Asker) => isStaff(actor),
  /** Change the profile, its places, services and contacts, and invite others to do so. */
  change: ({ actor }: Asker, organization: Subject) =>
    isThere(organization) && (isStaff(actor) || speaksFor(actor, organization.id)),
  /** Say that the office has looked at it. */
  verify: ({ actor }: Asker, organization: Subject) => isThere(organization) && isStaff(actor),
  /** Take it off the public pages, or put it back. */
  hide: ({ actor }: Asker, organization: Subject) => isThere(organization) && isStaff(actor),
  /** Say "this is us". Who speaks for it already has no need to. */
  claim: ({ actor }: Asker, organization: Subject) =>
    isThere(organization) && actor.kind === "person" && !speaksFor(actor, organization.id),
  decideClaims: ({ actor }: Asker) => isStaff(actor),
  merge: ({ actor }: Asker) => isStaff(actor),
  import: ({ actor }: Asker) => isStaff(actor),
  export: ({ actor }: Asker) => isStaff(actor),
  drawBorders: ({ actor }: Asker) => isStaff(actor) || holds(actor, "administrator"),
};

import { type Actor, isStaff } from "#core/actor.ts";
import type { Context } from "#core/context.ts";
import type { Id } from "#core/id.ts";
import { speaksFor } from "#modules/organizations/policy.ts";
import type { Referral } from "./schema.ts";
import type { ReferralState } from "./vocabulary.ts";

type Asker = Pick<Context, "actor">;
type Of = Pick<Referral, "personId" | "organizationId">;

const isSelf = (actor: Actor, personId: Id<"person">): boolean =>
  actor.kind === "person" && actor.id === personId;

/** Where a referral can go from where it is. */
export const ways: Readonly<Record<ReferralState, readonly ReferralState[]>> = {
  proposed: ["released", "withdrawn"],
  released: ["sent", "withdrawn"],
  sent: ["accepted", "declined", "withdrawn"],
  accepted: ["trial", "placed", "ended", "withdrawn"],
  trial: ["placed", "ended", "withdrawn"],
  placed: ["ended"],
  ended: [],
  declined: [],
  withdrawn: [],
};

/** Whatever can still go somewhere. */
export const isRunning = (state: ReferralState): boolean => ways[state].length > 0;

/** States in which the organization has, and may have, what was released. */
export const sharingStates = [
  "sent",
  "accepted",
  "trial",
  "placed",
] as const satisfies readonly ReferralState[];
export const isShared = (state: ReferralState): boolean =>
  (sharingStates as readonly string[]).includes(state);

/** Who may do what. Who may see what is `visible` in the queries; a link in a mail is a right of its own. */
export const may = {
  /** Advise, propose, and arrange what follows: the office. */
  consult: ({ actor }: Asker) => isStaff(actor),
  /** Release one's own data, take it back, and say how it goes; the office notes what was said to it. */
  release: ({ actor }: Asker, { personId }: Pick<Of, "personId">) =>
    isStaff(actor) || isSelf(actor, personId),
  /** Say yes or no for the organization. */
  answer: ({ actor }: Asker, { organizationId }: Pick<Of, "organizationId">) =>
    isStaff(actor) || speaksFor(actor, organizationId),
  /** Is it the person's own? */
  isOwn: ({ actor }: Asker, { personId }: Pick<Of, "personId">) => isSelf(actor, personId),
};

import { holds, isStaff } from "#core/actor.ts";
import type { Context } from "#core/context.ts";
import type { Id } from "#core/id.ts";
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

export type NeedInput = {
  readonly roleId: Id<"shiftRole">;
  readonly minimum: number;
  readonly maximum: number;
};

export type ShiftInput = {
  readonly title?: string | undefined;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly whereText?: string | undefined;
  readonly words?: string | undefined;
  readonly needs: readonly NeedInput[];
};

export type SpanRefusal = "order" | "long" | "past";
export type NeedRefusal = "none" | "bounds" | "role";

const longest = 48 * 3_600_000;

/** What is wrong with the time of a shift that is ahead: it ends after it starts, and not two days later. */
export const wrongSpan = (
  { now }: Pick<Context, "now">,
  { startsAt, endsAt }: Pick<ShiftInput, "startsAt" | "endsAt">,
): SpanRefusal | undefined => {
  if (endsAt <= startsAt) return "order";
  if (+endsAt - +startsAt > longest) return "long";
  return startsAt <= now ? "past" : undefined;
};

/** What is wrong with what a shift needs: at least one role, each of this plan and named once, at most as many as fit. */
export const wrongNeeds = (
  needs: readonly NeedInput[],
  roles: readonly { readonly id: Id<"shiftRole"> }[],
): NeedRefusal | undefined => {
  if (needs.length === 0) return "none";
  const known = new Set(roles.map(({ id }) => id));
  if (needs.some(({ roleId }) => !known.has(roleId))) return "role";
  if (new Set(needs.map(({ roleId }) => roleId)).size < needs.length) return "role";
  const fits = ({ minimum, maximum }: NeedInput) => minimum >= 0 && maximum >= 1 && minimum <= maximum;
  return needs.every(fits) ? undefined : "bounds";
};

/** Does it begin or end at another time? */
export const isMoved = (shift: Pick<ShiftInput, "startsAt" | "endsAt">, next: typeof shift): boolean =>
  +shift.startsAt !== +next.startsAt || +shift.endsAt !== +next.endsAt;

import type { Context } from "#core/context.ts";
import { hashToken } from "#core/token.ts";

const asked = (ctx: Context) =>
  ctx.db
    .selectFrom("opportunityInvitations")
    .innerJoin("shiftCalls", "shiftCalls.id", "opportunityInvitations.callId")
    .innerJoin("shiftNeeds", "shiftNeeds.id", "shiftCalls.needId")
    .innerJoin("shiftRoles", "shiftRoles.id", "shiftNeeds.roleId")
    .innerJoin("shifts", "shifts.id", "shiftNeeds.shiftId")
    .innerJoin("opportunities", "opportunities.id", "shifts.opportunityId")
    .innerJoin("organizations", "organizations.id", "opportunities.organizationId")
    .innerJoin("people", "people.id", "opportunityInvitations.personId")
    .select([
      "opportunityInvitations.id",
      "opportunityInvitations.personId",
      "opportunityInvitations.reasons",
    ])
    .select(["opportunityInvitations.answer", "opportunityInvitations.expiresAt", "shiftCalls.words"])
    .select(["shiftCalls.id as callId", "shiftCalls.endedAt", "shiftNeeds.id as needId"])
    .select(["shiftNeeds.minimum", "shiftNeeds.maximum", "shiftNeeds.taken", "shiftRoles.name as role"])
    .select([
      "shifts.id as shiftId",
      "shifts.startsAt",
      "shifts.endsAt",
      "shifts.whereText",
      "shifts.canceledAt",
    ])
    .select(["opportunities.id as opportunityId", "opportunities.title as offer", "opportunities.slug"])
    .select(["organizations.name as organization", "people.name"]);

export type AskedRow = Awaited<ReturnType<ReturnType<typeof asked>["execute"]>>[number];

/** The question behind the link of a mail, even when it is answered or over. */
export const findAsked = (ctx: Context, token: string): Promise<AskedRow | undefined> =>
  asked(ctx)
    .where("opportunityInvitations.tokenHash", "=", hashToken(token))
    .where("opportunityInvitations.reason", "=", "call")
    .executeTakeFirst();

export type Standing = "open" | "yes" | "no" | "canceled" | "over" | "filled";

/** How the question stands: it can be answered, was answered, or is over, and why. */
export const standingOf = (
  { now }: Pick<Context, "now">,
  { answer, canceledAt, startsAt, endedAt, taken, maximum }: AskedRow,
): Standing => {
  if (answer) return answer;
  if (canceledAt) return "canceled";
  if (startsAt <= now) return "over";
  return endedAt || taken >= maximum ? "filled" : "open";
};

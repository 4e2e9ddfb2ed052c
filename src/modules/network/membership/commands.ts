import * as z from "zod";
import type { Context } from "#core/context.ts";
import { dayWithYear } from "#core/date.ts";
import { allow, found } from "#core/errors.ts";
import { record } from "#core/events.ts";
import { day } from "#core/input.ts";
import { done, type Outcome, refused } from "#core/outcome.ts";
import { lockCooperation, type OrganizationId } from "#modules/network/cooperations/commands.ts";
import { type CooperationId, listMembers, type MemberRow } from "#modules/network/cooperations/queries.ts";
import { tellOrganizations } from "#modules/network/letters/commands.ts";
import { paths } from "#modules/network/paths.ts";
import { may } from "#modules/network/policy.ts";
import { say } from "./messages.ts";

const optionalDay = day.optional().transform((value) => value ?? null);

/** From when to when one organization was part of it; empty means: as long as the cooperation itself. */
export const SpanInput = z
  .object({ joinedOn: optionalDay, leftOn: optionalDay })
  .refine(({ joinedOn, leftOn }) => joinedOn === null || leftOn === null || leftOn >= joinedOn, {
    error: "order",
    path: ["leftOn"],
  });
export type SpanInput = z.output<typeof SpanInput>;

export type SpanRefusal = "notConfirmed" | "outside" | "same" | "alone";

type Lasting = { readonly startsOn: string; readonly endsOn: string | null };

const liesOutside = ({ startsOn, endsOn }: Lasting, { joinedOn, leftOn }: SpanInput): boolean =>
  [joinedOn, leftOn].some((on) => on !== null && (on < startsOn || (endsOn !== null && on > endsOn)));

// Two are needed until the end: whoever goes as the last but one ends the cooperation.
const staysAlone = (members: readonly MemberRow[], organization: OrganizationId): boolean =>
  members.filter(
    ({ organizationId, state, leftOn }) =>
      organizationId !== organization && state === "confirmed" && leftOn === null,
  ).length < 2;

/**
 * Writes down that an organization came later or left earlier than the cooperation itself: for itself, or the office.
 * The years in which it took part keep it.
 */
export const setSpan = async (
  ctx: Context,
  id: CooperationId,
  organization: OrganizationId,
  { joinedOn, leftOn }: SpanInput,
): Promise<Outcome<null, SpanRefusal>> => {
  const cooperation = await lockCooperation(ctx, id);
  allow(may.speak(ctx, organization));
  const members = await listMembers(ctx, [id]);
  const member = found(members.find(({ organizationId }) => organizationId === organization));
  if (cooperation.state !== "confirmed" || member.state !== "confirmed") return refused("notConfirmed");
  if (liesOutside(cooperation, { joinedOn, leftOn })) return refused("outside");
  if (member.joinedOn === joinedOn && member.leftOn === leftOn) return refused("same");
  if (leftOn !== null && staysAlone(members, organization)) return refused("alone");
  await ctx.db
    .updateTable("cooperationMembers")
    .set({ joinedOn, leftOn })
    .where("cooperationId", "=", id)
    .where("organizationId", "=", organization)
    .execute();
  if (leftOn !== null && member.leftOn === null)
    await tellOrganizations(
      ctx,
      members
        .filter(({ organizationId, state }) => organizationId !== organization && state === "confirmed")
        .map(({ organizationId }) => organizationId),
      {
        key: `cooperation.left:${id}:${organization}:${leftOn}`,
        title: say(ctx)("leftTitle", { topic: cooperation.topic }),
        text: say(ctx)("leftText", { organization: member.name, day: dayWithYear(ctx, leftOn) }),
        path: paths.tie(id),
      },
    );
  await record(ctx, "cooperation.changed", id, { organization, joinedOn, leftOn });
  return done(null);
};

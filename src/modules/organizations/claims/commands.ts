import * as z from "zod";
import { signedIn } from "#core/actor.ts";
import type { Context } from "#core/context.ts";
import { allow, found } from "#core/errors.ts";
import { record } from "#core/events.ts";
import type { Id } from "#core/id.ts";
import { line, paragraph } from "#core/input.ts";
import { sendMail } from "#core/mail.ts";
import { done, type Outcome, refused } from "#core/outcome.ts";
import { verifyOrganization } from "#modules/organizations/commands.ts";
import { edit, paths } from "#modules/organizations/paths.ts";
import { may } from "#modules/organizations/policy.ts";
import { findOrganization } from "#modules/organizations/queries.ts";
import { addRepresentative } from "#modules/organizations/representatives/commands.ts";
import { say } from "./messages.ts";
import { type ClaimRow, findClaim } from "./queries.ts";

export const ClaimInput = z.object({ words: paragraph(2_000) });

/** A no has a reason; a yes needs none. */
export const ClaimDecision = z
  .object({ decision: z.enum(["granted", "declined"]), reason: line(500).optional() })
  .refine(({ decision, reason }) => decision === "granted" || reason !== undefined, {
    error: "reasonMissing",
    path: ["reason"],
  });
export type ClaimDecision = z.output<typeof ClaimDecision>;

/** Somebody says "this is us"; the office decides. */
export const claimOrganization = async (
  ctx: Context,
  organizationId: Id<"organization">,
  words: string,
): Promise<Outcome<Id<"claim">, "already">> => {
  const me = signedIn(ctx.actor);
  const organization = found(await findOrganization(ctx, organizationId));
  allow(may.claim(ctx, organization));
  const row = await ctx.db
    .insertInto("claims")
    .values({ organizationId, personId: me.id, words })
    .onConflict((conflict) =>
      conflict.columns(["placeId", "organizationId", "personId"]).where("decidedAt", "is", null).doNothing(),
    )
    .returning("id")
    .executeTakeFirst();
  if (!row) return refused("already");
  await record(ctx, "organization.claimed", organizationId, {
    title: organization.name,
    path: paths.claims,
    personId: me.id,
    claimId: row.id,
  });
  return done(row.id);
};

const tell = async (ctx: Context, claim: ClaimRow, { decision, reason }: ClaimDecision): Promise<void> => {
  if (!claim.email) return;
  const words = say(ctx);
  const { organization } = claim;
  const to = { email: claim.email, name: claim.person, personId: claim.personId };
  const key = `claim/${claim.id}`;
  if (decision === "granted") {
    return sendMail(ctx, {
      key,
      kind: "claim.granted",
      to,
      subject: words("mailSubjectGranted", { organization }),
      paragraphs: [words("mailTextGranted", { organization })],
      actions: [{ label: words("mailActionGranted"), path: edit.mine.profile(claim.organizationId) }],
    });
  }
  return sendMail(ctx, {
    key,
    kind: "claim.declined",
    to,
    subject: words("mailSubjectDeclined", { organization }),
    paragraphs: [words("mailTextDeclined", { organization }), reason ?? "", words("mailTextAsk")],
    actions: [{ label: words("mailActionDeclined"), path: paths.ask }],
  });
};

/** The office hands the profile over, or says why not; the person is told either way. */
export const decideClaim = async (
  ctx: Context,
  id: Id<"claim">,
  decision: ClaimDecision,
): Promise<Outcome<Id<"organization">, "decided">> => {
  allow(may.decideClaims(ctx));
  const claim = found(await findClaim(ctx, id));
  const decidedBy = ctx.actor.kind === "person" ? ctx.actor.id : null;
  const row = await ctx.db
    .updateTable("claims")
    .set({ decision: decision.decision, reason: decision.reason ?? null, decidedBy, decidedAt: ctx.now })
    .where("id", "=", id)
    .where("decidedAt", "is", null)
    .returning("id")
    .executeTakeFirst();
  if (!row) return refused("decided");
  if (decision.decision === "granted") {
    await addRepresentative(ctx, claim.organizationId, claim.personId);
    await verifyOrganization(ctx, claim.organizationId);
  }
  await tell(ctx, claim, decision);
  await record(ctx, "organization.claim_decided", claim.organizationId, {
    title: claim.organization,
    path: paths.show(claim.slug),
    personId: claim.personId,
    claimId: id,
    decision: decision.decision,
  });
  return done(claim.organizationId);
};

/** Somebody leaves the town: what they wrote goes, that the office decided stays. */
export const eraseClaims = async (ctx: Context, personId: Id<"person">): Promise<void> => {
  await ctx.db.deleteFrom("claims").where("personId", "=", personId).execute();
};

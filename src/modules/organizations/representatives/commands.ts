import * as z from "zod";
import { isStaff, signedIn } from "#core/actor.ts";
import type { Context } from "#core/context.ts";
import { allow, found } from "#core/errors.ts";
import { record } from "#core/events.ts";
import type { Id } from "#core/id.ts";
import { email } from "#core/input.ts";
import { sendMail } from "#core/mail.ts";
import { done, type Outcome, refused } from "#core/outcome.ts";
import { newToken } from "#core/token.ts";
import { paths } from "#modules/organizations/paths.ts";
import { may, speaksFor } from "#modules/organizations/policy.ts";
import { findOrganization } from "#modules/organizations/queries.ts";
import type { Organization } from "#modules/organizations/schema.ts";
import { say } from "./messages.ts";
import { findInvitation, listSpeakers } from "./queries.ts";

export const InvitationInput = z.object({ email });

const validDays = 14;
const dayMilliseconds = 86_400_000;

type Named = Pick<Organization, "id" | "name" | "sector" | "slug">;

const described = (organization: Pick<Organization, "name" | "slug">, personId: Id<"person">) => ({
  title: organization.name,
  path: paths.show(organization.slug),
  personId,
});

const begin = async (ctx: Context, organization: Named, personId: Id<"person">): Promise<void> => {
  const grantedBy = ctx.actor.kind === "person" ? ctx.actor.id : null;
  // Companies are partners, everybody else speaks as representative.
  const role = organization.sector === "business" ? "partner" : "representative";
  const row = await ctx.db
    .insertInto("grants")
    .values({ personId, role, organizationId: organization.id, grantedBy })
    .onConflict((conflict) => conflict.doNothing())
    .returning("id")
    .executeTakeFirst();
  if (row) await record(ctx, "organization.joined", organization.id, described(organization, personId));
};

/** The office lets somebody speak for an organization; doing it twice changes nothing. */
export const addRepresentative = async (
  ctx: Context,
  organizationId: Id<"organization">,
  personId: Id<"person">,
): Promise<void> => {
  allow(isStaff(ctx.actor));
  await begin(ctx, found(await findOrganization(ctx, organizationId)), personId);
};

/** Sends somebody a link with which they may speak for the organization, too. */
export const inviteRepresentative = async (
  ctx: Context,
  organizationId: Id<"organization">,
  address: string,
): Promise<Outcome<Id<"invitation">, "alreadySpeaks">> => {
  const organization = found(await findOrganization(ctx, organizationId));
  allow(may.change(ctx, organization));
  const speakers = await listSpeakers(ctx, organizationId);
  const known = await ctx.db
    .selectFrom("people")
    .select("id")
    .where("email", "=", address)
    .limit(10)
    .execute();
  if (known.some(({ id }) => speakers.some(({ personId }) => personId === id)))
    return refused("alreadySpeaks");

  const { token, hash } = newToken();
  const expiresAt = new Date(+ctx.now + validDays * dayMilliseconds);
  const inviter = ctx.actor.kind === "person" ? ctx.actor : undefined;
  const { id } = await ctx.db
    .insertInto("invitations")
    .values({ organizationId, email: address, tokenHash: hash, invitedBy: inviter?.id ?? null, expiresAt })
    .returning("id")
    .executeTakeFirstOrThrow();
  const words = say(ctx);
  const facts = { organization: organization.name, town: ctx.place.name };
  const date = expiresAt.toLocaleDateString(ctx.language, {
    day: "numeric",
    month: "long",
    timeZone: "Europe/Berlin",
  });
  await sendMail(ctx, {
    key: `invitation/${id}`,
    kind: "invitation",
    to: { email: address },
    subject: words("mailSubject", { organization: organization.name }),
    paragraphs: [
      inviter && speaksFor(inviter, organizationId)
        ? words("mailText", { ...facts, name: inviter.name })
        : words("mailTextOffice", facts),
      words("mailValid", { date }),
    ],
    actions: [{ label: words("mailAction"), path: paths.invitation(token) }],
  });
  await record(ctx, "organization.invited", organizationId, {
    title: organization.name,
    path: paths.show(organization.slug),
  });
  return done(id);
};

/** The link of an invitation no longer works; withdrawing twice changes nothing. */
export const withdrawInvitation = async (
  ctx: Context,
  organizationId: Id<"organization">,
  id: Id<"invitation">,
): Promise<void> => {
  const organization = found(await findOrganization(ctx, organizationId));
  allow(may.change(ctx, organization));
  const row = await ctx.db
    .updateTable("invitations")
    .set({ expiresAt: ctx.now })
    .where("id", "=", id)
    .where("organizationId", "=", organizationId)
    .where("acceptedAt", "is", null)
    .where("expiresAt", ">", ctx.now)
    .returning("id")
    .executeTakeFirst();
  if (row)
    await record(ctx, "organization.invitation_withdrawn", organizationId, { title: organization.name });
};

/** The invited person says yes. The link works once; the same person may press twice. */
export const acceptInvitation = async (
  ctx: Context,
  token: string,
): Promise<Outcome<Id<"organization">, "expired" | "used" | "gone">> => {
  const me = signedIn(ctx.actor);
  const invitation = await findInvitation(ctx, token);
  if (!invitation) return refused("gone");
  if (invitation.acceptedAt)
    return invitation.acceptedBy === me.id ? done(invitation.organizationId) : refused("used");
  if (invitation.expiresAt <= ctx.now) return refused("expired");
  const taken = await ctx.db
    .updateTable("invitations")
    .set({ acceptedBy: me.id, acceptedAt: ctx.now })
    .where("id", "=", invitation.id)
    .where("acceptedAt", "is", null)
    .returning("id")
    .executeTakeFirst();
  if (!taken) return refused("used");
  await begin(ctx, await findAny(ctx, invitation.organizationId), me.id);
  return done(invitation.organizationId);
};

// The invited person may not see a hidden organization yet; the link says that they may.
const findAny = (ctx: Context, id: Id<"organization">): Promise<Named> =>
  ctx.db
    .selectFrom("organizations")
    .select(["id", "name", "sector", "slug"])
    .where("id", "=", id)
    .executeTakeFirstOrThrow();

/** Somebody stops speaking for an organization: by their own wish, or by the office. Ending twice changes nothing. */
export const endRepresentation = async (
  ctx: Context,
  organizationId: Id<"organization">,
  personId: Id<"person">,
): Promise<void> => {
  const organization = found(await findOrganization(ctx, organizationId));
  allow(isStaff(ctx.actor) || (ctx.actor.kind === "person" && ctx.actor.id === personId));
  const endedBy = ctx.actor.kind === "person" ? ctx.actor.id : null;
  const ended = await ctx.db
    .updateTable("grants")
    .set({ endedAt: ctx.now, endedBy })
    .where("organizationId", "=", organizationId)
    .where("personId", "=", personId)
    .where("role", "in", ["representative", "partner"])
    .where("endedAt", "is", null)
    .returning("id")
    .execute();
  if (ended.length === 0) return;
  const left = (await listSpeakers(ctx, organizationId)).length;
  await record(ctx, "organization.left", organizationId, { ...described(organization, personId), left });
};

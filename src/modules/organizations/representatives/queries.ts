import { sql } from "kysely";
import type { Context } from "#core/context.ts";
import type { Id } from "#core/id.ts";
import { hashToken } from "#core/token.ts";

export type Speaker = {
  readonly personId: Id<"person">;
  readonly name: string;
  readonly role: "representative" | "partner";
  readonly since: Date;
};

/** Who speaks for an organization, the longest first. The page decides who may read it. */
export const listSpeakers = async (
  ctx: Context,
  organizationId: Id<"organization">,
): Promise<readonly Speaker[]> => {
  const rows = await ctx.db
    .selectFrom("grants")
    .innerJoin("people", "people.id", "grants.personId")
    .select(["people.id as personId", "people.name", "grants.role", "grants.grantedAt as since"])
    .where("grants.organizationId", "=", organizationId)
    .where("grants.role", "in", ["representative", "partner"])
    .where("grants.endedAt", "is", null)
    .where("people.leftAt", "is", null)
    .orderBy("grants.grantedAt")
    .limit(100)
    .execute();
  return rows.map(({ role, ...speaker }) => ({
    ...speaker,
    role: role === "partner" ? "partner" : "representative",
  }));
};

export type OpenInvitation = {
  readonly id: Id<"invitation">;
  readonly email: string;
  readonly expiresAt: Date;
};

/** Who was invited and has not answered yet. */
export const listInvitations = (
  ctx: Context,
  organizationId: Id<"organization">,
): Promise<OpenInvitation[]> =>
  ctx.db
    .selectFrom("invitations")
    .select(["id", "email", "expiresAt"])
    .where("organizationId", "=", organizationId)
    .where("acceptedAt", "is", null)
    .where("expiresAt", ">", ctx.now)
    .orderBy("invitedAt", "desc")
    .limit(50)
    .execute();

export type Invited = {
  readonly id: Id<"invitation">;
  readonly organizationId: Id<"organization">;
  readonly organization: string;
  readonly sector: "civil" | "public" | "business";
  readonly inviter: string | null;
  readonly expiresAt: Date;
  readonly acceptedAt: Date | null;
  readonly acceptedBy: Id<"person"> | null;
};

/** The invitation of this link; whoever holds the link may read it. It follows its organization through a merge. */
export const findInvitation = (ctx: Context, token: string): Promise<Invited | undefined> =>
  ctx.db
    .selectFrom("invitations")
    .innerJoin("organizations", "organizations.id", "invitations.organizationId")
    .leftJoin("people", "people.id", "invitations.invitedBy")
    .select([
      "invitations.id",
      "invitations.organizationId",
      "organizations.name as organization",
      "organizations.sector",
      // An office that nobody knows by name invites as the office.
      sql<string | null>`case when exists (select from grants where grants.person_id = people.id
        and grants.organization_id = organizations.id and grants.ended_at is null) then people.name end`.as(
        "inviter",
      ),
      "invitations.expiresAt",
      "invitations.acceptedAt",
      "invitations.acceptedBy",
    ])
    .where("invitations.tokenHash", "=", hashToken(token))
    .executeTakeFirst();

import type { Context } from "#core/context.ts";
import type { Id } from "#core/id.ts";
import { may } from "#modules/organizations/policy.ts";

const columns = [
  "claims.id",
  "claims.organizationId",
  "claims.personId",
  "claims.words",
  "claims.madeAt",
  "claims.decidedAt",
  "organizations.name as organization",
  "organizations.slug",
  "people.name as person",
  "people.email",
] as const;

const all = (ctx: Context) =>
  ctx.db
    .selectFrom("claims")
    .innerJoin("organizations", "organizations.id", "claims.organizationId")
    .innerJoin("people", "people.id", "claims.personId")
    .select(columns);

export type ClaimRow = Awaited<ReturnType<typeof listClaims>>[number];

/** The claims that wait for the office, the longest waiting first; nobody else sees any. */
export const listClaims = async (ctx: Context) =>
  may.decideClaims(ctx) ? all(ctx).where("decidedAt", "is", null).orderBy("madeAt").limit(100).execute() : [];

/** One claim, for the office. */
export const findClaim = async (ctx: Context, id: Id<"claim">) =>
  may.decideClaims(ctx) ? all(ctx).where("claims.id", "=", id).executeTakeFirst() : undefined;

/** What somebody wrote when they said "this is us", for their own data. */
export const listClaimsOf = (ctx: Context, personId: Id<"person">) =>
  ctx.db
    .selectFrom("claims")
    .innerJoin("organizations", "organizations.id", "claims.organizationId")
    .select([
      "organizations.name as organization",
      "claims.words",
      "claims.madeAt",
      "claims.decision",
      "claims.reason",
      "claims.decidedAt",
    ])
    .where("claims.personId", "=", personId)
    .orderBy("claims.madeAt")
    .limit(500)
    .execute();

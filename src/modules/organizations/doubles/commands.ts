import { type Kysely, sql } from "kysely";
import * as z from "zod";
import type { Context } from "#core/context.ts";
import type { Tables } from "#core/db.ts";
import { allow, found } from "#core/errors.ts";
import { record } from "#core/events.ts";
import type { Id } from "#core/id.ts";
import { done, type Outcome, refused } from "#core/outcome.ts";
import { paths } from "#modules/organizations/paths.ts";
import { may } from "#modules/organizations/policy.ts";
import { findOrganization } from "#modules/organizations/queries.ts";
import type { Organization } from "#modules/organizations/schema.ts";
import { ordered } from "./queries.ts";

type OrganizationId = Id<"organization">;

/** The values of which only one can survive. Lists are joined, and everything else moves along. */
export const choosable = [
  "name",
  "sector",
  "legalForm",
  "registerNumber",
  "summary",
  "description",
  "website",
  "email",
  "phone",
] as const;
export type Choosable = (typeof choosable)[number];

/** The columns that come along from the one that ends; the address is one value. */
const Side = z.enum(["first", "second"]).optional();
export const MergeInput = z.object({
  survivor: z.enum(["first", "second"]),
  name: Side,
  sector: Side,
  legalForm: Side,
  registerNumber: Side,
  summary: Side,
  description: Side,
  website: Side,
  email: Side,
  phone: Side,
  address: Side,
});

export type Kept = Partial<Record<Choosable | "address", "from" | "into">>;

const empty = (value: unknown): boolean => value === null || value === "";

// Without a choice the survivor keeps what it has, and gets what it lacks.
const chosen = (from: Organization, into: Organization, kept: Kept) => {
  const pick = (column: Choosable) => {
    const side = kept[column] ?? (empty(into[column]) ? "from" : "into");
    return side === "from" ? from[column] : into[column];
  };
  const side = kept.address ?? (empty(into.street) && empty(into.postcode) ? "from" : "into");
  const { street, postcode, townName, latitude, longitude } = side === "from" ? from : into;
  return {
    ...Object.fromEntries(choosable.map((column) => [column, pick(column)])),
    street,
    postcode,
    townName,
    latitude,
    longitude,
  };
};

const joined = (a: readonly string[], b: readonly string[]): string[] => [...new Set([...a, ...b])];

const moveBelongings = async (
  db: Kysely<Tables>,
  from: OrganizationId,
  into: OrganizationId,
): Promise<void> => {
  // The same person, address or mail at both is one.
  await sql`delete from contact_points c where organization_id = ${from} and exists (
    select from contact_points o where o.organization_id = ${into} and lower(o.name) = lower(c.name)
      and o.email is not distinct from c.email and o.phone is not distinct from c.phone)`.execute(db);
  for (const table of ["contactPoints", "sites", "services", "invitations"] as const) {
    await db.updateTable(table).set({ organizationId: into }).where("organizationId", "=", from).execute();
  }
  await sql`update grants g set ended_at = current_moment() where organization_id = ${from} and ended_at is null and exists (
    select from grants o where o.organization_id = ${into} and o.person_id = g.person_id and o.role = g.role and o.ended_at is null)`.execute(
    db,
  );
  await sql`update grants set organization_id = ${into} where organization_id = ${from} and ended_at is null`.execute(
    db,
  );
  await sql`delete from claims c where organization_id = ${from} and decided_at is null and exists (
    select from claims o where o.organization_id = ${into} and o.person_id = c.person_id and o.decided_at is null)`.execute(
    db,
  );
  await db.updateTable("claims").set({ organizationId: into }).where("organizationId", "=", from).execute();
  await sql`delete from kept_apart where first_id = ${from} or second_id = ${from}`.execute(db);
};

// A pair of merges the other way round would wait for each other forever; the smaller id goes first.
const lockBoth = async (ctx: Context, a: OrganizationId, b: OrganizationId) => {
  await ctx.db
    .selectFrom("organizations")
    .select("id")
    .where("id", "in", [a, b])
    .orderBy("id")
    .forUpdate()
    .execute();
  return [found(await findOrganization(ctx, a)), found(await findOrganization(ctx, b))] as const;
};

/**
 * Two entries were one organization: `into` lives on with the chosen values, and with the contacts, places,
 * services, people and claims of both. The old address leads to it from now on. Modules above move their own
 * rows when they hear `organization.merged`.
 */
export const mergeOrganizations = async (
  ctx: Context,
  fromId: OrganizationId,
  intoId: OrganizationId,
  kept: Kept = {},
): Promise<Outcome<OrganizationId, "same">> => {
  allow(may.merge(ctx));
  if (fromId === intoId) return refused("same");
  const [from, into] = await lockBoth(ctx, fromId, intoId);
  await moveBelongings(ctx.db, fromId, intoId);
  await ctx.db
    .updateTable("organizations")
    .set({
      ...chosen(from, into, kept),
      fields: joined(into.fields, from.fields),
      targetGroups: joined(into.targetGroups, from.targetGroups),
      languages: joined(into.languages, from.languages),
      verifiedAt: into.verifiedAt ?? from.verifiedAt,
      verifiedBy: into.verifiedBy ?? from.verifiedBy,
      asked: into.asked + from.asked,
      answers: into.answers + from.answers,
      answerSeconds: into.answerSeconds + from.answerSeconds,
      changedAt: ctx.now,
    })
    .where("id", "=", intoId)
    .execute();
  await ctx.db
    .updateTable("organizations")
    .set({ mergedIntoId: intoId, mergedAt: ctx.now })
    .where("id", "=", fromId)
    .execute();
  await record(ctx, "organization.merged", intoId, {
    from: fromId,
    into: intoId,
    title: into.name,
    formerTitle: from.name,
    formerSlug: from.slug,
    path: paths.show(into.slug),
    kept,
  });
  return done(intoId);
};

/** The office says: these two are two. They are not suggested again. */
export const keepApart = async (ctx: Context, a: OrganizationId, b: OrganizationId): Promise<void> => {
  allow(may.merge(ctx));
  found(await findOrganization(ctx, a));
  found(await findOrganization(ctx, b));
  const [firstId, secondId] = ordered(a, b);
  const decidedBy = ctx.actor.kind === "person" ? ctx.actor.id : null;
  const row = await ctx.db
    .insertInto("keptApart")
    .values({ firstId, secondId, decidedBy })
    .onConflict((conflict) => conflict.doNothing())
    .returning("firstId")
    .executeTakeFirst();
  if (row) await record(ctx, "organization.kept_apart", firstId, { other: secondId });
};

import * as z from "zod";
import type { Context } from "#core/context.ts";
import { allow, found } from "#core/errors.ts";
import { record } from "#core/events.ts";
import type { Id } from "#core/id.ts";
import { line, many, paragraph, postcode } from "#core/input.ts";
import { findPostcode } from "#core/postcodes.ts";
import { paths } from "#modules/organizations/paths.ts";
import { may } from "#modules/organizations/policy.ts";
import { findOrganization } from "#modules/organizations/queries.ts";
import { accessibilities } from "#modules/organizations/vocabulary.ts";

/** Where something takes place. */
export const SiteInput = z.object({
  name: line(120),
  street: line(200)
    .optional()
    .transform((value) => value ?? null),
  postcode: postcode.optional().transform((value) => value ?? null),
  townName: line(100)
    .optional()
    .transform((value) => value ?? null),
  openingHours: paragraph(500)
    .optional()
    .transform((value) => value ?? ""),
  accessibility: many(z.enum(accessibilities), accessibilities.length),
});

export type SiteValues = z.output<typeof SiteInput> & {
  readonly latitude?: number;
  readonly longitude?: number;
};

const placed = ({ latitude, longitude, postcode: code }: SiteValues) => {
  if (latitude !== undefined && longitude !== undefined) return { latitude, longitude };
  return (code !== null && findPostcode(code)) || { latitude: null, longitude: null };
};

const changing = async (ctx: Context, organizationId: Id<"organization">) => {
  const organization = found(await findOrganization(ctx, organizationId));
  allow(may.change(ctx, organization));
  return () =>
    record(ctx, "organization.changed", organizationId, {
      title: organization.name,
      path: paths.show(organization.slug),
      changed: ["sites"],
    });
};

/** Adds a place where the organization is found. */
export const addSite = async (
  ctx: Context,
  organizationId: Id<"organization">,
  values: SiteValues,
): Promise<Id<"site">> => {
  const tell = await changing(ctx, organizationId);
  const { id } = await ctx.db
    .insertInto("sites")
    .values({ ...values, ...placed(values), organizationId })
    .returning("id")
    .executeTakeFirstOrThrow();
  await tell();
  return id;
};

/** Changes a place: its address, opening hours or barriers. */
export const changeSite = async (
  ctx: Context,
  organizationId: Id<"organization">,
  id: Id<"site">,
  values: SiteValues,
): Promise<void> => {
  const tell = await changing(ctx, organizationId);
  const row = await ctx.db
    .updateTable("sites")
    .set({ ...values, ...placed(values) })
    .where("id", "=", id)
    .where("organizationId", "=", organizationId)
    .returning("id")
    .executeTakeFirst();
  found(row);
  await tell();
};

/** Takes a place away; services that took place there stay, without a place. A second time changes nothing. */
export const removeSite = async (
  ctx: Context,
  organizationId: Id<"organization">,
  id: Id<"site">,
): Promise<void> => {
  const tell = await changing(ctx, organizationId);
  const removed = await ctx.db
    .deleteFrom("sites")
    .where("id", "=", id)
    .where("organizationId", "=", organizationId)
    .returning("id")
    .executeTakeFirst();
  if (removed) await tell();
};

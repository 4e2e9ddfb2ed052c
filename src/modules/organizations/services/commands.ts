import * as z from "zod";
import type { Context } from "#core/context.ts";
import { allow, found } from "#core/errors.ts";
import { record } from "#core/events.ts";
import { type Id, isId } from "#core/id.ts";
import { line, many, paragraph } from "#core/input.ts";
import { paths } from "#modules/organizations/paths.ts";
import { may } from "#modules/organizations/policy.ts";
import { findOrganization } from "#modules/organizations/queries.ts";
import { needs, spokenLanguages, targetGroups } from "#modules/organizations/vocabulary.ts";

const siteId = z.string().refine((text): text is Id<"site"> => isId<"site">(text));

/** What people can get at an organization. Without a need nobody would find it. */
export const ServiceInput = z.object({
  name: line(150),
  description: paragraph(3_000)
    .optional()
    .transform((value) => value ?? ""),
  siteId: siteId.optional().transform((value) => value ?? null),
  needs: many(z.enum(needs), needs.length).pipe(z.array(z.enum(needs)).min(1, { error: "choose" })),
  targetGroups: many(z.enum(targetGroups), targetGroups.length),
  languages: many(z.enum(spokenLanguages), spokenLanguages.length),
  fees: line(200)
    .optional()
    .transform((value) => value ?? ""),
  howToCome: paragraph(500)
    .optional()
    .transform((value) => value ?? ""),
});

type Origin = { readonly source?: string | null; readonly externalId?: string | null };
type Codes = "needs" | "targetGroups" | "languages";
export type ServiceValues = Omit<z.output<typeof ServiceInput>, Codes> & {
  readonly [code in Codes]: string[];
} & Origin;

const changing = async (ctx: Context, organizationId: Id<"organization">, site: Id<"site"> | null) => {
  const organization = found(await findOrganization(ctx, organizationId));
  allow(may.change(ctx, organization));
  if (site !== null) {
    // The key would accept another organization's place.
    const own = ctx.db
      .selectFrom("sites")
      .select("id")
      .where("id", "=", site)
      .where("organizationId", "=", organizationId);
    found(await own.executeTakeFirst());
  }
  return (serviceName: string) =>
    record(ctx, "organization.changed", organizationId, {
      title: organization.name,
      path: paths.show(organization.slug),
      changed: ["services"],
      service: serviceName,
    });
};

/** Adds a service for people. */
export const addService = async (
  ctx: Context,
  organizationId: Id<"organization">,
  values: ServiceValues,
): Promise<Id<"service">> => {
  const tell = await changing(ctx, organizationId, values.siteId);
  const { id } = await ctx.db
    .insertInto("services")
    .values({ ...values, organizationId })
    .returning("id")
    .executeTakeFirstOrThrow();
  await tell(values.name);
  return id;
};

/** Changes a service; one that had ended lives again. */
export const changeService = async (
  ctx: Context,
  organizationId: Id<"organization">,
  id: Id<"service">,
  values: ServiceValues,
): Promise<void> => {
  const tell = await changing(ctx, organizationId, values.siteId);
  const row = await ctx.db
    .updateTable("services")
    .set({ ...values, changedAt: ctx.now, endedAt: null })
    .where("id", "=", id)
    .where("organizationId", "=", organizationId)
    .returning("id")
    .executeTakeFirst();
  found(row);
  await tell(values.name);
};

/** The service is no longer offered. It stays in the history; ending it twice changes nothing. */
export const endService = async (
  ctx: Context,
  organizationId: Id<"organization">,
  id: Id<"service">,
): Promise<void> => {
  const tell = await changing(ctx, organizationId, null);
  const ended = await ctx.db
    .updateTable("services")
    .set({ endedAt: ctx.now, changedAt: ctx.now })
    .where("id", "=", id)
    .where("organizationId", "=", organizationId)
    .where("endedAt", "is", null)
    .returning("name")
    .executeTakeFirst();
  if (ended) await tell(ended.name);
};

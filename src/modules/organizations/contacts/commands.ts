import * as z from "zod";
import type { Context } from "#core/context.ts";
import { allow, found } from "#core/errors.ts";
import { record } from "#core/events.ts";
import type { Id } from "#core/id.ts";
import { email, line, phone, tick } from "#core/input.ts";
import { paths } from "#modules/organizations/paths.ts";
import { may } from "#modules/organizations/policy.ts";
import { findOrganization } from "#modules/organizations/queries.ts";

/** Whom to ask at an organization. It needs a way to be reached, or nobody can ask. */
export const ContactInput = z
  .object({
    name: line(120),
    task: line(120)
      .optional()
      .transform((value) => value ?? ""),
    email: email.optional().transform((value) => value ?? null),
    phone: phone.optional().transform((value) => value ?? null),
    public: tick,
  })
  .refine(({ email: mail, phone: number }) => mail !== null || number !== null, {
    error: "reachable",
    path: ["email"],
  });

export type ContactValues = z.output<typeof ContactInput>;

const changing = async (ctx: Context, organizationId: Id<"organization">) => {
  const organization = found(await findOrganization(ctx, organizationId));
  allow(may.change(ctx, organization));
  const tell = (what: string) =>
    record(ctx, "organization.changed", organizationId, {
      title: organization.name,
      path: paths.show(organization.slug),
      changed: [what],
    });
  return tell;
};

/** Adds somebody who can be asked. */
export const addContactPoint = async (
  ctx: Context,
  organizationId: Id<"organization">,
  values: ContactValues,
): Promise<Id<"contactPoint">> => {
  const tell = await changing(ctx, organizationId);
  const { id } = await ctx.db
    .insertInto("contactPoints")
    .values({ ...values, organizationId })
    .returning("id")
    .executeTakeFirstOrThrow();
  await tell("contactPoints");
  return id;
};

/** Changes whom to ask. */
export const changeContactPoint = async (
  ctx: Context,
  organizationId: Id<"organization">,
  id: Id<"contactPoint">,
  values: ContactValues,
): Promise<void> => {
  const tell = await changing(ctx, organizationId);
  const row = await ctx.db
    .updateTable("contactPoints")
    .set(values)
    .where("id", "=", id)
    .where("organizationId", "=", organizationId)
    .returning("id")
    .executeTakeFirst();
  found(row);
  await tell("contactPoints");
};

/** Takes a contact off the profile; a second time changes nothing. */
export const removeContactPoint = async (
  ctx: Context,
  organizationId: Id<"organization">,
  id: Id<"contactPoint">,
): Promise<void> => {
  const tell = await changing(ctx, organizationId);
  const removed = await ctx.db
    .deleteFrom("contactPoints")
    .where("id", "=", id)
    .where("organizationId", "=", organizationId)
    .returning("id")
    .executeTakeFirst();
  if (removed) await tell("contactPoints");
};

import * as z from "zod";
import type { Context } from "#core/context.ts";
import { allow, found } from "#core/errors.ts";
import { record } from "#core/events.ts";
import type { Id } from "#core/id.ts";
import { email, line, many, paragraph, phone, postcode, webAddress } from "#core/input.ts";
import { findPostcode } from "#core/postcodes.ts";
import { freeSlug, slugOf } from "#core/slug.ts";
import { paths } from "./paths.ts";
import { may } from "./policy.ts";
import { findOrganization } from "./queries.ts";
import type { Organization } from "./schema.ts";
import { fields, sectors, spokenLanguages, targetGroups } from "./vocabulary.ts";

const orNull = <T extends z.ZodType>(schema: T) => schema.optional().transform((value) => value ?? null);

/** Who we are: the first part of a profile. */
export const Identity = z.object({
  name: line(200).pipe(z.string().min(2)),
  sector: z.enum(sectors),
  legalForm: orNull(line(100)),
  registerNumber: orNull(line(100)),
  summary: line(300)
    .optional()
    .transform((value) => value ?? ""),
  description: paragraph(5_000)
    .optional()
    .transform((value) => value ?? ""),
  fields: many(z.enum(fields), fields.length),
  targetGroups: many(z.enum(targetGroups), targetGroups.length),
  languages: many(z.enum(spokenLanguages), spokenLanguages.length),
});

/** How one reaches us: the second part. */
export const Reach = z.object({
  website: orNull(webAddress),
  email: orNull(email),
  phone: orNull(phone),
  street: orNull(line(200)),
  postcode: orNull(postcode),
  townName: orNull(line(100)),
});

type Location = { readonly latitude?: number | null; readonly longitude?: number | null };
type Origin = { readonly source?: string | null; readonly externalId?: string | null };
export type OrganizationValues = z.output<typeof Identity> & z.output<typeof Reach> & Location;
export type OrganizationChanges = Partial<OrganizationValues>;
export type NewOrganization = Pick<OrganizationValues, "name" | "sector"> & OrganizationChanges & Origin;

const addressOf = async (ctx: Context, name: string): Promise<string> => {
  const wanted = slugOf(name, "organisation");
  const rows = await ctx.db
    .selectFrom("organizations")
    .select("slug")
    .where((where) => where.or([where("slug", "=", wanted), where("slug", "like", `${wanted}-%`)]))
    .limit(1_000)
    .execute();
  return freeSlug(
    wanted,
    rows.map(({ slug }) => slug),
  );
};

// Where no coordinates are known, the middle of the postcode is near enough to find what is around; but the town's
// own postcode may reach far into the country.
const placed = ({ place }: Context, values: OrganizationChanges): Location => {
  if (values.latitude !== undefined && values.latitude !== null) {
    return { latitude: values.latitude, longitude: values.longitude ?? null };
  }
  if (values.postcode === undefined) return {};
  const inTown = values.postcode === place.postcode && (values.townName ?? place.name) === place.name;
  if (inTown) return { latitude: place.latitude, longitude: place.longitude };
  return (values.postcode !== null && findPostcode(values.postcode)) || { latitude: null, longitude: null };
};

/** Makes an organization that the directory did not know. The office makes it; its own people may claim it later. */
export const addOrganization = async (
  ctx: Context,
  organization: NewOrganization,
): Promise<{ readonly id: Id<"organization">; readonly slug: string }> => {
  allow(may.add(ctx));
  const slug = await addressOf(ctx, organization.name);
  const madeBy = ctx.actor.kind === "person" ? ctx.actor.id : null;
  const { id } = await ctx.db
    .insertInto("organizations")
    .values({ ...organization, ...placed(ctx, organization), slug, madeBy })
    .returning("id")
    .executeTakeFirstOrThrow();
  await record(ctx, "organization.added", id, { title: organization.name, path: paths.show(slug) });
  return { id, slug };
};

type Column = keyof OrganizationChanges;

// What a profile says in public may stand in the history; addresses and numbers of people may not.
const told: ReadonlySet<string> = new Set([
  "name",
  "sector",
  "legalForm",
  "registerNumber",
  "townName",
  "fields",
  "targetGroups",
]);

const differs = (before: unknown, after: unknown): boolean =>
  JSON.stringify(before) !== JSON.stringify(after);

/** The columns that would really change. */
export const changedColumns = (before: Organization, changes: OrganizationChanges): readonly Column[] =>
  (Object.keys(changes) as Column[]).filter((column) =>
    differs(before[column] ?? null, changes[column] ?? null),
  );

const only = (values: Readonly<Record<string, unknown>>, columns: readonly string[]) =>
  Object.fromEntries(columns.filter((column) => told.has(column)).map((column) => [column, values[column]]));

/** Changes the profile. Answers what changed; nothing is written when nothing did. */
export const changeOrganization = async (
  ctx: Context,
  id: Id<"organization">,
  changes: OrganizationChanges & Origin,
): Promise<readonly Column[]> => {
  const before = found(await findOrganization(ctx, id));
  allow(may.change(ctx, before));
  const changed = changedColumns(before, changes);
  if (changed.length === 0) return [];
  const moved = changed.includes("postcode") || changed.includes("latitude");
  await ctx.db
    .updateTable("organizations")
    .set({ ...changes, ...(moved ? placed(ctx, changes) : {}), changedAt: ctx.now })
    .where("id", "=", id)
    .execute();
  await record(ctx, "organization.changed", id, {
    title: changes.name ?? before.name,
    path: paths.show(before.slug),
    changed,
    before: only(before, changed),
    after: only(changes, changed),
  });
  return changed;
};

/** The office has looked at it and vouches for it from today. Doing it again renews the date. */
export const verifyOrganization = async (ctx: Context, id: Id<"organization">): Promise<void> => {
  const organization = found(await findOrganization(ctx, id));
  allow(may.verify(ctx, organization));
  const verifiedBy = ctx.actor.kind === "person" ? ctx.actor.id : null;
  await ctx.db
    .updateTable("organizations")
    .set({ verifiedAt: ctx.now, verifiedBy })
    .where("id", "=", id)
    .execute();
  await record(ctx, "organization.verified", id, {
    title: organization.name,
    path: paths.show(organization.slug),
  });
};

/** Takes it off the public pages, or puts it back. The same twice changes nothing. */
export const hideOrganization = async (
  ctx: Context,
  id: Id<"organization">,
  hidden: boolean,
  reason = "",
): Promise<void> => {
  const organization = found(await findOrganization(ctx, id));
  allow(may.hide(ctx, organization));
  if ((organization.hiddenAt !== null) === hidden) return;
  const hiddenAt = hidden ? ctx.now : null;
  await ctx.db.updateTable("organizations").set({ hiddenAt }).where("id", "=", id).execute();
  const data = { title: organization.name, path: paths.show(organization.slug), reason };
  await record(ctx, hidden ? "organization.hidden" : "organization.shown", id, data);
};

/** Somebody waits for an answer of this organization. */
export const noteAsked = async (ctx: Context, id: Id<"organization">): Promise<void> => {
  await ctx.db
    .updateTable("organizations")
    .set((row) => ({ asked: row("asked", "+", 1) }))
    .where("id", "=", id)
    .execute();
};

/** It answered, so many seconds after it was asked: suggestions prefer those who answer. */
export const noteAnswerTime = async (
  ctx: Context,
  id: Id<"organization">,
  seconds: number,
): Promise<void> => {
  await ctx.db
    .updateTable("organizations")
    .set((row) => ({
      answers: row("answers", "+", 1),
      answerSeconds: row("answerSeconds", "+", Math.max(0, Math.round(seconds))),
    }))
    .where("id", "=", id)
    .execute();
};

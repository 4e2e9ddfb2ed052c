import { sql } from "kysely";
import * as z from "zod";
import type { Context } from "#core/context.ts";
import { allow, found } from "#core/errors.ts";
import { record } from "#core/events.ts";
import { type Id, isId } from "#core/id.ts";
import { day, line, many, paragraph, postcode, tick, time, whole } from "#core/input.ts";
import { instantAt } from "#core/local-time.ts";
import { done, type Outcome, refused } from "#core/outcome.ts";
import { freeSlug, slugOf } from "#core/slug.ts";
import type { Point } from "#methods/geography.ts";
import { timingOf } from "#methods/week-parts.ts";
import { accessibilities, fields, spokenLanguages, targetGroups } from "#modules/organizations/vocabulary.ts";
import { manage, reservedSlugs } from "./paths.ts";
import { may } from "./policy.ts";
import { findOpportunity, pointOf } from "./queries.ts";
import type { Opportunity } from "./schema.ts";
import { companies, offers, placeKinds, rhythms, skills } from "./vocabulary.ts";

const orNull = <T extends z.ZodType>(schema: T) => schema.optional().transform((value) => value ?? null);
const orEmpty = <T extends z.ZodType<string, unknown>>(schema: T) =>
  schema.optional().transform((value) => value ?? "");
const idOf = <Kind extends string>() =>
  z.string().refine((text): text is Id<Kind> => isId<Kind>(text), { error: "choose" });

/**
 * An offer as the form sends it. Only title and rhythm must be there: a draft may be as unfinished as it likes, and
 * publishing asks for the rest.
 */
export const OpportunityInput = z
  .object({
    title: line(160).pipe(z.string().min(3)),
    summary: orEmpty(line(300)),
    description: orEmpty(paragraph(5_000)),
    fields: many(z.enum(fields), fields.length),
    targetGroups: many(z.enum(targetGroups), targetGroups.length),
    skills: many(z.enum(skills), skills.length),
    rhythm: z.enum(rhythms),
    startDay: orNull(day),
    startTime: orNull(time),
    endDay: orNull(day),
    endTime: orNull(time),
    times: many(whole(0, 20), 21),
    durationMinutes: orNull(whole(5, 10_080)),
    placeKind: z
      .enum(placeKinds)
      .optional()
      .transform((kind) => kind ?? "onsite"),
    siteId: orNull(idOf<"site">()),
    street: orNull(line(200)),
    postcode: orNull(postcode),
    townName: orNull(line(100)),
    accessibility: many(z.enum(accessibilities), accessibilities.length),
    requirements: orEmpty(paragraph(1_000)),
    offers: many(z.enum(offers), offers.length),
    company: z
      .enum(companies)
      .optional()
      .transform((company) => company ?? "any"),
    minimumAge: orNull(whole(6, 99)),
    needsCheck: tick,
    languages: many(z.enum(spokenLanguages), spokenLanguages.length),
    languagesRequired: many(z.enum(spokenLanguages), spokenLanguages.length),
    seats: orNull(whole(1, 1_000)),
    contactPointId: orNull(idOf<"contactPoint">()),
  })
  .refine(
    ({ startDay, startTime, endDay, endTime }) => {
      if (!startDay) return true;
      return instantAt(endDay ?? startDay, endTime ?? "23:59") >= instantAt(startDay, startTime ?? "00:00");
    },
    { error: "endsBeforeStart", path: ["endTime"] },
  );

export type OpportunityInput = z.output<typeof OpportunityInput>;
/** Where an imported offer comes from, and where it lies when the file knows better than the postcode. */
export type Origin = {
  readonly source?: string;
  readonly externalId?: string;
  readonly point?: Point | undefined;
};

const location = async (
  ctx: Context,
  organizationId: Id<"organization">,
  input: OpportunityInput,
  given?: Point,
) => {
  const none = { latitude: null, longitude: null };
  if (input.placeKind !== "onsite")
    return { ...none, siteId: null, street: null, postcode: null, townName: null };
  const site = input.siteId
    ? await ctx.db
        .selectFrom("sites")
        .selectAll()
        .where("id", "=", input.siteId)
        .where("organizationId", "=", organizationId)
        .executeTakeFirst()
    : undefined;
  if (site) {
    const { id, street, postcode: code, townName, latitude, longitude } = site;
    const point = latitude === null && code ? (pointOf(ctx, code) ?? none) : { latitude, longitude };
    return {
      siteId: id,
      street,
      postcode: code,
      townName,
      latitude: point.latitude,
      longitude: point.longitude,
    };
  }
  const { street, postcode: code, townName } = input;
  const own = await ctx.db
    .selectFrom("organizations")
    .select(["latitude", "longitude", "postcode"])
    .where("id", "=", organizationId)
    .executeTakeFirst();
  // Where only the postcode of its own house is named, the house itself is the better guess.
  const home = !code || (code === own?.postcode && !street) ? own : undefined;
  const point =
    given ?? (home?.latitude ? home : undefined) ?? (code ? pointOf(ctx, code) : undefined) ?? none;
  return {
    siteId: null,
    street,
    postcode: code,
    townName,
    latitude: point.latitude,
    longitude: point.longitude,
  };
};

const valuesOf = async (
  ctx: Context,
  organizationId: Id<"organization">,
  input: OpportunityInput,
  origin: Origin = {},
) => {
  const { startDay: _day, startTime: _time, endDay: _last, endTime: _end, contactPointId, ...values } = input;
  const contact = contactPointId
    ? await ctx.db
        .selectFrom("contactPoints")
        .select("id")
        .where("id", "=", contactPointId)
        .where("organizationId", "=", organizationId)
        .executeTakeFirst()
    : undefined;
  return {
    ...values,
    ...timingOf({ ...input, anyTime: input.rhythm === "flexible" }),
    ...(await location(ctx, organizationId, input, origin.point)),
    contactPointId: contact?.id ?? null,
  };
};

/** Writes an offer down as a draft. */
export const addOpportunity = async (
  ctx: Context,
  organizationId: Id<"organization">,
  input: OpportunityInput,
  origin: Origin = {},
): Promise<{ readonly id: Id<"opportunity">; readonly slug: string }> => {
  allow(may.add(ctx, organizationId));
  const wanted = slugOf(input.title, "angebot");
  const taken = await ctx.db
    .selectFrom("opportunities")
    .select("slug")
    .where("slug", "like", `${wanted}%`)
    .limit(1_000)
    .execute();
  const slug = freeSlug(wanted, [...reservedSlugs, ...taken.map((row) => row.slug)]);
  const madeBy = ctx.actor.kind === "person" ? ctx.actor.id : null;
  const values = await valuesOf(ctx, organizationId, input, origin);
  const { id } = await ctx.db
    .insertInto("opportunities")
    .values({
      ...values,
      organizationId,
      slug,
      madeBy,
      source: origin.source ?? null,
      externalId: origin.externalId ?? null,
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  await ctx.db
    .insertInto("opportunityStates")
    .values({ opportunityId: id, state: "draft", byId: madeBy })
    .execute();
  await record(ctx, "opportunity.added", id, { title: input.title, path: manage.office.show(id) });
  return { id, slug };
};

/** Changes an offer. Whoever looked it through says with it that it still holds. */
export const changeOpportunity = async (
  ctx: Context,
  id: Id<"opportunity">,
  input: OpportunityInput,
  origin: Origin = {},
): Promise<void> => {
  const offer = found(await findOpportunity(ctx, id));
  allow(may.change(ctx, offer));
  const values = await valuesOf(ctx, offer.organizationId, input, origin);
  const changed = Object.entries(values).filter(
    ([name, value]) => JSON.stringify(value) !== JSON.stringify(offer[name as keyof Opportunity]),
  );
  await ctx.db
    .updateTable("opportunities")
    .set({ ...values, changedAt: ctx.now, confirmedAt: offer.publishedAt ? ctx.now : null, remindersSent: 0 })
    .where("id", "=", id)
    .execute();
  await record(ctx, "opportunity.changed", id, { fields: changed.map(([name]) => name) });
};

/** Somebody takes one of the places. Two may reach for the last one: the update counts, so the second is told. */
export const takeSeat = async (ctx: Context, id: Id<"opportunity">): Promise<Outcome<true, "full">> => {
  const { numUpdatedRows } = await ctx.db
    .updateTable("opportunities")
    .set({ seatsTaken: sql<number>`seats_taken + 1` })
    .where("id", "=", id)
    .where(sql<boolean>`(seats is null or seats_taken < seats)`)
    .executeTakeFirst();
  return numUpdatedRows > 0n ? done(true) : refused("full");
};

/** A place is free again. */
export const returnSeat = async (ctx: Context, id: Id<"opportunity">): Promise<void> => {
  await ctx.db
    .updateTable("opportunities")
    .set({ seatsTaken: sql<number>`greatest(0, seats_taken - 1)` })
    .where("id", "=", id)
    .execute();
};

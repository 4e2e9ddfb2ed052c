import * as z from "zod";
import type { Context } from "#core/context.ts";
import { allow } from "#core/errors.ts";
import { record } from "#core/events.ts";
import type { Id } from "#core/id.ts";
import { many, paragraph, postcode, whole } from "#core/input.ts";
import { timesOf } from "#methods/week-parts.ts";
import { rhythms, skills } from "#modules/opportunities/vocabulary.ts";
import { accessibilities, fields, spokenLanguages, targetGroups } from "#modules/organizations/vocabulary.ts";
import { may } from "./policy.ts";

const orNull = <T extends z.ZodType>(schema: T) => schema.optional().transform((value) => value ?? null);

/** Wishes as forms send them; every answer is free. `times` are the numbers 0 to 20 of the parts of a week. */
export const WishesInput = z.object({
  fields: many(z.enum(fields), fields.length),
  targetGroups: many(z.enum(targetGroups), targetGroups.length),
  skills: many(z.enum(skills), skills.length),
  rhythms: many(z.enum(rhythms), rhythms.length),
  times: many(whole(0, 20), 21),
  postcode: orNull(postcode),
  radiusKm: orNull(whole(1, 500)),
  accessibility: many(z.enum(accessibilities), accessibilities.length),
  company: orNull(z.enum(["alone", "pair", "team"])),
  languages: many(z.enum(spokenLanguages), spokenLanguages.length),
  notThese: many(z.enum([...fields, ...targetGroups]), 28),
  words: paragraph(2_000)
    .optional()
    .transform((text) => text ?? ""),
});

export type WishesInput = z.output<typeof WishesInput>;

/** Keeps what a person wishes for, said by themselves or written down by the office. */
export const saveWishes = async (ctx: Context, personId: Id<"person">, input: WishesInput): Promise<void> => {
  allow(may.change(ctx, personId));
  const values = { ...input, times: timesOf(input.times), changedAt: ctx.now };
  await ctx.db
    .insertInto("wishes")
    .values({ ...values, personId })
    .onConflict((conflict) => conflict.columns(["placeId", "personId"]).doUpdateSet(values))
    .execute();
  await record(ctx, "wishes.changed", personId);
};

/** Forgets all of it. */
export const eraseWishes = async (ctx: Context, personId: Id<"person">): Promise<void> => {
  allow(may.change(ctx, personId));
  await ctx.db.deleteFrom("wishes").where("personId", "=", personId).execute();
  await record(ctx, "wishes.erased", personId);
};

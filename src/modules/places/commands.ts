import * as z from "zod";
import type { Context } from "#core/context.ts";
import type { Database } from "#core/db.ts";
import { allow } from "#core/errors.ts";
import { record } from "#core/events.ts";
import type { Id } from "#core/id.ts";
import { email, line, many, postcode } from "#core/input.ts";
import { languages } from "#core/messages.ts";
import { done, type Outcome, refused } from "#core/outcome.ts";
import { isColor, type TownColors, townContrast, weakColors } from "#methods/town-colors.ts";
import { may } from "./policy.ts";

const color = z.string().trim().toLowerCase().refine(isColor, { error: "color" });

const detail = line(300).optional();

/** What the settings page sends. */
export const PlaceSettings = z.object({
  name: line(80),
  fullName: line(160),
  sorbianName: line(80).optional(),
  lead: line(300).optional(),
  languages: many(z.enum(languages)),
  accentLight: color,
  accentDark: color,
  accentDeep: color,
  officeName: detail,
  officeStreet: detail,
  officePostcode: postcode.optional(),
  officeTown: detail,
  officePhone: detail,
  officeEmail: email.optional(),
  officePeople: detail,
  openingHours: detail,
  legalOperator: detail,
  legalForm: detail,
  legalRepresentative: detail,
  legalRegister: detail,
  legalResponsible: detail,
  privacyContact: detail,
  supervisoryAuthority: detail,
});

/** The colors that could not be read by everyone, with the contrast they have. */
export type WeakColors = {
  readonly weak: readonly { readonly name: keyof TownColors; readonly ratio: number }[];
};

/** The weak ones among three colors, with their contrast, for the sentence beside the field. */
export const weaknesses = (colors: TownColors): WeakColors["weak"] => {
  const measured = townContrast(colors);
  return weakColors(colors).map((name) => ({ name, ratio: measured[name] }));
};

/** Changes the town's name, look, contact and legal notice. Refused when a color cannot be read by everyone. */
export const changePlace = async (
  ctx: Context,
  settings: z.infer<typeof PlaceSettings>,
): Promise<Outcome<null, "weakColor">> => {
  allow(may.change(ctx));
  const { accentLight: light, accentDark: dark, accentDeep: deep } = settings;
  if (weakColors({ light, dark, deep }).length > 0) return refused("weakColor");
  const { sorbianName = null, languages: chosen, ...rest } = settings;
  const emptied = {
    lead: "",
    officeName: "",
    officeStreet: "",
    officePostcode: "",
    officeTown: "",
    officePhone: "",
    officeEmail: "",
    officePeople: "",
    openingHours: "",
    legalOperator: "",
    legalForm: "",
    legalRepresentative: "",
    legalRegister: "",
    legalResponsible: "",
    privacyContact: "",
    supervisoryAuthority: "",
  };
  const spoken = [...new Set(["de", ...chosen])];
  await ctx.db
    .updateTable("places")
    .set({ ...emptied, ...rest, sorbianName, languages: spoken })
    .where("id", "=", ctx.place.id)
    .execute();
  await record(ctx, "place.changed", ctx.place.id);
  return done(null);
};

/** Puts an uploaded picture where the star was. */
export const chooseLogo = async (ctx: Context, file: Id<"file">): Promise<void> => {
  allow(may.change(ctx));
  await ctx.db.updateTable("places").set({ logoFileId: file }).where("id", "=", ctx.place.id).execute();
  await record(ctx, "place.logo_chosen", ctx.place.id, { file });
};

export type NewPlace = {
  readonly slug: string;
  readonly hosts: readonly string[];
  readonly name: string;
  readonly fullName: string;
  readonly sorbianName?: string;
  readonly municipalityKey?: string;
  readonly postcode: string;
  readonly latitude: number;
  readonly longitude: number;
  readonly languages: readonly string[];
  readonly demo: boolean;
  readonly createdAt: Date;
};

/**
 * Founds a town. There is no place yet to stand in, so the operator does it with the owner's connection,
 * from the command line or for the example; asked again, it changes nothing.
 */
export const foundPlace = async (db: Database, place: NewPlace): Promise<void> => {
  await db
    .insertInto("places")
    .values({ ...place, hosts: [...place.hosts], languages: [...place.languages] })
    .onConflict((conflict) => conflict.column("slug").doNothing())
    .execute();
};

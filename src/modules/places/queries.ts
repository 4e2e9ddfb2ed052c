import { sql } from "kysely";
import type { Context, Place } from "#core/context.ts";
import type { Database } from "#core/db.ts";
import { found } from "#core/errors.ts";
import { say } from "./messages.ts";
import type { Place as PlaceRow } from "./schema.ts";

const card = [
  "id",
  "slug",
  "name",
  "sorbianName",
  "lead",
  "languages",
  "postcode",
  "latitude",
  "longitude",
  "officeName",
  "officeStreet",
  "officePostcode",
  "officeTown",
  "officePhone",
  "officeEmail",
  "officePeople",
  "openingHours",
  "accentLight",
  "accentDark",
  "accentDeep",
  "logoFileId",
  "demo",
] as const;

/** The town that is reached under this host name. Asked before there is a context: places have no fence. */
export const findPlaceByHost = (db: Database, host: string): Promise<Place | undefined> =>
  db
    .selectFrom("places")
    .select(card)
    .where(sql<boolean>`hosts @> array[${host}]::text[]`)
    .limit(1)
    .executeTakeFirst();

/** The towns of this installation, the first one first. */
export const listPlaces = (db: Database): Promise<Place[]> =>
  db.selectFrom("places").select(card).orderBy("createdAt").orderBy("slug").limit(10_000).execute();

/** Everything the town's own settings page shows. */
export const findPlaceSettings = async (ctx: Context): Promise<PlaceRow> =>
  found(await ctx.db.selectFrom("places").selectAll().where("id", "=", ctx.place.id).executeTakeFirst());

/** The details without which a German site may not publish (DDG § 5, MStV § 18, GDPR Art. 13). */
export const legalDetails = [
  "legalOperator",
  "legalRepresentative",
  "legalResponsible",
  "officeStreet",
  "officePostcode",
  "officeTown",
  "officePhone",
  "officeEmail",
  "privacyContact",
  "supervisoryAuthority",
] as const satisfies readonly (keyof PlaceRow)[];

/** The details that these settings still lack, in the reader's words. */
export const missingIn = (
  ctx: Pick<Context, "language">,
  settings: Pick<PlaceRow, (typeof legalDetails)[number]>,
) => legalDetails.filter((name) => settings[name].trim() === "").map((name) => say(ctx)(name));

/** What the legal notice still lacks; publishing is refused until this is empty. */
export const missingLegalNotice = async (ctx: Context): Promise<string[]> =>
  missingIn(ctx, await findPlaceSettings(ctx));

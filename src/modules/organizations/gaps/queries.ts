import type { Context } from "#core/context.ts";
import { findPostcode } from "#core/postcodes.ts";
import { distanceKilometers, isPoint, type Point } from "#methods/geography.ts";
import { visible } from "#modules/organizations/queries.ts";
import { needs, targetGroups } from "#modules/organizations/vocabulary.ts";

type Need = (typeof needs)[number];

/** From where, for whom and in which language somebody looks. */
export type Look = {
  readonly group?: string | undefined;
  readonly postcode?: string | undefined;
  readonly kilometers: number;
  readonly language?: string | undefined;
};

/** What there is for one need. */
export type Cover = {
  readonly need: Need;
  readonly total: number;
  /** Within the distance asked for. */
  readonly near: number;
  /** Kilometers to the nearest; null when nobody said where. */
  readonly nearest: number | null;
  readonly stepFree: number;
  /** In the language asked for or, when none was, in any other than German. */
  readonly spoken: number;
};

const most = 5_000;

const listAll = (ctx: Context) =>
  ctx.db
    .selectFrom("services")
    .innerJoin("organizations", "organizations.id", "services.organizationId")
    .leftJoin("sites", "sites.id", "services.siteId")
    .select(["services.needs", "services.targetGroups", "services.languages", "sites.accessibility"])
    .select(["sites.latitude", "sites.longitude", "sites.postcode"])
    .select([
      "organizations.latitude as ownLatitude",
      "organizations.longitude as ownLongitude",
      "organizations.postcode as ownPostcode",
      "organizations.languages as ownLanguages",
    ])
    .where("services.endedAt", "is", null)
    .where("organizations.hiddenAt", "is", null)
    .where(visible(ctx))
    .limit(most)
    .execute();

type Row = Awaited<ReturnType<typeof listAll>>[number];

type Home = Point & { readonly postcode: string };

// A postcode alone says little: its middle may lie in the woods, so whoever shares ours counts as here.
const pointOf = (
  home: Home,
  latitude: number | null,
  longitude: number | null,
  postcode: string | null,
): Point | undefined => {
  const middle = postcode === null ? undefined : findPostcode(postcode);
  if (latitude === null || longitude === null || !isPoint(latitude, longitude))
    return middle && postcode === home.postcode ? home : middle;
  const rough = middle?.latitude === latitude && middle.longitude === longitude;
  return rough && postcode === home.postcode ? home : { latitude, longitude };
};

const whereIs = (row: Row, home: Home): Point | undefined =>
  pointOf(home, row.latitude, row.longitude, row.postcode) ??
  pointOf(home, row.ownLatitude, row.ownLongitude, row.ownPostcode);

// What is there for everybody is there for each.
const isFor = ({ targetGroups: groups }: Row, group: string | undefined): boolean =>
  group === undefined || groups.length === 0 || groups.includes(group) || groups.includes("everyone");

const speaks = ({ languages, ownLanguages }: Row, language: string | undefined): boolean => {
  const spoken = [...languages, ...ownLanguages];
  return language === undefined ? spoken.some((code) => code !== "de") : spoken.includes(language);
};

const coverOf = (need: Need, rows: readonly Row[], home: Home, { kilometers, language }: Look): Cover => {
  const fitting = rows.filter((row) => row.needs.includes(need));
  const far = fitting.flatMap((row) => {
    const point = whereIs(row, home);
    return point ? [distanceKilometers(home, point)] : [];
  });
  return {
    need,
    total: fitting.length,
    near: far.filter((distance) => distance <= kilometers).length,
    nearest: far.length > 0 ? Math.min(...far) : null,
    stepFree: fitting.filter(({ accessibility }) => accessibility?.includes("stepFree")).length,
    spoken: fitting.filter((row) => speaks(row, language)).length,
  };
};

/** For whom there is nothing at all, need by need. */
export type Missing = { readonly group: string; readonly needs: readonly Need[] };

/** Animals and volunteers look for no services. */
export const askedGroups = targetGroups.filter((code) => code !== "animals" && code !== "everyone");

/** Every need with what there is for it, and for which groups there is nothing; one question to the database. */
export const listCover = async (
  ctx: Context,
  look: Look,
): Promise<{
  readonly covers: readonly Cover[];
  readonly missing: readonly Missing[];
  readonly total: number;
}> => {
  const rows = await listAll(ctx);
  const asked = look.postcode === undefined ? undefined : findPostcode(look.postcode);
  const home: Home = asked ? { ...asked, postcode: look.postcode ?? "" } : ctx.place;
  const own = rows.filter((row) => isFor(row, look.group));
  const covers = needs.map((need) => coverOf(need, own, home, look));
  const missing = askedGroups.map((group) => {
    const theirs = rows.filter((row) => isFor(row, group));
    return { group, needs: needs.filter((need) => !theirs.some((row) => row.needs.includes(need))) };
  });
  return { covers, missing, total: own.length };
};

/** What is missing, the worst first; a need can lack several things at once. */
export const gapKinds = ["none", "far", "barriers", "languages"] as const;
export type GapKind = (typeof gapKinds)[number];

/** What a need lacks. Of a service that nobody said the place of we do not claim that it is far. */
export const gapsOf = ({ total, near, nearest, stepFree, spoken }: Cover): readonly GapKind[] => {
  if (total === 0) return ["none"];
  const lacks: readonly (readonly [boolean, GapKind])[] = [
    [near === 0 && nearest !== null, "far"],
    [stepFree === 0, "barriers"],
    [spoken === 0, "languages"],
  ];
  return lacks.flatMap(([isSo, kind]) => (isSo ? [kind] : []));
};

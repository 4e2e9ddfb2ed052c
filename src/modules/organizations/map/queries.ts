import * as z from "zod";
import type { Context } from "#core/context.ts";
import { slugOf } from "#core/slug.ts";
import { distanceKilometers, middle, type Point } from "#methods/geography.ts";

const Shape = z.discriminatedUnion("type", [
  z.object({ type: z.literal("Polygon"), coordinates: z.array(z.array(z.array(z.number()))) }),
  z.object({ type: z.literal("MultiPolygon"), coordinates: z.array(z.array(z.array(z.array(z.number())))) }),
]);
export type Shape = z.output<typeof Shape>;

export type Border = { readonly name: string; readonly key: string | null; readonly shape: Shape };

const outline = (shape: Shape): readonly (readonly number[])[] =>
  (shape.type === "Polygon" ? [shape.coordinates] : shape.coordinates).flatMap(([outer]) => outer ?? []);

// A district is larger than what concerns one town; municipalities beyond this are left out of its map.
const reachKilometers = 20;

const isNear = (shape: Shape, center: Point): boolean =>
  outline(shape).some(
    ([longitude = 0, latitude = 0]) => distanceKilometers(center, { latitude, longitude }) <= reachKilometers,
  );

/** The municipalities around the town, by name. */
export const listBorders = async (ctx: Context): Promise<readonly Border[]> => {
  const rows = await ctx.db
    .selectFrom("borders")
    .select(["name", "municipalityKey", "geometry"])
    .orderBy("name")
    .limit(500)
    .execute();
  return rows
    .map(({ name, municipalityKey, geometry }) => ({
      name,
      key: municipalityKey,
      shape: Shape.parse(geometry),
    }))
    .filter(({ shape }) => isNear(shape, ctx.place));
};

/** The borders as one collection (RFC 7946), ready to be drawn; nothing where none are known. */
export const collectionOf = (borders: readonly Border[]) =>
  borders.length === 0
    ? undefined
    : {
        type: "FeatureCollection" as const,
        features: borders.map(({ name, shape }) => ({
          type: "Feature" as const,
          properties: { name },
          geometry: shape,
        })),
      };

/** Something in a town; without a point it is in no map. */
export type Placed = {
  readonly townName: string | null;
  readonly latitude: number | null;
  readonly longitude: number | null;
};

const isPlaced = <One extends Placed>(one: One): one is One & Point =>
  one.latitude !== null && one.longitude !== null;

const among = (values: readonly number[], value: number): boolean =>
  values.length === 0 || (Math.min(...values) <= value && value <= Math.max(...values));

/** What the map can show: whatever has a point, and lies in the picture that the borders fill. */
export const drawable = <One extends Placed>(borders: readonly Border[], things: readonly One[]) => {
  const corners = borders.flatMap(({ shape }) => outline(shape));
  const longitudes = corners.map(([longitude = 0]) => longitude);
  const latitudes = corners.map(([, latitude = 0]) => latitude);
  return things
    .filter(isPlaced)
    .filter(({ longitude, latitude }) => among(longitudes, longitude) && among(latitudes, latitude));
};

/** By place, those with most first, whatever names no place last. */
export const byPlace = <One extends Pick<Placed, "townName">>(
  things: readonly One[],
): readonly { readonly town: string; readonly members: readonly One[] }[] =>
  [...Map.groupBy(things, ({ townName }) => townName ?? "")]
    .map(([town, members]) => ({ town, members }))
    .sort((a, b) =>
      a.town === ""
        ? 1
        : b.town === ""
          ? -1
          : b.members.length - a.members.length || a.town.localeCompare(b.town, "de"),
    );

/** The id of the heading under which a place stands in the list beside the map. */
export const placeId = (town: string): string => `ort-${slugOf(town, "ohne")}`;

const apartKilometers = 4.5;
// A name is wide and low: one beside another covers it sooner than one below it.
const covers = (one: Point, other: Point): boolean =>
  distanceKilometers(one, other) < apartKilometers ||
  (Math.abs(one.longitude - other.longitude) < 0.1 && Math.abs(one.latitude - other.latitude) < 0.025);
// So far north of its middle, a name stands above the sign and not below it.
const above = 0.018;

/** The names on the map: of the places with most; a smaller one beside them has its name in the list. */
export const placeNames = (things: readonly (Placed & Point)[]) => {
  const centers = byPlace(things).flatMap(({ town, members }) => {
    const center = middle(members);
    return center && town !== "" ? [{ name: town, size: members.length, ...center }] : [];
  });
  const kept: typeof centers = [];
  for (const one of centers) {
    if (!kept.some((other) => covers(one, other))) kept.push(one);
  }
  return kept.map(({ name, latitude, longitude }) => ({ name, longitude, latitude: latitude + above }));
};

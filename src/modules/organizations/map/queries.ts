import * as z from "zod";
import type { Context } from "#core/context.ts";
import { distanceKilometers, type Point } from "#methods/geography.ts";

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

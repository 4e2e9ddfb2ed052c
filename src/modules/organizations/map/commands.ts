import * as z from "zod";
import type { Context } from "#core/context.ts";
import { allow } from "#core/errors.ts";
import { record } from "#core/events.ts";
import { done, type Outcome, refused } from "#core/outcome.ts";
import { may } from "#modules/organizations/policy.ts";

const position = z.array(z.number()).min(2).max(3);
const ring = z.array(position).min(4).max(20_000);
const geometry = z.discriminatedUnion("type", [
  z.object({ type: z.literal("Polygon"), coordinates: z.array(ring).min(1) }),
  z.object({ type: z.literal("MultiPolygon"), coordinates: z.array(z.array(ring).min(1)).min(1) }),
]);

// The names by which German land-survey offices and we ourselves call these two.
const properties = z.object({
  name: z.string().min(1).max(200).optional(),
  GEN: z.string().min(1).max(200).optional(),
  key: z
    .string()
    .regex(/^\d{8}$/u)
    .optional(),
  AGS: z
    .string()
    .regex(/^\d{8}$/u)
    .optional(),
});

const Collection = z.object({
  type: z.literal("FeatureCollection"),
  features: z
    .array(z.object({ type: z.literal("Feature"), properties, geometry }))
    .min(1)
    .max(500),
});

const degrees = (coordinates: unknown): boolean =>
  Array.isArray(coordinates) &&
  (typeof coordinates[0] === "number"
    ? Math.abs(coordinates[0]) <= 180 && Math.abs(Number(coordinates[1])) <= 90
    : coordinates.every(degrees));

/**
 * Takes over the borders of municipalities for the map, in place of those known so far: GeoJSON in degrees
 * (RFC 7946), areas with a name. Whoever is not staff may not, and a file that is something else is refused.
 */
export const importBorders = async (
  ctx: Context,
  geojson: unknown,
): Promise<Outcome<number, "notBorders" | "notDegrees">> => {
  allow(may.drawBorders(ctx));
  const collection = Collection.safeParse(geojson);
  if (!collection.success) return refused("notBorders");
  const { features } = collection.data;
  if (!features.every((feature) => degrees(feature.geometry.coordinates))) return refused("notDegrees");
  await ctx.db.deleteFrom("borders").execute();
  await ctx.db
    .insertInto("borders")
    .values(
      features.map(({ properties: { name, GEN, key, AGS }, geometry: shape }) => ({
        name: name ?? GEN ?? "",
        municipalityKey: key ?? AGS ?? null,
        geometry: JSON.stringify(shape),
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  await record(ctx, "borders.imported", ctx.place.id, { count: features.length });
  return done(features.length);
};

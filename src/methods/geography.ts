/** A point on the earth in degrees (WGS 84). */
export type Point = { readonly latitude: number; readonly longitude: number };

const earthRadiusKilometers = 6371.0088;
const radians = (degrees: number): number => (degrees * Math.PI) / 180;

/**
 * The distance between two points in kilometers along the surface (haversine formula on the mean
 * radius of the earth; off by at most half a percent, as the earth is no perfect ball).
 */
export const distanceKilometers = (from: Point, to: Point): number => {
  const latitude = radians(to.latitude - from.latitude);
  const longitude = radians(to.longitude - from.longitude);
  const chord =
    Math.sin(latitude / 2) ** 2 +
    Math.cos(radians(from.latitude)) * Math.cos(radians(to.latitude)) * Math.sin(longitude / 2) ** 2;
  return 2 * earthRadiusKilometers * Math.asin(Math.min(1, Math.sqrt(chord)));
};

const kilometersAnHourOnFoot = 4.8;
// Streets are no straight lines: in small towns the way is about a third longer than the flight.
const detour = 1.3;

/** How many minutes one walks between two points, as far as the straight line tells. */
export const walkingMinutes = (from: Point, to: Point): number =>
  Math.max(1, Math.round((distanceKilometers(from, to) * detour * 60) / kilometersAnHourOnFoot));

/** Is this a place on earth? Tables hold 100° north, zeros and blanks. */
export const isPoint = (latitude: number | undefined | null, longitude: number | undefined | null): boolean =>
  typeof latitude === "number" &&
  typeof longitude === "number" &&
  Math.abs(latitude) <= 90 &&
  Math.abs(longitude) <= 180 &&
  !(latitude === 0 && longitude === 0);

/** The middle of some points; for a town's organizations the difference to the true center does not matter. */
export const middle = (points: readonly Point[]): Point | undefined => {
  if (points.length === 0) return undefined;
  const sum = points.reduce(
    (total, point) => ({
      latitude: total.latitude + point.latitude,
      longitude: total.longitude + point.longitude,
    }),
    { latitude: 0, longitude: 0 },
  );
  return { latitude: sum.latitude / points.length, longitude: sum.longitude / points.length };
};

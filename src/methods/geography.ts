/** A point on the earth in degrees (WGS 84). */
export type Point = { readonly latitude: number; readonly longitude: number };

const earthRadiusKilometers = 6371.0088;
const radians = (degrees: number): number => (degrees * Math.PI) / 180;

/**
 * The distance between two points in kilometers along the surface, on a ball with the mean radius of the earth (off by
 * at most half a percent, as the earth is no perfect ball). Exact to rounding from neighbors to antipodes, where the
 * haversine formula loses half of its digits: T. Vincenty, "Direct and Inverse Solutions of Geodesics on the
 * Ellipsoid", Survey Review 23 (176), 1975, p. 88–93, in the special case of a sphere.
 */
export const distanceKilometers = (from: Point, to: Point): number => {
  const [start, end] = [radians(from.latitude), radians(to.latitude)];
  const turn = radians(to.longitude - from.longitude);
  const [east, north] = [
    Math.cos(end) * Math.sin(turn),
    Math.cos(start) * Math.sin(end) - Math.sin(start) * Math.cos(end) * Math.cos(turn),
  ];
  const along = Math.sin(start) * Math.sin(end) + Math.cos(start) * Math.cos(end) * Math.cos(turn);
  return earthRadiusKilometers * Math.atan2(Math.hypot(east, north), along);
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

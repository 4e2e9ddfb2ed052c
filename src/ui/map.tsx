import { type GeoProjection, geoArea, geoMercator, geoPath } from "d3-geo";
import { type Sector, SectorSign, shapes } from "./facts.tsx";
import { type Reader, say } from "./messages.ts";

type Ring = number[][];
type Area =
  | { readonly type: "Polygon"; readonly coordinates: Ring[] }
  | { readonly type: "MultiPolygon"; readonly coordinates: Ring[][] };
type Properties = Readonly<Record<string, unknown>> | null;
type Border = { readonly type: "Feature"; readonly properties: Properties; readonly geometry: Area };

/** Borders as GeoJSON (RFC 7946) holds them. */
export type Borders = { readonly type: "FeatureCollection"; readonly features: Border[] };

export type MapPoint = {
  readonly name: string;
  readonly href: string;
  readonly longitude: number;
  readonly latitude: number;
  readonly sector?: Sector | undefined;
};

type MapLabel = { readonly name: string; readonly longitude: number; readonly latitude: number };

type MapProps = {
  readonly ctx: Reader;
  readonly id: string;
  /** What the map shows, in a sentence that also says where the same stands as a list. */
  readonly caption: string;
  readonly borders?: Borders | undefined;
  readonly points: readonly MapPoint[];
  readonly labels?: readonly MapLabel[] | undefined;
  /** Where several things at one address are told apart: the list beside the map. */
  readonly listHref: string;
};

const width = 640;
const height = 520;
const margin = 28;
/** Signs stand at least so far apart that a finger meets one of them, and none covers another. */
const near = 42;
const aboveSign = 23;

const hemisphere = 2 * Math.PI;

// GeoJSON turns its outer rings against the clock, d3 with it; the wrong way round is the rest of the world.
const wound = (rings: Ring[]): Ring[] =>
  geoArea({ type: "Polygon", coordinates: rings }) > hemisphere
    ? rings.map((ring) => [...ring].reverse())
    : rings;

const rewound = (borders: Borders): Borders => ({
  type: "FeatureCollection",
  features: borders.features.map((feature) => ({
    ...feature,
    geometry: {
      type: "MultiPolygon",
      coordinates:
        feature.geometry.type === "Polygon"
          ? [wound(feature.geometry.coordinates)]
          : feature.geometry.coordinates.map(wound),
    },
  })),
});

const fitted = (borders: Borders | undefined, points: readonly MapPoint[]): GeoProjection => {
  const extent: [[number, number], [number, number]] = [
    [margin, margin],
    [width - margin, height - margin],
  ];
  const projection = geoMercator();
  if (borders && borders.features.length > 0) return projection.fitExtent(extent, borders);
  const coordinates = points.map(({ longitude, latitude }) => [longitude, latitude]);
  // One point alone has no extent to fit: it stands in the middle of some ten kilometers.
  if (coordinates.length < 2) {
    const [center = [14.6, 51.5]] = coordinates;
    return projection
      .center([center[0] ?? 0, center[1] ?? 0])
      .scale(200_000)
      .translate([width / 2, height / 2]);
  }
  return projection.fitExtent(extent, { type: "MultiPoint", coordinates });
};

type Spot = { readonly x: number; readonly y: number; readonly points: readonly MapPoint[] };

/** Points closer than a finger's breadth become one sign with their number. */
const gather = (projection: GeoProjection, points: readonly MapPoint[]): readonly Spot[] => {
  const spots: { x: number; y: number; points: MapPoint[] }[] = [];
  for (const point of points) {
    const place = projection([point.longitude, point.latitude]);
    if (!place) continue;
    const [x, y] = place;
    const spot = spots.find((other) => Math.hypot(other.x - x, other.y - y) < near);
    if (spot) spot.points.push(point);
    else spots.push({ x, y, points: [point] });
  }
  return spots;
};

// A name belongs to the sign of its place, and stands above it; without any sign it stands where the place is.
const beside = (spots: readonly Spot[], [x, y]: readonly [number, number]): { x: number; y: number } => {
  const away = (spot: Spot): number => Math.hypot(spot.x - x, spot.y - y);
  const [nearest] = spots.toSorted((one, other) => away(one) - away(other));
  return nearest && away(nearest) < near ? { x: nearest.x, y: nearest.y - aboveSign } : { x, y };
};

const round = (value: number): number => Math.round(value * 10) / 10;
const shownNames = 3;

const nameOf = (ctx: Reader, points: readonly MapPoint[]): string => {
  const [first] = points;
  if (points.length === 1 && first) return first.name;
  const names = points
    .slice(0, shownNames)
    .map(({ name }) => name)
    .join(", ");
  const rest = points.length - shownNames;
  const list = rest > 0 ? `${names}, ${say(ctx)("more", { n: rest })}` : names;
  // The number drawn is part of the name, for people who speak to their browser.
  return `${points.length}: ${list}`;
};

const Sign = ({ ctx, spot, listHref }: { ctx: Reader; spot: Spot; listHref: string }) => {
  const [first] = spot.points;
  if (!first) return null;
  const name = nameOf(ctx, spot.points);
  const several = spot.points.length > 1;
  return (
    <g transform={`translate(${round(spot.x)} ${round(spot.y)})`}>
      <a href={several ? listHref : first.href} aria-label={name}>
        <title>{name}</title>
        <circle class="al-map__target" r="20" />
        {several ? (
          <>
            <circle class="al-map__several" r="12" />
            <text class="al-map__count">{spot.points.length}</text>
          </>
        ) : (
          <path
            class={`al-map__sign al-map__sign--${first.sector ?? "plain"}`}
            d={shapes[first.sector ?? "civil"]}
            transform="translate(-12 -12)"
          />
        )}
      </a>
    </g>
  );
};

const Legend = ({ ctx, sectors }: { ctx: Reader; sectors: readonly Sector[] }) => (
  <ul class="al-key" aria-label={say(ctx)("mapLegend")}>
    {sectors.map((sector) => (
      <li>
        <SectorSign sector={sector} />
        {say(ctx)(sector)}
      </li>
    ))}
  </ul>
);

const allSectors: readonly Sector[] = ["civil", "public", "business"];

/** Where things are, drawn by the server from open borders. Always beside a list of the same things. */
export const TownMap = ({ ctx, id, caption, borders, points, labels = [], listHref }: MapProps) => {
  const turned = borders && rewound(borders);
  const projection = fitted(turned, points);
  const outline = geoPath(projection).digits(1);
  const spots = gather(projection, points);
  const present = allSectors.filter((sector) => points.some((point) => point.sector === sector));
  return (
    <figure class="al-map">
      <svg viewBox={`0 0 ${width} ${height}`}>
        <title>{say(ctx)("map")}</title>
        {turned?.features.map((feature) => (
          <path class="al-map__area" d={outline(feature) ?? ""} />
        ))}
        {spots.map((spot) => (
          <Sign ctx={ctx} spot={spot} listHref={listHref} />
        ))}
        {labels.map(({ name, longitude, latitude }) => {
          const { x, y } = beside(spots, projection([longitude, latitude]) ?? [0, 0]);
          return (
            <text class="al-map__label" x={round(x)} y={round(y)}>
              {name}
            </text>
          );
        })}
      </svg>
      {present.length > 0 && <Legend ctx={ctx} sectors={present} />}
      <figcaption class="al-soft al-small" id={id}>
        {caption}
      </figcaption>
    </figure>
  );
};

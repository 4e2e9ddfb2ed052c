import fc from "fast-check";
import { expect, test } from "vitest";
import { buildNetwork } from "./network.ts";
import { type DatedNetwork, growthOf } from "./network-growth.ts";
import { placeLabels, type Sign } from "./network-labels.ts";
import { layoutNetwork } from "./network-layout.ts";
import { measureNetwork } from "./network-measures.ts";

const sectors = ["civil", "public", "business"];

const tie = (from: number, to: number, startsOn: string, endsOn: string | null = null) => ({
  from,
  to,
  startsOn,
  endsOn,
});

const town: DatedNetwork = {
  ids: ["netz", "stadt", "werk", "chor"],
  sectors,
  sectorOf: [0, 1, 2, 0],
  ties: [
    tie(0, 1, "2015-03-01"),
    tie(0, 1, "2016-01-01"),
    tie(1, 2, "2016-06-01", "2017-06-30"),
    tie(0, 2, "2017-01-01"),
    tie(1, 2, "2019-01-01"),
    tie(0, 3, "2019-05-01"),
  ],
};

test("each year counts pairs once, says what came, went and came back, and between whom", () => {
  const [first, second, third, fourth, fifth] = growthOf(
    town,
    [2015, 2016, 2017, 2018, 2019].map((year) => `${year}-12-31`),
  );
  expect(first).toMatchObject({ actors: 2, pairs: 1, cooperations: 1, came: 1, density: 1 });
  expect(second).toMatchObject({ actors: 3, pairs: 2, cooperations: 3, came: 1, cameBetween: { "1 2": 1 } });
  expect(third).toMatchObject({ pairs: 2, came: 1, went: 1, cameBetween: { "0 2": 1 } });
  expect(fourth).toMatchObject({ came: 0, went: 0, pairs: 2 });
  expect(fifth).toMatchObject({ pairs: 4, came: 2, returned: 1, threeSectorTriangles: 1, leaves: 1 });
  expect(fifth).toMatchObject({ broker: "netz", brokerParts: 2, brokerLeaves: 2, pathSources: 4 });
  expect(fifth?.communities).not.toBeNull();
  expect(fourth?.communities).toBeNull();
});

test("the last day of a tie still counts, the day after does not", () => {
  const [last, after] = growthOf(town, ["2017-06-30", "2017-07-01"]);
  expect([last?.pairs, after?.pairs]).toEqual([3, 2]);
});

test("a day without ties has no values and no error", () => {
  expect(growthOf(town, ["2010-12-31"])).toMatchObject([
    { actors: 0, pairs: 0, broker: null, crossShare: null, density: 0, meanDegree: 0 },
  ]);
});

const dated = fc.integer({ min: 2, max: 14 }).chain((size) =>
  fc
    .array(fc.tuple(fc.nat(size - 1), fc.nat(size - 1), fc.integer({ min: 2015, max: 2024 }), fc.nat(4)), {
      maxLength: 40,
    })
    .map(
      (rows): DatedNetwork => ({
        ids: Array.from({ length: size }, (_, at) => `o${at}`),
        sectors,
        sectorOf: Array.from({ length: size }, (_, at) => at % 3),
        ties: rows.map(([from, to, year, years]) =>
          tie(from, to, `${year}-02-01`, years === 0 ? null : `${year + years}-01-31`),
        ),
      }),
    ),
);

test("every day is what measuring its network alone gives, and the changes add up", () => {
  fc.assert(
    fc.property(dated, (network) => {
      const days = Array.from({ length: 12 }, (_, at) => `${2015 + at}-12-31`);
      let pairs = 0;
      for (const shot of growthOf(network, days)) {
        pairs += shot.came - shot.went;
        expect(shot.pairs).toBe(pairs);
        const now = network.ties.filter(
          ({ from, to, startsOn, endsOn }) =>
            from !== to && startsOn <= shot.on && (endsOn === null || endsOn >= shot.on),
        );
        const tied = [...new Set(now.flatMap(({ from, to }) => [from, to]))].sort((a, b) => a - b);
        const alone = measureNetwork(
          buildNetwork(
            tied.map(String),
            now.map(({ from, to }) => [tied.indexOf(from), tied.indexOf(to)]),
          ),
        );
        expect(shot.actors).toBe(alone.size);
        expect(shot.density).toBeCloseTo(alone.density, 12);
        expect(shot.bridges).toBe(alone.bridges.length);
        expect(shot.largest).toBe(alone.components.sizes[0] ?? 0);
        expect(shot.brokerLeaves).toBe(alone.resilience.after);
        expect(Object.values(shot.cameBetween).reduce((sum, n) => sum + n, 0)).toBe(shot.came);
      }
    }),
    { numRuns: 12 },
  );
});

const ring = (size: number) =>
  buildNetwork(
    Array.from({ length: size }, (_, at) => `o${at}`),
    Array.from({ length: size }, (_, at) => [at, (at * 7 + 1) % size] as const),
  );

test("the same network gives the same picture, within its frame and with room between all", () => {
  const network = ring(60);
  const sectorOf = network.ids.map((_, at) => at % 3);
  const places = layoutNetwork({ network, sectorOf });
  expect([...layoutNetwork({ network, sectorOf })]).toEqual([...places]);
  const all = [...places.values()];
  for (const { x, y } of all) expect(x >= 0 && x <= 1 && y >= 0 && y <= 1).toBe(true);
  const near = all.flatMap((one, at) =>
    all.slice(at + 1).map((other) => Math.hypot(one.x - other.x, one.y - other.y)),
  );
  expect(Math.min(...near)).toBeGreaterThan(0.015);
});

test("who stood somewhere stays there when others come", () => {
  const before = layoutNetwork({
    network: ring(30),
    sectorOf: Array.from({ length: 30 }, (_, at) => at % 3),
  });
  const after = layoutNetwork({
    network: ring(34),
    sectorOf: Array.from({ length: 34 }, (_, at) => at % 3),
    kept: before,
  });
  for (const [id, place] of before) expect(after.get(id)).toEqual(place);
  expect(after.size).toBe(34);
});

test("no words stand over other words or signs, and the weightiest find their place first", () => {
  const signs: Sign[] = Array.from({ length: 40 }, (_, at) => ({
    x: 60 + (at % 8) * 120,
    y: 60 + Math.floor(at / 8) * 120,
    radius: 8 + (at % 5),
    words: `Organisation Nummer ${at}`,
    weight: at,
  }));
  const labels = placeLabels(signs, { width: 1000, height: 700, line: 14, most: 12 });
  expect(labels.filter((label) => label !== undefined)).toHaveLength(12);
  expect(labels[39]).toBeDefined();
  expect(labels[0]).toBeUndefined();
});

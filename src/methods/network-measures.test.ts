import { existsSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { buildNetwork, type Network, type Pair } from "./network.ts";
import { communitiesOf, modularityOf } from "./network-communities.ts";
import { measureNetwork } from "./network-measures.ts";
import { estimateBetweenness, pathsOf } from "./network-paths.ts";
import { mixingOf } from "./network-sectors.ts";

const shelf = new URL("../../../shared/data/networks/", import.meta.url);
const there = existsSync(shelf);

type Values = Readonly<Record<string, number>>;
type Reference = {
  readonly [name: string]: unknown;
  readonly optimal_modularity: { readonly Q: number };
  readonly largest_component: Readonly<Record<string, number>>;
};

const read = (name: string): string => readFileSync(new URL(name, shelf), "utf8");

/** Undirected ties by name, and nodes without a tie. */
const network = (ties: readonly (readonly [string, string])[], alone: readonly string[] = []): Network => {
  const ids = [...new Set([...ties.flat(), ...alone])];
  const place = new Map(ids.map((id, at) => [id, at]));
  return buildNetwork(
    ids,
    ties.map(([from, to]): Pair => [place.get(from) ?? -1, place.get(to) ?? -1]),
  );
};

const classics = there
  ? ["karate", "les_miserables", "florentine_families", "davis_southern_women"].filter((name) =>
      existsSync(new URL(`${name}.edges.csv`, shelf)),
    )
  : [];

const tiesIn = (name: string): (readonly [string, string])[] =>
  read(`${name}.edges.csv`)
    .trim()
    .split(/\r?\n/u)
    .slice(1)
    .map((row) => {
      const [from = "", to = ""] = [...row.matchAll(/"([^"]*)"|([^,]+)/gu)].map(
        ([, quoted, bare]) => quoted ?? bare ?? "",
      );
      return [from, to];
    });

describe.skipIf(!there)("the values of NetworkX on the classic graphs, to a billionth", () => {
  test.each(classics)("%s", (name) => {
    const expected = JSON.parse(read(`${name}.reference.json`)) as Reference;
    const graph = network(tiesIn(name));
    const found = measureNetwork(graph);
    const same = (key: string, values: ArrayLike<number | null>) => {
      if (expected[key] === undefined) return;
      for (const [id, value] of Object.entries(expected[key] as Values))
        expect(Math.abs((values[graph.ids.indexOf(id)] as number) - value), `${key} of ${id}`).toBeLessThan(
          1e-9,
        );
    };
    same("degree", found.degree);
    same("degree_centrality", found.degreeCentrality);
    same("betweenness_normalized", found.betweenness);
    same("betweenness_unnormalized", found.betweennessRaw);
    same("closeness_wf_improved", found.closeness);
    same("harmonic", found.harmonic);
    same("eigenvector", found.eigenvector);
    same("pagerank_0.85", found.pageRank);
    same("core_number", found.core);
    same("clustering_local", found.closure.clustering);
    same("constraint_burt", found.holes.constraint);
    same("effective_size_burt", found.holes.effectiveSize);
    expect(found.size).toBe(expected["nodes"]);
    expect(found.ties).toBe(expected["edges"]);
    expect(found.density).toBeCloseTo(expected["density"] as number, 12);
    expect(found.closure.averageClustering).toBeCloseTo(expected["average_clustering"] as number, 12);
    expect(found.closure.transitivity).toBeCloseTo(expected["transitivity"] as number, 12);
    expect(found.assortativity).toBeCloseTo(expected["degree_assortativity"] as number, 10);
    expect(found.components.sizes).toEqual(expected["connected_components"]);
    expect(found.cutVertices.map((node) => graph.ids[node]).sort()).toEqual(
      (expected["articulation_points"] as string[]).sort(),
    );
    const bridge = (text: string) => text.split("|").sort().join("|");
    expect(found.bridges.map((ends) => bridge(ends.map((node) => graph.ids[node]).join("|"))).sort()).toEqual(
      (expected["bridges"] as string[]).map(bridge).sort(),
    );
    expect(found.diameter).toBe(expected.largest_component["diameter"]);
    expect(found.radius).toBe(expected.largest_component["radius"]);
    expect(found.averagePath).toBeCloseTo(
      expected.largest_component["average_shortest_path_length"] as number,
      10,
    );
    // The proven optimum, not merely a good division.
    expect(Math.abs(found.communities.modularity - expected.optimal_modularity.Q)).toBeLessThan(1e-9);
  });
});

type Degenerate = {
  readonly density: number;
  readonly components: readonly number[];
  readonly betweenness: Values;
  readonly closeness_wf: Values;
  readonly harmonic: Values;
  readonly avg_clustering: number | null;
};

const degenerate: Readonly<Record<string, Network>> = {
  empty: network([]),
  one_node: network([], ["0"]),
  five_isolates: network([], ["0", "1", "2", "3", "4"]),
  one_edge_three_isolates: network([["0", "1"]], ["2", "3", "4"]),
  star6: network(["1", "2", "3", "4", "5"].map((leaf) => ["0", leaf])),
  path5: network(["1", "2", "3", "4"].map((node) => [String(Number(node) - 1), node])),
  two_triangles: network([
    ["0", "1"],
    ["1", "2"],
    ["0", "2"],
    ["3", "4"],
    ["4", "5"],
    ["3", "5"],
  ]),
  barbell_3_1: network([
    ["0", "1"],
    ["1", "2"],
    ["0", "2"],
    ["2", "3"],
    ["3", "4"],
    ["4", "5"],
    ["5", "6"],
    ["4", "6"],
  ]),
};

describe.skipIf(!there)("the values of NetworkX where a network is hardly one", () => {
  const expected = there ? (JSON.parse(read("degenerate.reference.json")) as Record<string, Degenerate>) : {};
  test.each(Object.entries(degenerate))("%s", (name, graph) => {
    const reference = expected[name];
    if (!reference) throw new Error(`no reference for ${name}`);
    const found = measureNetwork(graph);
    const values = (list: ArrayLike<number>): Values =>
      Object.fromEntries(graph.ids.map((id, node) => [id, Number((list[node] as number).toFixed(10))]));
    expect(found.density).toBeCloseTo(reference.density, 12);
    expect(found.components.sizes).toEqual(reference.components);
    expect(values(found.betweenness)).toEqual(reference.betweenness);
    expect(values(found.closeness)).toEqual(reference.closeness_wf);
    expect(values(found.harmonic)).toEqual(reference.harmonic);
    if (reference.avg_clustering === null) expect(found.closure.averageClustering).toBeNull();
    else expect(found.closure.averageClustering).toBeCloseTo(reference.avg_clustering, 12);
  });
});

const graphs = fc
  .integer({ min: 1, max: 24 })
  .chain((size) =>
    fc.tuple(fc.constant(size), fc.array(fc.tuple(fc.nat(size - 1), fc.nat(size - 1)), { maxLength: 60 })),
  )
  .map(([size, pairs]) =>
    buildNetwork(
      Array.from({ length: size }, (_, at) => String(at)),
      pairs,
    ),
  );

/** Floyd & Warshall, and paths counted one by one: slow and plain. */
const plainBetweenness = (graph: Network): number[] => {
  const size = graph.ids.length;
  const tied = (one: number, other: number): boolean =>
    graph.neighbors.subarray(graph.offsets[one], graph.offsets[one + 1]).includes(other);
  const far = Array.from({ length: size }, (_, one) =>
    Array.from({ length: size }, (_unused, other) =>
      one === other ? 0 : tied(one, other) ? 1 : Number.POSITIVE_INFINITY,
    ),
  );
  const at = (one: number, other: number): number => far[one]?.[other] ?? Number.POSITIVE_INFINITY;
  for (let via = 0; via < size; via++)
    for (let one = 0; one < size; one++)
      for (let other = 0; other < size; other++) {
        const row = far[one];
        if (row && at(one, via) + at(via, other) < at(one, other)) row[other] = at(one, via) + at(via, other);
      }
  const ways = (one: number, other: number): number => {
    if (one === other) return 1;
    let sum = 0;
    for (let next = 0; next < size; next++)
      if (tied(one, next) && at(next, other) + 1 === at(one, other)) sum += ways(next, other);
    return sum;
  };
  return Array.from({ length: size }, (_, node) => {
    let sum = 0;
    for (let one = 0; one < size; one++)
      for (let other = one + 1; other < size; other++) {
        if (one === node || other === node || at(one, other) === Number.POSITIVE_INFINITY) continue;
        if (at(one, node) + at(node, other) === at(one, other))
          sum += (ways(one, node) * ways(node, other)) / ways(one, other);
      }
    return sum;
  });
};

test("betweenness is what counting all shortest paths one by one gives, also estimated from all sources", () => {
  fc.assert(
    fc.property(graphs, (graph) => {
      const plain = plainBetweenness(graph);
      const fast = pathsOf(graph).betweenness;
      const estimated = estimateBetweenness(graph, graph.ids.length);
      for (const [node, value] of plain.entries()) {
        expect(fast[node]).toBeCloseTo(value, 9);
        expect(estimated[node]).toBeCloseTo(value, 9);
      }
    }),
    { numRuns: 60 },
  );
});

test("cut vertices and bridges are what leaves more parts when it is taken out", () => {
  fc.assert(
    fc.property(graphs, (graph) => {
      const found = measureNetwork(graph);
      const partsWithout = (keep: (one: number, other: number) => boolean, gone?: number): number => {
        const parent = graph.ids.map((_, node) => node);
        const top = (node: number): number => (parent[node] === node ? node : top(parent[node] ?? node));
        for (let at = 0; at < graph.ties.length; at += 2) {
          const [one = 0, other = 0] = [graph.ties[at], graph.ties[at + 1]];
          if (keep(one, other)) parent[top(one)] = top(other);
        }
        return new Set(
          graph.ids
            .map((_, node) => node)
            .filter((node) => node !== gone)
            .map(top),
        ).size;
      };
      const before = found.components.sizes.length;
      const cut = graph.ids
        .map((_, node) => node)
        .filter((node) => partsWithout((one, other) => one !== node && other !== node, node) > before);
      expect(found.cutVertices).toEqual(cut);
      for (let at = 0; at < graph.ties.length; at += 2) {
        const [one = 0, other = 0] = [graph.ties[at], graph.ties[at + 1]];
        const parts = partsWithout((from, to) => from !== one || to !== other);
        expect(found.bridges.some(([from, to]) => from === one && to === other)).toBe(parts > before);
      }
    }),
    { numRuns: 60 },
  );
});

test("no division into communities found by trying all of them is better, on small networks", () => {
  const divisions = (size: number): number[][] =>
    size === 0
      ? [[]]
      : divisions(size - 1).flatMap((rest) =>
          Array.from({ length: Math.max(-1, ...rest) + 2 }, (_, community) => [...rest, community]),
        );
  const small = fc.array(fc.tuple(fc.nat(7), fc.nat(7)), { minLength: 1, maxLength: 16 }).map((pairs) =>
    buildNetwork(
      Array.from({ length: 8 }, (_, at) => String(at)),
      pairs,
    ),
  );
  const all = divisions(8);
  fc.assert(
    fc.property(small, (graph) => {
      const best = Math.max(...all.map((of) => modularityOf(graph, of)));
      expect(communitiesOf(graph).modularity).toBeCloseTo(Math.max(0, best), 10);
    }),
    { numRuns: 25 },
  );
});

test("the same network gives the same communities, whatever else was computed before", () => {
  const graph = degenerate["barbell_3_1"];
  if (!graph) throw new Error("the barbell is gone");
  const first = communitiesOf(graph);
  expect([...communitiesOf(graph).of]).toEqual([...first.of]);
  expect(first.sizes).toEqual([4, 3]);
});

test("ties between the sectors are counted once, and a triangle over three sectors is seen", () => {
  const graph = network([
    ["club", "town"],
    ["town", "firm"],
    ["firm", "club"],
    ["club", "choir"],
  ]);
  const sector = { club: 0, town: 1, firm: 2, choir: 0 } as const;
  const mixing = mixingOf(
    graph,
    ["civil", "public", "business"],
    graph.ids.map((id) => sector[id as keyof typeof sector]),
  );
  expect(mixing.matrix).toEqual([
    [1, 1, 1],
    [1, 0, 1],
    [1, 1, 0],
  ]);
  expect(mixing.crossShare).toBeCloseTo(0.75, 12);
  expect(mixing.externalInternal).toBeCloseTo(0.5, 12);
  expect(mixing.bySector).toEqual([1 / 3, 1, 1]);
  expect(mixing.threeSectorTriangles).toBe(1);
});

test("a star hangs on its middle: centralization 1, and without the broker nothing holds together", () => {
  const found = measureNetwork(degenerate["star6"] ?? network([]));
  expect(found.degreeCentralization).toBeCloseTo(1, 12);
  expect(found.betweennessCentralization).toBeCloseTo(1, 12);
  expect(found.resilience).toEqual({ broker: 0, parts: 5, before: 6, after: 1 });
});

test("doubled ties and loops count once or not at all, and a tie to nobody is refused", () => {
  const graph = buildNetwork(
    ["a", "b"],
    [
      [0, 1],
      [1, 0],
      [0, 0],
    ],
  );
  expect([...graph.ties]).toEqual([0, 1]);
  expect(() => buildNetwork(["a"], [[0, 1]])).toThrow(RangeError);
});

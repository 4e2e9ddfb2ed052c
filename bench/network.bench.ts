// What does a network through time cost? Ten years month by month, against the plain way that only finds the components
// of each month with a Map of Sets; and the measures of one network against NetworkX on the same graph, value by value.
import { strict as assert } from "node:assert";
import { spawnSync } from "node:child_process";
import { buildNetwork, type Pair } from "#methods/network.ts";
import { closureOf } from "#methods/network-closure.ts";
import { type DatedNetwork, type DatedTie, growthOf } from "#methods/network-growth.ts";
import { coresOf } from "#methods/network-parts.ts";
import { normalizeBetweenness, pathsOf } from "#methods/network-paths.ts";
import { report, smoke } from "./stage.ts";

/** Numbers that look like chance and are the same in every run. */
let state = 20_261_123;
const random = (below: number): number => {
  state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
  return Math.floor((state / 2 ** 32) * below);
};

/** Half of all ties go to whoever already has some. */
const pairsOf = (actors: number, many: number): Pair[] => {
  const ends: number[] = [];
  return Array.from({ length: many }, (): Pair => {
    const from = random(actors);
    const known = random(2) === 0 ? ends[random(Math.max(1, ends.length))] : undefined;
    const to = known === undefined || known === from ? (from + 1 + random(actors - 1)) % actors : known;
    ends.push(from, to);
    return [from, to];
  });
};

const cpu = <T>(work: () => T): { readonly value: T; readonly seconds: number } => {
  const before = process.cpuUsage();
  const value = work();
  const { user, system } = process.cpuUsage(before);
  return { value, seconds: (user + system) / 1e6 };
};

const months = smoke ? 6 : 120;
const dayAt = (month: number): string => new Date(Date.UTC(2016, month + 1, 0)).toISOString().slice(0, 10);
const days = Array.from({ length: months }, (_, month) => dayAt(month));

const [actors, many] = smoke ? [100, 400] : [5_000, 50_000];
const dated: DatedNetwork = {
  ids: Array.from({ length: actors }, (_, at) => `${at}`),
  sectors: ["civil", "public", "business"],
  sectorOf: Array.from({ length: actors }, (_, at) => at % 3),
  ties: pairsOf(actors, many).map(([from, to]): DatedTie => {
    const begins = random(months);
    const endsOn = random(3) === 0 ? dayAt(begins + 6 + random(60)) : null;
    return { from, to, startsOn: dayAt(begins), endsOn };
  }),
};

/** The plain way: neighbors as a Map of Sets, and how many components there are, anew for each month. */
const plainComponents = (): number[] =>
  days.map((on) => {
    const neighbors = new Map<number, Set<number>>();
    const join = (one: number, other: number): unknown =>
      neighbors.get(one)?.add(other) ?? neighbors.set(one, new Set([other]));
    for (const { from, to, startsOn, endsOn } of dated.ties) {
      if (startsOn > on || (endsOn !== null && endsOn < on)) continue;
      join(from, to);
      join(to, from);
    }
    const seen = new Set<number>();
    let count = 0;
    for (const start of neighbors.keys()) {
      if (seen.has(start)) continue;
      count += 1;
      const open = [start];
      seen.add(start);
      for (let node = open.pop(); node !== undefined; node = open.pop())
        for (const next of neighbors.get(node) ?? []) if (!seen.has(next)) open.push(next) && seen.add(next);
    }
    return count;
  });

const plain = cpu(plainComponents);
const growth = cpu(() => growthOf(dated, days));
assert.deepEqual(
  growth.value.map(({ components }) => components),
  plain.value,
  "the same components",
);
report(
  `All measures of ${actors} actors × ${many} ties × ${months} months`,
  "only the components, with a Map of Sets",
  growth.seconds / plain.seconds,
  `${growth.seconds.toFixed(1)} and ${plain.seconds.toFixed(1)} s of CPU; aim 10 s; shortest paths from ${growth.value.at(-1)?.pathSources} actors on the last day`,
);

const python = `
import json, sys, time
import networkx as nx
given = json.load(sys.stdin)
graph = nx.Graph()
graph.add_nodes_from(range(given["size"]))
graph.add_edges_from(given["pairs"])
start = time.process_time()
found = [nx.betweenness_centrality(graph), nx.closeness_centrality(graph), nx.core_number(graph), nx.clustering(graph)]
seconds = time.process_time() - start
json.dump({"seconds": seconds, "values": [[one[node] for node in range(given["size"])] for one in found]}, sys.stdout)
`;

const sideBySide = (): void => {
  if (spawnSync("python3", ["-c", "import networkx"]).status !== 0) {
    console.log("NetworkX is not installed here: nothing is compared with it.");
    return;
  }
  const [size, ties] = smoke ? [60, 200] : [2_000, 10_000];
  const pairs = pairsOf(size, ties);
  const network = buildNetwork(
    Array.from({ length: size }, (_, at) => `${at}`),
    pairs,
  );
  const ours = cpu(() => {
    const paths = pathsOf(network);
    return [
      normalizeBetweenness(paths.betweenness),
      paths.closeness,
      coresOf(network),
      closureOf(network).clustering,
    ];
  });
  const answer = spawnSync("python3", ["-c", python], {
    input: JSON.stringify({ size, pairs }),
    maxBuffer: 1e8,
    encoding: "utf8",
  });
  assert.equal(answer.status, 0, answer.stderr);
  const theirs = JSON.parse(answer.stdout) as { readonly seconds: number; readonly values: number[][] };
  let furthest = 0;
  for (const [at, values] of theirs.values.entries())
    for (const [node, value] of values.entries())
      furthest = Math.max(furthest, Math.abs(value - (ours.value[at]?.[node] ?? Number.NaN)));
  assert.ok(furthest < 1e-9, "the same values");
  const ratio = theirs.seconds / ours.seconds;
  assert.ok(smoke || ratio >= 10, "ten times as fast");
  report(
    `NetworkX: betweenness, closeness, cores, clustering of ${size} actors × ${ties} ties`,
    "ours",
    ratio,
    `${theirs.seconds.toFixed(2)} and ${ours.seconds.toFixed(2)} s of CPU; furthest apart ${furthest.toExponential(1)}`,
  );
};
sideBySide();

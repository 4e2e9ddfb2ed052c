import { readFile } from "node:fs/promises";
import { type NetworkFile, type NetworkProblem, networkOf, readNetwork } from "#methods/network-file.ts";
import { type Measures, measureNetwork } from "#methods/network-measures.ts";
import { mixingOf } from "#methods/network-sectors.ts";
import { type Call, type Command, WrongUsage } from "./command.ts";

const inWords = ({ kind, line, word }: NetworkProblem): string => {
  const where = line === undefined ? "" : ` in line ${line}`;
  switch (kind) {
    case "unreadable":
      return `cannot be understood${where}.`;
    case "columns":
      return `has none of what is needed: ${word}.`;
    case "noActor":
      return `ties “${word}”, which is no node.`;
    case "doubled":
      return `has the node “${word}” twice.`;
    case "shape":
      return `has something that is neither a node nor a tie${where}.`;
    case "tooMany":
      return "is too large: at most 200,000 nodes and 1,000,000 ties.";
    case "format":
      return "is of no known kind: .graphml, .gexf, .csv or .json is needed.";
  }
};

const seedOf = (text = "1"): number => {
  if (!/^\d{1,9}$/u.test(text)) throw new WrongUsage("--seed: a whole number is needed.");
  return Number(text);
};

// Sectors are told only when every node has one.
const sectorsIn = ({ actors }: NetworkFile): readonly string[] =>
  actors.length > 0 && actors.every(({ sector }) => sector !== undefined)
    ? [...new Set(actors.map(({ sector }) => sector ?? ""))].sort()
    : [];

const nodesOf = ({ actors }: NetworkFile, found: Measures) =>
  actors.map(({ id, label, sector }, at) => ({
    id,
    ...(label === id ? {} : { label }),
    ...(sector === undefined ? {} : { sector }),
    degree: found.degree[at],
    degree_centrality: found.degreeCentrality[at],
    betweenness: found.betweenness[at],
    betweenness_raw: found.betweennessRaw[at],
    closeness: found.closeness[at],
    harmonic: found.harmonic[at],
    eigenvector: found.eigenvector[at],
    pagerank: found.pageRank[at],
    clustering: found.closure.clustering[at],
    core: found.core[at],
    constraint: found.holes.constraint[at],
    effective_size: found.holes.effectiveSize[at],
    component: found.components.of[at],
    community: found.communities.of[at],
  }));

const mixing = (file: NetworkFile, sectors: readonly string[]) => {
  const { matrix, crossShare, externalInternal, threeSectorTriangles } = mixingOf(
    networkOf(file),
    sectors,
    file.actors.map(({ sector }) => sectors.indexOf(sector ?? "")),
  );
  return {
    names: sectors,
    matrix,
    cross_share: crossShare,
    external_internal: externalInternal,
    three_sector_triangles: threeSectorTriangles,
  };
};

const answerOf = (file: NetworkFile, found: Measures) => {
  const id = (node: number): string => file.actors[node]?.id ?? "";
  const { broker, parts, before, after } = found.resilience;
  const sectors = sectorsIn(file);
  return {
    nodes: nodesOf(file, found),
    node_count: found.size,
    edge_count: found.ties,
    density: found.density,
    modularity: found.communities.modularity,
    communities: found.communities.sizes,
    components: found.components.sizes,
    isolates: file.actors.filter((_, at) => found.degree[at] === 0).map((actor) => actor.id),
    bridges: found.bridges.map(([from, to]) => [id(from), id(to)]),
    cut_vertices: found.cutVertices.map(id),
    average_clustering: found.closure.averageClustering,
    transitivity: found.closure.transitivity,
    triangles: found.closure.triangleCount,
    diameter: found.diameter,
    radius: found.radius,
    average_shortest_path_length: found.averagePath,
    degree_assortativity: found.assortativity,
    degree_centralization: found.degreeCentralization,
    betweenness_centralization: found.betweennessCentralization,
    resilience: { broker: broker === null ? null : id(broker), parts, before, after },
    ...(sectors.length > 1 ? { sectors: mixing(file, sectors) } : {}),
  };
};

const linesOf = ({ actors }: NetworkFile, found: Measures): string[] => {
  const share = (value: number): string => `${Math.round(value * 1_000) / 10} %`;
  const label = (node: number): string => actors[node]?.label ?? "";
  const top = [...found.degree.keys()]
    .sort((a, b) => (found.betweenness[b] ?? 0) - (found.betweenness[a] ?? 0))
    .slice(0, 5);
  return [
    `${found.size} nodes, ${found.ties} ties; density ${share(found.density)}.`,
    `${found.components.sizes.length} component(s), the largest with ${found.components.sizes[0] ?? 0} nodes.`,
    `${found.communities.sizes.length} communities (${found.communities.sizes.join(", ")}), modularity ${found.communities.modularity.toFixed(4)}.`,
    `${found.bridges.length} bridge(s), ${found.cutVertices.length} cut vertex or vertices.`,
    ...top.map(
      (node) =>
        `${label(node)}: ${found.degree[node]} ties, on ${share(found.betweenness[node] ?? 0)} of all shortest paths.`,
    ),
  ];
};

const measureFile = async (call: Call): Promise<void> => {
  const seed = seedOf(call.option("seed"));
  const name = call.parameter(0);
  const bytes = await readFile(call.path(name)).catch((error: unknown) => {
    throw new Error(`${name} cannot be read.`, { cause: error });
  });
  const reading = readNetwork(name, bytes);
  if (!reading.ok) throw new Error(`${name} ${inWords(reading.problem)}`);
  const found = measureNetwork(networkOf(reading.file), seed);
  call.answer(answerOf(reading.file, found), linesOf(reading.file, found));
};

/** Measures of a network, without a town or a database. */
export const networkCommands: readonly Command[] = [
  {
    name: "network",
    words:
      "Measure a network (GraphML, GEXF, CSV with source and target, JSON): who is central, what holds it together.",
    parameters: ["FILE"],
    options: { seed: { value: "NUMBER", words: "the beginning of chance for the communities, usually 1" } },
    run: measureFile,
  },
];

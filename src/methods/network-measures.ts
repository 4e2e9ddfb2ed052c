import {
  degreeAssortativity,
  degreeCentrality,
  degreeCentralization,
  degreeOf,
  density,
  type Network,
  sizeOf,
  tiesOf,
  without,
} from "./network.ts";
import { closureOf, holesOf } from "./network-closure.ts";
import { communitiesOf } from "./network-communities.ts";
import { componentsOf, coresOf, weaknessesOf } from "./network-parts.ts";
import { betweennessCentralization, normalizeBetweenness, pathsOf } from "./network-paths.ts";
import { eigenvectorOf, pageRankOf } from "./network-standing.ts";

/** What happens when the node on most shortest paths is taken out. */
export type Resilience = {
  /** The first of those with the highest betweenness; null in a network without nodes. */
  readonly broker: number | null;
  /** In how many parts what hung together with the broker falls. */
  readonly parts: number;
  /** The size of the largest component before and after. */
  readonly before: number;
  readonly after: number;
};

/** The largest component with and without the top broker (method 13). */
export const resilienceOf = (network: Network, betweenness: Float64Array): Resilience => {
  if (sizeOf(network) === 0) return { broker: null, parts: 0, before: 0, after: 0 };
  let broker = 0;
  for (const [node, value] of betweenness.entries())
    if (value > (betweenness[broker] as number)) broker = node;
  const components = componentsOf(network);
  const left = componentsOf(without(network, broker));
  return {
    broker,
    parts: left.sizes.length - components.sizes.length + 1,
    before: components.sizes[0] ?? 0,
    after: left.sizes[0] ?? 0,
  };
};

/** Everything method 13 says of one network at one moment. */
export const measureNetwork = (network: Network, seed = 1) => {
  const paths = pathsOf(network);
  const betweenness = normalizeBetweenness(paths.betweenness);
  const closure = closureOf(network);
  const components = componentsOf(network);
  const inLargest = [...network.ids.keys()].filter((node) => components.of[node] === 0);
  const largest = components.sizes[0] ?? 0;
  const eccentricities = inLargest.map((node) => paths.eccentricity[node] as number);
  return {
    size: sizeOf(network),
    ties: tiesOf(network),
    density: density(network),
    degree: network.ids.map((_, node) => degreeOf(network, node)),
    degreeCentrality: degreeCentrality(network),
    betweenness,
    betweennessRaw: paths.betweenness,
    closeness: paths.closeness,
    harmonic: paths.harmonic,
    eigenvector: eigenvectorOf(network),
    pageRank: pageRankOf(network),
    core: coresOf(network),
    closure,
    holes: holesOf(network, closure),
    components,
    ...weaknessesOf(network),
    communities: communitiesOf(network, seed),
    /** Of the largest component. */
    diameter: eccentricities.reduce((one, other) => Math.max(one, other), 0),
    radius: eccentricities.length === 0 ? 0 : eccentricities.reduce((one, other) => Math.min(one, other)),
    averagePath:
      largest < 2
        ? 0
        : inLargest.reduce((sum, node) => sum + (paths.farness[node] as number), 0) /
          (largest * (largest - 1)),
    degreeCentralization: degreeCentralization(network),
    betweennessCentralization: betweennessCentralization(betweenness),
    assortativity: degreeAssortativity(network),
    resilience: resilienceOf(network, paths.betweenness),
  };
};
export type Measures = ReturnType<typeof measureNetwork>;

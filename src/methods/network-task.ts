import * as z from "zod";
import { buildNetwork } from "./network.ts";
import { growthOf } from "./network-growth.ts";
import { layoutNetwork } from "./network-layout.ts";

/** What the thread is given: the dated ties, the days to measure, and where everybody stood before. */
export const GrowthTask = z.object({
  ids: z.array(z.string()),
  sectors: z.array(z.string()),
  sectorOf: z.array(z.number()),
  ties: z.array(
    z.object({ from: z.number(), to: z.number(), startsOn: z.string(), endsOn: z.string().nullable() }),
  ),
  days: z.array(z.string()),
  kept: z.array(z.object({ id: z.string(), x: z.number(), y: z.number() })),
});
export type GrowthTask = z.output<typeof GrowthTask>;

/** What comes back: the measures of every day, and one place for everybody. */
export const Growth = z.object({
  snapshots: z.array(
    z.object({
      on: z.string(),
      actors: z.number(),
      pairs: z.number(),
      cooperations: z.number(),
      came: z.number(),
      went: z.number(),
      returned: z.number(),
      cameBetween: z.record(z.string(), z.number()),
      density: z.number(),
      meanDegree: z.number(),
      components: z.number(),
      largest: z.number(),
      leaves: z.number(),
      bridges: z.number(),
      cutVertices: z.number(),
      deepestCore: z.number(),
      transitivity: z.number(),
      centralization: z.number(),
      crossShare: z.number().nullable(),
      externalInternal: z.number().nullable(),
      matrix: z.array(z.array(z.number())),
      threeSectorTriangles: z.number(),
      broker: z.string().nullable(),
      brokerParts: z.number(),
      brokerLeaves: z.number(),
      pathSources: z.number(),
      communities: z.number().nullable(),
      modularity: z.number().nullable(),
    }),
  ),
  positions: z.array(z.object({ id: z.string(), x: z.number(), y: z.number() })),
});
export type Growth = z.output<typeof Growth>;

/** Measures every day, and finds a place for whoever has none yet. */
export const computeGrowth = ({ days, kept, ...dated }: GrowthTask): Growth => {
  const union = buildNetwork(
    dated.ids,
    dated.ties.map(({ from, to }) => [from, to]),
  );
  const positions = layoutNetwork({
    network: union,
    sectorOf: dated.sectorOf,
    kept: new Map(kept.map(({ id, x, y }) => [id, { x, y }])),
  });
  return {
    snapshots: [...growthOf(dated, days)],
    positions: [...positions].map(([id, place]) => ({ id, ...place })),
  };
};

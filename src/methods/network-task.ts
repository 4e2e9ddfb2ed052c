import * as z from "zod";
import { buildNetwork } from "./network.ts";
import { countTies, type Drawing, spansOf } from "./network-drawing.ts";
import { growthOf } from "./network-growth.ts";
import { layoutNetwork } from "./network-layout.ts";

/** What the thread is given: the dated ties, the days to measure and to draw, and where everybody stood before. */
export const GrowthTask = z.object({
  ids: z.array(z.string()),
  /** The short name in addresses and the name of each actor. */
  named: z.array(z.tuple([z.string(), z.string()])),
  sectors: z.array(z.string()),
  sectorOf: z.array(z.number()),
  ties: z.array(
    z.object({
      from: z.number(),
      to: z.number(),
      startsOn: z.string(),
      endsOn: z.string().nullable(),
      cooperation: z.number(),
    }),
  ),
  days: z.array(z.string()),
  /** The years to draw, each with the day it is drawn for. */
  years: z.array(z.number()),
  yearDays: z.array(z.string()),
  kept: z.array(z.object({ id: z.string(), x: z.number(), y: z.number() })),
});
export type GrowthTask = z.output<typeof GrowthTask>;

/** What comes back: the measures of every day (actors by their short names), one place for everybody, and the whole to be drawn. */
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
  /** A `Drawing` as JSON text: handed on as it is, so that nobody takes it apart on the way. */
  drawing: z.string(),
  drawnTies: z.number(),
});
export type Growth = z.output<typeof Growth>;

type Places = ReadonlyMap<string, { readonly x: number; readonly y: number }>;

const round = (value: number): number => Math.round(value * 10_000) / 10_000;

/** The network through years from dated ties, everybody at their place; who has none yet stands in the middle. */
export const drawGrowth = (
  task: Pick<GrowthTask, "ids" | "named" | "sectorOf" | "ties" | "years" | "yearDays">,
  positions: Places,
): Drawing => ({
  years: task.years,
  days: task.yearDays,
  actors: task.named.map(([slug, name], at) => {
    const { x, y } = positions.get(task.ids[at] ?? "") ?? { x: 0.5, y: 0.5 };
    return [slug, name, task.sectorOf[at] ?? 0, round(x), round(y)] as const;
  }),
  ties: spansOf(task.ties, task.yearDays),
});

/** Measures every day, finds a place for whoever has none yet, and draws the whole. */
export const computeGrowth = (task: GrowthTask): Growth => {
  const union = buildNetwork(
    task.ids,
    task.ties.map(({ from, to }) => [from, to]),
  );
  const positions = layoutNetwork({
    network: union,
    sectorOf: task.sectorOf,
    kept: new Map(task.kept.map(({ id, x, y }) => [id, { x, y }])),
  });
  const drawing = drawGrowth(task, positions);
  return {
    snapshots: [...growthOf({ ...task, ids: task.named.map(([slug]) => slug) }, task.days)],
    positions: [...positions].map(([id, place]) => ({ id, ...place })),
    drawing: JSON.stringify(drawing),
    drawnTies: countTies(drawing),
  };
};

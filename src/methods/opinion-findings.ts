import * as z from "zod";
import { groupsOf, mapOf, type OpinionGroups, type OpinionMap } from "./opinion-groups.ts";
import { opinionMatrix } from "./opinion-matrix.ts";
import { extremityOf } from "./opinion-priority.ts";

/** A group with fewer people is not shown by itself: one would see who they are. */
export const smallestGroup = 5;
const shown = 5;

const vote = z.union([z.literal(-1), z.literal(0), z.literal(1)]);

/** What is needed to compute a map. */
export const MapTask = z.object({
  votes: z.array(z.object({ participant: z.string(), statement: z.string(), vote })),
  statements: z.array(z.string()),
  meta: z.array(z.string()),
});
export type MapTask = z.infer<typeof MapTask>;

const Told = z.object({
  statement: z.string(),
  direction: z.enum(["agree", "disagree"]),
  successes: z.number(),
  trials: z.number(),
});
const Share = z.object({ agreed: z.number(), disagreed: z.number(), said: z.number() });
const Line = z.object({ statement: z.string(), all: Share, groups: z.array(Share) });

/** What a map says, as it is kept and shown. Statements by their numbers, groups by size. */
export const Findings = z.object({
  people: z.number(),
  onMap: z.number(),
  stable: z.boolean(),
  stability: z.number(),
  explained: z.tuple([z.number(), z.number()]),
  groups: z.array(z.object({ size: z.number(), representative: z.array(Told) })),
  uniting: z.array(Line),
  dividing: z.array(Line),
  consensus: z.array(Told),
  /** x, y and group of everybody on the map, from -1 to 1; in an order that says nothing. */
  points: z.array(z.tuple([z.number(), z.number(), z.number()])),
  extremity: z.record(z.string(), z.number()),
});
export type Findings = z.infer<typeof Findings>;

/** People of groups that are too small go to the nearest of the others; where one group is left, there are none. */
const withoutSmall = (groups: OpinionGroups): OpinionGroups => {
  const sizes = Array.from({ length: groups.count }, (_, group) =>
    groups.labels.reduce((sum, label) => sum + (label === group ? 1 : 0), 0),
  );
  const kept = sizes.flatMap((size, group) => (size >= smallestGroup ? [group] : []));
  if (kept.length === groups.count) return groups;
  const middles = kept.map((group) => {
    const points = [...groups.labels.keys()].filter((at) => groups.labels[at] === group);
    const mean = (part: number): number =>
      points.reduce((sum, at) => sum + (groups.positions[at * 2 + part] ?? 0), 0) / points.length;
    return [mean(0), mean(1)] as const;
  });
  const nearest = (at: number): number => {
    const away = middles.map(([x, y]) =>
      Math.hypot((groups.positions[at * 2] ?? 0) - x, (groups.positions[at * 2 + 1] ?? 0) - y),
    );
    return Math.max(0, away.indexOf(Math.min(...away)));
  };
  const labels = groups.labels.map((label, at) => {
    const place = kept.indexOf(label);
    return place >= 0 ? place : nearest(at);
  });
  return { ...groups, labels, count: kept.length, isStable: groups.isStable && kept.length >= 2 };
};

const rounded = (value: number): number => Math.round(value * 1_000) / 1_000;

const lineOf = (map: OpinionMap, statements: readonly string[], column: number): z.infer<typeof Line> => {
  const share = ({ agreed, disagreed, said }: OpinionMap["all"]) => ({
    agreed: agreed[column] ?? 0,
    disagreed: disagreed[column] ?? 0,
    said: said[column] ?? 0,
  });
  return { statement: statements[column] ?? "", all: share(map.all), groups: map.counts.map(share) };
};

/** How far the groups lie apart about a statement: the largest difference of the shares that agree. */
const distance = (map: OpinionMap, column: number): number => {
  const shares = map.counts.map(
    ({ agreed, said }) => ((agreed[column] ?? 0) + 1) / ((said[column] ?? 0) + 2),
  );
  return shares.length > 0 ? Math.max(...shares) - Math.min(...shares) : 0;
};

/** From all votes to what is told: groups, what unites and what divides them, what each stands for. */
export const findings = ({ votes, statements, meta }: MapTask): Findings => {
  const matrix = opinionMatrix(votes, { statements });
  const isMeta = Uint8Array.from(matrix.statements, (id) => (meta.includes(id) ? 1 : 0));
  const map = mapOf(matrix, withoutSmall(groupsOf(matrix)), isMeta);
  const columns = [...matrix.statements.keys()].filter((column) => isMeta[column] !== 1);
  const best = (value: (column: number) => number, least: number) =>
    columns
      .filter((column) => map.isStable && value(column) >= least)
      .sort((one, other) => value(other) - value(one))
      .slice(0, shown)
      .map((column) => lineOf(map, matrix.statements, column));
  const told = (direction: "agree" | "disagree") => (one: OpinionMap["consensus"]["agree"][number]) => ({
    statement: one.statement,
    direction,
    successes: one.successes,
    trials: one.trials,
  });
  const far = Math.max(1e-9, ...map.positions.map(Math.abs));
  const extremity = extremityOf(map.components, matrix.out);
  return {
    people: matrix.participants.length,
    onMap: map.rows.length,
    stable: map.isStable,
    stability: rounded(map.stability),
    explained: [rounded(map.components.explained[0]), rounded(map.components.explained[1])],
    groups: map.isStable
      ? map.members.map((rows, group) => ({
          size: rows.length,
          representative: (map.representative[group] ?? []).map((one) => ({
            statement: one.statement,
            direction: one.direction,
            successes: one.successes,
            trials: one.trials,
          })),
        }))
      : [],
    uniting: best((column) => map.uniting[column] ?? 0, 0.5 ** Math.max(1, map.count)),
    dividing: best((column) => distance(map, column), 0.3),
    consensus: [...map.consensus.agree.map(told("agree")), ...map.consensus.disagree.map(told("disagree"))],
    points: [...map.labels]
      .map((label, at): [number, number, number] => [
        rounded((map.positions[at * 2] ?? 0) / far),
        rounded((map.positions[at * 2 + 1] ?? 0) / far),
        map.isStable ? label : 0,
      ])
      .sort(([x, y], [u, v]) => x - u || y - v),
    extremity: Object.fromEntries(
      matrix.statements.map((id, column) => [id, rounded(extremity[column] ?? 0)]),
    ),
  };
};

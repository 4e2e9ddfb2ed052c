import type { Context } from "#core/context.ts";
import type { Thing } from "#core/traceable.ts";
import { type Called, type Edge, keyOf, listEdges, nameThings } from "#modules/threads/queries.ts";

/** A thing on the way, why it was tied, and what lies beyond it. */
export type Branch = Called & {
  readonly words: string;
  readonly branches: readonly Branch[];
  /** It stands elsewhere in the list with what lies beyond it. */
  readonly again: boolean;
};

/** The whole way of one thing, from what came first to the last result. */
export type Following = {
  readonly thing: Called;
  readonly up: readonly Branch[];
  readonly down: readonly Branch[];
};

const widest = 50;

type Names = ReadonlyMap<string, Called>;
type Ends = { readonly near: (edge: Edge) => Thing; readonly far: (edge: Edge) => Thing };
const ends: Readonly<Record<"up" | "down", Ends>> = {
  up: { near: ({ to }) => to, far: ({ from }) => from },
  down: { near: ({ from }) => from, far: ({ to }) => to },
};

type Growing = Called & { words: string; branches: Growing[]; again: boolean };

/**
 * The tree of what is found, level by level: a thing unfolds where it is nearest, and what the asker may not see hides
 * what lies beyond it as well.
 */
const grow = (
  start: Called,
  edges: readonly Edge[],
  names: Names,
  { near, far }: Ends,
): readonly Branch[] => {
  const byNear = Map.groupBy(edges, (edge) => keyOf(near(edge)));
  const seen = new Set([keyOf(start)]);
  const root: Growing = { ...start, words: "", branches: [], again: false };
  let level: Growing[] = [root];
  while (level.length > 0) {
    const next: Growing[] = [];
    for (const one of level) {
      for (const edge of byNear.get(keyOf(one)) ?? []) {
        const key = keyOf(far(edge));
        const called = names.get(key);
        if (!called || key === keyOf(start) || next.length >= widest) continue;
        const branch: Growing = { ...called, words: edge.words, branches: [], again: seen.has(key) };
        one.branches.push(branch);
        if (!branch.again) next.push(branch);
        seen.add(key);
      }
    }
    level = next;
  }
  return root.branches;
};

/** The way of this thing up and down; nothing when the asker may not see the thing itself. */
export const followThread = async (ctx: Context, thing: Thing): Promise<Following | undefined> => {
  const up = await listEdges(ctx, thing, "up");
  const down = await listEdges(ctx, thing, "down");
  const names = await nameThings(ctx, [thing, ...[...up, ...down].flatMap(({ from, to }) => [from, to])]);
  const called = names.get(keyOf(thing));
  if (!called) return undefined;
  return { thing: called, up: grow(called, up, names, ends.up), down: grow(called, down, names, ends.down) };
};

const longest = (branches: readonly Branch[]): readonly Branch[] =>
  branches
    .map((branch) => [branch, ...longest(branch.branches)])
    .reduce<readonly Branch[]>((best, way) => (way.length > best.length ? way : best), []);

const mostStations = 6;

/** The one way that is drawn as a ray: through the thing, as far up and down as six stations go. */
export const stationsOf = ({ thing, up, down }: Following): readonly Called[] => {
  const [before, after] = [longest(up), longest(down)];
  const room = mostStations - 1;
  const below = after.slice(0, Math.max(room - before.length, Math.ceil(room / 2)));
  const shown = new Set(below.map(keyOf));
  const above = before.filter((one) => !shown.has(keyOf(one))).slice(0, room - below.length);
  return [...above.toReversed(), thing, ...below];
};

import type { Highs } from "highs";
import { primaryCells, type System } from "./disclosure.ts";
import { bestPattern } from "./disclosure-best.ts";
import { type Program, sumRows, withProgram } from "./disclosure-program.ts";

export type Protection = {
  /** Open cells that are hidden, the small ones among them. */
  readonly hidden: ReadonlySet<number>;
  readonly primary: ReadonlySet<number>;
  /** Small cells that cannot be protected by hiding open cells: what holds them must not be published. */
  readonly unprotected: readonly number[];
  /** No smaller number of hidden cells protects as well. */
  readonly proven: boolean;
};

export type Settings = {
  readonly highs: Highs;
  readonly shouldStop?: (() => boolean) | undefined;
  /** 0 to 1. */
  readonly onProgress?: ((share: number) => void) | undefined;
  /** When the search for a proof has to end, by `performance.now()`. What is hidden protects with or without it. */
  readonly proveUntil?: number | undefined;
};

/** Hiding costs by cells first, then by the people in them. */
export const costOf = (value: number, people: number): number => 1 + value / (2 * people + 2);

const nearly = 1e-6;

/** How one cell can be another number: the cells that move with it. */
type Escape = ReadonlySet<number>;

/** The search over one system: a program that moves the cells and pays for those that are still to be hidden. */
type Search = {
  readonly system: System;
  readonly k: number;
  readonly program: Program;
  readonly hidden: Set<number>;
  readonly people: number;
};

const up = (cell: number): number => 2 * cell;
const down = (cell: number): number => 2 * cell + 1;

const valueAt = ({ system }: Search, cell: number): number => system.cells[cell]?.value ?? 0;

const isFree = ({ system, hidden }: Search, cell: number): boolean =>
  system.cells[cell]?.state === "hidden" || hidden.has(cell);

/** How far a cell may move, and what it costs: nothing when it is hidden, never when it was shown before. */
const open = (search: Search, cell: number, mayHide: boolean): void => {
  const { program, system, people } = search;
  const free = isFree(search, cell);
  const movable = free || (mayHide && system.cells[cell]?.state === "open");
  const value = valueAt(search, cell);
  program.bound(up(cell), 0, movable ? people + search.k : 0);
  program.bound(down(cell), 0, movable ? value : 0);
  const cost = free ? 0 : costOf(value, people);
  program.cost(up(cell), cost);
  program.cost(down(cell), cost);
};

const supportOf = (search: Search, values: ArrayLike<number>): Escape =>
  new Set(
    search.system.cells.flatMap((_, cell) =>
      Math.abs((values[up(cell)] ?? 0) - (values[down(cell)] ?? 0)) > nearly ? [cell] : [],
    ),
  );

/** What a way still costs: the cells of it that are not hidden yet. */
const priceOf = (search: Search, way: Escape): number => {
  const missing = [...way].filter((cell) => !isFree(search, cell));
  return missing.reduce((sum, cell) => sum + costOf(valueAt(search, cell), search.people), 0);
};

/** The cheaper way in which a small cell could be none at all, or `k` and more; nothing when there is none. */
const escapeOf = (search: Search, cell: number): Escape | undefined => {
  const { program, k, people } = search;
  const value = valueAt(search, cell);
  const tries = [
    { lower: k - value, upper: people + k, column: up(cell), other: down(cell) },
    { lower: value, upper: value, column: down(cell), other: up(cell) },
  ];
  let best: Escape | undefined;
  for (const { lower, upper, column, other } of tries) {
    program.bound(column, lower, upper);
    program.bound(other, 0, 0);
    const found = program.solve();
    if (typeof found !== "string") {
      const way = supportOf(search, found.values);
      if (!best || priceOf(search, way) < priceOf(search, best)) best = way;
    }
  }
  open(search, cell, true);
  return best;
};

/** Hides what the cheapest way of each small cell needs, the hardest first. */
const hideForAll = (search: Search, targets: readonly number[], { shouldStop, onProgress }: Settings) => {
  const escapes = new Map<number, Escape>();
  const unprotected: number[] = [];
  targets.forEach((cell, index) => {
    if (shouldStop?.()) return;
    const way = escapeOf(search, cell);
    onProgress?.(index / targets.length / 2);
    if (!way) {
      unprotected.push(cell);
      return;
    }
    escapes.set(cell, way);
    for (const used of way) {
      if (isFree(search, used)) continue;
      search.hidden.add(used);
      open(search, used, true);
    }
  });
  return { escapes, unprotected };
};

/** Shows again what is hidden without need, the dearest first; each small cell keeps a way. */
const showAgain = (
  search: Search,
  escapes: Map<number, Escape>,
  primary: ReadonlySet<number>,
  { shouldStop, onProgress }: Settings,
): void => {
  for (const [cell] of search.system.cells.entries()) open(search, cell, false);
  const extra = [...search.hidden].filter((cell) => !primary.has(cell));
  extra.sort((one, two) => valueAt(search, two) - valueAt(search, one));
  extra.forEach((cell, index) => {
    if (shouldStop?.()) return;
    onProgress?.(0.5 + index / extra.length / 2);
    search.hidden.delete(cell);
    open(search, cell, false);
    const found = new Map<number, Escape>();
    const touched = [...escapes].filter(([, way]) => way.has(cell));
    const holds = touched.every(([target]) => {
      const way = escapeWithin(search, target);
      if (way) found.set(target, way);
      return way !== undefined;
    });
    if (holds) {
      for (const [target, way] of found) escapes.set(target, way);
      return;
    }
    search.hidden.add(cell);
    open(search, cell, false);
  });
};

/** A way among what is hidden already. */
const escapeWithin = (search: Search, cell: number): Escape | undefined => {
  const way = escapeOf(search, cell);
  open(search, cell, false);
  return way;
};

/** The small cells with most to move first: what they need often serves the others. */
const hardestFirst = ({ cells }: System, targets: readonly number[], k: number): readonly number[] => {
  const need = (cell: number): number => Math.min(cells[cell]?.value ?? 0, k - (cells[cell]?.value ?? 0));
  return [...targets].sort((one, two) => need(two) - need(one));
};

/**
 * Hides all cells from 1 to k − 1 and as few others as possible, so that no small cell can be inferred to lie between
 * 1 and k − 1: for each of them there is another table, which agrees with everything shown, where it is none or at
 * least k. The cells that move in that table are hidden. Small systems are solved to the proven optimum.
 * @see Fischetti, Salazar-González: Models and algorithms for optimizing cell suppression in tabular data (1999)
 */
export const protect = (system: System, k: number, settings: Settings): Protection => {
  const targets = primaryCells(system, k);
  const primary = new Set(targets);
  const people = Math.max(0, ...system.cells.map(({ value }) => value));
  const columns = 2 * system.cells.length;
  const rows = sumRows(system).map(({ columns: cells, factors }) => ({
    columns: cells.flatMap((cell) => [up(cell), down(cell)]),
    factors: factors.flatMap((factor) => [factor, -factor]),
  }));
  const found = withProgram(settings.highs, rows, columns, (program) => {
    const hidden = new Set(targets.filter((cell) => system.cells[cell]?.state === "open"));
    const search: Search = { system, k, program, hidden, people };
    for (const [cell] of system.cells.entries()) open(search, cell, true);
    const { escapes, unprotected } = hideForAll(search, hardestFirst(system, targets, k), settings);
    showAgain(search, escapes, primary, settings);
    return { hidden, primary, unprotected };
  });
  if (found.unprotected.length > 0) return { ...found, proven: false };
  const extra = [...found.hidden].filter((cell) => !primary.has(cell));
  if (extra.length === 0) return { ...found, proven: true };
  const best = bestPattern(system, targets, k, found.hidden, settings);
  return { ...found, hidden: best.hidden, proven: best.proven };
};

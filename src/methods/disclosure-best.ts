import type { Highs, ModelData } from "highs";
import type { System } from "./disclosure.ts";
import { sumRows } from "./disclosure-program.ts";

type Settings = {
  readonly highs: Highs;
  /** When the proof has to end, by `performance.now()`: several tables of one release share their time. */
  readonly proveUntil?: number | undefined;
};

/** Beyond this the proof would take longer than anybody waits. */
const mostColumns = 6_000;
const seconds = 4;
const leastSeconds = 0.02;

type Row = {
  readonly columns: number[];
  readonly factors: number[];
  readonly lower: number;
  readonly upper: number;
};

type Build = {
  readonly lower: number[];
  readonly upper: number[];
  readonly cost: number[];
  readonly whole: boolean[];
  readonly rows: Row[];
};

const column = (build: Build, lower: number, upper: number, cost = 0, whole = false): number => {
  build.lower.push(lower);
  build.upper.push(upper);
  build.cost.push(cost);
  build.whole.push(whole);
  return build.cost.length - 1;
};

/** For one small cell: another table in which only hidden cells move, and in which it is none or at least `k`. */
const addWay = (
  build: Build,
  system: System,
  k: number,
  target: number,
  switches: ReadonlyMap<number, number>,
): void => {
  const value = (cell: number): number => system.cells[cell]?.value ?? 0;
  const reach = 4 * k;
  const moves = system.cells.map((cell, index) => {
    const movable = cell.state === "hidden" || switches.has(index);
    return column(build, movable ? -Math.min(value(index), reach) : 0, movable ? reach : 0);
  });
  const at = (cell: number): number => moves[cell] ?? 0;
  for (const { columns, factors } of sumRows(system))
    build.rows.push({ columns: columns.map(at), factors: [...factors], lower: 0, upper: 0 });
  for (const [cell, hidden] of switches) {
    if (build.lower[hidden] === 1) continue;
    build.rows.push({ columns: [at(cell), hidden], factors: [1, -reach], lower: -Infinity, upper: 0 });
    build.rows.push({
      columns: [at(cell), hidden],
      factors: [1, Math.min(value(cell), reach)],
      lower: 0,
      upper: Infinity,
    });
  }
  const rises = column(build, 0, 1, 0, true);
  // It rises to k or more where the switch is one, and falls to nothing where it is zero.
  build.rows.push({ columns: [at(target), rises], factors: [1, -k], lower: -value(target), upper: Infinity });
  build.rows.push({
    columns: [at(target), rises],
    factors: [1, -(reach + value(target))],
    lower: -Infinity,
    upper: -value(target),
  });
};

const dataOf = (highs: Highs, { lower, upper, cost, whole, rows }: Build): ModelData => {
  const starts = [0];
  for (const row of rows) starts.push((starts.at(-1) ?? 0) + row.columns.length);
  const bounded = (number: number): number =>
    Number.isFinite(number) ? number : Math.sign(number) * highs.infinity;
  const { variableType, objectiveSense } = highs.constants;
  return {
    numCols: cost.length,
    numRows: rows.length,
    sense: objectiveSense.minimize,
    colCost: Float64Array.from(cost),
    colLower: Float64Array.from(lower),
    colUpper: Float64Array.from(upper),
    rowLower: rows.map((row) => bounded(row.lower)),
    rowUpper: rows.map((row) => bounded(row.upper)),
    integrality: whole.map((one) => (one ? variableType.integer : variableType.continuous)),
    matrix: {
      format: "csr",
      numRows: rows.length,
      numCols: cost.length,
      starts: Int32Array.from(starts),
      indices: Int32Array.from(rows.flatMap((row) => row.columns)),
      values: Float64Array.from(rows.flatMap((row) => row.factors)),
    },
  };
};

/** The fewest cells to hide, then the fewest people in them, as one program with whole numbers; the given pattern where that is too much. */
export const bestPattern = (
  system: System,
  targets: readonly number[],
  k: number,
  known: ReadonlySet<number>,
  { highs, proveUntil = Number.POSITIVE_INFINITY }: Settings,
): { readonly hidden: ReadonlySet<number>; readonly proven: boolean } => {
  const left = Math.min(seconds, (proveUntil - performance.now()) / 1_000);
  if (left < leastSeconds || targets.length * system.cells.length > mostColumns)
    return { hidden: known, proven: false };
  const build: Build = { lower: [], upper: [], cost: [], whole: [], rows: [] };
  const people = Math.max(0, ...system.cells.map(({ value }) => value));
  const small = new Set(targets);
  const switches = new Map<number, number>();
  system.cells.forEach(({ state, value }, cell) => {
    if (state !== "open") return;
    const must = small.has(cell) ? 1 : 0;
    switches.set(cell, column(build, must, 1, 1 + value / (2 * people + 2) / system.cells.length, true));
  });
  for (const target of targets) addWay(build, system, k, target, switches);
  const { modelStatus } = highs.constants;
  return highs.withModel(dataOf(highs, build), (model) => {
    model.options.set({ output_flag: false, time_limit: left, random_seed: 1, mip_rel_gap: 0 });
    model.run();
    if (model.getModelStatus() !== modelStatus.optimal) return { hidden: known, proven: false };
    const values = model.getSolution().colValue;
    const hidden = new Set([...switches].flatMap(([cell, at]) => ((values[at] ?? 0) > 0.5 ? [cell] : [])));
    return { hidden, proven: true };
  });
};

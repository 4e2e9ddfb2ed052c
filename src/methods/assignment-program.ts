import type { Highs, HighsCallbackMap, ModelData } from "highs";
import type { Model } from "./assignment-model.ts";

type Limits = {
  readonly highs: Highs;
  readonly timeLimitSeconds: number;
  readonly shouldStop?: () => boolean;
  /** All values are multiples of this: what is less than it apart is the same. */
  readonly step: number;
};

/** Told of each better choice on the way, with the share of the way that is behind. */
type Report = (within: number, chosen: readonly number[]) => void;

type Found = {
  readonly chosen: readonly number[] | undefined;
  readonly bound: number;
  readonly proven: boolean;
};

const nearlyWhole = 1e-6;

/** The best choice of a model: first without asking for whole numbers, which is mostly enough; then with. */
export const solveProgram = (model: Model, limits: Limits, report: Report): Found => {
  const started = performance.now();
  const relaxed = run(model, limits, false, report);
  const fractional = relaxed.values?.some((value) => Math.abs(value - Math.round(value)) > nearlyWhole);
  const chosen = relaxed.values ? chosenIn(model, relaxed.values) : undefined;
  if (relaxed.optimal && !fractional) return { chosen, bound: relaxed.bound, proven: true };
  const secondsLeft = limits.timeLimitSeconds - (performance.now() - started) / 1000;
  if (!relaxed.optimal || secondsLeft <= 0)
    return { chosen: undefined, bound: Number.POSITIVE_INFINITY, proven: false };
  const whole = run(model, { ...limits, timeLimitSeconds: secondsLeft }, true, report);
  return {
    chosen: whole.values ? chosenIn(model, whole.values) : undefined,
    bound: Math.min(relaxed.bound, whole.bound),
    proven: whole.optimal,
  };
};

const chosenIn = ({ options }: Model, values: ArrayLike<number>): number[] =>
  options.filter((_, column) => (values[column] ?? 0) > 0.5);

type Run = { readonly values: number[] | undefined; readonly bound: number; readonly optimal: boolean };

const run = (model: Model, limits: Limits, whole: boolean, report: Report): Run => {
  const { highs } = limits;
  const { modelStatus } = highs.constants;
  return highs.withModel(dataOf(highs, model, whole), (program): Run => {
    program.options.set({
      output_flag: false,
      time_limit: Math.max(0.01, limits.timeLimitSeconds),
      mip_rel_gap: 0,
      mip_abs_gap: limits.step / 2,
      random_seed: 1,
      // On plans like ours both take longer than they save.
      mip_detect_symmetry: false,
      mip_heuristic_run_feasibility_jump: false,
    });
    let best: number[] | undefined;
    const keep = (within: number, values: Float64Array): void => {
      best = Array.from(values);
      report(within, chosenIn(model, best));
    };
    program.run(callbacks(highs, limits, keep));
    const status = program.getModelStatus();
    const optimal = status === modelStatus.optimal || status === modelStatus.empty;
    const values = optimal ? Array.from(program.getSolution().colValue) : best;
    if (optimal) return { values, bound: program.getObjectiveValue(), optimal };
    const bound = whole ? Number(program.info.get("mip_dual_bound")) : Number.POSITIVE_INFINITY;
    return { values, bound, optimal };
  });
};

const callbacks = (
  highs: Highs,
  { shouldStop = () => false, timeLimitSeconds }: Limits,
  keep: (within: number, values: Float64Array) => void,
): HighsCallbackMap => {
  const types = highs.constants.callbackType;
  return {
    [types.simplexInterrupt]: (event) => {
      if (shouldStop()) event.interrupt();
      return undefined;
    },
    [types.mipInterrupt]: (event) => {
      if (shouldStop()) event.interrupt();
      return undefined;
    },
    [types.mipImprovingSolution]: ({ data }) => {
      const values = data.mip_solution;
      if (values) keep((data.running_time ?? 0) / timeLimitSeconds, values);
      return undefined;
    },
  };
};

const dataOf = (highs: Highs, { options, worth, upper, rows }: Model, whole: boolean): ModelData => {
  const { objectiveSense, variableType } = highs.constants;
  const starts = [0];
  for (const { columns } of rows) starts.push((starts.at(-1) ?? 0) + columns.length);
  return {
    numCols: worth.length,
    numRows: rows.length,
    sense: objectiveSense.maximize,
    colCost: worth,
    colLower: new Float64Array(worth.length),
    colUpper: upper,
    rowLower: rows.map(({ lower }) => lower),
    rowUpper: rows.map((row) => row.upper),
    matrix: {
      format: "csr",
      numRows: rows.length,
      numCols: worth.length,
      starts: Int32Array.from(starts),
      indices: Int32Array.from(rows.flatMap(({ columns }) => columns)),
      values: Float64Array.from(rows.flatMap(({ factors }) => factors)),
    },
    ...(whole
      ? {
          integrality: worth.map((_, column) =>
            column < options.length ? variableType.integer : variableType.continuous,
          ),
        }
      : {}),
  };
};

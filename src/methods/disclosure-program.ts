import type { Highs, ModelData } from "highs";
import type { System } from "./disclosure.ts";

/** A linear program that is solved again and again with other bounds and costs, each time from where it stood. */
export type Program = {
  readonly columns: number;
  readonly bound: (column: number, lower: number, upper: number) => void;
  readonly cost: (column: number, cost: number) => void;
  /** The least cost and the values that reach it; nothing when there are none, `unbounded` when it never ends. */
  readonly solve: () => { readonly value: number; readonly values: ArrayLike<number> } | "none" | "unbounded";
};

type Row = { readonly columns: readonly number[]; readonly factors: readonly number[] };

/** The sums of a system as rows: what the total moves by is what its parts move by together. */
export const sumRows = ({ sums }: System): readonly Row[] =>
  sums.map(({ total, parts }) => ({ columns: [total, ...parts], factors: [1, ...parts.map(() => -1)] }));

const matrixOf = (rows: readonly Row[], columns: number): ModelData["matrix"] => {
  const starts = [0];
  for (const row of rows) starts.push((starts.at(-1) ?? 0) + row.columns.length);
  return {
    format: "csr",
    numRows: rows.length,
    numCols: columns,
    starts: Int32Array.from(starts),
    indices: Int32Array.from(rows.flatMap((row) => row.columns)),
    values: Float64Array.from(rows.flatMap((row) => row.factors)),
  };
};

/** Works with a program over these rows, all of which come to zero; every column begins as fixed at zero. */
export const withProgram = <T>(
  highs: Highs,
  rows: readonly Row[],
  columns: number,
  work: (program: Program) => T,
): T => {
  const zeros = new Float64Array(columns);
  const data: ModelData = {
    numCols: columns,
    numRows: rows.length,
    sense: highs.constants.objectiveSense.minimize,
    colCost: zeros,
    colLower: zeros,
    colUpper: zeros,
    rowLower: new Float64Array(rows.length),
    rowUpper: new Float64Array(rows.length),
    matrix: matrixOf(rows, columns),
  };
  const { modelStatus } = highs.constants;
  return highs.withModel(data, (model) => {
    model.options.set({ output_flag: false, presolve: "off", random_seed: 1 });
    return work({
      columns,
      bound: (column, lower, upper) => {
        model.changeColBounds(column, lower, upper);
      },
      cost: (column, cost) => {
        model.changeColCost(column, cost);
      },
      solve: () => {
        model.run();
        const status = model.getModelStatus();
        if (status === modelStatus.optimal || status === modelStatus.empty)
          return { value: model.getObjectiveValue(), values: model.getSolution().colValue };
        return status === modelStatus.infeasible ? "none" : "unbounded";
      },
    });
  });
};

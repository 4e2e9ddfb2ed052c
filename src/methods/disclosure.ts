/**
 * Protection of small cells in published tables: what is published, as cells and the sums between them. Several
 * tables, several releases and multiple choices are one system: whoever reads them reads them together.
 */

/** One count of people. */
export type Cell = {
  readonly value: number;
  /** Open: we may show or hide it. Shown: published and never taken back. Hidden: hidden before, or never published. */
  readonly state: "open" | "shown" | "hidden";
  /** A small number here would tell about somebody. Differences between releases are cells, too, but nobody's count. */
  readonly protects: boolean;
};

/** The first cell is what the others add up to. */
export type Sum = { readonly total: number; readonly parts: readonly number[] };

export type System = { readonly cells: readonly Cell[]; readonly sums: readonly Sum[] };

/** What can be inferred of a hidden cell: at least and at most; no end where nothing bounds it. */
export type Interval = { readonly cell: number; readonly least: number; readonly most: number };

/** Would this number tell about fewer than `k` people? Nobody at all may be shown. */
export const isSmall = (value: number, k: number): boolean => value > 0 && value < k;

/** The cells that must be hidden for what they say themselves. */
export const primaryCells = ({ cells }: System, k: number): readonly number[] =>
  cells.flatMap(({ value, state, protects }, cell) =>
    protects && state !== "shown" && isSmall(value, k) ? [cell] : [],
  );

/** Does an interval give a small number away, or any hidden number exactly? */
export const leaks = ({ least, most }: Interval, isPrimary: boolean, k: number): boolean =>
  least === most || (isPrimary && least >= 1 && most < k);

/** Counts in rows and columns; margins that are not given are not published. */
export type Table = {
  readonly rows: readonly string[];
  readonly columns: readonly string[];
  readonly cells: readonly (readonly number[])[];
};

/** Where the cells of a table lie in its system. */
export type TableSystem = System & {
  readonly at: (row: number, column: number) => number;
  readonly rowTotal: (row: number) => number | undefined;
  readonly columnTotal: (column: number) => number | undefined;
  readonly total: number;
};

const sum = (numbers: readonly number[]): number => numbers.reduce((all, number) => all + number, 0);

/**
 * A table with its margins, as they stand beside it or can be known from elsewhere: how many there are in all is
 * always shown. A table with one row or one column has no margin but that.
 */
export const tableSystem = ({ rows, columns, cells }: Table): TableSystem => {
  const [height, width] = [rows.length, columns.length];
  const open = (value: number): Cell => ({ value, state: "open", protects: true });
  const all: Cell[] = cells.flatMap((row) => row.map(open));
  const at = (row: number, column: number): number => row * width + column;
  const total = all.length;
  all.push({ value: sum(cells.flat()), state: "shown", protects: true });
  const hasMargins = height > 1 && width > 1;
  if (!hasMargins) {
    const parts = Array.from({ length: height * width }, (_, cell) => cell);
    const none = (): undefined => undefined;
    return { cells: all, sums: [{ total, parts }], at, rowTotal: none, columnTotal: none, total };
  }
  const rowTotal = (row: number): number => total + 1 + row;
  const columnTotal = (column: number): number => total + 1 + height + column;
  all.push(...cells.map((row) => open(sum(row))));
  all.push(...columns.map((_, column) => open(sum(cells.map((row) => row[column] ?? 0)))));
  const sums: Sum[] = [
    ...rows.map((_, row) => ({ total: rowTotal(row), parts: columns.map((__, column) => at(row, column)) })),
    ...columns.map((_, column) => ({
      total: columnTotal(column),
      parts: rows.map((__, row) => at(row, column)),
    })),
    { total, parts: rows.map((_, row) => rowTotal(row)) },
    { total, parts: columns.map((_, column) => columnTotal(column)) },
  ];
  return { cells: all, sums, at, rowTotal, columnTotal, total };
};

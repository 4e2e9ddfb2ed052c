import { isSmall, type Table, type TableSystem, tableSystem } from "./disclosure.ts";
import { readTable } from "./table-file.ts";

export type TableProblem =
  | { readonly kind: "unreadable" | "noRows" | "noColumns" | "tooLarge" }
  | { readonly kind: "number" | "uneven"; readonly line: number; readonly word: string }
  | { readonly kind: "sum"; readonly word: string };

export type TableReading =
  | { readonly ok: true; readonly table: Table }
  | { readonly ok: false; readonly problem: TableProblem };

const most = 5_000;

const isTotal = (heading: string): boolean =>
  /^(summe|gesamt|insgesamt|total|sum|alle|zusammen|all)$/iu.test(heading.trim());

const countIn = (text: string): number | undefined => {
  const plain = text
    .trim()
    .replace(/^(\d{1,3})([.\u00a0\u202f]\d{3})+$/u, (whole) => whole.replace(/\D/gu, ""));
  return /^\d{1,9}$/u.test(plain) ? Number(plain) : undefined;
};

const refuse = (problem: TableProblem): TableReading => ({ ok: false, problem });

const sum = (numbers: readonly number[]): number => numbers.reduce((all, number) => all + number, 0);

/** The first margin that is not the sum of what it heads. */
const wrongSum = (
  names: readonly string[],
  full: readonly (readonly number[])[],
  inner: readonly number[],
  total: number,
) =>
  total === -1
    ? undefined
    : names.find((_, index) => sum(inner.map((at) => full[index]?.[at] ?? 0)) !== full[index]?.[total]);

/** A table of counts with a heading line and a heading column; margins ("Summe", "Total") are checked and left out. */
export const readCounts = (bytes: Uint8Array): TableReading => {
  const file = readTable(bytes, most);
  if (!file.ok) return refuse({ kind: file.problem === "empty" ? "noRows" : "unreadable" });
  const [first, ...columns] = file.headings;
  if (first === undefined || columns.length === 0) return refuse({ kind: "noColumns" });
  if (file.rows.length === 0) return refuse({ kind: "noRows" });
  if (file.rows.length * columns.length > most) return refuse({ kind: "tooLarge" });
  const rows: string[] = [];
  const full: number[][] = [];
  for (const { line, cells, uneven } of file.rows) {
    if (uneven) return refuse({ kind: "uneven", line, word: cells[first] ?? "" });
    const counts = columns.map((column) => countIn(cells[column] ?? ""));
    const wrong = counts.indexOf(undefined);
    if (wrong !== -1) return refuse({ kind: "number", line, word: cells[columns[wrong] ?? ""] ?? "" });
    rows.push(cells[first] ?? "");
    full.push(counts.map((count) => count ?? 0));
  }
  return withoutMargins(rows, columns, full);
};

const withoutMargins = (
  rows: readonly string[],
  columns: readonly string[],
  full: readonly (readonly number[])[],
): TableReading => {
  const inner = (names: readonly string[]): number[] =>
    names.flatMap((name, index) => (isTotal(name) ? [] : [index]));
  const [down, across] = [inner(rows), inner(columns)];
  if (down.length === 0) return refuse({ kind: "noRows" });
  if (across.length === 0) return refuse({ kind: "noColumns" });
  const turned = columns.map((_, column) => full.map((row) => row[column] ?? 0));
  const wrong =
    wrongSum(rows, full, across, columns.findIndex(isTotal)) ??
    wrongSum(columns, turned, down, rows.findIndex(isTotal));
  if (wrong !== undefined) return refuse({ kind: "sum", word: wrong });
  return {
    ok: true,
    table: {
      rows: down.map((index) => rows[index] ?? ""),
      columns: across.map((index) => columns[index] ?? ""),
      cells: down.map((row) => across.map((column) => full[row]?.[column] ?? 0)),
    },
  };
};

/** A protected table as it is published: null where something is hidden. */
export type Published = {
  readonly rows: readonly string[];
  readonly cols: readonly string[];
  readonly cells: readonly (readonly (number | null)[])[];
  readonly row_totals: readonly (number | null)[] | null;
  readonly col_totals: readonly (number | null)[] | null;
  readonly total: number;
};

/** What a reader sees of a table when these cells are hidden. */
export const publishedTable = (
  { rows, columns, cells }: Table,
  system: TableSystem,
  hidden: ReadonlySet<number>,
): Published => {
  const shown = (cell: number | undefined): number | null =>
    cell === undefined || hidden.has(cell) ? null : (system.cells[cell]?.value ?? null);
  const hasMargins = system.rowTotal(0) !== undefined;
  return {
    rows,
    cols: columns,
    cells: cells.map((row, index) => row.map((_, column) => shown(system.at(index, column)))),
    row_totals: hasMargins ? rows.map((_, row) => shown(system.rowTotal(row))) : null,
    col_totals: hasMargins ? columns.map((_, column) => shown(system.columnTotal(column))) : null,
    total: system.cells[system.total]?.value ?? 0,
  };
};

/** Where a cell of a table system stands, in the words of its headings; "Total" for margins. */
export const placeOf = (
  { rows, columns }: Table,
  system: TableSystem,
  cell: number,
): readonly [string, string] => {
  for (const [row, name] of rows.entries()) {
    if (system.rowTotal(row) === cell) return [name, "Total"];
    for (const [column, heading] of columns.entries())
      if (system.at(row, column) === cell) return [name, heading];
  }
  const column = columns.findIndex((_, index) => system.columnTotal(index) === cell);
  return ["Total", columns[column] ?? "Total"];
};

/** A table whose total itself is small tells too much however it is hidden. */
export const isTooFew = (table: Table, k: number): boolean => {
  const system = tableSystem(table);
  return isSmall(system.cells[system.total]?.value ?? 0, k);
};

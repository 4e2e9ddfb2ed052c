import { stringify } from "csv-stringify/sync";
import type { Cell, Column } from "./answers-table.ts";
import type { Answers } from "./questionnaire.ts";

/** A text that a spreadsheet would take for a formula is written as a text. */
export const harmless = (cell: Cell): Cell =>
  typeof cell === "string" && /^[=+\-@\t\r]/u.test(cell) ? `'${cell}` : cell;

/** For programs: commas, UTF-8. For Excel as it is set in Germany: semicolons, decimal commas, a mark for UTF-8. */
export type Flavor = "programs" | "excel";

const german = (cell: Cell): Cell => (typeof cell === "number" ? String(cell).replace(".", ",") : cell);

/** Rows as CSV; `labels` puts the words of the questions into a second row. */
export const writeCsv = (rows: readonly (readonly Cell[])[], flavor: Flavor): string => {
  const isExcel = flavor === "excel";
  const cells = rows.map((row) => row.map((cell) => (isExcel ? german(harmless(cell)) : harmless(cell))));
  return stringify(cells, { delimiter: isExcel ? ";" : ",", bom: isExcel, record_delimiter: "\r\n" });
};

/** The answers as rows, the names of the columns first. */
export const answerRows = (
  columns: readonly Column[],
  all: readonly Answers[],
  { labels = false } = {},
): readonly (readonly Cell[])[] => [
  columns.map(({ name }) => name),
  ...(labels ? [columns.map(({ label }) => label)] : []),
  ...all.map((answers) => columns.map(({ cell }) => cell(answers))),
];

import { readFile } from "node:fs/promises";
import { loadHighs } from "#methods/assignment-highs.ts";
import { tableSystem } from "#methods/disclosure.ts";
import { attack, leaksOf } from "#methods/disclosure-attack.ts";
import { protect } from "#methods/disclosure-protect.ts";
import {
  isTooFew,
  type Published,
  placeOf,
  publishedTable,
  readCounts,
  type TableProblem,
} from "#methods/disclosure-table.ts";
import { type Call, type Command, WrongUsage } from "./command.ts";

const usualThreshold = 5;

const readThreshold = (text: string | undefined): number => {
  if (text === undefined) return usualThreshold;
  const k = Number(text);
  if (!/^\d+$/u.test(text) || k < 2 || k > 1_000) throw new WrongUsage("--k is not usable. Example: --k 5.");
  return k;
};

const inWords = (problem: TableProblem): string => {
  switch (problem.kind) {
    case "unreadable":
      return "is no table: CSV with a heading line and a heading column is needed.";
    case "noRows":
      return "has no rows of counts.";
    case "noColumns":
      return "has no columns of counts.";
    case "tooLarge":
      return "is too large: at most 5,000 cells.";
    case "uneven":
      return `has more or fewer cells than headings in line ${problem.line} (${problem.word}).`;
    case "number":
      return `has “${problem.word}” in line ${problem.line}, where a whole number of people is needed.`;
    case "sum":
      return `has a total that is not the sum of its parts: ${problem.word}.`;
  }
};

const text = (value: number | null): string => (value === null ? "x" : String(value));

/** As lines of a table with a heading line; hidden cells are an x. */
const linesOf = ({ rows, cols, cells, row_totals, col_totals, total }: Published): readonly string[] => {
  const grid = [
    ["", ...cols, ...(row_totals ? ["Total"] : [])],
    ...rows.map((name, row) => [
      name,
      ...(cells[row] ?? []).map(text),
      ...(row_totals ? [text(row_totals[row] ?? null)] : []),
    ]),
    ...(col_totals ? [["Total", ...col_totals.map(text), text(total)]] : []),
  ];
  const widths = (grid[0] ?? []).map((_, column) =>
    Math.max(...grid.map((row) => (row[column] ?? "").length)),
  );
  const set = (cell: string, column: number): string =>
    column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0);
  return grid.map((row) => row.map(set).join("  ").trimEnd());
};

const protectFile = async (call: Call): Promise<void> => {
  const k = readThreshold(call.option("k"));
  const name = call.parameter(0);
  const bytes = await readFile(call.path(name)).catch((error: unknown) => {
    throw new Error(`${name} cannot be read.`, { cause: error });
  });
  const reading = readCounts(bytes);
  if (!reading.ok) throw new Error(`${name} ${inWords(reading.problem)}`);
  const { table } = reading;
  if (isTooFew(table, k))
    throw new Error(`${name} counts fewer than ${k} people in all: nothing of it can be shown.`);
  const system = tableSystem(table);
  const highs = await loadHighs();
  const protection = protect(system, k, { highs });
  const intervals = attack(highs, system, protection.hidden);
  const leaking = leaksOf(system, intervals, protection.primary, k);
  if (protection.unprotected.length > 0 || leaking.length > 0)
    throw new Error(`${name} cannot be protected by hiding cells: it must not be published as it is.`);
  const published = publishedTable(table, system, protection.hidden);
  const inferred = intervals.map(({ cell, least, most }) => {
    const [row, column] = placeOf(table, system, cell);
    return {
      row,
      col: column,
      min: least,
      max: Number.isFinite(most) ? most : null,
      primary: protection.primary.has(cell),
    };
  });
  const widest = Math.max(0, ...intervals.map(({ least, most }) => most - least));
  call.answer(
    {
      k,
      ...published,
      suppressed: inferred.length,
      primary: protection.primary.size,
      complementary: inferred.length - protection.primary.size,
      proven: protection.proven,
      widest_interval: Number.isFinite(widest) ? widest : null,
      exact: [],
      disclosed_small: [],
      intervals: inferred,
    },
    [
      ...linesOf(published),
      `${protection.primary.size} small cells hidden, and ${inferred.length - protection.primary.size} more so that no sum gives them back${protection.proven ? " (proven to be the fewest)" : ""}.`,
      ...inferred.map(
        ({ row, col, min, max }) => `${row} / ${col}: an attacker knows ${min} to ${max ?? "any number"}.`,
      ),
      ...(inferred.length > 0 ? [`The widest interval an attacker can infer spans ${widest}.`] : []),
    ],
  );
};

/** Protection of small cells, without a town or a database. */
export const protectCommands: readonly Command[] = [
  {
    name: "protect",
    words:
      "Protect a table of counts (CSV): hide small cells, and as few others as needed so that none can be inferred.",
    parameters: ["TABLE"],
    options: { k: { value: "NUMBER", words: `hide counts below this, usually ${usualThreshold}` } },
    run: protectFile,
  },
];

import { stringify } from "csv-stringify/sync";
import type { Cell, Report } from "./report.ts";

/**
 * A value as canonical JSON: keys in order, no blanks, so that the same report has the same bytes everywhere.
 * @see RFC 8785 (JSON Canonicalization Scheme); numbers here are whole or have few decimals, which both write alike.
 */
export const canonicalJson = (value: unknown): string => {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(",")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value ?? null);
  const entries = Object.entries(value).filter(([, inner]) => inner !== undefined);
  const parts = entries
    .sort(([one], [two]) => (one < two ? -1 : 1))
    .map(([name, inner]) => `${JSON.stringify(name)}:${canonicalJson(inner)}`);
  return `{${parts.join(",")}}`;
};

/** What is published of a report: without what was left out, and without the keys of the editor. */
export const published = (report: Report): Report => ({
  ...report,
  blocks: report.blocks.filter(({ omitted }) => !omitted),
});

const hidden = "verborgen";

const text = (cell: Cell): string => (typeof cell === "object" ? hidden : String(cell));

/** Every table and every row of bars as one CSV, one after the other under their captions; safe to open in a spreadsheet. */
export const reportCsv = (report: Report): string => {
  const rows = published(report).blocks.flatMap((block): string[][] => {
    if (block.kind === "table")
      return [[block.caption], [...block.columns], ...block.rows.map((row) => row.map(text)), []];
    if (block.kind !== "bars") return [];
    return [[block.caption], ...block.bars.map(({ label, value }) => [label, text(value)]), []];
  });
  return stringify([[report.title], [report.stand], [], ...rows], {
    delimiter: ";",
    bom: true,
    escape_formulas: true,
  });
};

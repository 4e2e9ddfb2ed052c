import { existsSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { expect, test } from "vitest";
import { loadHighs } from "./assignment-highs.ts";
import { leaks, type System, type Table, tableSystem } from "./disclosure.ts";
import { attack, leaksOf } from "./disclosure-attack.ts";
import { protect } from "./disclosure-protect.ts";
import { isTooFew, publishedTable, readCounts } from "./disclosure-table.ts";

const highs = await loadHighs();
const k = 5;

/** The table of Statistical Policy Working Paper 22 (public domain). */
const counties: Table = {
  rows: ["Alpha", "Beta", "Gamma", "Delta"],
  columns: ["Low", "Medium", "High", "Very high"],
  cells: [
    [15, 1, 3, 1],
    [20, 10, 10, 15],
    [3, 10, 10, 2],
    [12, 14, 7, 2],
  ],
};

const leaking = (system: System, hidden: ReadonlySet<number>, primary: ReadonlySet<number>) =>
  leaksOf(system, attack(highs, system, hidden), primary, k);

test("small cells alone are given back by the margins; with three more they are not, and fewer do not do", () => {
  const system = tableSystem(counties);
  const { hidden, primary, proven } = protect(system, k, { highs });
  expect(leaking(system, primary, primary).map(({ least, most }) => most - least)).toEqual([
    0, 0, 0, 0, 0, 0,
  ]);
  expect([primary.size, hidden.size, proven]).toEqual([6, 9, true]);
  expect(leaking(system, hidden, primary)).toEqual([]);
});

const folder = "../shared/data/disclosure-control";
const cases = existsSync(folder) ? test : test.skip;

type Case = {
  readonly rows: string[];
  readonly cols: string[];
  readonly true: number[][];
  readonly patterns: {
    name: string;
    suppressed_cells: [string, string][];
    audit: { cells: { row: string; col: string; min: number; max: number }[] };
  }[];
};

cases("the attacker finds the intervals of the known cases (skipped where the cases are not at hand)", () => {
  const known: Case = JSON.parse(readFileSync(`${folder}/wp22.json`, "utf8"));
  const system = tableSystem({ rows: known.rows, columns: known.cols, cells: known.true });
  const at = (row: string, column: string) => system.at(known.rows.indexOf(row), known.cols.indexOf(column));
  for (const { suppressed_cells, audit } of known.patterns) {
    const hidden = new Set(suppressed_cells.map(([row, column]) => at(row, column)));
    expect(attack(highs, system, hidden)).toEqual(
      audit.cells.map(({ row, col, min, max }) => ({ cell: at(row, col), least: min, most: max })),
    );
  }
});

test("one hidden bar beside a published total is known, two are not", () => {
  const system = tableSystem({ rows: ["Antworten"], columns: ["a", "b", "c", "d"], cells: [[12, 17, 5, 3]] });
  expect(attack(highs, system, new Set([3]))).toEqual([{ cell: 3, least: 3, most: 3 }]);
  expect(attack(highs, system, new Set([2, 3]))).toEqual([
    { cell: 2, least: 0, most: 8 },
    { cell: 3, least: 0, most: 8 },
  ]);
  expect([...protect(system, k, { highs }).hidden].sort()).toEqual([2, 3]);
});

/** All cells that must be hidden at least, by trying every set of others. */
const fewest = (system: System, primary: ReadonlySet<number>): number => {
  const others = system.cells.flatMap(({ state }, cell) =>
    state === "open" && !primary.has(cell) ? [cell] : [],
  );
  for (let size = 0; size <= others.length; size += 1)
    for (const extra of choose(others, size)) {
      const hidden = new Set([...primary, ...extra]);
      const intervals = attack(highs, system, hidden);
      if (!intervals.some((one) => primary.has(one.cell) && leaks(one, true, k))) return primary.size + size;
    }
  return Number.POSITIVE_INFINITY;
};

const choose = (from: readonly number[], size: number): number[][] => {
  if (size === 0) return [[]];
  return from.flatMap((first, index) =>
    choose(from.slice(index + 1), size - 1).map((rest) => [first, ...rest]),
  );
};

const tables = (height: number, width: number, most: number) =>
  fc
    .array(
      fc.array(fc.oneof(fc.nat({ max: 9 }), fc.nat({ max: most })), { minLength: width, maxLength: width }),
      {
        minLength: height,
        maxLength: height,
      },
    )
    .map(
      (cells): Table => ({
        rows: cells.map((_, n) => `r${n}`),
        columns: (cells[0] ?? []).map((_, n) => `c${n}`),
        cells,
      }),
    )
    .filter((table) => !isTooFew(table, k));

test("of 200 random tables the attacker learns nothing forbidden", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 2, max: 6 }),
      fc.integer({ min: 2, max: 6 }),
      fc.gen(),
      (height, width, gen) => {
        const system = tableSystem(gen(tables, height, width, 60));
        const { hidden, primary, unprotected } = protect(system, k, { highs });
        if (unprotected.length === 0) expect(leaking(system, hidden, primary)).toEqual([]);
      },
    ),
    { numRuns: 200, seed: 22 },
  );
}, 120_000);

test("where every set of cells can be tried, no smaller one protects", () => {
  fc.assert(
    fc.property(tables(2, 3, 25), (table) => {
      const system = tableSystem(table);
      const { hidden, primary, unprotected } = protect(system, k, { highs });
      if (unprotected.length > 0) expect(fewest(system, primary)).toBe(Number.POSITIVE_INFINITY);
      else expect(hidden.size).toBeLessThanOrEqual(1.2 * fewest(system, primary));
    }),
    { numRuns: 25, seed: 7 },
  );
}, 120_000);

test("what was published before counts: a total that grew by one cell would tell who came", () => {
  // The first release shows 12, 17, 5 and 4 of 38; the second one 13, 17, 5 and 4 of 39, and is asked to hide.
  const shown = (value: number) => ({ value, state: "shown" as const, protects: true });
  const system: System = {
    cells: [
      ...[12, 17].map(shown),
      { value: 5, state: "hidden", protects: true },
      { value: 4, state: "hidden", protects: true },
      shown(38),
      ...[12, 17, 5, 5].map((value) => ({ value, state: "open" as const, protects: true })),
      shown(39),
      ...[0, 0, 0, 1].map((value) => ({ value, state: "hidden" as const, protects: false })),
    ],
    sums: [
      { total: 4, parts: [0, 1, 2, 3] },
      { total: 9, parts: [5, 6, 7, 8] },
      ...[0, 1, 2, 3].map((cell) => ({ total: 5 + cell, parts: [cell, 10 + cell] })),
    ],
  };
  const before = attack(highs, system, new Set());
  // With all of the second shown the hidden 4 of the first is between 4 and 4.
  expect(before.find(({ cell }) => cell === 3)).toEqual({ cell: 3, least: 4, most: 5 });
  const { hidden, primary } = protect(system, k, { highs });
  expect(leaking(system, hidden, primary)).toEqual([]);
});

const read = (text: string) => readCounts(new TextEncoder().encode(text));

test("a table is read with its margins, and refused with the place of what is wrong", () => {
  const reading = read("Ort;ja;nein;Summe\nNord;12;3;15\nSüd;1.204;9;1213\nGesamt;1216;12;1228\n");
  expect(reading).toMatchObject({
    ok: true,
    table: {
      rows: ["Nord", "Süd"],
      columns: ["ja", "nein"],
      cells: [
        [12, 3],
        [1204, 9],
      ],
    },
  });
  expect(read("Ort;ja\nNord;viele\n")).toEqual({
    ok: false,
    problem: { kind: "number", line: 2, word: "viele" },
  });
  expect(read("Ort;ja;nein\nNord;1\n")).toMatchObject({ ok: false, problem: { kind: "uneven", line: 2 } });
  expect(read("Ort;ja;nein;Summe\nNord;1;2;4\n")).toEqual({
    ok: false,
    problem: { kind: "sum", word: "Nord" },
  });
  expect(read("")).toEqual({ ok: false, problem: { kind: "noRows" } });
});

test("hidden cells stand as null, margins as they are shown", () => {
  const system = tableSystem(counties);
  const published = publishedTable(counties, system, new Set([system.at(0, 1), system.at(0, 2)]));
  expect(published.cells[0]).toEqual([15, null, null, 1]);
  expect([published.row_totals, published.total]).toEqual([[20, 55, 25, 35], 135]);
});

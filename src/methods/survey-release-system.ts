import type { Cell, Sum } from "./disclosure.ts";
import type { Words } from "./questionnaire.ts";
import type { Counted, Crossed } from "./survey-count.ts";

/** True counts as of one day: kept by the house for the protection of later releases, and never shown. */
export type Snapshot = {
  readonly answered: number;
  readonly counted: readonly Counted[];
  readonly crossed: readonly Crossed[];
};

export type Shown = number | null;

/** What is published; null is hidden, and nothing else tells what it was. */
export type Release = {
  readonly answered: number;
  readonly questions: readonly {
    readonly question: string;
    readonly row?: string | undefined;
    readonly title: Words;
    readonly adds: Counted["adds"];
    readonly base: number;
    readonly counts: readonly { readonly value: string; readonly label: Words; readonly count: Shown }[];
  }[];
  readonly crossings: readonly {
    readonly row: string;
    readonly column: string;
    readonly rows: readonly string[];
    readonly columns: readonly string[];
    readonly cells: readonly (readonly Shown[])[];
    readonly rowTotals: readonly Shown[];
    readonly columnTotals: readonly Shown[];
  }[];
  /** Questions that cannot be published: too few have answered, or hiding cells does not protect them. */
  readonly withheld: readonly {
    readonly question: string;
    readonly row?: string | undefined;
    readonly why: "few" | "exposed";
  }[];
};

/** One earlier release beside what stood behind it. */
export type Earlier = { readonly snapshot: Snapshot; readonly release: Release };

/** What an attacker knows of one hidden number. */
export type Inference = {
  readonly question: string;
  readonly value: string;
  readonly column?: string | undefined;
  readonly least: number;
  /** null: nothing bounds it. */
  readonly most: number | null;
  readonly earlier: boolean;
};

/** "question", or "question.line" of a table of questions. */
export const nameOf = ({
  question,
  row,
}: {
  readonly question: string;
  readonly row?: string | undefined;
}): string => (row === undefined ? question : `${question}.${row}`);

type Place = Pick<Inference, "question" | "value" | "column" | "earlier">;

/** The system while it is put together: its cells, what they are, and the sums between them. */
type Build = {
  readonly cells: Cell[];
  readonly places: Map<number, Place>;
  readonly sums: Sum[];
};

const add = (build: Build, cell: Cell, place?: Place): number => {
  build.cells.push(cell);
  const at = build.cells.length - 1;
  if (place) build.places.set(at, place);
  return at;
};

const fixed = (value: number): Cell => ({ value, state: "shown", protects: false });

/** One question in one release: each count, and with ticks how many of the base did not tick it. */
const addQuestion = (
  build: Build,
  { counts, base, adds, ...about }: Counted,
  state: (value: string) => Cell["state"],
  earlier: boolean,
): ReadonlyMap<string, number> => {
  const total = add(build, fixed(base));
  const at = new Map(
    counts.map(({ value, count }) => {
      const cell: Cell = { value: count, state: state(value), protects: true };
      return [value, add(build, cell, { question: nameOf(about), value, earlier })];
    }),
  );
  if (adds === "parts") build.sums.push({ total, parts: [...at.values()] });
  else
    for (const { value, count } of counts) {
      const cell = at.get(value) ?? total;
      const rest = add(build, { value: base - count, state: "hidden", protects: true });
      build.sums.push({ total, parts: [cell, rest] });
    }
  return at;
};

/** Answers are only ever added: what a later release counts is what an earlier one counted, and some more. */
const addGrowth = (
  build: Build,
  before: ReadonlyMap<string, number>,
  after: ReadonlyMap<string, number>,
): void => {
  for (const [value, later] of after) {
    const sooner = before.get(value);
    if (sooner === undefined) continue;
    const grown = (build.cells[later]?.value ?? 0) - (build.cells[sooner]?.value ?? 0);
    if (grown < 0) continue;
    const difference = add(build, { value: grown, state: "hidden", protects: false });
    build.sums.push({ total: later, parts: [sooner, difference] });
  }
};

type CrossedAt = {
  readonly at: readonly (readonly number[])[];
  readonly rows: readonly number[];
  readonly columns: readonly number[];
};

/** A crossed table; its margins are the counts of the two questions, and a line for those who left one out. */
const addCrossing = (
  build: Build,
  { rows, columns, cells, row, column }: Crossed,
  margins: {
    readonly rows: ReadonlyMap<string, number> | undefined;
    readonly columns: ReadonlyMap<string, number> | undefined;
  },
  state: (row: number, column: number) => Cell["state"],
  earlier: boolean,
): CrossedAt => {
  const sum = (numbers: readonly number[]): number => numbers.reduce((all, number) => all + number, 0);
  const at = cells.map((line, y) =>
    line.map((value, x) => {
      const protects = rows[y] !== "" || columns[x] !== "";
      const place = {
        question: row,
        value: rows[y] ?? "",
        column: `${column}: ${columns[x] ?? ""}`,
        earlier,
      };
      return add(build, { value, state: state(y, x), protects }, place);
    }),
  );
  const margin = (known: ReadonlyMap<string, number> | undefined, value: string, count: number): number =>
    known?.get(value) ??
    add(build, { value: count, state: earlier ? "hidden" : "open", protects: value !== "" });
  const rowCells = rows.map((value, y) => margin(margins.rows, value, sum(cells[y] ?? [])));
  const columnCells = columns.map((value, x) =>
    margin(margins.columns, value, sum(cells.map((line) => line[x] ?? 0))),
  );
  rowCells.forEach((total, y) => {
    build.sums.push({ total, parts: [...(at[y] ?? [])] });
  });
  columnCells.forEach((total, x) => {
    build.sums.push({ total, parts: at.map((line) => line[x] ?? total) });
  });
  const all = add(build, fixed(sum(cells.flat())));
  build.sums.push({ total: all, parts: rowCells }, { total: all, parts: columnCells });
  return { at, rows: rowCells, columns: columnCells };
};

/** The system, and where the counts of this release stand in it. */
export type Built = {
  readonly build: Build;
  readonly questions: ReadonlyMap<string, ReadonlyMap<string, number>>;
  readonly crossings: readonly CrossedAt[];
};

const shownBefore = (release: Release, name: string) => {
  const question = release.questions.find((one) => nameOf(one) === name);
  return (value: string): Cell["state"] => {
    const count = question?.counts.find((one) => one.value === value)?.count;
    return typeof count === "number" ? "shown" : "hidden";
  };
};

const addEarlier = (
  build: Build,
  { snapshot, release }: Earlier,
): ReadonlyMap<string, ReadonlyMap<string, number>> => {
  const published = new Set(release.questions.map(nameOf));
  const counted = snapshot.counted.filter((one) => published.has(nameOf(one)));
  const questions = new Map(
    counted.map((one) => [nameOf(one), addQuestion(build, one, shownBefore(release, nameOf(one)), true)]),
  );
  for (const crossing of snapshot.crossed) {
    const before = release.crossings.find(
      ({ row, column }) => row === crossing.row && column === crossing.column,
    );
    if (!before) continue;
    const margins = { rows: questions.get(crossing.row), columns: questions.get(crossing.column) };
    const state = (y: number, x: number) => (typeof before.cells[y]?.[x] === "number" ? "shown" : "hidden");
    addCrossing(build, crossing, margins, state, true);
  }
  return questions;
};

/** Everything published so far and everything that is about to be, as one system. */
export const systemOf = (
  snapshot: Snapshot,
  earlier: readonly Earlier[],
  withheld: ReadonlySet<string>,
): Built => {
  const build: Build = { cells: [], places: new Map(), sums: [] };
  let before: ReadonlyMap<string, ReadonlyMap<string, number>> = new Map();
  for (const one of earlier) {
    const found = addEarlier(build, one);
    for (const [name, at] of found) addGrowth(build, before.get(name) ?? new Map(), at);
    before = new Map([...before, ...found]);
  }
  const questions = new Map<string, ReadonlyMap<string, number>>();
  for (const counted of snapshot.counted) {
    const name = nameOf(counted);
    if (withheld.has(name)) continue;
    const at = addQuestion(build, counted, () => "open", false);
    addGrowth(build, before.get(name) ?? new Map(), at);
    questions.set(name, at);
  }
  const crossings = crossingsOf(snapshot, withheld).map((crossing) =>
    addCrossing(
      build,
      crossing,
      { rows: questions.get(crossing.row), columns: questions.get(crossing.column) },
      () => "open",
      false,
    ),
  );
  return { build, questions, crossings };
};

/** What a crossed table is called. */
export const crossingName = ({ row, column }: Pick<Crossed, "row" | "column">): string =>
  `${row} × ${column}`;

/** The crossed tables that are not withheld. */
export const crossingsOf = ({ crossed }: Snapshot, withheld: ReadonlySet<string>): readonly Crossed[] =>
  crossed.filter(
    (one) => !withheld.has(one.row) && !withheld.has(one.column) && !withheld.has(crossingName(one)),
  );

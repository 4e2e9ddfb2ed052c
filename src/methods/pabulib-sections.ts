import { parse } from "csv-parse/sync";

/** What keeps a file from being read, and where: the line as an editor counts it. */
export type PabulibProblem = {
  readonly line: number;
  readonly kind:
    | "quotes"
    | "section"
    | "heading"
    | "missing"
    | "amount"
    | "tooLarge"
    | "voteType"
    | "project"
    | "points"
    | "twice"
    | "count";
  /** What stands there. */
  readonly word: string;
};

/** A reason to stop reading; it never leaves these files. */
export class UnreadablePabulib extends Error {
  override readonly name = "UnreadablePabulib";
  readonly problem: PabulibProblem;

  constructor(problem: PabulibProblem) {
    super(problem.kind);
    this.problem = problem;
  }
}

export const stop = (line: number, kind: PabulibProblem["kind"], word: string): never => {
  throw new UnreadablePabulib({ line, kind, word });
};

/** One row of a section: its cells by their headings. */
export type PabulibRow = { readonly line: number; readonly cells: ReadonlyMap<string, string> };

type Row = { readonly line: number; readonly cells: readonly string[] };

const breaksIn = (cells: readonly string[]): number =>
  cells.reduce((sum, cell) => sum + (cell.match(/\n/gu)?.length ?? 0), 0);

const rowsOf = (text: string): readonly Row[] => {
  const ends: number[] = [];
  try {
    const records: string[][] = parse(text, {
      delimiter: ";",
      record_delimiter: "\n",
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
      on_record: (record: string[], { lines }) => {
        ends.push(lines);
        return record;
      },
    });
    return records.map((cells, index) => ({ line: (ends[index] ?? 0) - breaksIn(cells), cells }));
  } catch (error) {
    const [, line] = /at line (\d+)/u.exec(error instanceof Error ? error.message : "") ?? [];
    return stop(Number(line ?? 1), "quotes", "");
  }
};

const names = ["META", "PROJECTS", "VOTES"] as const;
type Section = (typeof names)[number];

const sectionOf = ({ cells }: Row): Section | undefined =>
  cells.slice(1).every((cell) => cell === "")
    ? names.find((name) => cells[0]?.trim().toUpperCase() === name)
    : undefined;

/** The rows of the three sections, by the headings under their names. */
export const readSections = (text: string): Readonly<Record<Section, readonly PabulibRow[]>> => {
  const found = new Map<Section, Row[]>();
  let here: Row[] | undefined;
  for (const row of rowsOf(text.replace(/^\uFEFF/u, "").replace(/\r\n?/gu, "\n"))) {
    const section = sectionOf(row);
    if (section) {
      if (found.has(section)) stop(row.line, "twice", section);
      here = [];
      found.set(section, here);
    } else if (here) here.push(row);
    else stop(row.line, "section", row.cells[0] ?? "");
  }
  const rows = (section: Section): readonly PabulibRow[] => {
    const [heading, ...body] = found.get(section) ?? stop(1, "missing", section);
    const columns = (heading?.cells ?? []).map((cell) => cell.trim());
    const [double] = columns.filter((column, index) => column !== "" && columns.indexOf(column) < index);
    if (double !== undefined) stop(heading?.line ?? 0, "twice", double);
    return body.map(({ line, cells }) => {
      if (cells.slice(columns.length).some((cell) => cell.trim() !== ""))
        stop(line, "heading", cells[columns.length] ?? "");
      return { line, cells: new Map(columns.map((column, index) => [column, (cells[index] ?? "").trim()])) };
    });
  };
  return { META: rows("META"), PROJECTS: rows("PROJECTS"), VOTES: rows("VOTES") };
};

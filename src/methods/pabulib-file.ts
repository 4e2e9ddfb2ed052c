import type { BallotOption, Marks } from "./ballot.ts";
import {
  type PabulibProblem,
  type PabulibRow,
  readSections,
  stop,
  UnreadablePabulib,
} from "./pabulib-sections.ts";
import { decodeText } from "./table-file.ts";

export type { PabulibProblem } from "./pabulib-sections.ts";

const voteTypes = ["approval", "ordinal", "cumulative", "scoring", "choose-1"] as const;
type VoteType = (typeof voteTypes)[number];

export type PabulibSheet = { readonly voter: string; readonly marks: Marks };

/** An election as pabulib.org describes it. */
export type Pabulib = {
  readonly meta: ReadonlyMap<string, string>;
  readonly voteType: VoteType;
  readonly paper: "approval" | "points" | "ranking";
  /** How many units of the file's amounts make one of its currency: 100 where cents are given. */
  readonly scale: number;
  /** In units. */
  readonly budget: number;
  /** In the order of the file, or of its column "list_number"; costs in units. */
  readonly options: readonly BallotOption[];
  readonly sheets: readonly PabulibSheet[];
  /** Whether the file says in which order the projects stood, which breaks the last ties. */
  readonly hasListNumbers: boolean;
  /** What the town funded, where the file says it. */
  readonly selected: readonly string[];
};

export type PabulibReading =
  | { readonly ok: true; readonly file: Pabulib }
  | { readonly ok: false; readonly problem: PabulibProblem };

const papers: Readonly<Record<VoteType, Pabulib["paper"]>> = {
  approval: "approval",
  "choose-1": "approval",
  ordinal: "ranking",
  cumulative: "points",
  scoring: "points",
};

/** More than this is no number of points that anybody gives. */
const mostPoints = 1_000_000;
const mostDecimals = 6;

type Amount = {
  readonly line: number;
  readonly word: string;
  readonly digits: bigint;
  readonly decimals: number;
};

const readAmount = (line: number, word: string): Amount => {
  const [, whole = "", part = ""] = /^(\d+)(?:\.(\d*))?$/u.exec(word) ?? stop(line, "amount", word);
  const decimals = part.replace(/0+$/u, "");
  const digits = BigInt(whole + decimals);
  if (digits === 0n) stop(line, "amount", word);
  if (decimals.length > mostDecimals) stop(line, "amount", word);
  return { line, word, digits, decimals: decimals.length };
};

const inUnits = ({ line, word, digits, decimals }: Amount, scale: number): number => {
  const units = digits * 10n ** BigInt(scale - decimals);
  return units > BigInt(Number.MAX_SAFE_INTEGER) ? stop(line, "tooLarge", word) : Number(units);
};

const isVoteType = (word: string): word is VoteType => (voteTypes as readonly string[]).includes(word);

const readMeta = (rows: readonly PabulibRow[]) => {
  const meta = new Map<string, string>();
  const lines = new Map<string, number>();
  for (const { line, cells } of rows) {
    const key = cells.get("key") ?? stop(line, "heading", "key");
    if (meta.has(key)) stop(line, "twice", key);
    meta.set(key, cells.get("value") ?? "");
    lines.set(key, line);
  }
  const needed = (key: string): readonly [string, number] => [
    meta.get(key) || stop(lines.get(key) ?? 1, "missing", key),
    lines.get(key) ?? 1,
  ];
  const [voteType, line] = needed("vote_type");
  if (!isVoteType(voteType)) return stop(line, "voteType", voteType);
  const [budget, budgetLine] = needed("budget");
  return { meta, lines, voteType, budget: readAmount(budgetLine, budget) };
};

type Project = {
  readonly id: string;
  readonly title: string;
  readonly cost: Amount;
  readonly number: number | null;
};

const readProjects = (rows: readonly PabulibRow[]) => {
  const found = new Map<string, Project>();
  const selected: string[] = [];
  for (const { line, cells } of rows) {
    const id = cells.get("project_id") || stop(line, "missing", "project_id");
    if (found.has(id)) stop(line, "twice", id);
    const number = cells.get("list_number") ?? "";
    found.set(id, {
      id,
      title: cells.get("name") || id,
      cost: readAmount(line, cells.get("cost") || stop(line, "missing", "cost")),
      number: /^\d{1,9}$/u.test(number) ? Number(number) : null,
    });
    if (cells.get("selected") === "1") selected.push(id);
  }
  const projects = [...found.values()];
  const hasListNumbers = projects.every(({ number }) => number !== null);
  if (hasListNumbers) projects.sort((one, other) => (one.number ?? 0) - (other.number ?? 0));
  return { projects, known: new Set(found.keys()), hasListNumbers, selected };
};

const listed = (cell: string): readonly string[] =>
  cell === "" ? [] : cell.split(",").map((word) => word.trim());

const readPoints = (line: number, word: string): number => {
  if (!/^\d+(?:\.0*)?$/u.test(word) || Number(word) > mostPoints) stop(line, "points", word);
  return Number(word);
};

const marksOf = ({ line, cells }: PabulibRow, paper: Pabulib["paper"], known: ReadonlySet<string>): Marks => {
  const ids = listed(cells.get("vote") ?? stop(line, "missing", "vote"));
  for (const [place, id] of ids.entries()) {
    if (!known.has(id)) stop(line, "project", id);
    if (ids.indexOf(id) < place) stop(line, "twice", id);
  }
  const points = paper === "points" ? listed(cells.get("points") ?? stop(line, "missing", "points")) : [];
  if (paper === "points" && points.length !== ids.length) stop(line, "points", points.join(","));
  return Object.fromEntries(
    ids.flatMap((id, place): [string, number][] => {
      if (paper === "approval") return [[id, 1]];
      if (paper === "ranking") return [[id, place + 1]];
      const given = readPoints(line, points[place] ?? "");
      return given > 0 ? [[id, given]] : [];
    }),
  );
};

const readSheets = (rows: readonly PabulibRow[], paper: Pabulib["paper"], known: ReadonlySet<string>) => {
  const voters = new Set<string>();
  return rows.map((row): PabulibSheet => {
    const voter = row.cells.get("voter_id") || stop(row.line, "missing", "voter_id");
    if (voters.has(voter)) stop(row.line, "twice", voter);
    voters.add(voter);
    return { voter, marks: marksOf(row, paper, known) };
  });
};

const read = (text: string): Pabulib => {
  const { META, PROJECTS, VOTES } = readSections(text);
  const { meta, lines, voteType, budget } = readMeta(META);
  const { projects, known, hasListNumbers, selected } = readProjects(PROJECTS);
  if (projects.length === 0) stop(1, "missing", "PROJECTS");
  const paper = papers[voteType];
  const sheets = readSheets(VOTES, paper, known);
  for (const [key, counted] of [
    ["num_projects", projects.length],
    ["num_votes", sheets.length],
  ] as const) {
    const told = meta.get(key);
    if (told && Number(told) !== counted) stop(lines.get(key) ?? 1, "count", `${key} ${told}`);
  }
  const scale = Math.max(budget.decimals, ...projects.map(({ cost }) => cost.decimals));
  return {
    meta,
    voteType,
    paper,
    scale: 10 ** scale,
    budget: inUnits(budget, scale),
    options: projects.map(({ id, title, cost }) => ({ id, title, cost: inUnits(cost, scale) })),
    sheets,
    hasListNumbers,
    selected,
  };
};

/** Reads a file of pabulib.org: UTF-8 or ISO-8859-1, any line ends, quoted cells with line breaks. Ids are words. */
export const readPabulib = (bytes: Uint8Array): PabulibReading => {
  try {
    return { ok: true, file: read(decodeText(bytes).text) };
  } catch (error) {
    if (error instanceof UnreadablePabulib) return { ok: false, problem: error.problem };
    throw error;
  }
};

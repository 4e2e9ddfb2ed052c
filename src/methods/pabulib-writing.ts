import { stringify } from "csv-stringify/sync";
import type { BallotFile, BallotOption, Marks } from "./ballot.ts";
import { electorateOf, readingOf } from "./equal-shares-electorate.ts";

/** What the file is about, beside the sheets. */
export type PabulibMeta = {
  readonly country: string;
  readonly unit: string;
  readonly instance: string;
  readonly language: string;
  /** Days as the format writes them: 24.11.2026. */
  readonly begins: string;
  readonly ends: string;
};

const voteTypes = { approval: "approval", points: "cumulative", ranking: "ordinal" } as const;
type FundPaper = keyof typeof voteTypes;

const isFundPaper = (paper: string): paper is FundPaper => paper in voteTypes;

/** Cents as the format writes amounts. */
const inEuros = (cents: number): string =>
  cents % 100 === 0
    ? String(cents / 100)
    : `${Math.floor(cents / 100)}.${String(cents % 100).padStart(2, "0")}`;

/** Ids, best first; null if two have the same place, which the format cannot say. */
const ranked = (marks: Marks): readonly string[] | null => {
  const places = Object.entries(marks).sort(([, one], [, other]) => one - other);
  return new Set(Object.values(marks)).size === places.length ? places.map(([id]) => id) : null;
};

const sheetCells = (
  paper: FundPaper,
  options: readonly BallotOption[],
  marks: Marks,
): readonly string[] | null => {
  const known = options.filter(({ id }) => (marks[id] ?? 0) > 0).map(({ id }) => id);
  if (paper === "approval") return [known.join(",")];
  if (paper === "points") return [known.join(","), known.map((id) => marks[id]).join(",")];
  const order = ranked(marks);
  return order && [order.join(",")];
};

/** The words after `anlaufstelle` with which our command line counts the written file by this rule; null: no fund. */
export const countingWords = (rule: BallotFile["rule"], name: string): string | null => {
  if (rule.kind === "greedy")
    return `tally greedy ${name}${rule.leastVotes > 0 ? ` --least-votes ${rule.leastVotes}` : ""}`;
  if (rule.kind !== "equalShares") return null;
  return [
    `tally equal-shares ${name}`,
    `--utility ${rule.utility}`,
    `--completion ${rule.completion}`,
    `--step ${inEuros(rule.step)}`,
    ...(rule.thenByVotes ? ["--then-by-votes"] : []),
    ...(rule.comparison ? ["--comparison"] : []),
    ...(rule.leastVotes > 0 ? [`--least-votes ${rule.leastVotes}`] : []),
  ].join(" ");
};

const ruleWords = (rule: BallotFile["rule"]): readonly (readonly [string, string])[] => {
  const name =
    rule.kind !== "equalShares" ? "greedy" : rule.completion === "none" ? "equalshares" : "equalshares/add1";
  const words = countingWords(rule, "FILE.pb");
  return [
    ["rule", name],
    ...(words ? [["comment", `#1: To count again: anlaufstelle ${words}`] as const] : []),
  ];
};

const idsFit = (options: readonly BallotOption[]): boolean => options.every(({ id }) => !/[,;"\s]/u.test(id));

/**
 * A fund's ballot in the format of pabulib.org; null where the format cannot say it: a ballot that gives out no money,
 * equal places in a ranking. Voters are their receipts.
 */
export const writePabulib = (
  file: BallotFile,
  meta: PabulibMeta,
  winners: readonly string[] | null = null,
): string | null => {
  const { rule, options } = file;
  if ((rule.kind !== "equalShares" && rule.kind !== "greedy") || !isFundPaper(rule.paper) || !idsFit(options))
    return null;
  const { paper } = rule;
  const rows = file.sheets.map(({ receipt, marks }) => [receipt, sheetCells(paper, options, marks)] as const);
  if (rows.some(([, cells]) => cells === null)) return null;
  const reading = readingOf({ paper, utility: "cardinality", most: rule.most });
  const { backings } = electorateOf(
    options,
    file.sheets.map(({ marks }) => marks),
    reading,
  );
  const isScored = paper !== "approval";
  const table = [
    ["META"],
    ["key", "value"],
    ["description", file.title],
    ["country", meta.country],
    ["unit", meta.unit],
    ["instance", meta.instance],
    ["num_projects", String(options.length)],
    ["num_votes", String(file.sheets.length)],
    ["budget", inEuros(rule.budget)],
    ["vote_type", voteTypes[paper]],
    ...ruleWords(rule),
    ["date_begin", meta.begins],
    ["date_end", meta.ends],
    ...(paper === "approval" && rule.most > 0 ? [["max_length", String(rule.most)]] : []),
    ...(paper === "points" && rule.most > 0 ? [["max_sum_points", String(rule.most)]] : []),
    ["language", meta.language],
    ["currency", "EUR"],
    ["PROJECTS"],
    [
      "project_id",
      "cost",
      "votes",
      ...(isScored ? ["score"] : []),
      "name",
      "list_number",
      ...(winners ? ["selected"] : []),
    ],
    ...options.map(({ id, title, cost = 0 }, index) => [
      id,
      inEuros(cost),
      String(backings[index]?.approvers ?? 0),
      ...(isScored ? [String(backings[index]?.score ?? 0)] : []),
      title,
      String(index + 1),
      ...(winners ? [winners.includes(id) ? "1" : "0"] : []),
    ]),
    ["VOTES"],
    ["voter_id", "vote", ...(paper === "points" ? ["points"] : [])],
    ...rows.map(([receipt, cells]) => [receipt, ...(cells ?? [])]),
  ];
  return stringify(table, { delimiter: ";", record_delimiter: "\n" });
};

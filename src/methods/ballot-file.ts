import type { BallotFile, BallotOption, BallotRule, Marks, PublishedSheet } from "./ballot.ts";
import { checkMarks } from "./ballot-marks.ts";
import type { Seal } from "./ballot-seal.ts";

/** A published ballot as it is downloaded: what was asked, every sheet, and the seal. */
export type SealedFile = { readonly file: BallotFile; readonly seal: Seal };

/** Why a file cannot be counted, with the place where. */
export type FileProblem = {
  readonly because:
    | "notJson"
    | "shape"
    | "rule"
    | "option"
    | "doubleOption"
    | "receipt"
    | "doubleReceipt"
    | "marks"
    | "tooMany";
  /** "sheets[17]" */
  readonly at: string;
};

const mostSheets = 200_000;
/** All points of all sheets can still be summed exactly. */
const mostPoints = 1_000_000_000;

/** The published file: JSON, one sheet a line. */
export const writeBallotFile = ({ file, seal }: SealedFile): string => {
  const { sheets, ...header } = file;
  const head = JSON.stringify({ ...header, ...seal }, null, 2).slice(0, -2);
  const lines = sheets.map((sheet) => `    ${JSON.stringify(sheet)}`).join(",\n");
  return `${head},\n  "sheets": [\n${lines}\n  ]\n}\n`;
};

type Read<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problem: FileProblem };
const wrong = (because: FileProblem["because"], at: string) =>
  ({ ok: false, problem: { because, at } }) as const;

type Plain = Readonly<Record<string, unknown>>;
const isPlain = (value: unknown): value is Plain =>
  typeof value === "object" && value !== null && !Array.isArray(value);
const isText = (value: unknown): value is string => typeof value === "string";
const isCount = (value: unknown): value is number =>
  typeof value === "number" && Number.isSafeInteger(value) && value >= 0;

// What each rule must say, so that it can be counted; what else a file says of it stays in the sealed header.
const paperOf: Readonly<Record<BallotRule["kind"], readonly string[]>> = {
  majority: ["yesNo"],
  approval: ["approval"],
  points: ["points"],
  schulze: ["ranking"],
  irv: ["ranking"],
  stv: ["ranking"],
  consensing: ["resistance"],
  equalShares: ["approval", "points", "ranking"],
  greedy: ["approval", "points", "ranking"],
};
const countsOf: Readonly<Record<BallotRule["kind"], readonly string[]>> = {
  majority: ["quorum"],
  approval: ["seats", "most"],
  points: ["seats", "points", "mostEach"],
  schulze: [],
  irv: [],
  stv: ["seats"],
  consensing: ["needed"],
  equalShares: ["budget", "leastVotes", "step", "most"],
  greedy: ["budget", "leastVotes", "most"],
};

const isKind = (value: unknown): value is BallotRule["kind"] =>
  isText(value) && Object.hasOwn(paperOf, value);

const isShare = (value: unknown): boolean =>
  value === "moreThanHalf" ||
  (isPlain(value) && isCount(value["of"]) && isCount(value["parts"]) && value["of"] > 0);

const isRule = (value: unknown): value is BallotRule => {
  if (!isPlain(value) || !isKind(value["kind"])) return false;
  const { kind } = value;
  if (!isText(value["paper"]) || !paperOf[kind].includes(value["paper"])) return false;
  if (!countsOf[kind].every((name) => isCount(value[name]))) return false;
  if (kind === "majority") return isShare(value["passes"]);
  if (kind === "points") return Number(value["points"]) <= mostPoints;
  if (kind === "consensing") return isText(value["passive"]);
  if (kind === "schulze" || kind === "irv")
    return value["statusQuo"] === undefined || isText(value["statusQuo"]);
  if (kind !== "equalShares") return true;
  return (
    (value["completion"] === "none" || Number(value["step"]) > 0) &&
    ["cost", "cardinality", "given"].includes(String(value["utility"])) &&
    ["none", "add1", "add1-exhaustive"].includes(String(value["completion"])) &&
    typeof value["thenByVotes"] === "boolean" &&
    typeof value["comparison"] === "boolean"
  );
};

// In the text that is sealed, these part one thing from the next.
const isPart = (text: string): boolean => text !== "" && !/[=;\n\r]/u.test(text);

/** Options the rule itself speaks of. */
const namedBy = (rule: BallotRule): readonly string[] => {
  if (rule.kind === "consensing") return [rule.passive];
  return (rule.kind === "schulze" || rule.kind === "irv") && rule.statusQuo !== undefined
    ? [rule.statusQuo]
    : [];
};

const readOptions = (value: unknown, rule: BallotRule): Read<readonly BallotOption[]> => {
  if (!Array.isArray(value)) return wrong("shape", "options");
  const money = rule.kind === "equalShares" || rule.kind === "greedy";
  const seen = new Set<string>();
  const options: BallotOption[] = [];
  for (const [index, option] of value.entries()) {
    const at = `options[${index}]`;
    if (!isPlain(option) || !isText(option["id"]) || !isText(option["title"])) return wrong("option", at);
    const { id, title, cost } = option;
    if (!isPart(id)) return wrong("option", at);
    if (cost !== undefined && !(isCount(cost) && cost > 0)) return wrong("option", at);
    if (money && cost === undefined) return wrong("option", at);
    if (seen.has(id)) return wrong("doubleOption", at);
    seen.add(id);
    options.push(cost === undefined ? { id, title } : { id, title, cost });
  }
  if (!namedBy(rule).every((id) => seen.has(id))) return wrong("rule", "rule");
  return { ok: true, value: options };
};

const readMarks = (value: unknown): Marks | undefined => {
  if (!isPlain(value)) return undefined;
  return Object.values(value).every((mark) => typeof mark === "number") ? (value as Marks) : undefined;
};

const readSheets = (
  value: unknown,
  rule: BallotRule,
  options: readonly BallotOption[],
): Read<readonly PublishedSheet[]> => {
  if (!Array.isArray(value)) return wrong("shape", "sheets");
  if (value.length > mostSheets) return wrong("tooMany", "sheets");
  const seen = new Set<string>();
  const sheets: PublishedSheet[] = [];
  for (const [index, sheet] of value.entries()) {
    const at = `sheets[${index}]`;
    if (!isPlain(sheet) || !isText(sheet["receipt"]) || !isPart(sheet["receipt"]))
      return wrong("receipt", at);
    const { receipt, name } = sheet;
    if (seen.has(receipt)) return wrong("doubleReceipt", at);
    seen.add(receipt);
    const marks = readMarks(sheet["marks"]);
    if (!marks || checkMarks(rule, options, marks).length > 0) return wrong("marks", at);
    sheets.push(isText(name) ? { receipt, marks, name } : { receipt, marks });
  }
  return { ok: true, value: sheets };
};

const readSeal = ({ seal, links }: Plain): Seal | undefined => {
  if (!isText(seal) || !Array.isArray(links)) return undefined;
  const isLink = (link: unknown) => isPlain(link) && isCount(link["after"]) && isText(link["hash"]);
  return links.every(isLink) ? { seal, links } : undefined;
};

const parse = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

/** Reads a published file as strictly as it was written: a file that counts here counts the same everywhere. */
export const readBallotFile = (text: string): Read<SealedFile> => {
  const value = parse(text);
  if (!isPlain(value)) return wrong("notJson", "");
  const { version, id, title, rule, entitled, invalid } = value;
  if (version !== 1 || !isText(id) || !isText(title)) return wrong("shape", "version, id, title");
  if (!isCount(entitled) || !isCount(invalid)) return wrong("shape", "entitled, invalid");
  if (!isRule(rule)) return wrong("rule", "rule");
  const options = readOptions(value["options"], rule);
  if (!options.ok) return options;
  const sheets = readSheets(value["sheets"], rule, options.value);
  if (!sheets.ok) return sheets;
  const seal = readSeal(value);
  if (!seal) return wrong("shape", "seal, links");
  const file: BallotFile = {
    version,
    id,
    title,
    rule,
    options: options.value,
    sheets: sheets.value,
    entitled,
    invalid,
  };
  return { ok: true, value: { file, seal } };
};

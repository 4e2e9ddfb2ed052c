import type { Choice, Words } from "./questionnaire.ts";
import { type Fault, type FaultKind, type Loss, type Lost, languageOf } from "./questionnaire-conversion.ts";
import type { Sheet } from "./workbook-file.ts";

/** One row of a sheet by its headings; `words` are the columns that exist once for each language. */
export type Line = {
  readonly sheet: string;
  readonly row: number;
  readonly cells: Readonly<Record<string, string>>;
  readonly words: (column: string) => Words | undefined;
};

export type Table = {
  readonly lines: readonly Line[];
  /** The headings as they are understood, with the language where they have one. */
  readonly columns: readonly {
    readonly name: string;
    readonly language: string | undefined;
    readonly typed: string;
  }[];
};

/** A choice of a list with the other columns of its row, by which lists are filtered. */
export type ListedChoice = Choice & { readonly cells: Readonly<Record<string, string>> };
export type ChoiceLists = ReadonlyMap<string, readonly ListedChoice[]>;

/** Collects what is wrong and what is lost in one file. */
export type Findings = {
  readonly problems: Fault[];
  readonly lost: Lost[];
  readonly fault: (line: Pick<Line, "sheet" | "row">, where: string, what: string, why: FaultKind) => void;
  readonly lose: (where: string, what: string, why: Loss) => void;
};

export const newFindings = (): Findings => {
  const problems: Fault[] = [];
  const lost: Lost[] = [];
  return {
    problems,
    lost,
    fault: ({ sheet, row }, where, what, why) => {
      problems.push({ sheet, row, where, what: what.slice(0, 200), why });
    },
    lose: (where, what, why) => {
      lost.push({ where, what: what.slice(0, 200), why });
    },
  };
};

const aliases: Readonly<Record<string, string>> = {
  caption: "label",
  relevance: "relevant",
  calculate: "calculation",
  "list name": "list_name",
  "constraint message": "constraint_message",
  constraint_msg: "constraint_message",
  "required message": "required_message",
  requiredmsg: "required_message",
  "choice filter": "choice_filter",
  "read only": "read_only",
  readonly: "read_only",
  command: "type",
  tag: "name",
  id_string: "form_id",
  title: "form_title",
  "default language": "default_language",
};

/** Columns that speak once for each language. */
const spoken = new Set([
  "label",
  "hint",
  "constraint_message",
  "required_message",
  "guidance_hint",
  "image",
  "audio",
  "video",
  "big-image",
]);

const headingOf = (typed: string): { name: string; language: string | undefined; typed: string } => {
  const [first = "", ...rest] = typed.split(/::?/u).map((part) => part.trim());
  const isMedia = first.toLowerCase() === "media" && rest.length > 0;
  const plain = (isMedia ? (rest.shift() ?? "") : first).toLowerCase().replace(/\s+/gu, " ");
  const name = aliases[plain] ?? plain;
  if (rest.length === 0) return { name, language: undefined, typed };
  return spoken.has(name)
    ? { name, language: languageOf(rest.join(":")) ?? "default", typed }
    : { name: typed.toLowerCase(), language: undefined, typed };
};

/** A sheet by its first row; two columns of one heading are refused, for nobody knows which is meant. */
export const tableOf = (sheet: Sheet, first: string, findings: Findings): Table => {
  const [heading, ...body] = sheet.rows;
  const columns = (heading?.cells ?? []).map(headingOf);
  const known = new Map<string, string>();
  for (const { name, language, typed } of columns) {
    const key = `${name}::${language ?? ""}`;
    if (name !== "" && known.has(key))
      findings.fault({ sheet: sheet.name, row: heading?.row ?? 1 }, typed, typed, "doubleColumn");
    known.set(key, typed);
  }
  const lines = body.map(({ row, cells }): Line => {
    const plain: Record<string, string> = {};
    const byLanguage = new Map<string, Record<string, string>>();
    for (const [index, { name, language }] of columns.entries()) {
      const text = cells[index] ?? "";
      if (text === "" || name === "") continue;
      if (!spoken.has(name)) {
        plain[name] = text;
        continue;
      }
      const words = byLanguage.get(name) ?? {};
      words[language === undefined || language === "default" ? first : language] ??= text;
      byLanguage.set(name, words);
    }
    return { sheet: sheet.name, row, cells: plain, words: (column) => byLanguage.get(column) };
  });
  return { lines, columns };
};

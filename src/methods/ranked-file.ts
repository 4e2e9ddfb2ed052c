import type { BallotOption } from "./ballot.ts";
import type { RankedSheet } from "./ranked-sheets.ts";

/** Ranked sheets as other programs keep them. */
export type RankedFile = {
  readonly title: string;
  readonly seats: number;
  readonly options: readonly BallotOption[];
  readonly sheets: readonly RankedSheet[];
  /** Left out of the count, by their place in the list. */
  readonly withdrawn: readonly number[];
  /** By whom ties are broken: who stands first in it goes first when somebody has to go. */
  readonly ties: readonly number[];
  /** Sheets on which nothing is ranked. */
  readonly blank: number;
};

export type RankedProblem = {
  readonly because: "empty" | "head" | "weight" | "option" | "twice" | "end" | "names" | "line" | "tooMany";
  readonly line: number;
};

type Read =
  | { readonly ok: true; readonly value: RankedFile }
  | { readonly ok: false; readonly problem: RankedProblem };
const wrong = (because: RankedProblem["because"], line: number): Read => ({
  ok: false,
  problem: { because, line },
});

const mostOptions = 1_000;
const wholeNumber = /^\d{1,9}$/u;
// So many votes can still be counted exactly to five decimals.
const mostVotes = 10_000_000_000;

const isTooMuch = (sheets: readonly RankedSheet[]): boolean =>
  sheets.reduce((sum, { weight }) => sum + weight, 0) > mostVotes;

type Token = { readonly text: string; readonly line: number };

// Comments run from "#" to the end of the line; names stand in quotation marks, and may hold anything but those.
const tokensOf = (text: string): Token[] =>
  text.split(/\r\n|\r|\n/u).flatMap((row, index) => {
    const plain = row.replace(/"[^"]*"|#.*$/gu, (part) => (part.startsWith("#") ? "" : part));
    const tokens = plain.match(/"[^"]*"|\[[^\]]*\]|[^\s"[\]]+/gu) ?? [];
    return tokens.map((token) => ({ text: token, line: index + 1 }));
  });

// "3=4" are equal places.
const groupIn = (text: string, size: number): readonly number[] | undefined => {
  const options = text.split("=").map((part) => (wholeNumber.test(part) ? Number(part) - 1 : -1));
  return options.every((option) => option >= 0 && option < size) ? options : undefined;
};

const isTwice = (groups: readonly (readonly number[])[]): boolean =>
  new Set(groups.flat()).size < groups.flat().length;

/** The lines of sheets of a .blt file, from `start` to the line "0". */
const readSheets = (tokens: readonly Token[], start: number, size: number) => {
  const sheets: RankedSheet[] = [];
  let blank = 0;
  let at = start;
  for (;;) {
    const first = tokens[at];
    if (!first) return { problem: { because: "end", line: tokens.at(-1)?.line ?? 0 } as const };
    at += 1;
    if (first.text === "0") return { sheets, blank, at };
    const weight = wholeNumber.test(first.text) ? Number(first.text) : 0;
    if (weight < 1) return { problem: { because: "weight", line: first.line } as const };
    const groups: (readonly number[])[] = [];
    for (;;) {
      const token = tokens[at];
      if (!token) return { problem: { because: "end", line: first.line } as const };
      at += 1;
      if (token.text === "0") break;
      // "-" is a place that was left empty.
      if (token.text === "-") continue;
      const group = groupIn(token.text, size);
      if (!group) return { problem: { because: "option", line: token.line } as const };
      groups.push(group);
    }
    if (isTwice(groups)) return { problem: { because: "twice", line: first.line } as const };
    if (groups.length === 0) blank += weight;
    else sheets.push({ weight, groups });
  }
};

const isName = (token: Token): boolean => token.text.startsWith('"');
const nameIn = (token: Token | undefined): string => token?.text.replaceAll('"', "") ?? "";

/** What stands between the head and the sheets: "-4" or "[withdrawn 4]", "[tie 3 2 1]". */
const remarksIn = (tokens: readonly Token[], size: number) => {
  const withdrawn: number[] = [];
  let ties = Array.from({ length: size }, (_, option) => option);
  let count = 0;
  for (const { text, line } of tokens) {
    if (!/^-\d+$|^\[/u.test(text)) break;
    count += 1;
    const options = (text.match(/\d+/gu) ?? []).map((number) => Number(number) - 1);
    if (options.some((option) => option < 0 || option >= size))
      return { problem: { because: "option", line } as const };
    if (/^-|^\[withdrawn/u.test(text)) withdrawn.push(...options);
    if (text.startsWith("[tie")) ties = [...new Set([...options, ...ties])];
  }
  return { withdrawn, ties, count };
};

/**
 * Reads a .blt file (OpenSTV, OPAVote, Scottish councils): "options seats", withdrawn options as negative numbers,
 * sheets as "weight place place 0", "0", names, title. Without names, numbers stand for them.
 */
export const readBlt = (text: string): Read => {
  const tokens = tokensOf(text.replace(/^\uFEFF/u, ""));
  const [first, second] = tokens;
  if (!first || !second) return wrong("empty", 1);
  if (!wholeNumber.test(first.text) || !wholeNumber.test(second.text)) return wrong("head", first.line);
  const [size, seats] = [Number(first.text), Number(second.text)];
  if (size < 1 || seats < 1) return wrong("head", first.line);
  if (size > mostOptions) return wrong("tooMany", first.line);
  const remarks = remarksIn(tokens.slice(2), size);
  if ("problem" in remarks) return { ok: false, problem: remarks.problem };
  const { withdrawn, ties } = remarks;
  const read = readSheets(tokens, 2 + remarks.count, size);
  if (read.problem) return { ok: false, problem: read.problem };
  if (isTooMuch(read.sheets)) return wrong("tooMany", first.line);
  const names = tokens.slice(read.at).filter(isName);
  if (names.length > 0 && names.length < size) return wrong("names", names.at(-1)?.line ?? 0);
  const options = Array.from({ length: size }, (_, index) => ({
    id: String(index + 1),
    title: nameIn(names[index]) || String(index + 1),
  }));
  const { sheets, blank } = read;
  return { ok: true, value: { title: nameIn(names[size]), seats, options, withdrawn, ties, sheets, blank } };
};

/** Writes ranked sheets as a .blt file; equal places as "3=4". */
export const writeBlt = ({ title, seats, options, sheets, withdrawn, ties, blank }: RankedFile): string => {
  const quoted = (text: string) => `"${text.replaceAll('"', "'").replace(/\s+/gu, " ")}"`;
  const lines = sheets.map(
    ({ weight, groups }) =>
      `${weight} ${groups.map((group) => group.map((option) => option + 1).join("=")).join(" ")} 0`,
  );
  return [
    `${options.length} ${seats}`,
    ...withdrawn.map((option) => `-${option + 1}`),
    // Few programs know this line: it is written only where ties are not broken in the usual order.
    ...(ties.some((option, index) => option !== index)
      ? [`[tie ${ties.map((option) => option + 1).join(" ")}]`]
      : []),
    ...lines,
    ...(blank > 0 ? [`${blank} 0`] : []),
    "0",
    ...options.map((option) => quoted(option.title)),
    quoted(title),
    "",
  ].join("\n");
};

/** Reads the files of PrefLib: .soc, .soi, .toc, .toi ("# ALTERNATIVE NAME 1: …", then "count: 1,{2,3}"). */
export const readPrefLib = (text: string): Read => {
  const rows = text.replace(/^\uFEFF/u, "").split(/\r\n|\r|\n/u);
  const names = new Map<number, string>();
  const sheets: RankedSheet[] = [];
  let title = "";
  for (const [index, row] of rows.entries()) {
    const name = /^#\s*ALTERNATIVE NAME (\d{1,4}):\s*(.*)$/u.exec(row);
    if (name) names.set(Number(name[1]) - 1, (name[2] ?? "").trim());
    title = /^#\s*TITLE:\s*(.*)$/u.exec(row)?.[1]?.trim() ?? title;
    if (row.startsWith("#") || row.trim() === "") continue;
    const parts = /^\s*(\d{1,9})\s*:\s*(.+)$/u.exec(row);
    if (!parts) return wrong("line", index + 1);
    if (!/^(\{[^{}]*\}|[^{}])*$/u.test(parts[2] ?? "")) return wrong("line", index + 1);
    const groups = (parts[2] ?? "").match(/\{[^}]*\}|[^,{}\s]+/gu) ?? [];
    const ranked = groups.map((group) =>
      groupIn(group.replace(/[{}\s]/gu, "").replaceAll(",", "="), names.size),
    );
    if (ranked.some((group) => !group)) return wrong("option", index + 1);
    const sheet = ranked as readonly (readonly number[])[];
    if (isTwice(sheet)) return wrong("twice", index + 1);
    if (Number(parts[1]) < 1) return wrong("weight", index + 1);
    sheets.push({ weight: Number(parts[1]), groups: sheet });
  }
  if (names.size === 0) return wrong("head", 1);
  if (isTooMuch(sheets)) return wrong("tooMany", 1);
  const options = Array.from({ length: names.size }, (_, index) => ({
    id: String(index + 1),
    title: names.get(index) ?? String(index + 1),
  }));
  const ties = options.map((_, index) => index);
  return { ok: true, value: { title, seats: 1, options, sheets, withdrawn: [], ties, blank: 0 } };
};

/** Writes ranked sheets for PrefLib: strict ones as .soi, with equal places as .toc or .toi. */
export const writePrefLib = ({ title, options, sheets }: RankedFile): string => {
  const people = sheets.reduce((sum, { weight }) => sum + weight, 0);
  const line = (text: string) => text.replace(/\s+/gu, " ").trim();
  const order = (groups: RankedSheet["groups"]) =>
    groups
      .map((group) => {
        const names = group.map((option) => option + 1).join(",");
        return group.length > 1 ? `{${names}}` : names;
      })
      .join(",");
  return [
    `# TITLE: ${line(title)}`,
    `# NUMBER ALTERNATIVES: ${options.length}`,
    `# NUMBER VOTERS: ${people}`,
    `# NUMBER UNIQUE ORDERS: ${sheets.length}`,
    ...options.map((option, index) => `# ALTERNATIVE NAME ${index + 1}: ${line(option.title)}`),
    ...sheets.map(({ weight, groups }) => `${weight}: ${order(groups)}`),
    "",
  ].join("\n");
};

/**
 * The same as it is counted: without its withdrawn options, and in the order that breaks ties – whoever goes first
 * when somebody has to go stands last.
 */
export const readyToCount = (file: RankedFile): RankedFile => {
  const left = file.ties.toReversed().filter((option) => !file.withdrawn.includes(option));
  const place = new Map(left.map((option, index) => [option, index]));
  const sheets = file.sheets.map(({ weight, groups }) => ({
    weight,
    groups: groups
      .map((group) => group.flatMap((option) => place.get(option) ?? []))
      .filter((group) => group.length > 0),
  }));
  const empty = sheets.filter(({ groups }) => groups.length === 0);
  return {
    ...file,
    options: left.flatMap((index) => file.options[index] ?? []),
    withdrawn: [],
    ties: left.map((_, index) => index).toReversed(),
    sheets: sheets.filter(({ groups }) => groups.length > 0),
    blank: file.blank + empty.reduce((sum, { weight }) => sum + weight, 0),
  };
};

import type { Expression } from "./expression.ts";
import { namesIn } from "./expression-value.ts";
import type { Questionnaire, Words } from "./questionnaire.ts";

/** Why something of a file could not be taken over as it was. */
export const losses = [
  "kind",
  "asText",
  "preset",
  "condition",
  "filter",
  "check",
  "requiredWhen",
  "requiredPart",
  "calculation",
  "repeat",
  "metadata",
  "column",
  "setting",
  "media",
  "missing",
  "readOnly",
  "choicesElsewhere",
  "noChoices",
  "renamed",
  "comment",
  "trigger",
  "quota",
  "steps",
  "clock",
  "lookup",
  "limit",
  "program",
  "longText",
  "weights",
] as const;
export type Loss = (typeof losses)[number];

/** One thing that was not taken over: at which question, what it was, and why. */
export type Lost = { readonly where: string; readonly what: string; readonly why: Loss };

/** Why a file cannot be taken over at all. */
export const faults = [
  "unreadable",
  "kindOfFile",
  "oldExcel",
  "tooLarge",
  "declaration",
  "noSurveySheet",
  "noColumn",
  "doubleColumn",
  "noName",
  "doubleName",
  "noType",
  "unknownType",
  "noList",
  "unknownList",
  "doubleChoice",
  "noChoiceName",
  "groupNotClosed",
  "groupNotOpen",
  "expression",
  "unknownName",
  "noCalculation",
  "empty",
  "shape",
] as const;
export type FaultKind = (typeof faults)[number];

/** What is wrong with a file: in which sheet and row, at which question or column, and why. */
export type Fault = {
  readonly sheet?: string | undefined;
  readonly row?: number | undefined;
  readonly where: string;
  readonly what: string;
  readonly why: FaultKind;
};

/** What became of a file. `names` leads from the names of the file to ours ("question" or "question.row"). */
export type Conversion =
  | {
      readonly ok: true;
      readonly questionnaire: Questionnaire;
      readonly lost: readonly Lost[];
      readonly names: Readonly<Record<string, string>>;
    }
  | { readonly ok: false; readonly problems: readonly Fault[] };

/** Refused for one reason. */
export const unfit = (why: FaultKind, fault: Partial<Fault> = {}): Conversion => ({
  ok: false,
  problems: [{ where: "", what: "", ...fault, why }],
});

const letters: Readonly<Record<string, string>> = {
  ä: "ae",
  ö: "oe",
  ü: "ue",
  Ä: "Ae",
  Ö: "Oe",
  Ü: "Ue",
  ß: "ss",
};

/** A name that may stand as one of ours, as close to the given one as can be. */
export const identifierOf = (name: string): string => {
  const plain = name
    .trim()
    .replace(/[äöüÄÖÜß]/gu, (letter) => letters[letter] ?? letter)
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .replace(/[^A-Za-z0-9_.-]+/gu, "_")
    .replace(/^_+|_+$/gu, "")
    .slice(0, 80);
  const kept = /^[A-Za-z_][A-Za-z0-9_.-]*$/u.test(name) && name.length <= 100 ? name : plain;
  return /^[A-Za-z_]/u.test(kept) ? kept : `q_${kept}`;
};

/** Gives out each name once. */
export const nameGiver = (): ((wanted: string) => string) => {
  const taken = new Set<string>();
  return (wanted) => {
    const base = identifierOf(wanted);
    let name = base;
    for (let n = 2; taken.has(name); n += 1) name = `${base}_${n}`;
    taken.add(name);
    return name;
  };
};

/** Where an answer of the file lies with us: under a question, or in one line of a table of questions. */
export type Place = { readonly of: string; readonly row?: string | undefined };

/** The same expression with the names of the file replaced by ours; the name that leads nowhere otherwise. */
export const withOurNames = (
  expression: Expression,
  place: (name: string) => Place | undefined,
): { readonly ok: true; readonly expression: Expression } | { readonly ok: false; readonly name: string } => {
  const whole = (of: string, row: string | undefined): string => (row === undefined ? of : `${of}.${row}`);
  let unknown: string | undefined;
  const expressionOf = mapAnswers(expression, ({ of, row }) => {
    const exact = place(whole(of, row));
    if (exact) return { is: "answer", ...exact };
    const outer = row === undefined ? undefined : place(of);
    if (outer && outer.row === undefined) return { is: "answer", of: outer.of, row };
    unknown ??= whole(of, row);
    return { is: "answer", of, row };
  });
  return unknown === undefined ? { ok: true, expression: expressionOf } : { ok: false, name: unknown };
};

/** The same tree with each answer replaced. */
export const mapAnswers = (
  expression: Expression,
  change: (answer: Extract<Expression, { is: "answer" }>) => Expression,
): Expression => {
  if (namesIn(expression).length === 0) return expression;
  const inner = (part: Expression): Expression => mapAnswers(part, change);
  switch (expression.is) {
    case "answer":
      return change(expression);
    case "value":
    case "this":
      return expression;
    case "and":
    case "or":
      return { is: expression.is, of: expression.of.map(inner) };
    case "call":
      return { is: "call", name: expression.name, of: expression.of.map(inner) };
    case "not":
    case "empty":
    case "count":
      return { is: expression.is, of: inner(expression.of) };
    case "compare":
      return { ...expression, left: inner(expression.left), right: inner(expression.right) };
    case "arithmetic":
      return { ...expression, left: inner(expression.left), right: inner(expression.right) };
    case "selected":
      return { is: "selected", list: inner(expression.list), value: inner(expression.value) };
    case "matches":
      return { ...expression, text: inner(expression.text) };
    case "if":
      return { is: "if", when: inner(expression.when), yes: inner(expression.yes), no: inner(expression.no) };
  }
};

/** All of these conditions at once; nothing where there is none. */
export const allOf = (...conditions: readonly (Expression | undefined)[]): Expression | undefined => {
  const of = conditions.filter((condition) => condition !== undefined);
  return of.length > 1 ? { is: "and", of } : of[0];
};

/** "Sonstiges, und zwar" in the languages of a questionnaire. */
export const otherWords = (languages: readonly string[]): Words => {
  const known: Readonly<Record<string, string>> = {
    de: "Sonstiges, und zwar",
    en: "Other, namely",
    pl: "Inne, a mianowicie",
    "de-x-easy": "Etwas anderes",
  };
  const words = Object.fromEntries(
    languages.flatMap((language) => {
      const word = known[language];
      return word === undefined ? [] : [[language, word]];
    }),
  );
  return Object.keys(words).length > 0 ? words : { [languages[0] ?? "de"]: "Other, namely" };
};

/** The language that a heading means: "Deutsch (de)", "English", "de"; "default" means none. */
export const languageOf = (text: string): string | undefined => {
  const typed = text.trim();
  const code = /\(([A-Za-z][A-Za-z0-9-]{1,19})\)\s*$/u.exec(typed)?.[1] ?? typed;
  const plain = code.toLowerCase();
  const named: Readonly<Record<string, string>> = {
    deutsch: "de",
    german: "de",
    english: "en",
    englisch: "en",
    polski: "pl",
    polish: "pl",
    polnisch: "pl",
    sorbisch: "hsb",
    hornjoserbsce: "hsb",
    "leichte sprache": "de-x-easy",
    "de-easy": "de-x-easy",
    "de-informal": "de",
  };
  if (plain === "" || plain === "default") return undefined;
  const known = named[plain] ?? plain.replace(/[^a-z0-9-]+/gu, "-").slice(0, 20);
  return known.length >= 2 ? known : undefined;
};

import type { Expression } from "./expression.ts";
import { readXpath } from "./expression-xpath.ts";
import type { Choice, Question, Words } from "./questionnaire.ts";
import { type Loss, otherWords } from "./questionnaire-conversion.ts";
import type { ChoiceLists, Findings, Line, ListedChoice } from "./questionnaire-xlsform-table.ts";
import type { Plain, RowType } from "./questionnaire-xlsform-type.ts";
import {
  boundsIn,
  filterFor,
  isNo,
  isYes,
  parametersIn,
  plainXlsText,
  withPlainNames,
} from "./questionnaire-xlsform-words.ts";

export type Form = {
  readonly lists: ChoiceLists;
  readonly languages: readonly string[];
  readonly findings: Findings;
};

/** A call of a function that we do not have, or a way through the form: right there, but nothing we can follow. */
const leadsElsewhere = (text: string, word: string): boolean =>
  /\.\.|\[|\/\s*\w|\binstance\s*\(|\bcurrent\s*\(/u.test(text) ||
  (/^[A-Za-z_]/u.test(word) && new RegExp(`${word.replace(/[^\w:-]/gu, "")}\\s*\\(`, "u").test(text));

/** Reads one expression of a row; what is no expression is a fault, what we cannot follow is lost. */
export const expressionIn = (
  line: Line,
  column: string,
  name: string,
  why: Loss,
  { findings }: Form,
): Expression | undefined => {
  const text = line.cells[column];
  if (text === undefined || (column === "relevant" && isYes(text))) return undefined;
  const reading = readXpath(withPlainNames(text));
  if (reading.ok) return reading.expression;
  if (leadsElsewhere(text, reading.why.word)) findings.lose(name, text, why);
  else findings.fault(line, name, `${column}: ${text}`, "expression");
  return undefined;
};

type Asked = {
  readonly name: string;
  readonly label: Words;
  readonly hint: Words | undefined;
  readonly when: Expression | undefined;
  readonly required: boolean | undefined;
  readonly requiredText: Words | undefined;
  readonly checks: { rule: Expression; text: Words | undefined }[] | undefined;
};

const requiredIn = (line: Line, name: string, { findings }: Form): boolean | undefined => {
  const text = line.cells["required"] ?? "";
  if (isYes(text)) return true;
  if (!isNo(text)) findings.lose(name, text, "requiredWhen");
  return undefined;
};

const askedIn = (line: Line, name: string, form: Form): Asked => {
  const first = form.languages[0] ?? "de";
  const label = plainXlsText(line.words("label"));
  const hint = plainXlsText(line.words("hint"));
  const rule = expressionIn(line, "constraint", name, "check", form);
  const { findings } = form;
  if (line.cells["default"] !== undefined) findings.lose(name, line.cells["default"], "preset");
  if (isYes(line.cells["read_only"] ?? "")) findings.lose(name, "read_only", "readOnly");
  for (const column of ["image", "audio", "video", "big-image"])
    if (line.words(column)) findings.lose(name, column, "media");
  return {
    name,
    label: label ?? hint ?? { [first]: name },
    hint: label ? hint : undefined,
    when: expressionIn(line, "relevant", name, "condition", form),
    required: requiredIn(line, name, form),
    requiredText: plainXlsText(line.words("required_message")),
    checks: rule ? [{ rule, text: plainXlsText(line.words("constraint_message")) }] : undefined,
  };
};

/** Two rows of the same choice that are shown under different conditions are one choice of ours. */
const merged = (choices: readonly Choice[]): Choice[] => {
  const byValue = new Map<string, Choice>();
  for (const choice of choices) {
    const known = byValue.get(choice.value);
    if (!known) byValue.set(choice.value, choice);
    else if (known.when && choice.when)
      byValue.set(choice.value, { ...known, when: { is: "or", of: [known.when, choice.when] } });
    else byValue.set(choice.value, { value: known.value, label: known.label });
  }
  return [...byValue.values()];
};

const filtered = (listed: readonly ListedChoice[], line: Line, name: string, form: Form): Choice[] => {
  const filter = line.cells["choice_filter"];
  const plain = listed.map(({ value, label }): Choice => ({ value, label }));
  if (filter === undefined) return merged(plain);
  const columns = new Set(listed.flatMap(({ cells }) => Object.keys(cells)));
  const conditions = listed.map((choice) => filterFor(filter, choice, columns));
  if (conditions.some((condition) => condition === undefined)) {
    form.findings.lose(name, filter, "filter");
    return merged(plain);
  }
  return merged(plain.map((choice, index): Choice => ({ ...choice, when: conditions[index] })));
};

const unbounded = (asked: Asked): ReturnType<typeof bounded> => ({ asked, bounds: {} });

/** A question with a list of choices. */
export const fromList = (
  line: Line,
  name: string,
  type: Extract<RowType, { is: "list" }>,
  form: Form,
): Question | undefined => {
  const { findings, languages } = form;
  const listed = form.lists.get(type.list);
  if (!listed) {
    findings.fault(line, name, type.list, "unknownList");
    return undefined;
  }
  const given = askedIn(line, name, form);
  // One choice cannot be counted: such a rule stays as it is.
  const { asked, bounds } = type.kind === "single" ? unbounded(given) : bounded(given, "count");
  const all = filtered(listed, line, name, form);
  const most = type.kind === "ranking" ? 30 : 500;
  if (all.length > most) findings.lose(name, String(all.length), "limit");
  const choices = all.slice(0, most);
  const parameters = parametersIn(line.cells["parameters"] ?? "");
  const shuffled = isYes(parameters.get("randomize") ?? "") || undefined;
  if (type.kind === "ranking") {
    if (type.other) findings.lose(name, "or_other", "kind");
    if (choices.length > 1) return { kind: "ranking", ...asked, choices, most: bounds.most };
    findings.lose(name, type.list, "noChoices");
    return undefined;
  }
  const other = type.other ? otherWords(languages) : undefined;
  if (type.kind === "multiple") return { kind: "multiple", ...asked, choices, other, shuffled, ...bounds };
  const look = /\bminimal\b|\bautocomplete/u.test(line.cells["appearance"] ?? "") ? "menu" : undefined;
  return { kind: "single", ...asked, choices, other, shuffled, look };
};

/** Bounds that are stated without words of their own become those of the question. */
const bounded = (
  asked: Asked,
  of: "value" | "length" | "count",
): { readonly asked: Asked; readonly bounds: { readonly least?: number; readonly most?: number } } => {
  const [only, ...more] = asked.checks ?? [];
  const bounds = only && more.length === 0 && !only.text ? boundsIn(only.rule, of) : undefined;
  return bounds ? { asked: { ...asked, checks: undefined }, bounds } : { asked, bounds: {} };
};

const fromRange = (line: Line, asked: Asked, { findings }: Form): Question => {
  const parameters = parametersIn(line.cells["parameters"] ?? "");
  const number = (key: string, otherwise: number): number => {
    const value = Number(parameters.get(key) ?? otherwise);
    return Number.isFinite(value) ? value : otherwise;
  };
  const [from, to, step] = [number("start", 1), number("end", 10), number("step", 1)];
  const isWhole = [from, to, step].every(Number.isInteger);
  if (isWhole && step === 1 && from < to && to - from <= 20) return { kind: "scale", ...asked, from, to };
  if (step !== 1) findings.lose(asked.name, `${from}–${to}: ${step}`, "steps");
  return {
    kind: "number",
    ...asked,
    whole: isWhole || undefined,
    least: Math.min(from, to),
    most: Math.max(from, to),
  };
};

const fromText = (line: Line, given: Asked, kind: Plain, { findings }: Form): Question => {
  const { asked, bounds } = bounded(given, "length");
  if (kind === "time" || kind === "code") findings.lose(asked.name, line.cells["type"] ?? kind, "asText");
  const fits = bounds.most === undefined || (bounds.most >= 1 && bounds.most <= 10_000);
  return {
    kind: "text",
    ...(fits ? asked : given),
    long: /multiline/u.test(line.cells["appearance"] ?? "") || undefined,
    format: kind === "phone" ? "phone" : undefined,
    ...(fits ? { shortest: bounds.least, longest: bounds.most } : {}),
  };
};

/** A question that needs no list. */
export const fromPlain = (line: Line, name: string, kind: Plain, form: Form): Question | undefined => {
  const { findings, languages } = form;
  if (kind === "calculation") {
    if (line.cells["calculation"] === undefined) {
      findings.fault(line, name, "calculation", "noCalculation");
      return undefined;
    }
    const value = expressionIn(line, "calculation", name, "calculation", form);
    const when = expressionIn(line, "relevant", name, "condition", form);
    if (!value) return undefined;
    const label = plainXlsText(line.words("label")) ?? { [languages[0] ?? "de"]: name };
    const none: Expression = { is: "value", value: "" };
    return {
      kind: "calculation",
      name,
      label,
      value: when ? { is: "if", when, yes: value, no: none } : value,
    };
  }
  const given = askedIn(line, name, form);
  if (kind === "note")
    return {
      kind: "note",
      name,
      label: given.hint ? joined(given.label, given.hint) : given.label,
      when: given.when,
    };
  if (line.cells["calculation"] !== undefined) findings.lose(name, line.cells["calculation"], "preset");
  if (kind === "range") return fromRange(line, given, form);
  if (kind === "date" || kind === "moment") {
    if (kind === "moment") findings.lose(name, line.cells["type"] ?? kind, "clock");
    return { kind: "date", ...given };
  }
  if (kind === "agreed")
    return { kind: "single", ...given, choices: [{ value: "OK", label: { [languages[0] ?? "de"]: "OK" } }] };
  if (kind === "whole" || kind === "decimal") {
    const { asked, bounds } = bounded(given, "value");
    return { kind: "number", ...asked, ...bounds, whole: kind === "whole" || undefined };
  }
  return fromText(line, given, kind, form);
};

const joined = (label: Words, hint: Words): Words =>
  Object.fromEntries(
    Object.entries(label).map(([language, text]) => [
      language,
      hint[language] ? `${text}\n\n${hint[language]}` : text,
    ]),
  );

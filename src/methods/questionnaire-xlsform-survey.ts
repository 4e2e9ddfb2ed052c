import type { Expression } from "./expression.ts";
import type { Page, Question } from "./questionnaire.ts";
import { allOf, identifierOf, type Loss, nameGiver, type Place } from "./questionnaire-conversion.ts";
import { type Item, merge } from "./questionnaire-xlsform-matrix.ts";
import { expressionIn, type Form, fromList, fromPlain } from "./questionnaire-xlsform-question.ts";
import type { Line } from "./questionnaire-xlsform-table.ts";
import { type RowType, rowType } from "./questionnaire-xlsform-type.ts";
import { plainXlsText } from "./questionnaire-xlsform-words.ts";

type Segment = Omit<Page, "questions"> & { readonly items: Item[]; readonly table: boolean };
type Group = {
  readonly line: Line;
  readonly of: "group" | "repeat";
  readonly name: string;
  readonly when: Expression | undefined;
  /** Everything in it stands on one page. */
  readonly together: boolean;
  readonly names: Set<string>;
};

export type SurveySheet = {
  readonly pages: Page[];
  readonly places: ReadonlyMap<string, Place>;
  /** An expression asks for a name that leads nowhere: one that was lost, or one that never was. */
  readonly leadsNowhere: (where: string, name: string, why: Loss) => void;
};

/** How far the reading of the sheet has come. */
type Walk = {
  readonly form: Form;
  readonly places: Map<string, Place>;
  /** The row of each of our questions. */
  readonly rows: Map<string, Line>;
  /** Every name of the file, also of what is lost. */
  readonly declared: Set<string>;
  readonly segments: Segment[];
  readonly groups: Group[];
  readonly outside: Set<string>;
  readonly giveName: (wanted: string) => string;
  readonly givePage: (wanted: string) => string;
  current: Segment | undefined;
  repeat: { readonly depth: number; readonly name: string; readonly names: string[] } | undefined;
};

const begin = (walk: Walk, line: Line, of: Group["of"]): void => {
  const { form, groups } = walk;
  const name = line.cells["name"] ?? "";
  if (name === "") form.findings.fault(line, of, "name", "noName");
  walk.declared.add(name);
  const outer = groups.at(-1);
  const appearance = line.cells["appearance"] ?? "";
  const table = /\btable-list\b/u.test(appearance);
  const isPassedOver = walk.repeat !== undefined || of === "repeat";
  const own = isPassedOver ? undefined : expressionIn(line, "relevant", name, "condition", form);
  const together = table || /\bfield-list\b/u.test(appearance) || (outer?.together ?? false);
  const when = allOf(outer?.when, own);
  groups.push({ line, of, name, when, together, names: new Set() });
  if (of === "repeat") walk.repeat ??= { depth: groups.length, name, names: [] };
  if (walk.repeat) return;
  const [title, text] = [plainXlsText(line.words("label")), plainXlsText(line.words("hint"))];
  walk.current = { name: walk.givePage(name || "seite"), title, text, when, items: [], table };
  walk.segments.push(walk.current);
};

const end = (walk: Walk, line: Line, of: Group["of"]): void => {
  const { groups, form, repeat } = walk;
  if (groups.at(-1)?.of !== of) {
    form.findings.fault(line, line.cells["name"] ?? "", `end_${of}`, "groupNotOpen");
    return;
  }
  if (repeat?.depth === groups.length) {
    form.findings.lose(repeat.name, repeat.names.join(", "), "repeat");
    walk.repeat = undefined;
  }
  groups.pop();
  walk.current = undefined;
};

const segmentOf = (walk: Walk): Segment => {
  if (walk.current) return walk.current;
  const outer = walk.groups.at(-1);
  const name = walk.givePage(outer?.name || "seite");
  const segment = { name, when: outer?.when, items: [], table: false };
  walk.segments.push(segment);
  walk.current = segment;
  return segment;
};

/** Notes the name of a row; nothing where it has none, or one that its neighbors have. */
const named = (walk: Walk, line: Line): string | undefined => {
  const { findings } = walk.form;
  const typed = line.cells["name"] ?? "";
  const siblings = walk.groups.at(-1)?.names ?? walk.outside;
  if (typed === "") findings.fault(line, line.cells["type"] ?? "", "name", "noName");
  else if (siblings.has(typed)) findings.fault(line, typed, typed, "doubleName");
  if (typed === "" || siblings.has(typed)) return undefined;
  siblings.add(typed);
  walk.declared.add(typed).add(identifierOf(typed));
  return typed;
};

const ask = (walk: Walk, line: Line, type: RowType): void => {
  const typed = named(walk, line);
  if (typed === undefined) return;
  if (walk.repeat) {
    walk.repeat.names.push(typed);
    return;
  }
  const name = walk.giveName(typed);
  walk.rows.set(name, line);
  if (name !== typed) walk.form.findings.lose(typed, name, "renamed");
  const question = questionOf(line, name, type, walk.form);
  if (!question) return;
  for (const known of [typed, identifierOf(typed)])
    if (!walk.places.has(known)) walk.places.set(known, { of: name });
  if ("other" in question && question.other)
    walk.places.set(`${typed}_other`, { of: walk.giveName(`${name}_other`) });
  const list = type.is === "list" ? type.list : undefined;
  segmentOf(walk).items.push({ question, typed, list, look: line.cells["appearance"] ?? "" });
};

const step = (walk: Walk, line: Line): void => {
  if (/^(yes|true|1)/iu.test(line.cells["disabled"] ?? "")) return;
  const typed = line.cells["type"];
  const name = line.cells["name"];
  if (typed === undefined) {
    if (name !== undefined) walk.form.findings.fault(line, name, name, "noType");
    return;
  }
  const type = rowType(typed);
  if (type.is === "begin") begin(walk, line, type.of);
  else if (type.is === "end") end(walk, line, type.of);
  else ask(walk, line, type);
};

/** Reads the rows of the sheet "survey" one after the other. */
export const readSurveySheet = (lines: readonly Line[], form: Form): SurveySheet => {
  const { findings } = form;
  const walk: Walk = {
    form,
    places: new Map(),
    rows: new Map(),
    declared: new Set(),
    segments: [],
    groups: [],
    outside: new Set(),
    giveName: nameGiver(),
    givePage: nameGiver(),
    current: undefined,
    repeat: undefined,
  };
  for (const line of lines) step(walk, line);
  for (const { line, name, of } of walk.groups) findings.fault(line, name, `begin_${of}`, "groupNotClosed");
  const { places, rows, declared } = walk;
  const pages = walk.segments.map(({ items, table, ...page }): Page => {
    const head = table ? { name: page.name, label: page.title } : undefined;
    return { ...page, questions: [...merge(items, head, { places, findings })] };
  });
  return {
    pages,
    places,
    leadsNowhere: (where, name, why) => {
      const line = rows.get(where) ?? lines.find(({ cells }) => cells["name"] === where);
      if (declared.has(name) || declared.has(name.replace(/_other$/u, "")))
        findings.lose(where, name, "missing");
      else if (line) findings.fault(line, where, `\${${name}}`, "unknownName");
      else findings.lose(where, name, why);
    },
  };
};

const questionOf = (line: Line, name: string, type: RowType, form: Form): Question | undefined => {
  const typed = line.cells["type"] ?? "";
  if (type.is === "list") return fromList(line, name, type, form);
  if (type.is === "question") return fromPlain(line, name, type.kind, form);
  if (type.is === "unknown") form.findings.fault(line, name, typed, "unknownType");
  else if (type.is === "metadata") form.findings.lose(name, typed, "metadata");
  else form.findings.lose(name, typed, type.is === "elsewhere" ? "choicesElsewhere" : "kind");
  return undefined;
};

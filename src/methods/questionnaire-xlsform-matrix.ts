import type { Question, Row, Words } from "./questionnaire.ts";
import type { Place } from "./questionnaire-conversion.ts";
import type { Findings } from "./questionnaire-xlsform-table.ts";

/** One question of the sheet, with what tells whether it is a line of a table. */
export type Item = {
  readonly question: Question;
  /** Its name in the file. */
  readonly typed: string;
  readonly list: string | undefined;
  readonly look: string;
};

type At = { readonly places: Map<string, Place>; readonly findings: Findings };
type Single = Extract<Question, { kind: "single" }>;
type Head = Pick<Single, "name" | "label" | "hint" | "when">;

const mostRows = 100;
const mostChoices = 20;

const isLine = (
  item: Item | undefined,
  list: string | undefined,
): item is Item & { readonly question: Single } =>
  item?.question.kind === "single" &&
  item.list === list &&
  !item.question.other &&
  item.question.choices.length <= mostChoices;

const rowOf = ({ question }: { readonly question: Single }): Row => {
  const { name, label, when } = question;
  return when ? { name, label, when } : { name, label };
};

/** One table of questions from its head and its lines; the lines of the file lead to the lines of the table. */
const tableFrom = (
  head: Head,
  lines: readonly (Item & { readonly question: Single })[],
  at: At,
): Question => {
  const { places, findings } = at;
  const required = lines.filter(({ question }) => question.required).length;
  if (required > 0 && required < lines.length) findings.lose(head.name, String(required), "requiredPart");
  for (const { question, typed } of lines) {
    for (const known of new Set([typed, question.name]))
      places.set(known, { of: head.name, row: question.name });
    if (question.checks) findings.lose(question.name, "constraint", "check");
  }
  const { name, label, hint, when } = head;
  return {
    kind: "matrix",
    name,
    label,
    hint,
    when,
    required: required === lines.length || undefined,
    requiredText: lines[0]?.question.requiredText,
    rows: lines.map(rowOf),
    choices: lines[0]?.question.choices ?? [],
  };
};

const linesFrom = (
  items: readonly Item[],
  start: number,
  list: string | undefined,
  isPart: (item: Item) => boolean,
) => {
  const lines: (Item & { readonly question: Single })[] = [];
  for (let index = start; index < items.length && lines.length < mostRows; index += 1) {
    const item = items[index];
    if (!isLine(item, list) || !isPart(item)) break;
    lines.push(item);
  }
  return lines;
};

const isHead = ({ look }: Item): boolean => /(^|\s)label(\s|$)/u.test(look);
const isBare = ({ look }: Item): boolean => /\blist-nolabel\b/u.test(look);

/**
 * Puts questions that stand below each other with the same choices into one table: those whose look says so, and all of
 * a group that is a "table-list".
 */
export const merge = (
  items: readonly Item[],
  table: { readonly name: string; readonly label: Words | undefined } | undefined,
  at: At,
): readonly Question[] => {
  const questions: Question[] = [];
  let tables = 0;
  for (let index = 0; index < items.length; index += 1) {
    const item = items[index];
    if (!item) continue;
    const { question, list } = item;
    const headed = isLine(item, list) && isHead(item) ? linesFrom(items, index + 1, list, isBare) : [];
    if (headed.length > 0 && question.kind === "single") {
      questions.push(tableFrom(question, headed, at));
      index += headed.length;
      continue;
    }
    const listed = table && isLine(item, list) ? linesFrom(items, index, list, () => true) : [];
    if (table && listed.length > 1) {
      tables += 1;
      const name = `${table.name}_tabelle${tables > 1 ? tables : ""}`;
      questions.push(
        tableFrom(
          { name, label: table.label ?? question.label, hint: undefined, when: undefined },
          listed,
          at,
        ),
      );
      index += listed.length - 1;
      continue;
    }
    questions.push(question);
  }
  return questions;
};

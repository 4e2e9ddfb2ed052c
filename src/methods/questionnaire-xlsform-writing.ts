import type { Expression } from "./expression.ts";
import { writeXpath } from "./expression-xpath.ts";
import { type Page, type Question, type Questionnaire, questionsOf, type Words } from "./questionnaire.ts";
import { allOf, type Loss, type Lost, mapAnswers } from "./questionnaire-conversion.ts";
import { allNames, type Written } from "./questionnaire-surveyjs-writing.ts";
import { type Cells, writeWorkbook } from "./workbook-writing.ts";

type Line = Readonly<Record<string, string | undefined>>;
type Desk = {
  readonly languages: readonly string[];
  readonly names: ReadonlySet<string>;
  readonly choices: Line[];
  readonly rowName: (question: string, row: string) => string;
  readonly lose: (where: string, what: string, why: Loss) => void;
};

const called: Readonly<Record<string, string>> = {
  de: "Deutsch (de)",
  en: "English (en)",
  pl: "Polski (pl)",
  hsb: "Hornjoserbsce (hsb)",
};
const heading = (language: string): string => called[language] ?? `${language} (${language})`;

const spoken = (column: string, words: Words | undefined, { names }: Desk): Line =>
  Object.fromEntries(
    Object.entries(words ?? {}).map(([language, text]) => [
      `${column}::${heading(language)}`,
      text.replace(/\{([A-Za-z_][\w.-]*)\}/gu, (whole, name: string) =>
        names.has(name) ? `\${${name}}` : whole,
      ),
    ]),
  );

const xpath = (expression: Expression | undefined, { rowName }: Desk): string | undefined =>
  expression &&
  writeXpath(
    mapAnswers(expression, ({ of, row }) => ({
      is: "answer",
      of: row === undefined ? of : rowName(of, row),
    })),
  );

const self: Expression = { is: "this" };
const value = (of: string | number): Expression => ({ is: "value", value: of });
const within = (
  left: Expression,
  least: string | number | undefined,
  most: string | number | undefined,
): Expression[] => [
  ...(least === undefined ? [] : [{ is: "compare", by: ">=", left, right: value(least) } as const]),
  ...(most === undefined ? [] : [{ is: "compare", by: "<=", left, right: value(most) } as const]),
];

/** The rules that our kinds of questions have of themselves. */
const ownRules = (question: Question): Expression[] => {
  if (question.kind === "number") return within(self, question.least, question.most);
  if (question.kind === "date") return within(self, question.earliest, question.latest);
  if (question.kind === "text")
    return within({ is: "call", name: "length", of: [self] }, question.shortest, question.longest);
  if (question.kind === "ranking") return within({ is: "count", of: self }, undefined, question.most);
  if (question.kind !== "multiple") return [];
  const alone = question.choices.flatMap(({ value: of, alone: isAlone }): Expression[] => {
    if (!isAlone) return [];
    const several: Expression = { is: "compare", by: ">", left: { is: "count", of: self }, right: value(1) };
    return [
      { is: "not", of: { is: "and", of: [{ is: "selected", list: self, value: value(of) }, several] } },
    ];
  });
  return [...within({ is: "count", of: self }, question.least, question.most), ...alone];
};

const typeOf = (question: Question, desk: Desk): Line => {
  const other = "other" in question && question.other ? " or_other" : "";
  const shuffled = "shuffled" in question && question.shuffled ? "randomize=true" : undefined;
  switch (question.kind) {
    case "single":
      return {
        type: `select_one ${question.name}${other}`,
        appearance: question.look === "menu" ? "minimal" : undefined,
        parameters: shuffled,
      };
    case "multiple":
      return { type: `select_multiple ${question.name}${other}`, parameters: shuffled };
    case "ranking":
      return { type: `rank ${question.name}` };
    case "matrix":
      return { type: `select_one ${question.name}`, appearance: "label", required: undefined };
    case "scale":
      if (question.low || question.high)
        desk.lose(question.name, Object.values(question.low ?? question.high ?? {})[0] ?? "", "asText");
      return { type: "range", parameters: `start=${question.from} end=${question.to} step=1` };
    case "number":
      if (question.unit) desk.lose(question.name, Object.values(question.unit)[0] ?? "", "asText");
      return { type: question.whole ? "integer" : "decimal" };
    case "text":
      if (question.format && question.format !== "phone") desk.lose(question.name, question.format, "check");
      return {
        type: question.format === "phone" ? "phone number" : "text",
        appearance: question.long ? "multiline" : undefined,
      };
    case "date":
    case "note":
      return { type: question.kind };
    case "municipality":
    case "organization":
      desk.lose(question.name, question.kind, "asText");
      return { type: "text" };
    case "calculation":
      return { type: "calculate", calculation: xpath(question.value, desk) };
  }
};

const list = (question: Question, desk: Desk): void => {
  if (!("choices" in question)) return;
  for (const choice of question.choices) {
    if (choice.when) desk.lose(question.name, choice.value, "filter");
    const plain = choice.value.replace(/\s+/gu, "_");
    if (plain !== choice.value) desk.lose(question.name, plain, "renamed");
    desk.choices.push({ list_name: question.name, name: plain, ...spoken("label", choice.label, desk) });
  }
};

const linesFrom = (question: Question, desk: Desk): Line[] => {
  list(question, desk);
  const label = spoken("label", question.label, desk);
  if (question.kind === "calculation") return [{ name: question.name, ...label, ...typeOf(question, desk) }];
  const relevant = xpath(question.when, desk);
  if (question.kind === "note")
    return [{ name: question.name, ...label, relevant, ...typeOf(question, desk) }];
  const rules = [...ownRules(question), ...(question.checks ?? []).map(({ rule }) => rule)];
  const first: Line = {
    name: question.name,
    ...label,
    ...spoken("hint", question.hint, desk),
    relevant,
    required: question.required ? "yes" : undefined,
    ...spoken("required_message", question.requiredText, desk),
    constraint: xpath(allOf(...rules), desk),
    ...spoken("constraint_message", question.checks?.[0]?.text, desk),
    ...typeOf(question, desk),
  };
  if (question.kind !== "matrix") return [first];
  const rows = question.rows.map(
    (row): Line => ({
      type: `select_one ${question.name}`,
      name: desk.rowName(question.name, row.name),
      ...spoken("label", row.label, desk),
      relevant: xpath(row.when, desk),
      required: question.required ? "yes" : undefined,
      appearance: "list-nolabel",
    }),
  );
  return [first, ...rows];
};

const pageLines = (page: Page, desk: Desk): Line[] => [
  {
    type: "begin_group",
    name: page.name,
    ...spoken("label", page.title, desk),
    ...spoken("hint", page.text, desk),
    relevant: xpath(page.when, desk),
    appearance: "field-list",
  },
  ...page.questions.flatMap((question) => linesFrom(question, desk)),
  { type: "end_group" },
];

const table = (lines: readonly Line[], always: readonly string[]): Cells[] => {
  const columns = [
    ...new Set([
      ...always,
      ...lines.flatMap((line) => Object.keys(line).filter((key) => line[key] !== undefined)),
    ]),
  ];
  return [columns, ...lines.map((line) => columns.map((column) => line[column] ?? null))];
};

/** A questionnaire as XLSForm (.xlsx), with a list of what it has no word for. */
export const writeXlsform = async (questionnaire: Questionnaire): Promise<Written<Uint8Array>> => {
  const lost: Lost[] = [];
  const counts = Map.groupBy(allNames(questionnaire), (name) => name);
  const first = questionnaire.languages[0] ?? "de";
  const desk: Desk = {
    languages: questionnaire.languages,
    names: new Set(questionsOf(questionnaire).map(({ question }) => question.name)),
    choices: [],
    rowName: (question, row) => ((counts.get(row)?.length ?? 0) > 1 ? `${question}_${row}` : row),
    lose: (where, what, why) => {
      lost.push({ where, what, why });
    },
  };
  for (const [name, words] of [
    ["introduction", questionnaire.introduction],
    ["thanks", questionnaire.thanks],
  ] as const)
    if (words) desk.lose("", name, "setting");
  const survey = questionnaire.pages.flatMap((page) => pageLines(page, desk));
  const settings: Line[] = [
    { form_title: Object.values(questionnaire.title)[0] ?? "", default_language: heading(first) },
  ];
  const content = await writeWorkbook([
    { name: "survey", rows: table(survey, ["type", "name", `label::${heading(first)}`]) },
    { name: "choices", rows: table(desk.choices, ["list_name", "name", `label::${heading(first)}`]) },
    { name: "settings", rows: table(settings, ["form_title", "default_language"]) },
  ]);
  return { content, lost };
};

import {
  type Answers,
  otherOf,
  type Question,
  type Questionnaire,
  questionsOf,
  wordsIn,
} from "./questionnaire.ts";

/** What stands in a cell; nothing where nothing was answered. */
export type Cell = string | number | null;

/** One column of a table of answers, with what its values mean. */
export type Column = {
  readonly name: string;
  readonly label: string;
  /** Whether its cells are texts or numbers. */
  readonly holds: "text" | "number";
  readonly values: readonly { readonly value: string; readonly label: string }[];
  readonly question: string;
  readonly cell: (answers: Answers) => Cell;
};

const plain = (answers: Answers, name: string): Cell => {
  const value = answers[name];
  if (value === undefined || value === "") return null;
  if (typeof value === "number" || typeof value === "string") return value;
  if (typeof value === "boolean") return value ? 1 : 0;
  return Array.isArray(value) ? value.join(";") : Object.values(value).join(";");
};

type Say = (words: Question["label"] | undefined) => string;

const yesNo = (say: { readonly yes: string; readonly no: string }) => [
  { value: "1", label: say.yes },
  { value: "0", label: say.no },
];

/** The columns of one question: one for each choice that can be ticked and for each line of a table. */
const columnsOf = (question: Question, say: Say, words: Words): Column[] => {
  const label = say(question.label);
  const column = (name: string, more: Partial<Column> = {}): Column => ({
    name,
    label,
    holds: "text",
    values: [],
    question: question.name,
    cell: (answers) => plain(answers, name),
    ...more,
  });
  const other =
    "other" in question && question.other
      ? [column(otherOf(question), { label: `${label} – ${say(question.other)}` })]
      : [];
  const choices =
    "choices" in question
      ? question.choices.map((choice) => ({ value: choice.value, label: say(choice.label) }))
      : [];
  const otherChoice =
    "other" in question && question.other ? [{ value: "other", label: say(question.other) }] : [];
  switch (question.kind) {
    case "note":
      return [];
    case "single":
      return [column(question.name, { values: [...choices, ...otherChoice] }), ...other];
    case "multiple":
      return [
        ...[...choices, ...otherChoice].map((choice) =>
          column(`${question.name}_${choice.value === "other" ? "andere" : choice.value}`, {
            label: `${label} – ${choice.label}`,
            holds: "number",
            values: yesNo(words),
            cell: (answers) => {
              const ticked = answers[question.name];
              return Array.isArray(ticked) ? Number(ticked.includes(choice.value)) : null;
            },
          }),
        ),
        ...other,
      ];
    case "matrix":
      return question.rows.map((row) =>
        column(`${question.name}_${row.name}`, {
          label: `${label} – ${say(row.label)}`,
          values: choices,
          cell: (answers) => {
            const given = answers[question.name];
            return typeof given === "object" && !Array.isArray(given) ? (given[row.name] ?? null) : null;
          },
        }),
      );
    case "ranking":
      return choices.map((choice) =>
        column(`${question.name}_${choice.value}`, {
          label: `${label} – ${choice.label}`,
          holds: "number",
          cell: (answers) => {
            const ranked = answers[question.name];
            const at = Array.isArray(ranked) ? ranked.indexOf(choice.value) : -1;
            return at < 0 ? null : at + 1;
          },
        }),
      );
    case "scale":
    case "number":
      return [column(question.name, { holds: "number" })];
    case "organization":
      return [column(question.name), column(otherOf(question), { label: `${label} – ${words.missing}` })];
    default:
      return [column(question.name)];
  }
};

/** The words a table needs beside those of the questionnaire. */
export type Words = { readonly yes: string; readonly no: string; readonly missing: string };

/** The columns of a table of answers to a questionnaire, in the order in which it asks. */
export const answerColumns = (
  questionnaire: Questionnaire,
  language: string,
  words: Words,
): readonly Column[] => {
  const first = questionnaire.languages[0] ?? "de";
  const say: Say = (of) => wordsIn(of, language, first).replace(/\s+/gu, " ");
  const taken = new Set<string>();
  return questionsOf(questionnaire).flatMap(({ question }) =>
    columnsOf(question, say, words).map((column) => {
      let { name } = column;
      for (let n = 2; taken.has(name.toLowerCase()); n += 1) name = `${column.name}_${n}`;
      taken.add(name.toLowerCase());
      return { ...column, name };
    }),
  );
};

import type { Context } from "#core/context.ts";
import { answerRows, writeCsv } from "#methods/answers-csv.ts";
import { writeSpss } from "#methods/answers-spss.ts";
import { answerColumns, type Column } from "#methods/answers-table.ts";
import type { Answers, Questionnaire } from "#methods/questionnaire.ts";
import { codebookRows } from "#methods/questionnaire-codebook.ts";
import { writeSurveyJsFile } from "#methods/questionnaire-surveyjs-writing.ts";
import { writeXlsform } from "#methods/questionnaire-xlsform-writing.ts";
import { writeWorkbook } from "#methods/workbook-writing.ts";
import type { SurveyRow } from "#modules/surveys/queries.ts";
import { listCounters, readAnswers } from "#modules/surveys/responses/queries.ts";
import { wayName } from "#modules/surveys/vocabulary.ts";
import { say } from "./messages.ts";

/** The most answers that one file holds. */
export const mostAnswers = 50_000;

export type ExportFile = {
  readonly name: string;
  readonly type: string;
  readonly bytes: Uint8Array | string;
};

const csv = "text/csv; charset=utf-8";
const workbook = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/** The files of a survey by their names in its address. */
export const questionFiles = ["xlsform.xlsx", "surveyjs.json", "codebuch.csv"] as const;
export const answerFiles = [
  "antworten-excel.csv",
  "antworten.csv",
  "antworten.xlsx",
  "spss-daten.csv",
  "spss-syntax.sps",
] as const;
export const sumsFile = "summen.csv";
export type FileName = (typeof questionFiles)[number] | (typeof answerFiles)[number] | typeof sumsFile;

/** The files that there are for this survey: one that keeps only sums has no single answers. */
export const filesOf = ({ privacy }: Pick<SurveyRow, "privacy">): readonly FileName[] =>
  privacy === "counters" ? [...questionFiles, sumsFile] : [...questionFiles, ...answerFiles];

const columnsFor = (ctx: Context, content: Questionnaire): readonly Column[] => {
  const words = say(ctx);
  return answerColumns(content, ctx.language, {
    yes: words("yes"),
    no: words("no"),
    missing: words("notListed"),
  });
};

/** Every answer, with the way it came in. Neither the day nor the order tells who gave it. */
const allAnswers = async (ctx: Context, survey: SurveyRow): Promise<readonly Answers[]> => {
  const rows = await readAnswers(ctx, survey.id, { limit: mostAnswers });
  return rows.map(({ answers, how, version }) => ({
    ...answers,
    _weg: wayName(ctx, how),
    _fassung: version,
  }));
};

const before = (ctx: Context): readonly Column[] => {
  const words = say(ctx);
  const meta = (name: string, label: string, holds: Column["holds"]): Column => ({
    name,
    label,
    holds,
    values: [],
    question: name,
    cell: (answers) => {
      const value = answers[name];
      return typeof value === "string" || typeof value === "number" ? value : null;
    },
  });
  return [meta("_fassung", words("version"), "number"), meta("_weg", words("way"), "text")];
};

const sums = async (ctx: Context, survey: SurveyRow): Promise<string> => {
  const words = say(ctx);
  const rows = await listCounters(ctx, survey.id);
  const heading = [words("question"), words("value"), words("count")];
  const sorted = rows.toSorted(
    (one, two) => one.question.localeCompare(two.question, "de") || two.count - one.count,
  );
  return writeCsv(
    [heading, ...sorted.map(({ question, value, count }) => [question, value, count])],
    "excel",
  );
};

const questionFile = async (ctx: Context, content: Questionnaire, name: (typeof questionFiles)[number]) => {
  if (name === "xlsform.xlsx") return { type: workbook, bytes: (await writeXlsform(content)).content };
  if (name === "surveyjs.json")
    return { type: "application/json", bytes: writeSurveyJsFile(content).content };
  return { type: csv, bytes: writeCsv(codebook(ctx, columnsFor(ctx, content)), "excel") };
};

const codebook = (ctx: Context, columns: readonly Column[]) => {
  const words = say(ctx);
  return codebookRows(columns, [words("column"), words("question"), words("value"), words("meaning")]);
};

const answerFile = async (
  ctx: Context,
  survey: SurveyRow,
  content: Questionnaire,
  name: (typeof answerFiles)[number],
) => {
  const columns = [...before(ctx), ...columnsFor(ctx, content)];
  const all = await allAnswers(ctx, survey);
  if (name === "antworten-excel.csv")
    return { type: csv, bytes: writeCsv(answerRows(columns, all, { labels: true }), "excel") };
  if (name === "antworten.csv") return { type: csv, bytes: writeCsv(answerRows(columns, all), "programs") };
  if (name === "antworten.xlsx") {
    const sheets = [
      { name: say(ctx)("answers"), rows: answerRows(columns, all) },
      { name: say(ctx)("codebook"), rows: codebook(ctx, columns) },
    ];
    return { type: workbook, bytes: await writeWorkbook(sheets) };
  }
  const spss = writeSpss(columns, all, `${survey.slug}-spss-daten.csv`, say(ctx)("nothing"));
  return name === "spss-daten.csv"
    ? { type: csv, bytes: spss.data }
    : { type: "text/plain; charset=utf-8", bytes: spss.syntax };
};

const isQuestionFile = (name: FileName): name is (typeof questionFiles)[number] =>
  (questionFiles as readonly string[]).includes(name);

/** One file of a survey. */
export const fileOf = async (
  ctx: Context,
  survey: SurveyRow,
  content: Questionnaire,
  name: FileName,
): Promise<ExportFile> => {
  const file =
    name === sumsFile
      ? { type: csv, bytes: await sums(ctx, survey) }
      : isQuestionFile(name)
        ? await questionFile(ctx, content, name)
        : await answerFile(ctx, survey, content, name);
  return { name: `${survey.slug}-${name}`, ...file };
};

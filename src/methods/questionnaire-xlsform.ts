import { Questionnaire } from "./questionnaire.ts";
import { type Conversion, languageOf, type Place, unfit } from "./questionnaire-conversion.ts";
import { placeCalculations, settleNames, withoutGaps } from "./questionnaire-settling.ts";
import { readSurveySheet } from "./questionnaire-xlsform-survey.ts";
import {
  type ChoiceLists,
  type Findings,
  type Line,
  type ListedChoice,
  newFindings,
  type Table,
  tableOf,
} from "./questionnaire-xlsform-table.ts";
import { plainXlsText } from "./questionnaire-xlsform-words.ts";
import { readWorkbook, type Sheet } from "./workbook-file.ts";

const known = {
  survey: new Set(
    "type name label hint required required_message relevant constraint constraint_message calculation appearance choice_filter parameters default read_only disabled".split(
      " ",
    ),
  ),
  settings: new Set(
    "form_title form_id version default_language instance_name allow_choice_duplicates name".split(" "),
  ),
};

const media = new Set(["image", "audio", "video", "big-image"]);

const choicesIn = (table: Table, findings: Findings, allowsDoubles: boolean, first: string): ChoiceLists => {
  const lists = new Map<string, ListedChoice[]>();
  for (const line of table.lines) {
    const list = line.cells["list_name"];
    if (list === undefined) continue;
    const value = line.cells["name"] ?? line.cells["value"];
    if (value === undefined) {
      findings.fault(line, list, "name", "noChoiceName");
      continue;
    }
    const choices = lists.get(list) ?? [];
    if (choices.some((one) => one.value === value) && !allowsDoubles)
      findings.fault(line, list, value, "doubleChoice");
    for (const column of media) if (line.words(column)) findings.lose(`${list}: ${value}`, column, "media");
    const label = plainXlsText(line.words("label")) ?? { [first]: value };
    choices.push({ value: value.slice(0, 120), label, cells: line.cells });
    lists.set(list, choices);
  }
  return lists;
};

const sheetNamed = (sheets: readonly Sheet[], name: string): Sheet | undefined =>
  sheets.find((sheet) => sheet.name.trim().toLowerCase() === name);

const losesColumns = (table: Table, used: ReadonlySet<string>, sheet: string, findings: Findings): void => {
  const filled = new Set(table.lines.flatMap(({ cells }) => Object.keys(cells)));
  for (const { name, typed } of table.columns) {
    const has =
      filled.has(name) || (name === "guidance_hint" && table.lines.some(({ words }) => words(name)));
    if (!used.has(name) && !media.has(name) && name !== "" && has)
      findings.lose(sheet, typed, sheet === "settings" ? "setting" : "column");
  }
};

const languagesOf = (tables: readonly Table[], first: string): string[] => {
  const named = tables.flatMap(({ columns }) =>
    columns.flatMap(({ language }) => (language && language !== "default" ? [language] : [])),
  );
  return [...new Set([first, ...named])].slice(0, 20);
};

/** The first language: as the settings say, else that of the first label with one, else German. */
const firstLanguage = (settings: Line | undefined, survey: Sheet): string => {
  const stated = languageOf(settings?.cells["default_language"] ?? "");
  if (stated) return stated;
  const labels = (survey.rows[0]?.cells ?? []).filter((cell) => /^(label|caption)\b/iu.test(cell));
  if (labels.some((cell) => !cell.includes(":"))) return "de";
  return languageOf(labels[0]?.replace(/^[^:]*::?/u, "") ?? "") ?? "de";
};

const lacking = (sheet: Sheet, table: Table, findings: Findings): void => {
  for (const name of ["type", "name"])
    if (!table.columns.some((column) => column.name === name))
      findings.fault({ sheet: sheet.name, row: sheet.rows[0]?.row ?? 1 }, name, name, "noColumn");
};

/** A questionnaire in a workbook as XLSForm describes it (xlsform.org), as one of ours. */
export const readXlsform = (bytes: Uint8Array): Conversion => {
  const workbook = readWorkbook(bytes);
  if (!workbook.ok) return unfit(workbook.problem);
  const survey = sheetNamed(workbook.sheets, "survey");
  if (!survey) return unfit("noSurveySheet", { what: workbook.sheets.map(({ name }) => name).join(", ") });
  const findings = newFindings();
  const settingsSheet = sheetNamed(workbook.sheets, "settings");
  const settings = settingsSheet && tableOf(settingsSheet, "de", findings);
  const first = firstLanguage(settings?.lines[0], survey);
  const table = tableOf(survey, first, findings);
  lacking(survey, table, findings);
  const choiceSheet = sheetNamed(workbook.sheets, "choices") ?? sheetNamed(workbook.sheets, "columns");
  const choiceTable = choiceSheet && tableOf(choiceSheet, first, findings);
  const setting = (name: string): string => settings?.lines[0]?.cells[name] ?? "";
  const allowsDoubles = /^(yes|true|1)/iu.test(setting("allow_choice_duplicates"));
  const lists: ChoiceLists = choiceTable ? choicesIn(choiceTable, findings, allowsDoubles, first) : new Map();
  losesColumns(table, known.survey, "survey", findings);
  if (settings) losesColumns(settings, known.settings, "settings", findings);
  if (findings.problems.length > 0) return { ok: false, problems: findings.problems.slice(0, 50) };
  const languages = languagesOf(choiceTable ? [table, choiceTable] : [table], first);
  const read = readSurveySheet(table.lines, { lists, languages, findings });
  const place = (name: string): Place | undefined => read.places.get(name);
  const drawn = settleNames(
    {
      title: { [first]: setting("form_title") || setting("form_id") || "Fragebogen" },
      languages,
      pages: read.pages,
    },
    { place, lose: read.leadsNowhere },
  );
  if (findings.problems.length > 0) return { ok: false, problems: findings.problems.slice(0, 50) };
  const calculations = drawn.pages
    .flatMap(({ questions }) => questions)
    .filter((question) => question.kind === "calculation");
  const pages = placeCalculations(
    drawn.pages
      .map((page) => ({ ...page, questions: page.questions.filter(({ kind }) => kind !== "calculation") }))
      .filter(({ questions }) => questions.length > 0),
    calculations,
  );
  if (pages.length === 0) return unfit("empty", { sheet: survey.name });
  const result = Questionnaire.safeParse(withoutGaps({ ...drawn, pages }));
  if (!result.success) {
    const [issue] = result.error.issues;
    return unfit("shape", {
      sheet: survey.name,
      where: issue?.path.join(".") ?? "",
      what: issue?.message ?? "",
    });
  }
  const names = Object.fromEntries(
    [...read.places].map(([name, { of, row }]) => [name, row === undefined ? of : `${of}.${row}`]),
  );
  return { ok: true, questionnaire: result.data, lost: findings.lost, names };
};

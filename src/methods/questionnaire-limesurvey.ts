import { type Page, Questionnaire, type Words } from "./questionnaire.ts";
import { type Conversion, identifierOf, nameGiver, unfit } from "./questionnaire-conversion.ts";
import {
  type Asked,
  type Cells,
  type Desk,
  follow,
  lose,
  type Sections,
  sectionsOf,
  type Target,
  wordsIn,
} from "./questionnaire-limesurvey-parts.ts";
import { questionsFrom } from "./questionnaire-limesurvey-question.ts";
import { placeCalculations, withoutGaps } from "./questionnaire-settling.ts";
import { carefully } from "./workbook-file.ts";

const largest = 12 * 1024 * 1024;

/** Rows that stand once for each language become one; the texts of newer files lie in a section of their own. */
const once = (rows: readonly Cells[], key: string): readonly Cells[] =>
  [...new Map(rows.toReversed().map((row) => [row[key], row])).values()].toReversed();

const inOrder = (rows: readonly Cells[], column: string): readonly Cells[] =>
  rows.toSorted((one, two) => Number(one[column] ?? 0) - Number(two[column] ?? 0));

type Texts = (row: Cells, column: string) => Words | undefined;

/** Gives the words of a row in every language, wherever this generation of the program keeps them. */
const textsFor = (old: readonly Cells[], recent: readonly Cells[], key: string, desk: Desk): Texts => {
  const byKey = Map.groupBy(recent.length > 0 ? recent : old, (row) => row[key]);
  return (row, column) =>
    wordsIn(byKey.get(row[key]) ?? [], column, "language", desk.languages[0] ?? "de", desk.targets);
};

/** Boxes of these kinds are ticked one by one. */
const boxes = /^[MP]$/u;
const fields = /^[KQ]$/u;

/** Notes where every name of the file lies with us, before any condition is read. */
const layOut = (
  questions: readonly Cells[],
  parts: ReadonlyMap<string | undefined, readonly Cells[]>,
  desk: Desk,
): ReadonlyMap<string, string> => {
  const names = new Map<string, string>();
  const lay = (cells: Cells, suffix: string, separator: string, target: Target): void => {
    desk.targets.set(`${cells["title"]}${separator}${suffix}`, target);
    desk.targets.set(`${cells["sid"]}X${cells["gid"]}X${cells["qid"]}${suffix}`, target);
  };
  for (const cells of questions) {
    const name = desk.give(cells["title"] ?? "frage");
    const type = cells["type"] ?? "";
    names.set(cells["qid"] ?? "", name);
    lay(cells, "", "", { of: name });
    if (cells["other"] === "Y") lay(cells, "other", "_", { of: desk.give(`${name}_other`) });
    for (const part of parts.get(cells["qid"]) ?? []) {
      const code = part["title"] ?? "";
      if (boxes.test(type)) lay(cells, code, "_", { of: name, box: code });
      else if (fields.test(type)) lay(cells, code, "_", { of: desk.give(`${name}_${code}`) });
      else lay(cells, code, "_", { of: name, row: identifierOf(code) });
    }
  }
  return names;
};

const drawnFrom = (section: Sections, desk: Desk): Page[] => {
  const mine = (row: Cells): boolean => (row["parent_qid"] ?? "0") === "0";
  const all = section("questions");
  const questions = inOrder(once(all.filter(mine), "qid"), "question_order");
  const subRows = [...section("subquestions"), ...all.filter((row) => !mine(row))];
  const parts = Map.groupBy(inOrder(once(subRows, "qid"), "question_order"), (row) => row["parent_qid"]);
  const names = layOut(questions, parts, desk);
  const l10n = section("question_l10ns");
  const texts = textsFor([...all, ...subRows], l10n, "qid", desk);
  const answers = section("answers").map((row) => ({
    ...row,
    key: row["aid"] ?? `${row["qid"]}/${row["scale_id"]}/${row["code"]}`,
  }));
  const answerTexts = textsFor(
    answers,
    section("answer_l10ns").map((row) => ({ ...row, key: row["aid"] ?? "" })),
    "key",
    desk,
  );
  const byQuestion = Map.groupBy(inOrder(once(answers, "key"), "sortorder"), (row) => row["qid"]);
  const attributes = Map.groupBy(section("question_attributes"), (row) => row["qid"]);
  const asked = (cells: Cells): Asked => ({
    cells,
    code: cells["title"] ?? "",
    name: names.get(cells["qid"] ?? "") ?? "",
    words: texts(cells, "question"),
    help: texts(cells, "help"),
    parts: (parts.get(cells["qid"]) ?? []).map((part) => ({
      code: part["title"] ?? "",
      scale: part["scale_id"] ?? "0",
      words: texts(part, "question"),
      cells: part,
    })),
    answers: (byQuestion.get(cells["qid"]) ?? []).map((row) => ({
      code: row["code"] ?? "",
      scale: row["scale_id"] ?? "0",
      words: answerTexts(row, "answer"),
    })),
    attribute: (name) =>
      attributes.get(cells["qid"])?.find((row) => row["attribute"] === name && row["value"] !== "")?.[
        "value"
      ] ?? "",
  });
  const groups = section("groups");
  const groupTexts = textsFor(groups, section("group_l10ns"), "gid", desk);
  const givePage = nameGiver();
  return inOrder(once(groups, "gid"), "group_order").map((group, index): Page => {
    const name = givePage(`seite${index + 1}`);
    return {
      name,
      title: groupTexts(group, "group_name"),
      text: groupTexts(group, "description"),
      when: follow(group["grelevance"] ?? "", name, "condition", desk),
      questions: questions
        .filter(({ gid }) => gid === group["gid"])
        .flatMap((cells) => questionsFrom(asked(cells), desk)),
    };
  });
};

const losesElsewhere = (section: Sections, desk: Desk): void => {
  for (const { name = "" } of section("quota")) lose(desk, "", name, "quota");
  for (const { qid = "" } of once([...section("defaultvalues")], "qid"))
    lose(desk, "", `qid ${qid}`, "preset");
  for (const { name = "" } of section("assessments")) lose(desk, "", name, "weights");
  for (const { script = "", qid = "" } of section("question_l10ns"))
    if (script.trim() !== "") lose(desk, "", `qid ${qid}`, "program");
};

const convert = (section: Sections): Conversion => {
  const survey = section("surveys")[0] ?? {};
  const titles = section("surveys_languagesettings");
  const first = survey["language"] || titles[0]?.["surveyls_language"] || "de";
  const languages = [
    ...new Set([first, ...(survey["additional_languages"] ?? "").split(" ").filter(Boolean)]),
  ].slice(0, 20);
  const desk: Desk = { languages, lost: [], targets: new Map(), give: nameGiver() };
  const drawn = drawnFrom(section, desk).filter(({ questions }) => questions.length > 0);
  losesElsewhere(section, desk);
  if (drawn.length === 0) return unfit("empty");
  const words = (column: string) => wordsIn(titles, column, "surveyls_language", first, desk.targets);
  const calculations = drawn
    .flatMap(({ questions }) => questions)
    .filter((one) => one.kind === "calculation");
  const plain = drawn.map((page) => ({
    ...page,
    questions: page.questions.filter(({ kind }) => kind !== "calculation"),
  }));
  const introduction = words("surveyls_welcometext") ?? words("surveyls_description");
  const result = Questionnaire.safeParse(
    withoutGaps({
      title: words("surveyls_title") ?? { [first]: "LimeSurvey" },
      languages,
      introduction,
      thanks: words("surveyls_endtext"),
      pages: placeCalculations(plain, calculations),
    }),
  );
  if (!result.success) {
    const [issue] = result.error.issues;
    return unfit("shape", { where: issue?.path.join(".") ?? "", what: issue?.message ?? "" });
  }
  const names = Object.fromEntries(
    [...desk.targets].flatMap(([name, { of, row, box }]) =>
      /^\d+X\d+X/u.test(name)
        ? []
        : [[name, [of, row ?? box].filter((part) => part !== undefined).join(".")]],
    ),
  );
  return { ok: true, questionnaire: result.data, lost: desk.lost, names };
};

/** A survey of LimeSurvey (.lss), of the older and the newer generation, as one of our questionnaires. */
export const readLimeSurvey = (text: string): Conversion => {
  if (text.length > largest) return unfit("tooLarge");
  const read = carefully(() => sectionsOf(text));
  if (!read.ok) return unfit(read.problem, { what: "XML" });
  return read.value ? convert(read.value) : unfit("kindOfFile");
};

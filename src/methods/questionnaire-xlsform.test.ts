import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { strToU8, zipSync } from "fflate";
import { expect, test } from "vitest";
import { type Answers, questionsOf } from "./questionnaire.ts";
import type { Conversion } from "./questionnaire-conversion.ts";
import { readQuestionnaireFile } from "./questionnaire-file.ts";
import { stateOf } from "./questionnaire-state.ts";
import { type Cells, writeWorkbook } from "./workbook-writing.ts";

const taken = (conversion: Conversion): Extract<Conversion, { ok: true }> => {
  if (!conversion.ok) throw new Error(JSON.stringify(conversion.problems));
  return conversion;
};

const form = async (
  survey: readonly Cells[],
  choices: readonly Cells[] = [],
  settings: readonly Cells[] = [],
) =>
  readQuestionnaireFile(
    await writeWorkbook([
      { name: "Survey", rows: survey },
      ...(choices.length > 0 ? [{ name: "choices", rows: choices }] : []),
      ...(settings.length > 0 ? [{ name: "settings", rows: settings }] : []),
    ]),
  );

const heading: Cells = [
  "type",
  "name",
  "label::Deutsch (de)",
  "label::English (en)",
  "required",
  "relevant",
  "constraint",
  "appearance",
  "calculation",
];
const choices: readonly Cells[] = [
  ["list name", "name", "label::Deutsch (de)", "label::English (en)"],
  ["ja_nein", "ja", "Ja", "Yes"],
  ["ja_nein", "nein", "Nein", "No"],
  ["wobei", "vorstand", "Vorstand", "Board"],
  ["wobei", "kueche", "Küche", "Kitchen"],
];

test("groups become pages, lines with one head become a table, and conditions hold as before", async () => {
  const { questionnaire, lost, names } = taken(
    await form(
      [
        heading,
        ["start", "start"],
        ["begin_group", "verein", "Ihr Verein", "Your club"],
        ["select_one ja_nein", "sucht", "Suchen Sie Hilfe?", "Do you need help?", "yes"],
        ["select_multiple wobei or_other", "wobei", "Wobei?", "With what?", null, "${sucht} = 'ja'"],
        ["integer", "alter", "Wie alt ist der Verein?", null, null, null, ". >= 0 and . <= 300"],
        ["calculate", "rund", null, null, null, null, null, null, "round(${alter} div 10) * 10"],
        ["begin group", "genauer", "Genauer", null, null, "selected(${wobei}, 'vorstand')"],
        ["note", "hinweis", "Rund ${rund} Jahre!"],
        ["select_one ja_nein", "kopf", "Gibt es …", null, null, null, null, "label"],
        ["select_one ja_nein", "kasse", "eine Kasse?", null, "true()", null, null, "list-nolabel"],
        ["select_one ja_nein", "buch", "ein Buch?", null, "TRUE", null, null, "list-nolabel"],
        ["end group"],
        ["end_group"],
        ["begin_repeat", "personen"],
        ["text", "person", "Wer?"],
        ["end_repeat"],
        ["text", "schluss", "Noch etwas?", null, null, "${kasse} = 'ja'", null, "multiline"],
      ],
      choices,
      [
        ["form_title", "default_language"],
        ["Vereinsumfrage", "Deutsch (de)"],
      ],
    ),
  );
  expect(questionnaire.title).toEqual({ de: "Vereinsumfrage" });
  expect(questionnaire.languages).toEqual(["de", "en"]);
  expect(
    questionnaire.pages.map(({ title, questions }) => [title?.["de"], questions.map(({ name }) => name)]),
  ).toEqual([
    ["Ihr Verein", ["sucht", "wobei", "alter", "rund"]],
    ["Genauer", ["hinweis", "kopf"]],
    [undefined, ["schluss"]],
  ]);
  expect(names["kasse"]).toBe("kopf.kasse");
  const byName = new Map(questionsOf(questionnaire).map(({ question }) => [question.name, question]));
  expect(byName.get("alter")).toMatchObject({ kind: "number", whole: true, least: 0, most: 300 });
  expect(byName.get("hinweis")).toMatchObject({ label: { de: "Rund {rund} Jahre!" } });
  expect(byName.get("kopf")).toMatchObject({
    kind: "matrix",
    required: true,
    rows: [{ name: "kasse" }, { name: "buch" }],
  });
  expect(lost).toEqual([
    { where: "start", what: "start", why: "metadata" },
    { where: "personen", what: "person", why: "repeat" },
  ]);
  const shown = (answers: Answers) => [...stateOf(questionnaire, answers, "2026-11-24").visible];
  expect(shown({ sucht: "nein" })).toEqual(["sucht", "alter"]);
  expect(shown({ sucht: "ja", wobei: ["vorstand"], kopf: { kasse: "ja" } })).toEqual(
    "sucht wobei alter hinweis kopf schluss".split(" "),
  );
});

test("names with umlauts are asked for as they are named here", async () => {
  const { questionnaire, names } = taken(
    await form([
      ["type", "name", "label", "relevant"],
      ["text", "größe", "Wie groß?"],
      ["text", "warum", "Warum ${größe}?", "${größe} = 'klein'"],
    ]),
  );
  expect(names["größe"]).toBe("groesse");
  expect(questionnaire.pages[0]?.questions[1]).toMatchObject({
    label: { de: "Warum {groesse}?" },
    when: { left: { is: "answer", of: "groesse" } },
  });
});

test("lists that depend on another answer show only what fits", async () => {
  const { questionnaire } = taken(
    await form(
      [
        ["type", "name", "label", "choice_filter"],
        ["select_one land", "land", "Land"],
        ["select_one stadt", "stadt", "Stadt", "land = ${land}"],
      ],
      [
        ["list_name", "name", "label", "land"],
        ["land", "sn", "Sachsen"],
        ["land", "bb", "Brandenburg"],
        ["stadt", "wsw", "Weißwasser", "sn"],
        ["stadt", "cb", "Cottbus", "bb"],
      ],
    ),
  );
  const problems = (stadt: string) => stateOf(questionnaire, { land: "sn", stadt }, "2026-11-24").problems;
  expect(problems("wsw")).toEqual([]);
  expect(problems("cb")).toMatchObject([{ question: "stadt", kind: "choice" }]);
});

const plain: Cells = ["type", "name", "label", "relevant", "calculation"];
test.each<[string, readonly Cells[], object]>([
  [
    "a type that is unknown",
    [plain, ["telepathy", "a", "A"]],
    { row: 2, why: "unknownType", what: "telepathy" },
  ],
  [
    "a list that is missing",
    [plain, ["text", "b", "B"], ["select_one none", "a", "A"]],
    { row: 3, why: "unknownList" },
  ],
  ["a question without a name", [plain, ["text", null, "A"]], { row: 2, why: "noName" }],
  ["a row without a type", [plain, [null, "a", "A"]], { row: 2, why: "noType" }],
  [
    "two questions of one name",
    [plain, ["text", "a", "A"], ["text", "a", "B"]],
    { row: 3, why: "doubleName" },
  ],
  [
    "a group that never ends",
    [plain, ["begin_group", "g", "G"], ["text", "a", "A"]],
    { row: 2, why: "groupNotClosed" },
  ],
  ["a group that never began", [plain, ["text", "a", "A"], ["end_group"]], { row: 3, why: "groupNotOpen" }],
  ["a condition that is none", [plain, ["text", "a", "A", "1 ="]], { row: 2, why: "expression" }],
  [
    "a condition on nobody",
    [plain, ["text", "a", "A", "${b} = 1"]],
    { row: 2, why: "unknownName", what: "${b}" },
  ],
  [
    "a calculation in prose",
    [plain, ["calculate", "a", "A", null, "because of that"]],
    { row: 2, why: "expression" },
  ],
  ["a calculation of nothing", [plain, ["calculate", "a", "A"]], { row: 2, why: "noCalculation" }],
  [
    "a column twice",
    [
      ["type", "name", "label", "Label"],
      ["text", "a", "A"],
    ],
    { row: 1, why: "doubleColumn" },
  ],
  [
    "no column of names",
    [
      ["type", "label"],
      ["text", "A"],
    ],
    { row: 1, why: "noColumn", what: "name" },
  ],
])("%s is refused with its row", async (_, survey, problem) => {
  expect(await form(survey)).toMatchObject({ ok: false, problems: [{ sheet: "Survey", ...problem }] });
});

test("files that are none, old, or made to hurt are refused in a word", async () => {
  const why = (bytes: Uint8Array) => {
    const read = readQuestionnaireFile(bytes);
    return read.ok ? "taken" : read.problems[0]?.why;
  };
  expect(why(strToU8("hello"))).toBe("kindOfFile");
  expect(why(Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1]))).toBe("oldExcel");
  expect(why(await writeWorkbook([{ name: "Tabelle1", rows: [["type"]] }]))).toBe("noSurveySheet");
  expect(why(zipSync({ "xl/workbook.xml": strToU8("<workbook") }).slice(0, 40))).toBe("unreadable");
  const declared = '<!DOCTYPE x [<!ENTITY a "aaaaaaaa">]><workbook>&a;</workbook>';
  expect(why(zipSync({ "xl/workbook.xml": strToU8(declared) }))).toBe("declaration");
  expect(why(zipSync({ "xl/workbook.xml": new Uint8Array(17 * 1024 * 1024) }))).toBe("tooLarge");
});

const folder = resolve("../shared/data/surveys/xlsform");
test.skipIf(!existsSync(folder))("published forms are taken over, broken ones refused", () => {
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) =>
    /\.xlsx?$/u.test(name),
  );
  expect(files.length).toBeGreaterThan(5);
  const broken: Readonly<Record<string, string>> = {
    "bad_calc.xlsx": "expression",
    "survey_no_name.xlsx": "noSurveySheet",
    "tutorial.xls": "oldExcel",
  };
  for (const file of files) {
    const read = readQuestionnaireFile(readFileSync(join(folder, file)));
    const expected = broken[file.split("/").at(-1) ?? ""];
    expect(read.ok ? undefined : read.problems[0]?.why, `${file} ${JSON.stringify(read).slice(0, 300)}`).toBe(
      expected,
    );
  }
});

import { execFileSync } from "node:child_process";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { answerRows, writeCsv } from "./answers-csv.ts";
import { writeSpss } from "./answers-spss.ts";
import { answerColumns } from "./answers-table.ts";
import type { Answers, Questionnaire } from "./questionnaire.ts";
import { codebookRows } from "./questionnaire-codebook.ts";

const questionnaire: Questionnaire = {
  title: { de: "Vereine" },
  languages: ["de"],
  pages: [
    {
      name: "s",
      questions: [
        {
          kind: "single",
          name: "groesse",
          label: { de: "Wie groß?" },
          choices: [
            { value: "klein", label: { de: "Klein" } },
            { value: "gross", label: { de: "Größer als 50" } },
          ],
        },
        {
          kind: "multiple",
          name: "feld",
          label: { de: "Feld" },
          choices: [
            { value: "sport", label: { de: "Sport" } },
            { value: "kultur", label: { de: "Kultur" } },
          ],
          other: { de: "Sonstiges" },
        },
        {
          kind: "matrix",
          name: "lage",
          label: { de: "Lage" },
          rows: [{ name: "geld", label: { de: "Geld" } }],
          choices: [
            { value: "1", label: { de: "schlecht" } },
            { value: "2", label: { de: "gut" } },
          ],
        },
        {
          kind: "ranking",
          name: "folge",
          label: { de: "Folge" },
          choices: [
            { value: "a", label: { de: "A" } },
            { value: "b", label: { de: "B" } },
          ],
        },
        { kind: "number", name: "zahl", label: { de: "Zahl" } },
        { kind: "note", name: "n", label: { de: "Hinweis" } },
        { kind: "text", name: "wort", label: { de: 'Ein "Wort"' } },
      ],
    },
  ],
};
const words = { yes: "Ja", no: "Nein", missing: "fehlt im Verzeichnis" };
const all: readonly Answers[] = [
  {
    groesse: "gross",
    feld: ["kultur", "other"],
    feld_other: "=1+1",
    lage: { geld: "2" },
    folge: ["b", "a"],
    zahl: -2.5,
    wort: "Zeile 1\nZeile 2; mit „Umlaut“ ä",
  },
  { groesse: "klein", feld: [] },
];
const columns = answerColumns(questionnaire, "de", words);

test("several choices are a column each, lines of a table too, and what was not answered is empty", () => {
  const [head, first, second] = answerRows(columns, all);
  expect(head).toEqual(
    "groesse feld_sport feld_kultur feld_andere feld_other lage_geld folge_a folge_b zahl wort".split(" "),
  );
  expect(first?.slice(0, 9)).toEqual(["gross", 0, 1, 1, "=1+1", "2", 2, 1, -2.5]);
  expect(second).toEqual(["klein", 0, 0, 0, null, null, null, null, null, null]);
});

test("both flavors open as they should, and no text is taken for a formula", () => {
  const rows = answerRows(columns, all, { labels: true });
  const [programs, excel] = [writeCsv(rows, "programs"), writeCsv(rows, "excel")];
  expect(programs.startsWith("groesse,feld_sport")).toBe(true);
  expect(programs).toContain("gross,0,1,1,'=1+1,2,2,1,-2.5,");
  expect(excel.startsWith("\uFEFFgroesse;feld_sport")).toBe(true);
  expect(excel).toContain("gross;0;1;1;'=1+1;2;2;1;-2,5;");
  expect(excel).toContain("Feld – Kultur");
  for (const start of ["=", "+", "-", "@", "\t", "\r"])
    expect(
      writeCsv([[`${start}cmd`]], "excel")
        .replace(/^\uFEFF"?/u, "")
        .startsWith("'"),
    ).toBe(true);
});

test("the codebook says what each value means", () => {
  expect(codebookRows(columns, ["Spalte", "Frage", "Wert", "Bedeutung"]).slice(0, 4)).toEqual([
    ["Spalte", "Frage", "Wert", "Bedeutung"],
    ["groesse", "Wie groß?", "klein", "Klein"],
    ["groesse", "", "gross", "Größer als 50"],
    ["feld_sport", "Feld – Sport", "1", "Ja"],
  ]);
});

const hasPspp = (() => {
  try {
    execFileSync("pspp", ["--version"]);
    return true;
  } catch {
    return false;
  }
})();

test("SPSS is told the names, the words of each value and what is missing", () => {
  const { data, syntax } = writeSpss(columns, all, "antworten.csv", "Keine Angabe");
  expect(data.split("\n")[1]).toBe("2,0,1,1,=1+1,2,2,1,-2.5,Zeile 1 Zeile 2; mit „Umlaut“ ä");
  expect(data.split("\n")[2]).toBe("1,0,0,0,,-9,-9,-9,-9,");
  expect(syntax).toContain('VALUE LABELS groesse\n  1 "Klein"\n  2 "Größer als 50"\n  -9 "Keine Angabe".');
  expect(syntax).toContain('VARIABLE LABELS wort "Ein ""Wort""".');
  expect(syntax).toContain("MISSING VALUES lage_geld (-9).");
});

test.skipIf(!hasPspp)("PSPP reads the syntax without a word of complaint", () => {
  const folder = mkdtempSync(join(tmpdir(), "spss-"));
  const { data, syntax } = writeSpss(columns, all, join(folder, "antworten.csv"), "Keine Angabe");
  writeFileSync(join(folder, "antworten.csv"), data);
  writeFileSync(join(folder, "antworten.sps"), `${syntax}\nFREQUENCIES /VARIABLES=groesse lage_geld.\n`);
  const out = execFileSync("pspp", [join(folder, "antworten.sps")], { encoding: "utf8" });
  expect(out).not.toMatch(/error|warning/iu);
  expect(out).toContain("Größer als 50");
});

import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { writeWorkbook } from "#methods/workbook-writing.ts";
import { runCommandLine } from "./command-line.ts";
import { commands } from "./list.ts";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "anlaufstelle-survey-"));
});
afterAll(() => rm(folder, { recursive: true }));

const type = async (line: string) => {
  const [out, error]: [string[], string[]] = [[], []];
  const code = await runCommandLine(commands, line.split(" "), {
    environment: {},
    folder,
    out: (text) => out.push(text),
    complain: (text) => error.push(text),
  });
  return { code, out: out.join("\n"), error };
};

test("a form is printed as one of ours, for people with what was lost, for machines in one piece", async () => {
  const rows = [
    ["type", "name", "label"],
    ["start", "begonnen"],
    ["text", "wer", "Wer sind Sie?"],
  ];
  await writeFile(join(folder, "form.xlsx"), await writeWorkbook([{ name: "survey", rows }]));
  const plain = await type("survey convert form.xlsx");
  expect(plain.code).toBe(0);
  expect(plain.out).toContain("Not converted:\n- begonnen: Nothing is noted about devices and times: start");
  const { questionnaire, lost } = JSON.parse((await type("survey convert form.xlsx --json")).out);
  expect(questionnaire.pages[0].questions).toEqual([
    { kind: "text", name: "wer", label: { de: "Wer sind Sie?" } },
  ]);
  expect(lost).toMatchObject([{ where: "begonnen", why: "metadata" }]);
});

test("a broken form ends in one line with sheet, row and reason", async () => {
  const rows = [
    ["type", "name", "label"],
    ["select_one farben", "farbe", "Welche?"],
  ];
  await writeFile(join(folder, "broken.xlsx"), await writeWorkbook([{ name: "survey", rows }]));
  const { code, out, error } = await type("survey convert broken.xlsx");
  expect([code, out]).toEqual([1, ""]);
  expect(error).toEqual([
    "Not converted. Sheet “survey”, row 2, farbe: There is no list “farben” in the sheet “choices”.",
  ]);
  expect((await type("survey convert nowhere.xlsx")).code).toBe(1);
});

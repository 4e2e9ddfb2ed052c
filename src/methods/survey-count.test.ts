import { expect, test } from "vitest";
import type { Answers, Question, Questionnaire } from "./questionnaire.ts";
import { type Counted, countAnswers, countSums, crossAnswers } from "./survey-count.ts";

const choices = (...values: string[]) => values.map((value) => ({ value, label: { de: value } }));
const rows = (...names: string[]) => names.map((name) => ({ name, label: { de: `Zeile ${name}` } }));
const label = { de: "Frage" };

const asking = (...questions: Question[]): Questionnaire => ({
  title: { de: "Probe" },
  languages: ["de"],
  pages: [{ name: "seite", questions }],
});

const sizes = (counted: Counted | undefined) =>
  Object.fromEntries((counted?.counts ?? []).map(({ value, count }) => [value, count]));

const only = (question: Question, answers: readonly Answers[]) => countAnswers(asking(question), answers);

test("one choice of several: each counted, those who left it out are not in the base", () => {
  const question: Question = { kind: "single", name: "lage", label, choices: choices("gut", "mittel") };
  const [counted] = only(question, [{ lage: "gut" }, { lage: "gut" }, { lage: "" }, {}]);
  expect([counted?.base, counted?.adds, sizes(counted)]).toEqual([2, "parts", { gut: 2, mittel: 0 }]);
});

test("several choices: the base is people and not ticks", () => {
  const question: Question = {
    kind: "multiple",
    name: "felder",
    label,
    choices: choices("sport", "kultur"),
    other: { de: "Sonstiges, und zwar" },
  };
  const [counted] = only(question, [
    { felder: ["sport", "kultur"] },
    { felder: ["sport", "other"] },
    { felder: [] },
  ]);
  expect([counted?.base, counted?.adds]).toEqual([2, "ticks"]);
  expect(sizes(counted)).toEqual({ sport: 2, kultur: 1, other: 1 });
});

test("each line of a table of questions has its own base", () => {
  const question: Question = {
    kind: "matrix",
    name: "wie",
    label,
    rows: rows("a", "b"),
    choices: choices("ja", "nein"),
  };
  const counted = only(question, [{ wie: { a: "ja", b: "nein" } }, { wie: { a: "ja" } }]);
  expect(counted.map(({ row, base }) => [row, base])).toEqual([
    ["a", 2],
    ["b", 1],
  ]);
  expect(counted.map(sizes)).toEqual([
    { ja: 2, nein: 0 },
    { ja: 0, nein: 1 },
  ]);
  expect(counted[0]?.title["de"]).toBe("Frage – Zeile a");
});

test("a scale shows every step, also those that nobody took", () => {
  const question: Question = { kind: "scale", name: "note", label, from: 1, to: 3, low: { de: "schlecht" } };
  const [counted] = only(question, [{ note: 3 }, { note: 1 }, { note: 3 }]);
  expect(sizes(counted)).toEqual({ 1: 1, 2: 0, 3: 2 });
  expect(counted?.counts[0]?.label["de"]).toBe("1 – schlecht");
});

test("of a ranking the first place counts", () => {
  const question: Question = { kind: "ranking", name: "rang", label, choices: choices("a", "b", "c") };
  const [counted] = only(question, [{ rang: ["b", "a"] }, { rang: ["b"] }, { rang: ["c", "a", "b"] }]);
  expect([counted?.base, sizes(counted)]).toEqual([3, { a: 0, b: 2, c: 1 }]);
});

test("numbers fall into classes whose bounds belong to the lower one, and empty ends are left away", () => {
  const question: Question = { kind: "number", name: "zahl", label };
  const [counted] = only(
    question,
    [5, 6, 10, 11, 20].map((zahl) => ({ zahl })),
  );
  expect(counted?.counts.map(({ label: words, count }) => [words["de"], count])).toEqual([
    ["3–5", 1],
    ["6–10", 2],
    ["11–20", 2],
  ]);
  const [wide] = only(question, [{ zahl: -3 }, { zahl: 0 }, { zahl: 2_000_000 }]);
  expect(wide?.counts.at(0)?.label["de"]).toBe("unter 0");
  expect(wide?.counts.at(-1)).toMatchObject({ label: { de: "über 100.000" }, count: 1 });
});

test("texts, dates and notes are never counted", () => {
  const content = asking(
    { kind: "text", name: "t", label },
    { kind: "date", name: "d", label },
    { kind: "note", name: "n", label },
  );
  expect(countAnswers(content, [{ t: "Anna", d: "2026-01-01" }])).toEqual([]);
});

const mixed = asking(
  { kind: "single", name: "lage", label, choices: choices("gut", "mittel") },
  { kind: "multiple", name: "felder", label, choices: choices("sport", "kultur") },
  { kind: "matrix", name: "wie", label, rows: rows("a"), choices: choices("ja", "nein") },
  { kind: "number", name: "zahl", label },
);

test("sums with their bases say the same as the answers they were made of", () => {
  const answers: Answers[] = [
    { lage: "gut", felder: ["sport", "kultur"], wie: { a: "ja" }, zahl: 7 },
    { lage: "mittel", felder: ["sport"], zahl: 8 },
    { wie: { a: "ja" }, zahl: 300 },
  ];
  const sum = (question: string, value: string, count: number) => ({ question, value, count });
  const sums = [
    sum("lage", "gut", 1),
    sum("lage", "mittel", 1),
    sum("felder", "sport", 2),
    sum("felder", "kultur", 1),
    sum("wie.a", "ja", 2),
    sum("zahl", "7", 1),
    sum("zahl", "8", 1),
    sum("zahl", "300", 1),
  ];
  const bases = new Map([
    ["lage", 2],
    ["felder", 2],
    ["wie.a", 2],
    ["zahl", 3],
  ]);
  expect(countSums(mixed, sums, 3, bases)).toEqual(countAnswers(mixed, answers));
  // Without bases nobody knows who ticked nothing: all respondents are the base.
  expect(countSums(mixed, sums, 3).map(({ base }) => base)).toEqual([2, 3, 2, 3]);
});

test("a crossed table adds up to all respondents, those without an answer in lines of their own", () => {
  const answers: Answers[] = [
    { lage: "gut", zahl: 7 },
    { lage: "gut" },
    { zahl: 300 },
    { lage: "mittel", zahl: 7 },
    {},
  ];
  const [lage, , , zahl] = countAnswers(mixed, answers);
  if (!lage || !zahl) throw new Error("nothing counted");
  const { rows: lines, cells } = crossAnswers(lage, zahl, answers, mixed);
  expect(lines).toEqual(["gut", "mittel", ""]);
  expect(cells.flat().reduce((all, count) => all + count, 0)).toBe(5);
  expect(cells.map((line) => line.reduce((all, count) => all + count, 0))).toEqual([2, 1, 2]);
});

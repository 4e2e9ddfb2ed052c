// A survey as a town of 30,000 would ask it, and answers to it that are the same each time.
import { drawFrom } from "#methods/assignment-example.ts";
import type { Answers, Question, Questionnaire } from "#methods/questionnaire.ts";

const choices = (count: number, word: string) =>
  Array.from({ length: count }, (_, at) => ({ value: `w${at + 1}`, label: { de: `${word} ${at + 1}` } }));

const places = 40;
const ages = 12;
const wishes = 10;
const lines = ["bus", "doctor", "shop", "club", "park"];

const asked: readonly Question[] = [
  { kind: "single", name: "place", label: { de: "Wo wohnen Sie?" }, choices: choices(places, "Ortsteil") },
  { kind: "single", name: "age", label: { de: "Wie alt sind Sie?" }, choices: choices(ages, "Gruppe") },
  {
    kind: "multiple",
    name: "wishes",
    label: { de: "Was wünschen Sie sich?" },
    choices: choices(wishes, "Wunsch"),
  },
  { kind: "scale", name: "mood", label: { de: "Wie gern leben Sie hier?" }, from: 1, to: 5 },
  { kind: "number", name: "hours", label: { de: "Wie viele Stunden helfen Sie im Monat?" } },
  {
    kind: "matrix",
    name: "ways",
    label: { de: "Wie gut erreichen Sie …?" },
    rows: lines.map((name) => ({ name, label: { de: name } })),
    choices: choices(4, "Stufe"),
  },
];

const content: Questionnaire = {
  title: { de: "Wie wir hier leben" },
  languages: ["de"],
  pages: [{ name: "s1", questions: [...asked] }],
};

export const questions = { content, names: asked.map(({ name }) => name) } as const;

/** Answers by a seed; the larger `skew`, the more of them give the first few choices. */
export const answersTo = (count: number, skew: number): readonly Answers[] => {
  const random = drawFrom(11);
  const one = (most: number, by = skew): string => `w${Math.floor(random() ** by * most) + 1}`;
  return Array.from(
    { length: count },
    (): Answers => ({
      ...(random() < 0.97 ? { place: one(places) } : {}),
      ...(random() < 0.97 ? { age: one(ages) } : {}),
      wishes: [...new Set([one(wishes, 1), one(wishes, 1), one(wishes, 1)])],
      mood: String(1 + Math.floor(random() * 5)),
      hours: Math.floor(random() ** 3 * 40),
      ways: Object.fromEntries(lines.map((line) => [line, one(4, 1)])),
    }),
  );
};

import { expect, test } from "vitest";
import { hintsIn } from "./text-hints.ts";

const found = (text: string) => hintsIn(text).map(({ kind, found: words }) => `${kind}: ${words}`);

test("what could tell who is meant is found, each once", () => {
  expect(found("Bitte an anna.muster@verein.example oder anna (at) verein.example")).toEqual([
    "email: anna.muster@verein.example",
    "email: anna (at) verein.example",
  ]);
  expect(found("Ruft an: 03576 123456, auch +49 (0)3576/12 34 56")).toEqual([
    "phone: 03576 123456",
    "phone: +49 (0)3576/12 34 56",
  ]);
  expect(found("Frau Dr. Novak und Herr Peter Lange, wieder Frau Dr. Novak")).toEqual([
    "name: Frau Dr. Novak",
    "name: Herr Peter Lange",
  ]);
  expect(found("Wir treffen uns Schulstraße 12a, siehe www.verein.example/termine")).toEqual([
    "web: www.verein.example/termine",
    "street: Schulstraße 12a",
  ]);
});

test("years, sums and plain words are left alone", () => {
  for (const text of [
    "Seit 1998 sind wir 120 Leute und haben 12.500 Euro im Jahr.",
    "2015 bis 2026 ging es gut, Frau und Mann machen mit.",
    "Der Weg ist weit, der Platz ist schön.",
  ])
    expect(found(text)).toEqual([]);
});

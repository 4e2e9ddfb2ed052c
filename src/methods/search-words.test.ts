import fc from "fast-check";
import { expect, test } from "vitest";
import { plainSearch, searchWords, textQuery } from "./search-words.ts";

test("umlauts, accents and capitals make no difference", () => {
  expect(plainSearch("Gärten für Běła Woda, Straße")).toBe("gaerten fuer bela woda, strasse");
});

test("Ehrenamt, freiwillig and Engagement narrow nothing", () => {
  expect(searchWords("Ehrenamt")).toEqual([]);
  expect(searchWords("freiwilliges Engagement mit Kindern").map(({ typed }) => typed)).toEqual([
    "freiwilliges",
    "kindern",
  ]);
});

test("a word brings its family", () => {
  expect(searchWords("Hund")[0]?.alternatives).toContain("tierheim");
  expect(searchWords("Smartphone")[0]?.alternatives).toContain("computer");
  expect(searchWords("Senior")[0]?.alternatives).toContain("pflegeheim");
});

test("both spellings of an umlaut are asked for", () => {
  expect(textQuery(searchWords("gaertnerei"))).toBe("(gaertnerei:* | gartnerei:*)");
});

test("whatever is typed becomes a query of letters, digits and our own signs only", () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 300, unit: "grapheme" }), (text) => {
      expect(textQuery(searchWords(text))).toMatch(/^[\p{L}\p{N}:*|&() ]*$/u);
    }),
  );
});

test("a long text is cut to eight words", () => {
  expect(searchWords("rot gelb blau lila grau rosa weiss schwarz braun bunt")).toHaveLength(8);
});

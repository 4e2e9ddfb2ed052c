import fc from "fast-check";
import { expect, test } from "vitest";
import { applyEdits, diffWords, piecesOf, shortestEdits, tokensOf, undoEdits } from "./text-diff.ts";

const words = fc.constantFrom("Stadt", "Verein", "will", "und", " ", " ", "  ", ",", ".", "ä", "2027");
const text = fc.array(words, { maxLength: 24 }).map((list) => list.join(""));

const read = (base: string, changed: string): string =>
  piecesOf(base, diffWords(base, changed))
    .map(({ kind, words: piece }) => ({ same: piece, removed: `[-${piece}-]`, added: `[+${piece}+]` })[kind])
    .join("");

test("the changes make one text of the other, in both their forms", () => {
  fc.assert(
    fc.property(text, text, (base, changed) => {
      expect(applyEdits(base, diffWords(base, changed))).toBe(changed);
      expect(applyEdits(base, shortestEdits(base, changed))).toBe(changed);
    }),
    { numRuns: 10_000 },
  );
});

/** The length of the shortest way from one to the other, by trying everything. */
const shortest = (base: readonly string[], changed: readonly string[]): number => {
  const [a, b] = [base[0], changed[0]];
  if (a === undefined || b === undefined) return base.length + changed.length;
  if (a === b) return shortest(base.slice(1), changed.slice(1));
  return 1 + Math.min(shortest(base.slice(1), changed), shortest(base, changed.slice(1)));
};

test("no shorter list of changes exists", () => {
  const few = fc.array(fc.constantFrom("a", " ", "b", ","), { maxLength: 7 }).map((list) => list.join(""));
  fc.assert(
    fc.property(few, few, (base, changed) => {
      const edits = shortestEdits(base, changed);
      const length = edits.reduce((sum, edit) => sum + edit.to - edit.from + tokensOf(edit.words).length, 0);
      expect(length).toBe(shortest(tokensOf(base), tokensOf(changed)));
    }),
    { numRuns: 2000 },
  );
});

test("what changed reads as people would say it", () => {
  expect(read("Die Stadt hilft Vereinen.", "Die Stadt hilft allen Vereinen.")).toBe(
    "Die Stadt hilft [+allen +]Vereinen.",
  );
  expect(read("Bis 2026 gibt es ein Haus.", "Bis 2028 gibt es ein Haus.")).toBe(
    "Bis [-2026-][+2028+] gibt es ein Haus.",
  );
  expect(read("Wir wollen den alten Saal nutzen.", "Wir wollen eine neue Küche nutzen.")).toBe(
    "Wir wollen [-den alten Saal-][+eine neue Küche+] nutzen.",
  );
  expect(read("Wir helfen gern und oft.", "Wir helfen gern.")).toBe("Wir helfen gern[- und oft-].");
  expect(read("gleich", "gleich")).toBe("gleich");
});

test("two long texts with nothing in common are one change, at once", () => {
  const [base, changed] = ["a.".repeat(5000), "b,".repeat(5000)];
  expect(diffWords(base, changed)).toHaveLength(1);
  expect(applyEdits(base, diffWords(base, changed))).toBe(changed);
});

test("a change that was made for another text is refused", () => {
  expect(() => applyEdits("ganz anders", diffWords("eins zwei", "eins drei"))).toThrow("does not fit");
});

test("what edits made of a text leads back to it", () => {
  const word = fc.constantFrom(
    "der",
    "Saal",
    "ist",
    "offen",
    "zu",
    "für",
    "alle",
    ",",
    ".",
    " ",
    "  ",
    "2026",
  );
  const text = fc.array(word, { maxLength: 14 }).map((words) => words.join(" "));
  fc.assert(
    fc.property(text, text, (base, changed) => {
      expect(undoEdits(changed, diffWords(base, changed))).toBe(base);
    }),
    { numRuns: 2_000 },
  );
});

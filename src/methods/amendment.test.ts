import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  type Amendment,
  applyAmendments,
  bundlesCollide,
  collides,
  collisionsAmong,
  folded,
  type Paragraph,
  rebase,
  rebaseOver,
  wordsAfter,
} from "./amendment.ts";
import { diffWords } from "./text-diff.ts";

const change = (id: string, paragraph: string, base: string, words: string): Amendment => ({
  id,
  paragraph,
  action: "change",
  edits: diffWords(base, words),
});

const token = fc.constantFrom("Stadt", "Verein", "will", "und", "gibt", " ", " ", " ", ",", ".", "2027");
const sentence = fc.array(token, { minLength: 1, maxLength: 16 }).map((list) => list.join(""));
const text = fc
  .array(sentence, { minLength: 1, maxLength: 4 })
  .map((all) => all.map((words, at): Paragraph => ({ id: `p${at}`, words })));

type Wish = Amendment extends infer One ? (One extends Amendment ? Omit<One, "id"> : never) : never;

/** What somebody makes of a sentence: some of its words go, some come. */
const rewritten = (base: string, marks: readonly number[]): string =>
  [...(base.match(/\w+|\s|./gu) ?? [])]
    .map((word, at) => ["", `${word} neu`, "Haus"][(marks[at % marks.length] ?? 9) - 1] ?? word)
    .join("");

const wish = (all: readonly Paragraph[]) =>
  fc
    .tuple(fc.nat(all.length - 1), fc.nat(9), fc.array(fc.nat(30), { minLength: 3, maxLength: 17 }), sentence)
    .map(([at, kind, marks, words]): Wish => {
      const paragraph = all[at] ?? { id: "", words: "" };
      if (kind === 0) return { paragraph: paragraph.id, action: "delete" };
      if (kind === 1) return { paragraph: at === 0 ? null : paragraph.id, action: "insert", words };
      const edits = diffWords(paragraph.words, rewritten(paragraph.words, marks));
      return { paragraph: paragraph.id, action: "change", edits };
    });

const scene = text.chain((all) =>
  fc.tuple(
    fc.constant(all),
    fc
      .array(wish(all), { minLength: 2, maxLength: 8 })
      .map((list) => list.map((one, at) => ({ ...one, id: `a${at}` }) as Amendment)),
    fc.array(fc.nat(1000), { minLength: 8, maxLength: 8 }),
  ),
);

/** As many of them as can be accepted together, taken in their order. */
const peaceful = (list: readonly Amendment[]): readonly Amendment[] => {
  const kept: Amendment[] = [];
  for (const one of list) if (!kept.some((other) => collides(one, other))) kept.push(one);
  return kept;
};

const withText = (list: readonly Paragraph[]) => list.filter(({ words }) => words !== "");

test("all amendments that do not collide give the same text, in whatever order they are applied", () => {
  const seen = { several: 0, apart: 0 };
  fc.assert(
    fc.property(scene, ([all, list, order]) => {
      const accepted = peaceful(list);
      if (accepted.length > 1) seen.several += 1;
      if (accepted.length < list.length) seen.apart += 1;
      const shuffled = accepted
        .map((one, at) => ({ one, key: order[at] ?? 0 }))
        .toSorted((a, b) => a.key - b.key)
        .map(({ one }) => one);
      expect(applyAmendments(all, shuffled)).toEqual(applyAmendments(all, accepted));
    }),
    { numRuns: 10_000 },
  );
  expect(seen.several).toBeGreaterThan(5000);
  expect(seen.apart).toBeGreaterThan(1000);
});

test("one after the other, each carried over what came before, gives that same text as well", () => {
  fc.assert(
    fc.property(scene, ([all, list]) => {
      const accepted = peaceful(list).filter(({ action }) => action === "change");
      let now: readonly Paragraph[] = all;
      accepted.forEach((one, at) => {
        const carried = rebaseOver(one, accepted.slice(0, at));
        expect(carried).not.toBe("needsReview");
        if (typeof carried === "object") now = applyAmendments(now, [carried]);
      });
      expect(now).toEqual(applyAmendments(all, accepted));
    }),
    { numRuns: 10_000 },
  );
});

test("carried to a new version by its words alone, an amendment says the same or asks to be looked at", () => {
  let carriedOver = 0;
  fc.assert(
    fc.property(scene, ([all, list]) => {
      const [first, second] = peaceful(list);
      if (first === undefined || second === undefined) return;
      const next = applyAmendments(all, [second]);
      const carried = rebase(first, all, next);
      if (carried === "needsReview") return;
      carriedOver += 1;
      const after = carried === "contained" ? next : applyAmendments(next, [carried]);
      const together = applyAmendments(all, [first, second]);
      expect(withText(after).map(({ words }) => words)).toEqual(withText(together).map(({ words }) => words));
    }),
    { numRuns: 10_000 },
  );
  expect(carriedOver).toBeGreaterThan(2000);
});

test("to collide is mutual, and nothing collides with what says the same", () => {
  fc.assert(
    fc.property(scene, ([, list]) => {
      for (const a of list) {
        expect(collides(a, { ...a, id: "same" })).toBe(false);
        for (const b of list) expect(collides(a, b)).toBe(collides(b, a));
      }
    }),
    { numRuns: 2000 },
  );
});

describe("a paragraph", () => {
  const base = "Die Stadt gibt den Vereinen bis 2026 einen Saal.";
  const all = [
    { id: "p1", words: base },
    { id: "p2", words: "Das Büro hilft." },
  ];
  const year = change("year", "p1", base, base.replace("2026", "2027"));
  const later = change("later", "p1", base, base.replace("2026", "2030"));
  const room = change("room", "p1", base, base.replace("einen Saal", "zwei Räume"));
  const gone: Amendment = { id: "gone", paragraph: "p1", action: "delete" };
  const behind: Amendment = { id: "behind", paragraph: "p1", action: "insert", words: "Neu." };

  test("changes at different words stand together, at the same word they collide", () => {
    expect(collides(year, room)).toBe(false);
    expect(collides(year, later)).toBe(true);
    expect(applyAmendments(all, [room, year])[0]?.words).toBe(
      "Die Stadt gibt den Vereinen bis 2027 zwei Räume.",
    );
    expect(() => applyAmendments(all, [year, later])).toThrow("year and later");
    expect(collisionsAmong([year, room, later]).map((pair) => pair.map(({ id }) => id))).toEqual([
      ["year", "later"],
    ]);
  });

  test("two words put at the same place collide, unless they are the same", () => {
    const all1 = change("all", "p1", base, base.replace("den Vereinen", "den kleinen Vereinen"));
    const old = change("old", "p1", base, base.replace("den Vereinen", "den alten Vereinen"));
    expect(collides(all1, old)).toBe(true);
    expect(applyAmendments(all, [all1, { ...all1, id: "again" }])[0]?.words).toContain("kleinen Vereinen");
  });

  test("whoever removes it collides with whoever changes it, not with what is to stand behind it", () => {
    expect(collides(gone, year)).toBe(true);
    expect(collides(gone, { ...gone, id: "too" })).toBe(false);
    expect(collides(gone, behind)).toBe(false);
    expect(applyAmendments(all, [gone, behind])).toEqual([
      { id: "behind", words: "Neu." },
      { id: "p2", words: "Das Büro hilft." },
    ]);
  });

  test("on a new version its place moves along, or somebody has to look again", () => {
    const [first = { id: "", words: "" }] = applyAmendments(all, [room]);
    const carried = rebase(year, all, [first]);
    expect(typeof carried === "object" && wordsAfter(carried, first.words)).toBe(
      "Die Stadt gibt den Vereinen bis 2027 zwei Räume.",
    );
    expect(rebase(year, all, applyAmendments(all, [later]))).toBe("needsReview");
    expect(rebase(year, all, applyAmendments(all, [year]))).toBe("contained");
    expect(rebase(year, all, applyAmendments(all, [gone]))).toBe("needsReview");
    expect(rebase(gone, all, applyAmendments(all, [year]))).toBe("needsReview");
    expect(rebase(behind, all, applyAmendments(all, [behind]))).toBe("contained");
  });

  test("where the words do not tell which one went, somebody has to look", () => {
    const [before, after] = [[{ id: "p", words: "ja ja ja" }], [{ id: "p", words: "ja ja" }]];
    const middle: Amendment = {
      id: "m",
      paragraph: "p",
      action: "change",
      edits: [{ from: 2, to: 3, was: "ja", words: "nein" }],
    };
    expect(rebase(middle, before, after)).toBe("needsReview");
  });

  test("an amendment is itself amended, one level deep", () => {
    const proposed = wordsAfter(room, base);
    const finer = change("finer", "room", proposed, proposed.replace("zwei Räume", "zwei helle Räume"));
    expect(wordsAfter(folded(room, base, [finer]), base)).toContain("zwei helle Räume");
    expect(folded(room, base, [])).toBe(room);
    expect(collides(folded(room, base, [finer]), year)).toBe(false);
  });

  test("bundles collide when one of their amendments does", () => {
    const [one, two] = [
      { id: "b1", amendments: [year, behind] },
      { id: "b2", amendments: [later] },
    ];
    expect(bundlesCollide(one, two)).toBe(true);
    expect(bundlesCollide(one, { id: "b3", amendments: [room, year] })).toBe(false);
  });
});

import fc from "fast-check";
import { expect, test } from "vitest";
import { gatesClosedFor, type Offer, type Seeker } from "./match-gates.ts";
import {
  countParts,
  defaultWeights,
  distanceFit,
  nearTie,
  type Question,
  scoreOf,
  topMatches,
  weightsFrom,
} from "./match-score.ts";

const nobody: Seeker = {
  fields: [],
  skills: [],
  targetGroups: [],
  times: 0,
  rhythms: [],
  company: null,
  languages: [],
  home: null,
  radius: null,
  age: null,
  checked: null,
  needs: [],
  notThese: [],
};
const plain: Offer = {
  fields: ["school"],
  skills: ["reading"],
  targetGroups: ["children"],
  times: 0b110,
  rhythm: "weekly",
  company: "any",
  languages: [],
  languagesRequired: [],
  where: null,
  anywhere: false,
  minimumAge: null,
  needsCheck: false,
  startsInDays: null,
  accessibility: [],
  seatsFree: null,
  freshness: 1,
  answerRate: null,
  waitingSince: 0,
};
const gates = (seeker: Partial<Seeker>, offer: Partial<Offer>) =>
  gatesClosedFor({ ...nobody, ...seeker }, { ...plain, ...offer }).map(({ name }) => name);
const score = (seeker: Partial<Seeker>, offer: Partial<Offer> = {}) =>
  scoreOf({ ...nobody, ...seeker }, { ...plain, ...offer });
const fitOf = (name: string, seeker: Partial<Seeker>, offer: Partial<Offer> = {}) =>
  score(seeker, offer).parts.find((part) => part.name === name)?.fit;

test("a gate closes for each of its reasons, and only when the answer is known", () => {
  expect(gates({ age: { from: 0, to: 15 } }, { minimumAge: 16 })).toEqual(["age"]);
  expect(gates({ age: { from: 16, to: 17 } }, { minimumAge: 16 })).toEqual([]);
  expect(gates({}, { minimumAge: 16 })).toEqual([]);
  expect(gates({ checked: false }, { needsCheck: true, startsInDays: 10 })).toEqual(["check"]);
  expect(gates({ checked: false }, { needsCheck: true, startsInDays: 60 })).toEqual([]);
  expect(gates({ checked: false }, { needsCheck: true })).toEqual([]);
  expect(gates({ languages: ["de"] }, { languagesRequired: ["hsb", "pl"] })).toEqual(["language"]);
  expect(gates({ languages: ["pl"] }, { languagesRequired: ["hsb", "pl"] })).toEqual([]);
  expect(gates({ needs: ["stepFree"] }, {})).toEqual(["barrier"]);
  expect(gates({ needs: ["stepFree"] }, { anywhere: true })).toEqual([]);
  expect(gates({ notThese: ["children"] }, {})).toEqual(["notThis"]);
  expect(gates({}, { seatsFree: 0 })).toEqual(["full"]);
});

test("each part fits as its definition says", () => {
  expect(fitOf("fields", { fields: ["school", "sport"] })).toBe(1);
  expect(fitOf("fields", { fields: ["sport"] })).toBe(0);
  expect(fitOf("skills", { skills: ["reading", "music"] }, { skills: ["reading", "crafts", "sports"] })).toBe(
    0.5,
  );
  expect(fitOf("times", { times: 0b010 })).toBe(0.5);
  expect(fitOf("times", { times: 0b010 }, { times: 0 })).toBe(1);
  expect(fitOf("rhythm", { rhythms: ["once"] }, { rhythm: "slots" })).toBe(0.5);
  expect(fitOf("company", { company: "pair" }, { company: "team" })).toBe(0.5);
  expect(fitOf("company", { company: "alone" }, { company: "team" })).toBe(0);
  expect(fitOf("languages", { languages: ["pl"] }, { languages: ["hsb"] })).toBeUndefined();
});

test("inside walking range the way is a full fit, and falls to nothing at the radius", () => {
  expect(distanceFit(0.4, 10)).toBe(1);
  expect(distanceFit(1.5, 10)).toBe(1);
  expect(distanceFit(5.75, 10)).toBeCloseTo(0.5);
  expect(distanceFit(10, 10)).toBe(0);
  expect(distanceFit(1, 1)).toBe(1);
});

test("confidence is the share of the questions that were answered", () => {
  expect(score({}).confidence).toBe(0);
  expect(score({ fields: ["school"] }).confidence).toBeCloseTo(0.2);
  expect(score({ fields: ["school"] }, { fields: [] }).confidence).toBe(0);
});

test("a town's own weights are taken where they are numbers, and nothing else is", () => {
  expect(weightsFrom({ fields: 40, times: -3, company: "much", unknown: 9 })).toEqual({
    ...defaultWeights,
    fields: 40,
  });
  expect(weightsFrom(null)).toEqual(defaultWeights);
});

test("among near ties the longest waiting goes first, and never before somebody clearly better", () => {
  const offers = [
    { ...plain, id: "new", waitingSince: 300 },
    { ...plain, id: "long", waitingSince: 100, freshness: 0.9 },
    { ...plain, id: "longest, but wrong", waitingSince: 1, fields: ["sport"], skills: ["music"] },
  ];
  const seeker = { ...nobody, fields: ["school"], skills: ["reading"], times: 0b110 };
  const { matches } = topMatches(seeker, offers, defaultWeights, 3);
  expect(matches.map(({ offer }) => offer.id)).toEqual(["long", "new", "longest, but wrong"]);
});

const codes = fc.uniqueArray(fc.constantFrom("a", "b", "c", "d"), { maxLength: 4 });
const anybody: fc.Arbitrary<Seeker> = fc.record({
  fields: codes,
  skills: codes,
  targetGroups: codes,
  times: fc.integer({ min: 0, max: 2 ** 21 - 1 }),
  rhythms: fc.subarray(["once", "weekly", "monthly", "flexible", "slots"]),
  company: fc.constantFrom("alone", "pair", "team", null),
  languages: codes,
  home: fc.option(
    fc.record({
      latitude: fc.double({ min: 50, max: 52, noNaN: true }),
      longitude: fc.double({ min: 13, max: 15, noNaN: true }),
    }),
  ),
  radius: fc.option(fc.integer({ min: 1, max: 50 })),
  age: fc.option(fc.constantFrom({ from: 0, to: 15 }, { from: 18, to: 120 })),
  checked: fc.option(fc.boolean()),
  needs: codes,
  notThese: codes,
});
const anywhere: fc.Arbitrary<Offer> = fc.record({
  fields: codes,
  skills: codes,
  targetGroups: codes,
  times: fc.integer({ min: 0, max: 2 ** 21 - 1 }),
  rhythm: fc.constantFrom("once", "weekly", "monthly", "flexible", "slots"),
  company: fc.constantFrom("any", "alone", "pair", "team"),
  languages: codes,
  languagesRequired: codes,
  where: fc.constantFrom(null, { latitude: 51.5, longitude: 14.6 }),
  anywhere: fc.boolean(),
  minimumAge: fc.option(fc.integer({ min: 6, max: 99 })),
  needsCheck: fc.boolean(),
  startsInDays: fc.option(fc.integer({ min: 0, max: 90 })),
  accessibility: codes,
  seatsFree: fc.option(fc.integer({ min: 0, max: 3 })),
  freshness: fc.double({ min: 0, max: 1, noNaN: true }),
  answerRate: fc.option(fc.double({ min: 0, max: 1, noNaN: true })),
  waitingSince: fc.integer({ min: 0, max: 1_000_000 }),
});

test("score and confidence stay between 0 and 1, and so does every fit", () => {
  fc.assert(
    fc.property(anybody, anywhere, (seeker, offer) => {
      const result = scoreOf(seeker, offer);
      for (const value of [result.score, result.confidence, ...result.parts.map((part) => part.fit)]) {
        expect(value).toBeGreaterThanOrEqual(0);
        expect(value).toBeLessThanOrEqual(1 + 1e-12);
      }
    }),
  );
});

const unanswered: Record<Question, Partial<Seeker>> = {
  fields: { fields: [] },
  skills: { skills: [] },
  targetGroups: { targetGroups: [] },
  times: { times: 0 },
  rhythm: { rhythms: [] },
  distance: { home: null },
  company: { company: null },
};

test("leaving out an answer that does not fit never lowers a score, as long as one is left", () => {
  fc.assert(
    fc.property(anybody, anywhere, (seeker, offer) => {
      const before = scoreOf(seeker, offer);
      const worst = before.parts.find((part) => part.fit === 0 && part.name in unanswered);
      if (!worst) return;
      const after = scoreOf({ ...seeker, ...unanswered[worst.name as Question] }, offer);
      if (after.confidence > 0) expect(after.score).toBeGreaterThanOrEqual(before.score - 1e-12);
      expect(after.confidence).toBeLessThanOrEqual(before.confidence);
    }),
  );
});

test("the best k are the first k of the whole order, nobody is lost, and no closed gate is passed", () => {
  fc.assert(
    fc.property(
      anybody,
      fc.array(anywhere, { maxLength: 30 }),
      fc.integer({ min: 0, max: 10 }),
      (seeker, offers, k) => {
        const all = topMatches(seeker, offers, defaultWeights, offers.length);
        expect(topMatches(seeker, offers, defaultWeights, k).matches).toEqual(all.matches.slice(0, k));
        expect(all.matches.length + all.closed.length).toBe(offers.length);
        all.matches.forEach((match, index) => {
          expect(gatesClosedFor(seeker, match.offer)).toEqual([]);
          // Whoever stands further down may be better by a near tie at most.
          const better = Math.max(0, ...all.matches.slice(index).map(({ score: later }) => later));
          expect(better - match.score).toBeLessThanOrEqual(nearTie + 1e-12);
        });
      },
    ),
  );
});

test("parts of the week are counted", () => {
  expect(countParts(0)).toBe(0);
  expect(countParts(2 ** 21 - 1)).toBe(21);
});

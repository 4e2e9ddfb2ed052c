import fc from "fast-check";
import { expect, test } from "vitest";
import type { Named } from "./match-columns.ts";
import { gatesClosedFor, type Seeker } from "./match-gates.ts";
import { indexOf, type MatchIndex } from "./match-index.ts";
import { defaultWeights, topMatches, type Weights } from "./match-score.ts";

const codes = fc.uniqueArray(fc.constantFrom("a", "b", "c", "d", "e"), { maxLength: 4 });
const rhythms = ["once", "weekly", "monthly", "flexible", "slots"];
const near = fc.record({
  latitude: fc.double({ min: 51.3, max: 51.7, noNaN: true }),
  longitude: fc.double({ min: 14.3, max: 15, noNaN: true }),
});

const anybody: fc.Arbitrary<Seeker> = fc.record({
  fields: codes,
  skills: codes,
  targetGroups: codes,
  times: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 2 ** 21 - 1 })),
  rhythms: fc.subarray(rhythms),
  company: fc.constantFrom("alone", "pair", "team", null),
  languages: codes,
  home: fc.option(near),
  radius: fc.option(fc.integer({ min: 1, max: 50 })),
  age: fc.option(fc.constantFrom({ from: 0, to: 15 }, { from: 18, to: 120 })),
  checked: fc.option(fc.boolean()),
  needs: fc.oneof({ weight: 4, arbitrary: fc.constant([]) }, { weight: 1, arbitrary: codes }),
  notThese: fc.oneof({ weight: 4, arbitrary: fc.constant([]) }, { weight: 1, arbitrary: codes }),
});

const anOffer: fc.Arbitrary<Omit<Named, "id">> = fc.record({
  fields: codes,
  skills: codes,
  targetGroups: codes,
  times: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 2 ** 21 - 1 })),
  rhythm: fc.constantFrom(...rhythms),
  company: fc.constantFrom("any", "alone", "pair", "team"),
  languages: codes,
  languagesRequired: fc.oneof({ weight: 3, arbitrary: fc.constant([]) }, { weight: 1, arbitrary: codes }),
  where: fc.option(near),
  anywhere: fc.boolean(),
  minimumAge: fc.option(fc.integer({ min: 6, max: 99 })),
  needsCheck: fc.boolean(),
  startsInDays: fc.option(fc.integer({ min: 0, max: 90 })),
  accessibility: codes,
  seatsFree: fc.option(fc.integer({ min: 0, max: 9 })),
  // Few values, so that ties and near ties are common.
  freshness: fc.constantFrom(0, 0.5, 0.9, 1),
  answerRate: fc.option(fc.constantFrom(0, 0.5, 1)),
  waitingSince: fc.integer({ min: 0, max: 12 }),
  until: fc.option(fc.integer({ min: 0, max: 100 })),
});
const someOffers = fc
  .array(anOffer, { maxLength: 60 })
  .map((offers) => offers.map((offer, number) => ({ ...offer, id: String(number * 7919).padStart(9, "0") })));

const someWeights: fc.Arbitrary<Weights> = fc.oneof(
  fc.constant(defaultWeights),
  fc
    .array(fc.integer({ min: 0, max: 40 }), { minLength: 10, maxLength: 10 })
    .map(
      (values) =>
        Object.fromEntries(Object.keys(defaultWeights).map((name, at) => [name, values[at] ?? 0])) as Weights,
    ),
);

const now = 50;
const inOrder = (offers: readonly Named[]): Named[] =>
  [...offers].sort((a, b) => a.waitingSince - b.waitingSince || (a.id < b.id ? -1 : 1));

/** The plain definition: every pair is scored, and the whole list is ordered. */
const plainly = (seeker: Seeker, offers: readonly Named[], weights: Weights, k: number) =>
  topMatches(
    seeker,
    inOrder(offers).filter(({ until }) => until === null || until >= now),
    weights,
    k,
  );

const expectSame = (
  index: MatchIndex<Named>,
  offers: readonly Named[],
  seeker: Seeker,
  weights: Weights,
  k: number,
) => {
  const { matches, closed, counts } = index.top({ seeker, weights, k, closed: offers.length, now });
  const plain = plainly(seeker, offers, weights, k);
  expect(matches.map(({ offer, score }) => [offer.id, score])).toEqual(
    plain.matches.map(({ offer, score }) => [offer.id, score]),
  );
  expect(matches).toEqual(plain.matches);
  expect(closed).toEqual(plain.closed);
  const all = plainly(seeker, offers, weights, offers.length);
  expect([counts.open, counts.closed]).toEqual([all.matches.length, all.closed.length]);
  for (const [name, n] of Object.entries(counts.by))
    expect(n).toBe(all.closed.filter(({ gates }) => gates.some((gate) => gate.name === name)).length);
};

test("the index finds what the plain definition finds, in its order, with its evidence", () => {
  fc.assert(
    fc.property(
      someOffers,
      anybody,
      someWeights,
      fc.integer({ min: 0, max: 70 }),
      (offers, seeker, weights, k) => expectSame(indexOf(offers), offers, seeker, weights, k),
    ),
    { numRuns: 400 },
  );
});

test("an offer that was changed, added or taken out is found as if the index had been made anew", () => {
  fc.assert(
    fc.property(
      someOffers,
      fc.array(fc.tuple(fc.nat({ max: 80 }), fc.option(anOffer)), { maxLength: 20 }),
      anybody,
      (offers, changes, seeker) => {
        const index = indexOf(offers);
        const present = new Map(offers.map((offer) => [offer.id, offer]));
        for (const [number, change] of changes) {
          const id = String(number * 7919).padStart(9, "0");
          if (change) {
            index.set({ ...change, id });
            present.set(id, { ...change, id });
          } else {
            index.remove(id);
            present.delete(id);
          }
        }
        expect(index.size()).toBe(present.size);
        expectSame(index, [...present.values()], seeker, defaultWeights, 8);
      },
    ),
    { numRuns: 300 },
  );
});

test("what somebody does not want is left out as if it were not there", () => {
  fc.assert(
    fc.property(someOffers, anybody, fc.nat({ max: 9 }), (offers, seeker, n) => {
      const except = new Set(offers.slice(0, n).map(({ id }) => id));
      const { matches, counts } = indexOf(offers).top({
        seeker,
        weights: defaultWeights,
        k: 60,
        closed: 0,
        now,
        except,
      });
      const plain = plainly(seeker, offers.slice(n), defaultWeights, 60);
      expect(matches).toEqual(plain.matches);
      expect(counts.closed).toBe(plain.closed.length);
    }),
  );
});

test("offers far beyond the radius and beyond the edge of a square of the map change nothing", () => {
  const [offer] = fc.sample(anOffer, { numRuns: 1, seed: 7 });
  if (!offer) throw new Error("there is no offer");
  const open = {
    ...offer,
    minimumAge: null,
    needsCheck: false,
    languagesRequired: [],
    anywhere: false,
    until: null,
  };
  const offers: Named[] = Array.from({ length: 400 }, (_, number) => ({
    ...open,
    id: String(number).padStart(3, "0"),
    seatsFree: null,
    waitingSince: number % 9,
    where: { latitude: 51.4 + (number % 20) * 0.0101, longitude: 14.5 + Math.floor(number / 20) * 0.0101 },
  }));
  const [seeker] = fc.sample(anybody, { numRuns: 1, seed: 3 });
  if (!seeker) throw new Error("there is nobody");
  const asking = {
    ...seeker,
    needs: [],
    notThese: [],
    age: null,
    home: { latitude: 51.45, longitude: 14.55 },
    radius: 6,
  };
  expect(gatesClosedFor(asking, offers[0] ?? open)).toEqual([]);
  expectSame(indexOf(offers), offers, asking, defaultWeights, 25);
});

test("more words than a number has bits are refused, not mixed up", () => {
  const [offer] = fc.sample(anOffer, { numRuns: 1 });
  if (!offer) throw new Error("there is no offer");
  const fields = Array.from({ length: 33 }, (_, number) => `f${number}`);
  expect(() => indexOf([{ ...offer, id: "1", fields }])).toThrow(RangeError);
});

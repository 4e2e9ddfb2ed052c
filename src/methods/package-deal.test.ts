import fc from "fast-check";
import { expect, test } from "vitest";
import { mostOffers, type Said, stances, standOf, zoneOfAgreement } from "./package-deal.ts";

const seats = [
  { id: "town", sector: "public" },
  { id: "club", sector: "civil" },
  { id: "youth", sector: "civil" },
  { id: "firm", sector: "business" },
];
const says = (offer: string, list: readonly (Said["stance"] | undefined)[]): Said[] =>
  seats.flatMap(({ id }, at) => {
    const stance = list[at];
    return stance === undefined ? [] : [{ offer, seat: id, stance }];
  });
const never = () => false;

test("an offer stands as its sectors stand: agreed, possible while some are silent, refused by one", () => {
  const said = [
    ...says("a", ["support", "canLive", "support", "canLive"]),
    ...says("b", ["support", undefined, "support", "support"]),
    ...says("c", ["support", "cannotLive", "support", "support"]),
  ];
  expect(["a", "b", "c"].map((offer) => standOf(offer, seats, said).standing)).toEqual([
    "agreed",
    "possible",
    "refused",
  ]);
  expect(standOf("c", seats, said).sectors[1]).toEqual({
    sector: "civil",
    support: 1,
    canLive: 0,
    cannotLive: 1,
    silent: 0,
  });
});

test("give and take: what one refuses alone is fine inside a package", () => {
  const offers = [
    { id: "hall", parts: ["hall"] },
    { id: "fee", parts: ["fee"] },
    { id: "both", parts: ["hall", "fee"] },
  ];
  const said = [
    ...says("hall", ["cannotLive", "support", "support", "canLive"]),
    ...says("fee", ["support", "cannotLive", "canLive", "canLive"]),
    ...says("both", ["canLive", "canLive", "support", "support"]),
  ];
  const zone = zoneOfAgreement(offers, seats, said, never);
  expect(zone.combinations[0]?.offers).toEqual(["hall", "fee", "both"]);
  const without = zoneOfAgreement(offers.slice(0, 2), seats, said, never);
  expect(without.combinations).toEqual([]);
});

test("offers that exclude each other are never in one combination", () => {
  const offers = ["a", "b", "c"].map((id) => ({ id, parts: [id] }));
  const said = [...says("a", ["support"]), ...says("b", ["support", "support"])];
  const zone = zoneOfAgreement(offers, seats, said, (x, y) => `${x}${y}` === "ab" || `${x}${y}` === "ba");
  expect(zone.combinations.map(({ offers: chosen }) => chosen)).toEqual([
    ["b", "c"],
    ["a", "c"],
  ]);
  expect(zone.combinations[0]?.silent).toEqual(["town", "club", "youth", "firm"]);
});

test("no combination holds what somebody refuses, and none could be larger", () => {
  const offers = [0, 1, 2, 3, 4].map((at) => ({ id: `o${at}`, parts: [`o${at}`] }));
  const table = fc.array(fc.option(fc.constantFrom(...stances), { nil: undefined }), {
    minLength: 20,
    maxLength: 20,
  });
  fc.assert(
    fc.property(table, (list) => {
      const said = offers.flatMap(({ id }, at) => says(id, list.slice(at * 4, at * 4 + 4)));
      const free = offers.filter(({ id }) => standOf(id, seats, said).standing !== "refused");
      const zone = zoneOfAgreement(offers, seats, said, never);
      expect(zone.combinations.map(({ offers: chosen }) => chosen)).toEqual(
        free.length === 0 ? [] : [free.map(({ id }) => id)],
      );
    }),
    { numRuns: 500 },
  );
});

test("more offers than can be looked through are said, not guessed", () => {
  const many = Array.from({ length: mostOffers + 1 }, (_, at) => ({ id: `${at}`, parts: [`${at}`] }));
  expect(() => zoneOfAgreement(many, seats, [], never)).toThrow(RangeError);
});

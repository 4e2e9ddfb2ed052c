import fc from "fast-check";
import { expect, test } from "vitest";
import { distanceKilometers, isPoint, middle, walkingMinutes } from "./geography.ts";

const weisswasser = { latitude: 51.50403, longitude: 14.64017 };
const badMuskau = { latitude: 51.55051, longitude: 14.7124 };
const point = fc.record({
  latitude: fc.double({ min: -90, max: 90, noNaN: true }),
  longitude: fc.double({ min: -180, max: 180, noNaN: true }),
});

test("Bad Muskau lies 7.2 kilometers from Weißwasser", () => {
  expect(distanceKilometers(weisswasser, badMuskau)).toBeCloseTo(7.2, 1);
});

test("a degree of latitude is 111.2 kilometers", () => {
  expect(distanceKilometers({ latitude: 50, longitude: 14 }, { latitude: 51, longitude: 14 })).toBeCloseTo(
    111.195,
    2,
  );
});

test("distances are the same there and back, and no way is shorter through a third place", () => {
  fc.assert(
    fc.property(point, point, point, (a, b, c) => {
      expect(distanceKilometers(a, b)).toBeCloseTo(distanceKilometers(b, a), 6);
      expect(distanceKilometers(a, c)).toBeLessThanOrEqual(
        distanceKilometers(a, b) + distanceKilometers(b, c) + 1e-6,
      );
    }),
  );
});

test("from one end of the globe to the other it is half its circumference, to the last digits", () => {
  const half = Math.PI * 6371.0088;
  expect(distanceKilometers({ latitude: 90, longitude: 0 }, { latitude: -90, longitude: 77 })).toBe(half);
  // A centimeter short of the antipode: the haversine formula tells ten meters more or less.
  const short = 1e-5;
  expect(
    distanceKilometers({ latitude: 0, longitude: 0 }, { latitude: 0, longitude: 180 - short / 111.195 }),
  ).toBeCloseTo(half - short, 7);
  expect(distanceKilometers(weisswasser, weisswasser)).toBe(0);
});

test("a kilometer through streets takes a quarter of an hour on foot", () => {
  expect(walkingMinutes(weisswasser, { ...weisswasser, latitude: weisswasser.latitude + 1 / 111.195 })).toBe(
    16,
  );
  expect(walkingMinutes(weisswasser, weisswasser)).toBe(1);
});

test("what lies beyond the poles, at zero or nowhere is no place", () => {
  expect(isPoint(51.5, 14.6)).toBe(true);
  expect(isPoint(100, 101)).toBe(false);
  expect(isPoint(0, 0)).toBe(false);
  expect(isPoint(Number.NaN, 14)).toBe(false);
  expect(isPoint(undefined, 14)).toBe(false);
});

test("the middle of no place is no place", () => {
  expect(middle([])).toBeUndefined();
  expect(
    middle([
      { latitude: 50, longitude: 14 },
      { latitude: 52, longitude: 15 },
    ]),
  ).toEqual({ latitude: 51, longitude: 14.5 });
});

import fc from "fast-check";
import { expect, test } from "vitest";
import {
  circleOf,
  compareYears,
  countTies,
  type Drawing,
  narrowDrawing,
  spansOf,
  tallyYear,
  yearNetwork,
} from "./network-drawing.ts";
import { growthOf } from "./network-growth.ts";

const years = [2015, 2016, 2017, 2018];
const days = ["2015-12-31", "2016-12-31", "2017-12-31", "2018-05-10"];
const sectors = ["civil", "public", "business"];

const drawingOf = (size: number, ties: Parameters<typeof spansOf>[0]): Drawing => ({
  years,
  days,
  actors: Array.from({ length: size }, (_, at) => [`a${at}`, `Verein ${at}`, at % 3, 0.5, 0.5] as const),
  ties: spansOf(ties, days),
});

const tie = (from: number, to: number, startsOn: string, endsOn: string | null, cooperation: number) => ({
  from,
  to,
  startsOn,
  endsOn,
  cooperation,
});

const town = drawingOf(5, [
  tie(1, 0, "2015-03-01", null, 0),
  tie(0, 1, "2016-01-01", "2017-12-31", 1),
  tie(2, 1, "2016-06-01", "2017-06-30", 2),
  tie(2, 3, "2016-02-01", "2016-11-30", 3),
  tie(0, 2, "2018-05-10", null, 4),
  tie(0, 3, "2018-05-11", null, 5),
]);

test("a tie counts in each year on whose day it stood; what stood on none is left out", () => {
  expect(town.ties).toEqual([0, 1, 0, 3, 0, 0, 1, 1, 2, 1, 0, 2, 3, 3, 4, 1, 2, 1, 1, 2]);
  expect(countTies(town)).toBe(4);
  expect(tallyYear(town, 1)).toEqual([
    { actor: 1, ties: 2, cooperations: 3 },
    { actor: 0, ties: 1, cooperations: 2 },
    { actor: 2, ties: 1, cooperations: 1 },
  ]);
});

test("two years compared say what came, what went, and what is new in the picture", () => {
  expect(compareYears(town, 1, 3)).toEqual({
    pairs: [
      { one: 0, other: 1, fresh: false },
      { one: 0, other: 2, fresh: true },
    ],
    changes: { came: 1, went: 1, cameBetween: { "0 2": 1 } },
  });
  expect(compareYears(town, undefined, 0).changes).toEqual({ came: 1, went: 0, cameBetween: { "0 1": 1 } });
});

test("narrowed to one actor and its circle, places and ties fit each other", () => {
  expect(circleOf(town, 2)).toEqual(new Set([2, 0, 1]));
  const narrow = narrowDrawing(town, (one, other) => one === 2 || other === 2);
  expect(narrow.actors.map(([slug]) => slug)).toEqual(["a0", "a1", "a2"]);
  expect(tallyYear(narrow, 3).map(({ actor }) => narrow.actors[actor]?.[0])).toEqual(["a0", "a2"]);
});

const anyTies = fc.array(
  fc
    .tuple(fc.nat(7), fc.nat(7), fc.integer({ min: 0, max: 1_500 }), fc.option(fc.nat(900)), fc.nat(9))
    .map(([from, to, begins, lasts, cooperation]) => {
      const day = (at: number) => new Date(Date.UTC(2014, 6, at)).toISOString().slice(0, 10);
      return tie(from, to, day(begins), lasts === null ? null : day(begins + lasts), cooperation);
    }),
  { maxLength: 40 },
);

test("pairs, changes and counts are those of the dated ties, whatever they are", () => {
  fc.assert(
    fc.property(anyTies, fc.nat(3), fc.nat(3), (ties, one, other) => {
      const [before, at] = [Math.min(one, other), Math.max(one, other)];
      const drawing = drawingOf(8, ties);
      const dated = { ...yearNetwork(drawing, at, sectors), ties };
      const both = before === at ? [days[at] ?? ""] : [days[before] ?? "", days[at] ?? ""];
      const told = growthOf(dated, both, { communities: false }).at(-1);
      const { pairs, changes } = compareYears(drawing, before === at ? undefined : before, at);
      expect(pairs.length).toBe(told?.pairs);
      expect(changes).toEqual({ came: told?.came, went: told?.went, cameBetween: told?.cameBetween });
      expect(tallyYear(drawing, at).length).toBe(told?.actors);
      const [again] = growthOf(yearNetwork(drawing, at, sectors), [days[at] ?? ""], { communities: false });
      const { came, went, returned, cameBetween, cooperations, ...measures } = told ?? {};
      expect(again).toMatchObject(measures);
    }),
    { numRuns: 300 },
  );
});

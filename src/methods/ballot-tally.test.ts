import fc from "fast-check";
import { expect, test } from "vitest";
import type { BallotRule, Marks } from "./ballot.ts";
import { tallyBallot } from "./ballot-tally.ts";
import { readBlt, readPrefLib, readyToCount, writeBlt } from "./ranked-file.ts";
import { rankedSheets } from "./ranked-sheets.ts";
import { countStv } from "./scottish-stv.ts";

const ids = ["a", "b", "c", "d"];
const options = ids.map((id) => ({ id, title: id.toUpperCase() }));
const ranking = (rule: Partial<BallotRule>) => ({ paper: "ranking", ...rule }) as BallotRule;
const tally = (rule: BallotRule, marks: readonly Marks[]) =>
  tallyBallot({ rule, options, sheets: marks.map((one, at) => ({ receipt: String(at), marks: one })) });

// Places from 1 to 4, equal ones among them, and some options without one.
const marks: fc.Arbitrary<Marks> = fc
  .array(fc.integer({ min: 0, max: 4 }), { minLength: 4, maxLength: 4 })
  .map((places) => Object.fromEntries(places.flatMap((place, at) => (place ? [[ids[at], place]] : []))));
const election = fc.array(marks, { minLength: 1, maxLength: 9 });

const place = (sheet: Marks, id: string): number => sheet[id] ?? Number.POSITIVE_INFINITY;

/** Schulze as it is defined: who has a path to everybody left that is at least as strong as the way back. */
const plainSchulze = (sheets: readonly Marks[], statusQuo?: string): string[] => {
  const votes = (one: string, other: string) =>
    sheets.filter((sheet) => place(sheet, one) < place(sheet, other)).length;
  const left = ids.filter(
    (id) => !statusQuo || id === statusQuo || votes(id, statusQuo) > votes(statusQuo, id),
  );
  const link = (one: string, other: string) =>
    votes(one, other) > votes(other, one) ? votes(one, other) : 0;
  const path = (from: string, to: string, seen: readonly string[]): number =>
    Math.max(
      link(from, to),
      ...left
        .filter((next) => next !== to && !seen.includes(next))
        .map((next) => Math.min(link(from, next), path(next, to, [...seen, next]))),
    );
  return left.filter((one) =>
    left.every((other) => one === other || path(one, other, [one]) >= path(other, one, [other])),
  );
};

test("Schulze agrees with its definition, with equal places, and without what does not beat the status quo", () => {
  fc.assert(
    fc.property(election, fc.boolean(), (sheets, hasStatusQuo) => {
      const counted = tally(
        ranking({ kind: "schulze", ...(hasStatusQuo ? { statusQuo: "d" } : {}) }),
        sheets,
      );
      if (counted.kind !== "schulze") throw new Error(counted.kind);
      const isBlank = sheets.every((sheet) => Object.keys(sheet).length === 0);
      const expected = isBlank ? [] : plainSchulze(sheets, hasStatusQuo ? "d" : undefined);
      expect([...(counted.order[0] ?? [])].sort()).toEqual(expected);
      expect(counted.winners).toEqual(expected.slice(0, 1));
      expect(counted.ties).toHaveLength(expected.length > 1 ? 1 : 0);
    }),
    { numRuns: 3_000 },
  );
});

test("what does not beat the status quo builds no path for others", () => {
  const groups: readonly [number, string][] = [
    [4, "abdc"],
    [4, "bdca"],
    [5, "cabd"],
  ];
  const sheets = groups.flatMap(([count, order]) =>
    Array.from({ length: count }, (): Marks => Object.fromEntries([...order].map((id, at) => [id, at + 1]))),
  );
  // Around the circle a > b > c > a everybody reaches everybody; c loses against d and is out, and with it the way back.
  const free = tally(ranking({ kind: "schulze" }), sheets);
  const measured = tally(ranking({ kind: "schulze", statusQuo: "d" }), sheets);
  if (free.kind !== "schulze" || measured.kind !== "schulze") throw new Error("another rule");
  expect(free.paths[1]?.[0]).toBeGreaterThan(0);
  expect(measured).toMatchObject({ dropped: ["c"], winners: ["a"] });
  expect(measured.paths[1]?.[0]).toBe(0);
});

/** Runoff sheet by sheet; who goes among equals had fewer at the latest round that tells them apart. */
const plainRunoff = (sheets: readonly Marks[]): string[] => {
  const spoken = sheets.map((sheet) => {
    const order = ids
      .filter((id) => id in sheet)
      .sort((one, other) => place(sheet, one) - place(sheet, other));
    const end = order.findIndex((id) => order.filter((other) => sheet[other] === sheet[id]).length > 1);
    return end < 0 ? order : order.slice(0, end);
  });
  const history: Record<string, number>[] = [];
  let left = ids;
  for (;;) {
    const firsts = spoken.map((order) => order.find((id) => left.includes(id)));
    const now = Object.fromEntries(left.map((id) => [id, firsts.filter((first) => first === id).length]));
    const active = firsts.filter(Boolean).length;
    if (active === 0) return [];
    const winner = left.find((id) => left.length === 1 || 2 * (now[id] ?? 0) > active);
    if (winner) return [winner];
    history.unshift(now);
    const byFewest = (one: string, other: string) =>
      history
        .map((round) => (round[one] ?? 0) - (round[other] ?? 0))
        .find((difference) => difference !== 0) ?? ids.indexOf(other) - ids.indexOf(one);
    const [out] = left.toSorted(byFewest);
    left = left.filter((id) => id !== out);
  }
};

test("instant runoff agrees with a second, plain count of thousands of small elections", () => {
  fc.assert(
    fc.property(election, (sheets) => {
      expect(tally(ranking({ kind: "irv" }), sheets).winners).toEqual(plainRunoff(sheets));
    }),
    { numRuns: 3_000 },
  );
});

test("whoever is left by a runoff must still beat the status quo, or it stays", () => {
  const of = (counts: Readonly<Record<string, number>>) =>
    Object.entries(counts).flatMap(([order, count]) =>
      Array.from(
        { length: count },
        (): Marks => Object.fromEntries([...order].map((id, at) => [id, at + 1])),
      ),
    );
  const counted = (sheets: readonly Marks[]) => tally(ranking({ kind: "irv", statusQuo: "d" }), sheets);
  // "d" has too few first places to stay in, but stands before "a" on more sheets than behind.
  const refused = of({ abcd: 5, bda: 4, da: 2 });
  expect(tally(ranking({ kind: "irv" }), refused).winners).toEqual(["a"]);
  expect(counted(refused)).toMatchObject({ winners: ["d"], measured: { id: "a", before: 5, behind: 6 } });
  expect(counted(of({ abcd: 6, bda: 4, da: 2 }))).toMatchObject({
    winners: ["d"],
    measured: { before: 6, behind: 6 },
  });
  expect(counted(of({ abcd: 7, bda: 4, da: 2 }))).toMatchObject({
    winners: ["a"],
    measured: { before: 7, behind: 6 },
  });
  expect(counted(of({ d: 3, a: 1 }))).toMatchObject({ winners: ["d"], measured: null });
});

test("a ballot that is handed out as .blt comes to the same elected, ties by list number among them", () => {
  fc.assert(
    fc.property(election, fc.integer({ min: 1, max: 3 }), (sheets, seats) => {
      const ranked = rankedSheets(options, sheets);
      const text = writeBlt({
        title: "Wahl",
        seats,
        options,
        sheets: ranked,
        withdrawn: [],
        ties: [3, 2, 1, 0],
        blank: sheets.length - ranked.reduce((sum, { weight }) => sum + weight, 0),
      });
      const read = readBlt(text);
      if (!read.ok) throw new Error(read.problem.because);
      const file = readyToCount(read.value);
      const people = file.sheets.reduce((sum, { weight }) => sum + weight, 0) + file.blank;
      expect(people).toBe(sheets.length);
      const again = countStv(file.options, file.sheets, seats, people);
      const titles = new Map(file.options.map(({ id, title }) => [id, title]));
      const ours = tally(ranking({ kind: "stv", seats }), sheets);
      expect(again.winners.map((id) => titles.get(id)?.toLowerCase())).toEqual(ours.winners);
    }),
    { numRuns: 1_000 },
  );
});

test("options with the names of what every object has are counted like others", () => {
  const odd = ["constructor", "__proto__", "toString"].map((id) => ({ id, title: id }));
  const sheet = (text: string) => ({ receipt: text, marks: JSON.parse(text) as Marks });
  const sheets = [sheet('{"__proto__":1}'), sheet('{"__proto__":1,"toString":1}'), sheet("{}")];
  const approval = tallyBallot({
    rule: { kind: "approval", paper: "approval", seats: 1, most: 0 },
    options: odd,
    sheets,
  });
  expect(approval).toMatchObject({
    winners: ["__proto__"],
    blank: 1,
    rows: [{ votes: 2 }, { votes: 1 }, { id: "constructor", votes: 0 }],
  });
  const consensing = tallyBallot({
    rule: { kind: "consensing", paper: "resistance", passive: "constructor", needed: 50 },
    options: odd,
    sheets,
  });
  expect(consensing).toMatchObject({ winners: ["__proto__"], rows: [{ ratings: 2 }, {}, {}] });
  const schulze = tallyBallot({ rule: ranking({ kind: "schulze" }), options: odd, sheets });
  expect(schulze.winners).toEqual(["__proto__"]);
});

test("a line of PrefLib whose braces do not close is refused", () => {
  const head = "# ALTERNATIVE NAME 1: A\n# ALTERNATIVE NAME 2: B\n# ALTERNATIVE NAME 3: C\n";
  for (const line of ["1: 1,{2,3", "1: 1}", "1: {1,{2},3}"])
    expect(readPrefLib(head + line), line).toMatchObject({
      ok: false,
      problem: { because: "line", line: 4 },
    });
  expect(readPrefLib(`${head}1: 1,{2,3}`)).toMatchObject({ ok: true });
});

test("more votes than can be counted exactly are refused", () => {
  const lines = (count: number) => Array.from({ length: count }, () => "999999999 1 0").join("\n");
  expect(readBlt(`2 1\n${lines(10)}\n0\n`)).toMatchObject({ ok: true });
  expect(readBlt(`2 1\n${lines(11)}\n0\n`)).toMatchObject({ ok: false, problem: { because: "tooMany" } });
});

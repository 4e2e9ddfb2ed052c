import { existsSync, readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { expect, test } from "vitest";
import { countRunoff } from "./instant-runoff.ts";
import { readBlt, readPrefLib, readyToCount, writeBlt, writePrefLib } from "./ranked-file.ts";
import { type RankedSheet, rankedSheets } from "./ranked-sheets.ts";
import { countSchulze, pairwiseOf, strongestPaths } from "./schulze.ts";
import { countStv, type StvTally, wholeVote } from "./scottish-stv.ts";

const folder = fileURLToPath(new URL("../../../shared/data/ranked-ballots/", import.meta.url));
const isThere = existsSync(folder);
const json = (file: string) => JSON.parse(readFileSync(`${folder}${file}`, "utf8"));
const people = (sheets: readonly RankedSheet[]) => sheets.reduce((sum, { weight }) => sum + weight, 0);

type Ballots = readonly { readonly count: number; readonly ranking: readonly (readonly string[])[] }[];
const sheetsOf = (names: readonly string[], ballots: Ballots): RankedSheet[] =>
  ballots.map(({ count, ranking }) => ({
    weight: count,
    groups: ranking.map((group) => group.map((name) => names.indexOf(name))),
  }));
const named = (names: readonly string[]) => names.map((id) => ({ id }));

test.skipIf(!isThere)("the examples of Schulze's paper: matrices, strongest paths and winners", () => {
  const vectors = json("schulze-paper/schulze_vectors.json");
  expect(vectors).toHaveLength(18);
  for (const { name, candidates, situations } of vectors)
    for (const situation of situations) {
      const sheets = sheetsOf(candidates, situation.ballots);
      const pairwise = pairwiseOf(candidates.length, sheets);
      expect(pairwise, name).toEqual(situation.pairwise);
      expect(strongestPaths(pairwise), name).toEqual(situation.strongest_paths);
      const tally = countSchulze(named(candidates), sheets, {}, people(sheets));
      expect([...(tally.order[0] ?? [])].sort(), name).toEqual(
        [...situation["schulze_winners(winning votes)"]].sort(),
      );
      expect(tally.condorcet, name).toEqual(situation.condorcet_winner);
    }
});

test.skipIf(!isThere)("the vote of Debian 2006, where what is not ranked stands together at the end", () => {
  const { ballots, candidates, ...expected } = json("debian/expected.json")["leader2006_tally.txt"];
  const lines = readFileSync(`${folder}debian/leader2006_tally.txt`, "latin1").match(/^V: [\d-]+/gmu) ?? [];
  const sheets = lines.map((line) =>
    Object.fromEntries(
      [...line.slice(3)].flatMap((place, option) =>
        place === "-" ? [] : [[candidates[option], Number(place)]],
      ),
    ),
  );
  expect(sheets).toHaveLength(ballots);
  const ranked = rankedSheets(named(candidates), sheets);
  const tally = countSchulze(named(candidates), ranked, {}, sheets.length);
  expect(tally.pairwise).toEqual(expected["pairwise_matrix(rows beat cols)"]);
  expect(tally.winners).toEqual(expected.schulze_winner);
  expect(tally.order.map((group) => [...group].sort())).toEqual(
    expected.schulze_weak_order.map((group: string[]) => [...group].sort()),
  );
  const statusQuo = "None of the Above";
  const dropping = countSchulze(named(candidates), ranked, { statusQuo }, sheets.length);
  expect(dropping.dropped).toEqual(["Ari Pollak", "Jonathan aka Ted Walther"]);
  expect(dropping.winners).toEqual(["Anthony Towns"]);
});

test.skipIf(!isThere)("Burlington 2009: the runoff and the comparison in pairs disagree", () => {
  const { ballots, expected } = json("burlington-2009/burlington2009.json");
  const names = ["Montroll", "Kiss", "Wright"];
  const sheets = sheetsOf(names, ballots);
  expect(countRunoff(named(names), sheets, people(sheets)).winners).toEqual(expected.irv);
  expect(countSchulze(named(names), sheets, {}, people(sheets)).winners).toEqual(
    expected.every_condorcet_method_incl_schulze,
  );
});

const counted = (file: string) => {
  const read = readBlt(readFileSync(`${folder}${file}`, "utf8"));
  if (!read.ok) throw new Error(`${file}: ${read.problem.because} ${read.problem.line}`);
  const ready = readyToCount(read.value);
  const names = new Map(ready.options.map(({ id, title }) => [id, title]));
  const tally = countStv(ready.options, ready.sheets, ready.seats, people(ready.sheets) + ready.blank);
  return { tally, names };
};

const votesOf = (tally: StvTally, names: ReadonlyMap<string, string>, stage: number) =>
  Object.fromEntries(
    tally.options.map((id, option) => [
      names.get(id),
      ((tally.stages[stage]?.votes[option] ?? 0) / wholeVote).toFixed(5),
    ]),
  );

test.skipIf(!isThere)("the wards of Glasgow 2007, stage by stage to the fifth decimal", () => {
  const expected = json("glasgow-2007-stv/expected.json");
  const files = readdirSync(`${folder}glasgow-2007-stv`).filter((file) => file.endsWith(".blt"));
  expect(files.length).toBeGreaterThan(4);
  for (const file of files) {
    const { tally, names } = counted(`glasgow-2007-stv/${file}`);
    const { elected, quota, final_votes_of_elected: final, stages } = expected[file];
    expect(tally.winners.map((id) => names.get(id)).sort(), file).toEqual([...elected].sort());
    expect(tally.quota, file).toBe(Number(quota) * wholeVote);
    const last = votesOf(tally, names, tally.stages.length - 1);
    expect(last, file).toMatchObject(final);
    const told = stages.filter(({ msg }: { msg: string }) => /^Surplus transferred|^Begin Count/u.test(msg));
    const ours = tally.stages.map((_, stage) => JSON.stringify(votesOf(tally, names, stage)));
    for (const { votes } of told) {
      const known = Object.fromEntries(
        tally.options.map((id) => [names.get(id), votes[names.get(id) ?? ""]]),
      );
      expect(ours, file).toContain(JSON.stringify(known));
    }
  }
});

test.skipIf(!isThere)("made-up elections with ties, withdrawn options and odd names", () => {
  const expected = json("stv-synthetic/expected.json");
  const files = readdirSync(`${folder}stv-synthetic`).filter((file) => file.endsWith(".blt"));
  for (const file of files) {
    const { tally, names } = counted(`stv-synthetic/${file}`);
    const { elected } = expected[file]["scotland-fixed-p5-d5"];
    expect(tally.winners.map((id) => names.get(id)).sort(), file).toEqual([...elected].sort());
  }
});

const size = 4;
const sheet = fc.record({
  weight: fc.integer({ min: 1, max: 6 }),
  groups: fc
    .shuffledSubarray([0, 1, 2, 3], { minLength: 1 })
    .map((order): number[][] => order.map((option) => [option])),
});
const options = named(["a", "b", "c", "d"]);

test("Schulze elects whom everybody is beaten by, and agrees with the plain definition of its paths", () => {
  const pathBetween = (pairwise: readonly (readonly number[])[], from: number, to: number): number => {
    const width = (one: number, other: number) => {
      const [votes, back] = [pairwise[one]?.[other] ?? 0, pairwise[other]?.[one] ?? 0];
      return votes > back ? votes : 0;
    };
    const walk = (at: number, seen: readonly number[]): number =>
      at === to
        ? Number.POSITIVE_INFINITY
        : Math.max(
            0,
            ...[0, 1, 2, 3]
              .filter((next) => !seen.includes(next))
              .map((next) => Math.min(width(at, next), walk(next, [...seen, next]))),
          );
    return walk(from, [from]);
  };
  fc.assert(
    fc.property(fc.array(sheet, { minLength: 1, maxLength: 8 }), (sheets) => {
      const tally = countSchulze(options, sheets, {}, people(sheets));
      for (let from = 0; from < size; from += 1)
        for (let to = 0; to < size; to += 1)
          if (from !== to) expect(tally.paths[from]?.[to]).toBe(pathBetween(tally.pairwise, from, to));
      if (tally.condorcet) expect(tally.winners).toEqual([tally.condorcet]);
      expect(tally.order.flat().sort()).toEqual(["a", "b", "c", "d"]);
    }),
    { numRuns: 2_000 },
  );
});

test("without a single sheet nobody is elected, and everything tied goes by the list numbers", () => {
  expect(countStv(options, [], 2, 3)).toMatchObject({ winners: [], blank: 3, stages: [] });
  expect(countRunoff(options, [], 3)).toMatchObject({ winners: [], blank: 3 });
  expect(countSchulze(options, [], {}, 3)).toMatchObject({ winners: [], blank: 3, order: [] });
  const tied = [0, 1, 2, 3].map((option) => ({ weight: 1, groups: [[option]] }));
  expect(countStv(options, tied, 1, 4).winners).toEqual(["a"]);
  expect(countRunoff(options, tied, 4).winners).toEqual(["a"]);
  expect(countSchulze(options, tied, {}, 4)).toMatchObject({
    winners: ["a"],
    ties: [{ round: 1, among: ["a", "b", "c", "d"], taken: "a", by: "order" }],
  });
});

test("ranked files are read strictly, and written so that they are read the same", () => {
  const text = '3 1\r\n-2\r\n2 1=3 2 0 # gleich\r\n1 0\r\n0\r\n"Änne ""\r\n';
  expect(readBlt(text)).toMatchObject({ ok: false, problem: { because: "names" } });
  const good = readBlt('3 1\r\n2 1=3 2 0\r\n1 0\r\n0\r\n"Änne"\r\n"10"\r\n"C; #d"\r\n"Wahl"\r\n');
  if (!good.ok) throw new Error(good.problem.because);
  expect(good.value.options.map(({ title }) => title)).toEqual(["Änne", "10", "C; #d"]);
  expect(good.value).toMatchObject({
    title: "Wahl",
    blank: 1,
    sheets: [{ weight: 2, groups: [[0, 2], [1]] }],
  });
  expect(readBlt(writeBlt(good.value))).toEqual(good);
  const exchanged = readPrefLib(writePrefLib(good.value));
  expect(exchanged.ok && exchanged.value.sheets).toEqual(good.value.sheets);
  const problem = (file: string) => {
    const read = readBlt(file);
    return read.ok ? "fine" : `${read.problem.because} ${read.problem.line}`;
  };
  expect(problem("")).toBe("empty 1");
  expect(problem("0 1")).toBe("head 1");
  expect(problem("2 1\n1 3 0\n0")).toBe("option 2");
  expect(problem("2 1\n1 1 1 0\n0")).toBe("twice 2");
  expect(problem("2 1\n-1 x")).toBe("weight 2");
  expect(problem("2 1\n1 2 0")).toBe("end 2");
  expect(problem("2 1\n1e9 2 0\n0")).toBe("weight 2");
  expect(readPrefLib("# ALTERNATIVE NAME 1: a\n3: 2")).toMatchObject({ ok: false, problem: { line: 2 } });
  expect(readPrefLib("3: 1")).toMatchObject({ ok: false });
});

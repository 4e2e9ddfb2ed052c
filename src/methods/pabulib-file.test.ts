import { existsSync, readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import type { BallotFile } from "./ballot.ts";
import { complete } from "./equal-shares-completion.ts";
import { electorateOf } from "./equal-shares-electorate.ts";
import { fundGreedily } from "./greedy-budget.ts";
import { readPabulib } from "./pabulib-file.ts";
import { writePabulib } from "./pabulib-writing.ts";
import { sequentialPhragmen } from "./phragmen.ts";

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

const meta = "META\nkey;value\nnum_projects;2\nnum_votes;2\nbudget;1000\nvote_type;approval\n";
const projects = 'PROJECTS\nproject_id;cost;name\n10;600;Bank\n2;400;"Baum; groß\n""Linde"""\n';
const votes = "VOTES\nvoter_id;vote\n1;10,2\n2;\n";

const problem = (text: string) => {
  const reading = readPabulib(bytes(text));
  return reading.ok ? null : reading.problem;
};

test("ids are words, quoted cells may hold separators, line breaks and quotes, and a sheet may be empty", () => {
  const reading = readPabulib(bytes(meta + projects + votes));
  expect(reading).toMatchObject({
    ok: true,
    file: {
      budget: 1_000,
      scale: 1,
      paper: "approval",
      options: [
        { id: "10", title: "Bank", cost: 600 },
        { id: "2", title: 'Baum; groß\n"Linde"', cost: 400 },
      ],
      sheets: [
        { voter: "1", marks: { "10": 1, "2": 1 } },
        { voter: "2", marks: {} },
      ],
    },
  });
});

test("line ends of Windows, a mark at the beginning and the old western encoding change nothing", () => {
  const text = meta + projects + votes;
  const usual = readPabulib(bytes(text));
  expect(usual.ok).toBe(true);
  expect(readPabulib(bytes(`\uFEFF${text.replaceAll("\n", "\r\n")}`))).toEqual(usual);
  expect(readPabulib(Buffer.from(text, "latin1"))).toEqual(usual);
  expect(readPabulib(Buffer.from(text.replaceAll("\n", "\r"), "latin1"))).toEqual(usual);
});

test("amounts may have decimals, and are then counted in their smallest part", () => {
  const text = (meta + projects + votes)
    .replace("budget;1000", "budget;1000.0")
    .replace("10;600", "10;600.50");
  expect(readPabulib(bytes(text))).toMatchObject({
    ok: true,
    file: { scale: 10, budget: 10_000, options: [{ cost: 6_005 }, { cost: 4_000 }] },
  });
});

test.each([
  ["a cost of nothing", "10;600", "10;0", { line: 9, kind: "amount", word: "0" }],
  ["a cost below nothing", "10;600", "10;-5", { line: 9, kind: "amount", word: "-5" }],
  ["a cost that is no number", "10;600", "10;NaN", { line: 9, kind: "amount", word: "NaN" }],
  ["a cost without an end", "10;600", "10;Infinity", { line: 9, kind: "amount", word: "Infinity" }],
  ["a cost with an exponent", "10;600", "10;1e3", { line: 9, kind: "amount", word: "1e3" }],
  [
    "a cost above what can be counted",
    "10;600",
    "10;1000000000000000000",
    { line: 9, kind: "tooLarge", word: "1000000000000000000" },
  ],
  ["a missing cost", "10;600", "10;", { line: 9, kind: "missing", word: "cost" }],
  ["a budget of nothing", "budget;1000", "budget;0", { line: 5, kind: "amount", word: "0" }],
  ["no budget", "budget;1000\n", "", { line: 1, kind: "missing", word: "budget" }],
  ["an unknown type of votes", ";approval", ";duel", { line: 6, kind: "voteType", word: "duel" }],
  ["a vote for something unknown", "1;10,2", "1;10,02", { line: 14, kind: "project", word: "02" }],
  ["a project twice on a sheet", "1;10,2", "1;10,10", { line: 14, kind: "twice", word: "10" }],
  ["a project twice in the list", "10;600", "2;600", { line: 10, kind: "twice", word: "2" }],
  ["a voter twice", "2;\n", "1;\n", { line: 15, kind: "twice", word: "1" }],
  ["fewer votes than told", "num_votes;2", "num_votes;3", { line: 4, kind: "count", word: "num_votes 3" }],
  ["a missing section", "VOTES", "VOTEN", { line: 1, kind: "missing", word: "VOTES" }],
  [
    "something before the first section",
    "META",
    "META\uFEFF?",
    { line: 1, kind: "section", word: "META\uFEFF?" },
  ],
  ["a column twice", "project_id;cost", "cost;cost", { line: 8, kind: "twice", word: "cost" }],
  ["cells without a heading", "10;600;Bank", "10;600;Bank;1", { line: 9, kind: "heading", word: "1" }],
  ["a quotation mark without an end", "1;10,2", '1;"10,2', { line: 15, kind: "quotes", word: "" }],
])("%s is refused, with its line", (_, from, to, expected) => {
  const text = meta + projects + votes;
  expect(text).toContain(from);
  expect(problem(text.replace(from, to))).toMatchObject(expected);
});

test("points must be whole, not below zero and as many as projects", () => {
  const pointed = meta.replace("approval", "cumulative") + projects;
  const sheet = (points: string) => `${pointed}VOTES\nvoter_id;vote;points\n1;10,2;${points}\n2;;\n`;
  expect(readPabulib(bytes(sheet("3,0")))).toMatchObject({
    ok: true,
    file: { paper: "points", sheets: [{ marks: { "10": 3 } }, { marks: {} }] },
  });
  for (const points of ["3", "3,-1", "3,1.5", "3,x", "3,9999999"])
    expect(problem(sheet(points)), points).toMatchObject({ line: 14, kind: "points" });
});

const file = (paper: "approval" | "points" | "ranking"): BallotFile => ({
  version: 1,
  id: "fonds",
  title: 'Fonds; "2026"\nzweite Runde',
  rule: {
    kind: "equalShares",
    paper,
    budget: 100_050,
    utility: paper === "approval" ? "cost" : "given",
    leastVotes: 2,
    completion: "add1",
    step: 100,
    thenByVotes: true,
    comparison: false,
    most: 0,
  },
  options: [
    { id: "10", title: "Bank; am Teich", cost: 60_000 },
    { id: "2", title: 'Baum "Linde"', cost: 40_050 },
    { id: "__proto__", title: "Brunnen", cost: 1 },
  ],
  sheets: [
    { receipt: "AAAA", marks: paper === "approval" ? { "10": 1, "2": 1 } : { "10": 2, "2": 1 } },
    { receipt: "BBBB", marks: {} },
    { receipt: "CCCC", marks: Object.fromEntries([["__proto__", 1]]) },
  ],
  entitled: 9,
  invalid: 1,
});

const about = {
  country: "Germany",
  unit: "Musterstadt",
  instance: "2026",
  language: "de",
  begins: "01.10.2026",
  ends: "31.10.2026",
};

test.each(["approval", "points", "ranking"] as const)("what is written is read again: %s", (paper) => {
  const given = file(paper);
  const written = writePabulib(given, about, ["2"]);
  const reading = readPabulib(bytes(written ?? ""));
  if (!reading.ok) throw new Error(JSON.stringify(reading.problem));
  expect(reading.file).toMatchObject({ paper, hasListNumbers: true, selected: ["2"] });
  expect(reading.file.options.map(({ cost = 0 }) => (cost / reading.file.scale) * 100)).toEqual([
    60_000, 40_050, 1,
  ]);
  expect(reading.file.options.map(({ title }) => title)).toEqual(given.options.map(({ title }) => title));
  expect(reading.file.sheets.map(({ marks }) => Object.entries(marks))).toEqual(
    given.sheets.map(({ marks }) => Object.entries(marks)),
  );
  expect(reading.file.meta.get("comment")).toContain("--step 1 --then-by-votes --least-votes 2");
});

test("what the format cannot say is not written", () => {
  const equal = file("ranking");
  expect(
    writePabulib({ ...equal, sheets: [{ receipt: "A", marks: { "10": 1, "2": 1 } }] }, about),
  ).toBeNull();
  expect(writePabulib({ ...equal, options: [{ id: "a,b", title: "a", cost: 1 }] }, about)).toBeNull();
  expect(
    writePabulib(
      { ...equal, rule: { kind: "majority", paper: "yesNo", passes: "moreThanHalf", quorum: 0 } },
      about,
    ),
  ).toBeNull();
});

const reference = "../shared/data/pabulib/reference-mit";
const there = existsSync(reference);

const load = (name: string) => {
  const reading = readPabulib(readFileSync(`${reference}/${name}`));
  if (!reading.ok) throw new Error(`${name}: ${JSON.stringify(reading.problem)}`);
  const { file: read } = reading;
  return {
    ...read,
    byId: [...read.options].sort((one, other) => (one.id < other.id ? -1 : 1)),
    marks: read.sheets.map(({ marks }) => marks),
  };
};

const winnersOf = (name: string, utility: "cost" | "cardinality" | "given"): readonly string[] => {
  const { byId, marks, paper, budget } = load(name);
  const electorate = electorateOf(byId, marks, { paper, utility, most: 0 });
  const plan = {
    budget,
    leastVotes: 0,
    completion: "none",
    step: 1,
    tieBreak: "order",
    wholeShares: 0,
  } as const;
  return complete(electorate, plan)
    .outcome.funded.flatMap((index) => electorate.backings[index]?.id ?? [])
    .sort();
};

const told = (name: string) => JSON.parse(readFileSync(`${reference}/${name}`, "utf8"));

test.skipIf(there)("files of other programs are not at hand: nothing is compared with them", () => undefined);

test.skipIf(!there)("all files of other programs are read", () => {
  const names = readdirSync(reference).filter((name) => name.endsWith(".pb"));
  expect(names).toHaveLength(9);
  for (const name of names) expect(load(name).sheets.length).toBeGreaterThan(20);
});

test.skipIf(!there)(
  "equal shares come out as in another program, by cost, by number, by points and by places",
  () => {
    const cost: Record<string, { winners: string[] }> = told("pabutools_reference.json");
    for (const [path, { winners }] of Object.entries(cost))
      expect(winnersOf(path.split("/").at(-1) ?? "", "cost"), path).toEqual([...winners].sort());
    const both: Record<string, { cardinality: string[] }> = told("pabutools_satisfaction_reference.json");
    for (const [path, { cardinality }] of Object.entries(both))
      expect(winnersOf(path.split("/").at(-1) ?? "", "cardinality"), path).toEqual([...cardinality].sort());
    for (const kind of ["cardinal", "ordinal"]) {
      const given: Record<string, { winners: string[] }> = told(`pabutools_${kind}_reference.json`);
      expect(Object.keys(given).length).toBeGreaterThan(1);
      for (const [path, { winners }] of Object.entries(given))
        expect(winnersOf(path.split("/").at(-1) ?? "", "given"), path).toEqual([...winners].sort());
    }
  },
);

test.skipIf(!there)("lists and Phragmén come out as in another program", () => {
  const rules: Record<string, Record<string, string[]>> = told("pabutools_rules_reference.json");
  for (const [path, expected] of Object.entries(rules)) {
    const { byId, marks, paper, budget } = load(path.split("/").at(-1) ?? "");
    const electorate = electorateOf(byId, marks, { paper, utility: "cardinality", most: 0 });
    const limits = { budget, leastVotes: 0 };
    const ids = (backings: readonly { readonly id: string }[]) => backings.map(({ id }) => id).sort();
    expect(ids(sequentialPhragmen(electorate, limits)), path).toEqual(expected["phragmen"]);
    const perCost = fundGreedily(electorate, { ...limits, order: "votesPerCost" });
    expect(ids(perCost), path).toEqual(expected["greedy_cardinality"]);
  }
});

import { existsSync, readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { complete, fillUp, type Plan } from "./equal-shares-completion.ts";
import { electorateOf } from "./equal-shares-electorate.ts";
import { fundGreedily } from "./greedy-budget.ts";
import { readPabulib } from "./pabulib-file.ts";
import { sequentialPhragmen } from "./phragmen.ts";

// Real elections with known outcomes; they may not be passed on, so they are not part of this repository.
const shared = "../shared/data/pabulib";
const there = existsSync(shared);

type Expected = {
  readonly file: string;
  readonly official_selected: readonly string[];
  readonly official_equals?: readonly string[];
  readonly results: Readonly<
    Record<
      string,
      {
        readonly order: readonly string[];
        readonly total_cost: number;
        readonly ties_met?: readonly (readonly [number, readonly string[]])[];
        readonly final_endowment?: string;
        readonly increments?: number;
      }
    >
  >;
};

const load = (path: string) => {
  const reading = readPabulib(readFileSync(path));
  if (!reading.ok) throw new Error(`${path}: ${JSON.stringify(reading.problem)}`);
  return reading.file;
};

const byId = <T extends { readonly id: string }>(options: readonly T[]): readonly T[] =>
  [...options].sort((one, other) => (one.id < other.id ? -1 : 1));

/** What one name of a result in the files means. */
const readName = (name: string) => {
  const utility = (["cost", "card", "given"] as const).find((word) => name.startsWith(`mes_${word}|`));
  return {
    utility: utility === "card" ? ("cardinality" as const) : utility,
    completion: name.includes("exhaustive-stop")
      ? ("add1-exhaustive" as const)
      : name.includes("until-overspend")
        ? ("add1" as const)
        : ("none" as const),
    step: Number(/step=(\d+)/u.exec(name)?.[1] ?? 1),
    tieBreak: name.endsWith("tie=lexico") ? ("order" as const) : ("approvers" as const),
    isWhole: name.includes("integral-start"),
    isFilled: name.includes("+utilitarian"),
  };
};

const outcomeOf = (file: ReturnType<typeof load>, name: string) => {
  const sheets = file.sheets.map(({ marks }) => marks);
  const read = readName(name);
  const reading = { paper: file.paper, most: 0 };
  const limits = { budget: file.budget, leastVotes: 0 };
  const ids = (backings: readonly { readonly id: string }[]) => backings.map(({ id }) => id);
  if (!read.utility) {
    const electorate = electorateOf(byId(file.options), sheets, { ...reading, utility: "cardinality" });
    if (name.startsWith("sequential_phragmen")) return { order: ids(sequentialPhragmen(electorate, limits)) };
    const order = name.includes("per_cost") ? ("votesPerCost" as const) : ("votes" as const);
    return { order: ids(fundGreedily(electorate, { ...limits, order, skip: !name.includes("no-skip") })) };
  }
  const electorate = electorateOf(byId(file.options), sheets, { ...reading, utility: read.utility });
  const plan: Plan = {
    ...limits,
    completion: read.completion,
    step: read.step * file.scale,
    tieBreak: read.tieBreak,
    wholeShares: read.isWhole ? file.scale : 0,
  };
  const { outcome, steps } = complete(electorate, plan);
  const funded = outcome.funded.flatMap((index) => electorate.backings[index] ?? []);
  const added = read.isFilled ? fillUp(electorate, plan, outcome).added : [];
  return { order: ids([...funded, ...added]), outcome, steps };
};

const files = there ? readdirSync(`${shared}/expected`) : [];

test.skipIf(there)("real elections are not at hand: nothing is compared with them", () => undefined);

test.for(files)("every result of a real election is as expected: %s", { timeout: 120_000 }, (name) => {
  const expected: Expected = JSON.parse(readFileSync(`${shared}/expected/${name}`, "utf8"));
  const path = `${shared}/instances/${expected.file}`;
  const file = load(
    existsSync(path) ? path : `${shared}/reference-mit/poland_wieliczka_2023_green-budget.pb`,
  );
  expect(Object.keys(expected.results).length).toBeGreaterThan(5);
  const costs = new Map(file.options.map(({ id, cost = 0 }) => [id, cost]));
  for (const [rule, wanted] of Object.entries(expected.results)) {
    const found = outcomeOf(file, rule);
    expect(found.order, rule).toEqual(wanted.order);
    expect(found.order.reduce((sum, id) => sum + (costs.get(id) ?? 0), 0) / file.scale, rule).toBe(
      wanted.total_cost,
    );
    if (wanted.ties_met && found.outcome)
      expect(
        found.outcome.ties.map(({ round, among }) => [round, [...among].sort()]),
        rule,
      ).toEqual(wanted.ties_met.map(([round, among]) => [round, [...among].sort()]));
    if (wanted.increments !== undefined) expect(found.steps, rule).toBe(wanted.increments);
    if (wanted.final_endowment !== undefined && found.outcome) {
      const [of = "0", by = "1"] = wanted.final_endowment.split("/");
      const { share } = found.outcome;
      expect(share.of * BigInt(by), rule).toBe(BigInt(of) * share.by * BigInt(file.scale));
    }
  }
});

import { existsSync, readdirSync, readFileSync } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { runCommandLine } from "./command-line.ts";
import { commands } from "./list.ts";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "anlaufstelle-tally-"));
});
afterAll(() => rm(folder, { recursive: true }));

const type = async (line: string) => {
  const [out, error]: [string[], string[]] = [[], []];
  const code = await runCommandLine(commands, line.split(" "), {
    environment: {},
    folder,
    out: (text) => out.push(text),
    complain: (text) => error.push(text),
  });
  return { code, out: out.join("\n"), error: error.join("\n") };
};

const village = `META
key;value
budget;100.50
vote_type;approval
PROJECTS
project_id;cost;name
hall;90;Saal
path;50;Weg
bench;40.50;Bank
VOTES
voter_id;vote
${[1, 2, 3, 4, 5, 6].map((voter) => `${voter};hall`).join("\n")}
${[7, 8, 9, 10].map((voter) => `${voter};path,bench`).join("\n")}
`;

test("a file is counted by equal shares, told in words and for machines", async () => {
  await writeFile(join(folder, "village.pb"), village);
  const people = await type("tally equal-shares village.pb --completion add1 --then-by-votes");
  expect(people).toMatchObject({ code: 0 });
  expect(people.out).toContain("Bank  (40.5)");
  expect(people.out).toContain("2 projects are funded, for 90.5 of 100.5.");
  const machines = JSON.parse((await type("tally equal-shares village.pb --completion add1 --json")).out);
  expect(machines).toEqual({
    winners: ["bench"],
    cost: 40.5,
    budget: 100.5,
    rule: "equal-shares/cost/add1",
    ties: [{ round: 1, among: ["bench", "path"], taken: "bench", by: "cost" }],
  });
  const none = JSON.parse((await type("tally equal-shares village.pb --json")).out);
  expect(none.winners).toEqual([]);
});

test("down the list the larger part takes all, also where the comparison says so", async () => {
  const greedy = JSON.parse((await type("tally greedy village.pb --json")).out);
  expect(greedy).toEqual({ winners: ["hall"], cost: 90, budget: 100.5, rule: "greedy/votes/skip", ties: [] });
  const compared = await type("tally equal-shares village.pb --completion add1 --comparison");
  expect(compared.out).toContain("6 sheets would have more of their projects, 4 fewer");
  expect(compared.out).toContain("1. hall");
  expect(JSON.parse((await type("tally greedy village.pb --least-votes 7 --json")).out).winners).toEqual([]);
});

test("what cannot be read or asked is refused in one line", async () => {
  await writeFile(join(folder, "zero.pb"), village.replace("hall;90", "hall;0"));
  await writeFile(join(folder, "odd.pb"), village.replace("7;path", "7;road"));
  expect(await type("tally greedy zero.pb")).toMatchObject({
    code: 1,
    error: expect.stringContaining("zero.pb, line 7: “0” is no amount above zero."),
  });
  expect(await type("tally equal-shares odd.pb")).toMatchObject({
    code: 1,
    error: expect.stringContaining("line 18: there is no project “road”."),
  });
  expect(await type("tally equal-shares nothing.pb")).toMatchObject({ code: 1 });
  expect(await type("tally equal-shares village.pb --utility joy")).toMatchObject({ code: 2 });
  expect(await type("tally equal-shares village.pb --step 0")).toMatchObject({ code: 2 });
});

const shared = resolve("../shared/data/pabulib");
const there = existsSync(shared);

test.skipIf(there)("real elections are not at hand: nothing is compared with them", () => undefined);

test.skipIf(!there)(
  "the command line comes to the expected result of every real election",
  async () => {
    for (const name of readdirSync(`${shared}/expected`)) {
      const expected = JSON.parse(readFileSync(`${shared}/expected/${name}`, "utf8"));
      const file = `${shared}/instances/${expected.file}`;
      if (!existsSync(file)) continue;
      const asked = [
        ["completion=none|tie=max", ""],
        ["completion=add1[until-overspend,integral-start]|", "--completion add1"],
        ["completion=add1[until-overspend,integral-start]+utilitarian|", "--completion add1 --then-by-votes"],
        ["completion=add1[exhaustive-stop,integral-start]|", "--completion add1-exhaustive"],
      ] as const;
      for (const [word, utility] of [
        ["mes_cost", "cost"],
        ["mes_card", "cardinality"],
        ["mes_given", "given"],
      ])
        for (const [part, options] of asked) {
          const key = Object.keys(expected.results).find((one) => one.startsWith(`${word}|${part}`));
          if (!key) continue;
          const found = await type(
            `tally equal-shares ${file} --json --utility ${utility} ${options}`.trim(),
          );
          expect(JSON.parse(found.out).winners, `${name} ${key}`).toEqual(expected.results[key].order);
        }
      const greedy = JSON.parse((await type(`tally greedy ${file} --json`)).out);
      expect(greedy.winners).toEqual(expected.results["greedy_by_votes|skip|tie=minCost_lexico"].order);
    }
  },
  60_000,
);

import { existsSync, readFileSync } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, expect, test } from "vitest";
import { inventNumbered } from "#methods/assignment-example.ts";
import { inventFestival } from "#methods/assignment-festival.ts";
import { runCommandLine } from "./command-line.ts";
import { commands } from "./list.ts";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "anlaufstelle-assign-"));
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

test("a file of numbers, packed or not, is answered for machines and for people, without a database", async () => {
  const file = inventNumbered({ seed: 2, volunteers: 40, shifts: 15, mode: "free" });
  await writeFile(join(folder, "free.json"), JSON.stringify(file));
  await writeFile(join(folder, "free.json.gz"), gzipSync(JSON.stringify(file)));
  const [plain, packed] = [await type("assign free.json --json"), await type("assign free.json.gz --json")];
  expect(plain).toEqual(packed);
  const { assignments, objective, bound, optimal, filled, unfilled } = JSON.parse(plain.out);
  expect([optimal, bound, filled]).toEqual([true, objective, assignments.length]);
  const missing = file.shifts.map(
    ({ need }, shift) => need - assignments.filter(([, other]: [number, number]) => other === shift).length,
  );
  expect(unfilled.map((one: { shift: number; missing: number }) => [one.shift, one.missing])).toEqual(
    missing.flatMap((count, shift) => (count > 0 ? [[shift, count]] : [])),
  );
  expect((await type("assign free.json --time-limit 5")).out).toContain("proven to be the best");
});

const given = resolve("../shared/data/assignment");
test.skipIf(!existsSync(given))("the published problems are answered with their proven optima", async () => {
  for (const { file, optimum, filled } of JSON.parse(readFileSync(join(given, "optima.json"), "utf8"))) {
    const { code, out } = await type(`assign ${join(given, file)} --json`);
    expect([code, JSON.parse(out)]).toMatchObject([
      0,
      { objective: optimum, bound: optimum, optimal: true, filled },
    ]);
  }
});

test("a plan in words is answered in its own words", async () => {
  await writeFile(
    join(folder, "fest.json"),
    JSON.stringify(inventFestival({ seed: 4, helpers: 40, days: 1 })),
  );
  const { out } = await type("assign fest.json");
  expect(out).toContain("children: Helper");
  expect(out).toMatch(/\d+ of \d+ places that are needed at least are filled\./u);
  const answer = JSON.parse((await type("assign fest.json --json")).out);
  expect(answer).toMatchObject({ optimal: true, figures: { minimumNeeded: expect.any(Number) } });
});

test.each([
  ["assign", 2, "FILE is missing"],
  ["assign free.json --time-limit soon", 2, "--time-limit is not usable"],
  ["assign nowhere.json", 1, "cannot be read"],
  ["assign torn.gz", 1, "cannot be unpacked"],
  ["assign words.json", 1, "is not JSON"],
  ["assign wrong.json", 1, "At “mode”"],
  ["assign half.json", 1, "At “roles”"],
])("%s ends with %i and says: %s", async (line, code, words) => {
  await writeFile(join(folder, "torn.gz"), Buffer.from([0x1f, 0x8b, 1, 2, 3]));
  await writeFile(join(folder, "words.json"), "words");
  await writeFile(join(folder, "wrong.json"), "{}");
  await writeFile(join(folder, "half.json"), JSON.stringify({ kind: "anlaufstelle-plan" }));
  const answer = await type(line);
  expect([answer.code, answer.error]).toEqual([code, expect.stringContaining(words)]);
});

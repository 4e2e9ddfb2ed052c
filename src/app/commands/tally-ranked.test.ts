import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { BallotFile } from "#methods/ballot.ts";
import { writeBallotFile } from "#methods/ballot-file.ts";
import { sealOf } from "#methods/ballot-seal.ts";
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

test("rankings are counted by the rule that was asked for", async () => {
  await writeFile(join(folder, "w.blt"), '3 2\n4 1 2 0\n2 3 0\n0\n"Castor"\n"Pollux"\n"Helen"\n"Wahl"\n');
  const stv = JSON.parse((await type("tally ranked w.blt --method stv --json")).out);
  expect(stv).toMatchObject({ winners: ["Castor", "Helen"], method: "stv" });
  expect(stv.rounds[0]).toMatchObject({ what: "first", votes: { Castor: 4, Pollux: 0, Helen: 2 } });
  expect(JSON.parse((await type("tally ranked w.blt --method stv --seats 1 --json")).out).winners).toEqual([
    "Castor",
  ]);
  const irv = JSON.parse((await type("tally ranked w.blt --method irv --json")).out);
  expect(irv.winners).toEqual(["Castor"]);
  await writeFile(
    join(folder, "w.toc"),
    "# ALTERNATIVE NAME 1: Änne\n# ALTERNATIVE NAME 2: B\n3: {1,2}\n1: 1,2\n",
  );
  const schulze = await type("tally ranked w.toc --method schulze");
  expect(schulze).toMatchObject({ code: 0, out: expect.stringContaining("Elected: Änne") });
});

test("wrong usage and files that cannot be counted are told in one line", async () => {
  expect((await type("tally ranked w.blt")).code).toBe(2);
  expect((await type("tally ranked w.blt --method magic")).code).toBe(2);
  expect(await type("tally ranked none.blt --method irv")).toMatchObject({ code: 1 });
  await writeFile(join(folder, "bad.blt"), "2 1\n1 3 0\n0\n");
  expect(await type("tally ranked bad.blt --method irv")).toMatchObject({
    code: 1,
    error: expect.stringContaining("line 2: an option is ranked that there is not"),
  });
});

test("a published ballot is counted again, and a changed one is noticed", async () => {
  const file: BallotFile = {
    version: 1,
    id: "b",
    title: "Was zuerst?",
    rule: { kind: "approval", paper: "approval", seats: 1, most: 0 },
    options: [
      { id: "1", title: "Bänke" },
      { id: "2", title: "Bühne" },
    ],
    sheets: [
      { receipt: "AAAA-AAAA-AAAA", marks: { "1": 1 } },
      { receipt: "BBBB-BBBB-BBBB", marks: { "1": 1, "2": 1 } },
    ],
    entitled: 9,
    invalid: 0,
  };
  const text = writeBallotFile({ file, seal: sealOf(file) });
  await writeFile(join(folder, "good.json"), text);
  await writeFile(join(folder, "bad.json"), text.replace('{"1":1,"2":1}', '{"2":1}'));
  await writeFile(join(folder, "no.json"), "[]");
  expect(JSON.parse((await type("tally check good.json --json")).out)).toMatchObject({
    winners: ["1"],
    people: 2,
    seal: sealOf(file).seal,
  });
  expect(await type("tally check bad.json")).toMatchObject({
    code: 1,
    error: expect.stringContaining("something was changed between sheets 0 and 2"),
  });
  expect((await type("tally check no.json")).code).toBe(1);
});

import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { runCommandLine } from "./command-line.ts";
import { commands } from "./list.ts";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "anlaufstelle-groups-"));
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

/** Sixty people: the even ones agree with the even statements, the odd ones with the odd, all of them with the last. */
const votes = [
  "participant_id,statement_id,vote",
  ...Array.from({ length: 60 }, (_, person) =>
    Array.from({ length: 10 }, (_unused, statement) => {
      const agrees = statement === 9 || (person + statement) % 2 === 0;
      return `${person},${statement},${agrees ? 1 : -1}`;
    }),
  ).flat(),
].join("\n");

test("groups come out of a file of votes, with what they stand for and what unites them", async () => {
  await writeFile(join(folder, "votes.csv"), votes);
  const machines = JSON.parse((await type("groups votes.csv --seed 3 --json")).out);
  expect(machines).toMatchObject({ participants: 60, statements: 10, seed: 3, stable: true });
  expect(machines.groups.map(({ members }: { members: number[] }) => members.length)).toEqual([30, 30]);
  expect(machines.groups[0].members.every((id: number) => id % 2 === 0)).toBe(true);
  expect(machines.consensus).toMatchObject([{ direction: "agree", statement: 9, successes: 60 }]);
  expect(machines.representative["0"]).toHaveLength(5);
  const people = await type("groups votes.csv");
  expect(people.out).toContain("Group 1: 30 people.");
});

test("a statement that was taken out stands for nobody", async () => {
  await writeFile(join(folder, "votes.csv"), votes);
  const machines = JSON.parse((await type("groups votes.csv --moderated-out 9,0 --json")).out);
  expect(machines.consensus).toEqual([]);
  const unknown = await type("groups votes.csv --moderated-out 77");
  expect(unknown.code).not.toBe(0);
  expect(unknown.error).toContain("no statement 77");
});

test("a broken file says in which line, and why", async () => {
  await writeFile(join(folder, "broken.csv"), "participant_id,statement_id,vote\n1,2,1\n1,3,ja\n");
  const { code, error } = await type("groups broken.csv");
  expect(code).not.toBe(0);
  expect(error).toContain("“ja” in line 3");
});

import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { runCommandLine } from "./command-line.ts";
import { commands } from "./list.ts";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "anlaufstelle-protect-"));
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

test("a table comes back with its small cells hidden, and what can still be inferred", async () => {
  await writeFile(join(folder, "t.csv"), "Ort;ja;nein;weiß nicht\nNord;12;3;20\nSüd;9;14;8\nWest;30;6;11\n");
  const people = await type("protect t.csv");
  expect(people.code).toBe(0);
  expect(people.out).toMatch(/Nord +(12|x) +x/u);
  const machines = JSON.parse((await type("protect t.csv --k 5 --json")).out);
  expect(machines).toMatchObject({
    k: 5,
    primary: 1,
    complementary: 3,
    total: 113,
    exact: [],
    disclosed_small: [],
  });
  expect(machines.cells[0][1]).toBeNull();
  expect(machines.intervals).toHaveLength(4);
  expect(JSON.parse((await type("protect t.csv --k 3 --json")).out).suppressed).toBe(0);
});

test("what cannot be read or protected is refused in one line", async () => {
  await writeFile(join(folder, "few.csv"), "Ort;ja;nein\nNord;1;2\n");
  await writeFile(join(folder, "odd.csv"), "Ort;ja\nNord;drei\n");
  expect(await type("protect few.csv")).toMatchObject({
    code: 1,
    error: expect.stringContaining("fewer than 5"),
  });
  expect(await type("protect odd.csv")).toMatchObject({
    code: 1,
    error: expect.stringContaining("“drei” in line 2"),
  });
  expect(await type("protect none.csv")).toMatchObject({
    code: 1,
    error: expect.stringContaining("none.csv"),
  });
  expect((await type("protect odd.csv --k much")).code).toBe(2);
});

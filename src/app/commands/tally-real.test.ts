import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { runCommandLine } from "./command-line.ts";
import { commands } from "./list.ts";

const shared = fileURLToPath(new URL("../../../../shared/data/", import.meta.url));
const isThere = existsSync(shared);

const answerTo = async (line: readonly string[]) => {
  const [out, error]: [string[], string[]] = [[], []];
  const code = await runCommandLine(commands, [...line, "--json"], {
    environment: {},
    folder: shared,
    out: (text) => out.push(text),
    complain: (text) => error.push(text),
  });
  expect([code, error]).toEqual([0, []]);
  return JSON.parse(out.join("\n"));
};

/** What the town really funded, by the column "selected" of its file. */
const fundedBy = (file: string): readonly string[] => {
  const text = readFileSync(`${shared}${file}`, "utf8").replaceAll("\r", "");
  const [head = "", ...rows] = (text.split("PROJECTS\n")[1]?.split("VOTES\n")[0] ?? "").trim().split("\n");
  const columns = head.split(";");
  return rows.flatMap((row) => {
    const cells = row.split(";");
    return cells[columns.indexOf("selected")] === "1" ? [cells[columns.indexOf("project_id")] ?? ""] : [];
  });
};

const towns = [
  ["pabulib/instances/Netherlands_Assen_2024.pb", "add1-exhaustive", 9],
  ["pabulib/instances/Poland_Swiecie_2023.pb", "add1", 17],
  ["pabulib/reference-mit/poland_wieliczka_2023_green-budget.pb", "add1", 30],
] as const;

test.skipIf(isThere)("real elections are not at hand: nothing is compared with them", () => undefined);

test.skipIf(!isThere)(
  "the three towns that gave out a fund by equal shares funded exactly this",
  async () => {
    for (const [file, completion, many] of towns) {
      const { winners } = await answerTo(["tally", "equal-shares", file, "--completion", completion]);
      expect(winners, file).toHaveLength(many);
      expect([...winners].sort(), file).toEqual([...fundedBy(file)].sort());
    }
  },
);

test.skipIf(!isThere)("a ward of Glasgow elects whom it elected, by name", async () => {
  const folder = "ranked-ballots/glasgow-2007-stv/";
  const expected = JSON.parse(readFileSync(`${shared}${folder}expected.json`, "utf8"));
  const ward = "Calton-2007.blt";
  const { winners, rounds } = await answerTo(["tally", "ranked", `${folder}${ward}`, "--method", "stv"]);
  expect([...winners].sort()).toEqual([...expected[ward].elected].sort());
  expect(rounds.length).toBeGreaterThan(3);
});

test.skipIf(!isThere)("a conversation about a building in Berlin falls into its two groups", async () => {
  const folder = "polis/conversations/2fzs33rmbr/";
  const { groups } = await answerTo(["groups", `${folder}votes.csv`]);
  const summary = JSON.parse(readFileSync(`${shared}${folder}expected_summary.json`, "utf8"));
  const groupOf = new Map<string, string>();
  for (const [group, members] of Object.entries<unknown[]>(summary.groups))
    for (const member of members) groupOf.set(String(member), group);
  const kept = groups.map(({ members }: { readonly members: readonly unknown[] }) => {
    const known = members.flatMap((member) => groupOf.get(String(member)) ?? []);
    const most = Math.max(...["0", "1"].map((group) => known.filter((one) => one === group).length));
    return most / known.length;
  });
  // Whoever stands on both maps stands with the same people, but for one or two at the edge.
  expect(Math.min(...kept)).toBeGreaterThan(0.98);
});

import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { countConsensing } from "./consensing.ts";

type Expected = Readonly<Record<string, unknown>>;
type Case = {
  readonly name: string;
  readonly anwesende: number;
  readonly passiv: boolean;
  readonly zettel: readonly (readonly (number | null)[])[];
  readonly erwartet: Expected & { readonly zeilen?: Readonly<Record<string, Expected>> };
};

const file = fileURLToPath(new URL("../../../shared/data/systemic-consensing/cases.json", import.meta.url));
const cases: readonly Case[] = existsSync(file) ? JSON.parse(readFileSync(file, "utf8")).cases : [];

const idOf = (index: number): string => (index === 0 ? "P" : String(index));
const near = (value: unknown) => (typeof value === "number" ? Math.round(value * 1_000) : value);

// The cases speak of support from 0 to 10; resistance is what is missing to 10.
const answer = ({ anwesende, passiv, zettel }: Case) => {
  const width = Math.max(...zettel.map(({ length }) => length));
  const sheets = zettel.map((line) =>
    Object.fromEntries(
      line.flatMap((support, index) => (support === null ? [] : [[idOf(index), 10 - support]])),
    ),
  );
  const ids = Array.from({ length: width }, (_, index) => idOf(index)).slice(passiv ? 0 : 1);
  // Leaving all as it is stands last in the list.
  const options = [...ids.filter((id) => id !== "P"), ...ids.filter((id) => id === "P")];
  return countConsensing(
    options.map((id) => ({ id, title: id })),
    sheets,
    { passive: passiv ? "P" : null, needed: 50 },
    Math.max(anwesende, zettel.length),
  );
};

test.skipIf(cases.length === 0)("all assertions of the reference cases hold", () => {
  let asserted = 0;
  for (const one of cases) {
    const tally = answer(one);
    const support = (mean: number | null) => (mean === null ? null : 10_000 - mean);
    const whole: Expected = {
      wertende: tally.people,
      noetig: tally.needed,
      messlatte: support(tally.benchmark),
      sieger: tally.winners[0] ?? null,
      reihenfolge: tally.rows.map(({ id }) => id),
    };
    for (const [field, value] of Object.entries(one.erwartet)) {
      if (field === "zeilen") continue;
      asserted += 1;
      expect(whole[field], `${one.name}: ${field}`).toEqual(field === "messlatte" ? near(value) : value);
    }
    for (const [id, fields] of Object.entries(one.erwartet.zeilen ?? {})) {
      const row = tally.rows.find((candidate) => candidate.id === id);
      if (!row) throw new Error(`${one.name}: ${id} is missing`);
      const compared = row.mean !== null && tally.benchmark !== null && id !== "P";
      const actual: Expected = {
        summe: row.ratings * 10 - row.sum,
        mittel: support(row.mean),
        bewertet: row.ratings,
        offen: row.missing,
        minimal: row.highest === null ? null : 10 - row.highest,
        niedrig: row.strong,
        verteilung: row.distribution.toReversed(),
        belastbar: row.reliable,
        rang: row.rank,
        kik: compared ? (tally.benchmark ?? 0) - (row.mean ?? 0) : null,
        legitimiert: row.legitimized,
        gleichauf: row.equalToPassive,
      };
      for (const [field, value] of Object.entries(fields)) {
        asserted += 1;
        const isMean = field === "mittel" || field === "kik";
        if (isMean && typeof value === "number")
          expect(Math.abs(Number(actual[field]) - value * 1_000), `${one.name}: ${id} ${field}`).toBeLessThan(
            1.01,
          );
        else expect(actual[field], `${one.name}: ${id} ${field}`).toEqual(value);
      }
    }
  }
  expect(asserted).toBe(206);
});

const options = ["1", "2", "passive"].map((id) => ({ id, title: id }));
const rule = { passive: "passive", needed: 50 };

test("nothing on any sheet decides nothing, and nobody there is nobody", () => {
  expect(countConsensing(options, [{}, {}], rule)).toMatchObject({ winners: [], blank: 2, needed: 2 });
  expect(countConsensing(options, [], rule)).toMatchObject({ winners: [], people: 0 });
});

test("what is exactly as bad as today changes nothing, and that is told", () => {
  const tally = countConsensing(options, [{ "1": 4, "2": 5, passive: 4 }], rule);
  expect(tally.winners).toEqual(["passive"]);
  expect(tally.ties).toEqual([{ round: 1, among: ["passive", "1"], taken: "passive", by: "passive" }]);
});

test("everything tied is decided by the list, and that is told", () => {
  const tally = countConsensing(options, [{ "1": 2, "2": 2, passive: 9 }], rule);
  expect(tally.winners).toEqual(["1"]);
  expect(tally.ties).toEqual([{ round: 1, among: ["1", "2"], taken: "1", by: "order" }]);
});

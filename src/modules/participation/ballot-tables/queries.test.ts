import { expect, test } from "vitest";
import type { BallotRule, Marks } from "#methods/ballot.ts";
import { tallyBallot } from "#methods/ballot-tally.ts";
import { town, type World } from "#test/world.ts";
import { because, headline, listed, tieInWords } from "./queries.ts";

const options = ["Anna", "Bert", "Carla"].map((title, index) => ({ id: String(index + 1), title }));
const many = (times: number, marks: Marks): Marks[] => Array.from({ length: times }, () => marks);

const counted = (world: World, rule: BallotRule, sheets: readonly Marks[], more = options) => {
  const published = sheets.map((marks, index) => ({ receipt: String(index), marks }));
  const tally = tallyBallot({ rule, options: more, sheets: published });
  return { ctx: world.as("visitor"), rule, options: more, tally };
};

const majority = (quorum: number): BallotRule => ({
  kind: "majority",
  paper: "yesNo",
  passes: "moreThanHalf",
  quorum,
});

test("a resolution is accepted, rejected by a tie, or not valid, each in one sentence with its numbers", () =>
  town(async (world) => {
    const sheets = [...many(3, { yes: 1 }), ...many(2, { no: 1 }), { abstain: 1 }, {}];
    expect(headline(counted(world, majority(0), sheets))).toBe("Angenommen: 3 Ja, 2 Nein, 1 Enthaltung.");
    const tied = counted(world, majority(0), [{ yes: 1 }, { no: 1 }]);
    expect(headline(tied)).toBe("Abgelehnt: 1 Ja, 1 Nein, 0 Enthaltungen.");
    expect(because(tied)).toEqual([
      "Nötig waren 2 Ja von 2 Ja- und Neinstimmen. Enthaltungen und leere Zettel zählen nicht.",
    ]);
    expect(headline(counted(world, majority(10), sheets))).toBe(
      "Nicht gültig: Abgestimmt haben nur 7, nötig waren 10.",
    );
  }));

test("winners are named, one or several, and nothing is said to win when nobody voted for it", () =>
  town(async (world) => {
    const approval = { kind: "approval", paper: "approval", seats: 2, most: 0 } as const;
    const two = counted(world, approval, [{ 1: 1, 3: 1 }, { 1: 1 }]);
    expect(headline(two)).toBe("Gewählt: Anna und Carla");
    expect(headline(counted(world, { ...approval, seats: 1 }, [{ 2: 1 }]))).toBe("Gewonnen hat: Bert");
    expect(headline(counted(world, approval, [{}, {}]))).toBe("Nichts wurde gewählt.");
  }));

test("a ranking says whether one beats all others, and who fell out when", () =>
  town(async (world) => {
    const sheets = [
      ...many(4, { 1: 1, 2: 2, 3: 3 }),
      ...many(3, { 2: 1, 3: 2, 1: 3 }),
      ...many(2, { 3: 1, 2: 2, 1: 3 }),
    ];
    const schulze = counted(world, { kind: "schulze", paper: "ranking" }, sheets);
    expect(headline(schulze)).toBe("Gewonnen hat: Bert");
    expect(because(schulze)).toEqual(["Bert schlägt alle anderen im direkten Vergleich."]);
    const runoff = counted(world, { kind: "irv", paper: "ranking" }, sheets);
    expect(because(runoff)).toEqual(["Nach Runde 1 scheidet Carla mit den wenigsten Stimmen aus."]);
    const quo = { kind: "irv", paper: "ranking", statusQuo: "3" } as const;
    const stays = counted(world, quo, [
      ...many(5, { 1: 1 }),
      ...many(4, { 2: 1, 3: 2, 1: 3 }),
      ...many(2, { 3: 1, 1: 2 }),
    ]);
    expect(headline(stays)).toBe("Alles bleibt, wie es ist.");
    expect(because(stays).at(-1)).toBe(
      "Am Ende blieb Anna. Im Vergleich mit „Carla“ stand dieser Vorschlag auf 5 Zetteln davor, auf 6 dahinter.",
    );
    const circle = [
      { 1: 1, 2: 2, 3: 3 },
      { 2: 1, 3: 2, 1: 3 },
      { 3: 1, 1: 2, 2: 3 },
    ];
    const tied = counted(world, { kind: "schulze", paper: "ranking" }, circle);
    expect(because(tied)[0]).toContain("Niemand schlägt alle anderen");
    const [tie] = tied.tally.ties;
    if (!tie) throw new Error("no tie was noted");
    expect(tieInWords(tied.ctx, options, tie)).toContain(
      "nach den Listennummern, die vorher ausgelost wurden",
    );
  }));

test("consensing says how much resistance is left, and that all stays as it is when nothing is better", () =>
  town(async (world) => {
    const rule = { kind: "consensing", paper: "resistance", passive: "passive", needed: 50 } as const;
    const more = [...options, { id: "passive", title: "Nichts" }];
    const better = counted(world, rule, many(2, { 1: 3, 2: 2, 3: 9, passive: 6 }), more);
    expect(headline(better)).toBe("Gewonnen hat: Bert, mit dem geringsten Widerstand (2 von 10).");
    const worse = counted(world, rule, many(2, { 1: 8, 2: 7, 3: 9, passive: 1 }), more);
    expect(headline(worse)).toBe("Alles bleibt, wie es ist.");
  }));

test("several are listed as people list them", () =>
  town(async (world) => {
    const ctx = world.as("visitor");
    expect(listed(ctx, ["A"])).toBe("A");
    expect(listed(ctx, ["A", "B", "C"])).toBe("A, B und C");
  }));

import { expect, test } from "vitest";
import { defaultRules } from "#methods/resolution-rules.ts";
import { paths } from "#modules/consortium/paths.ts";
import { putRules, putSeats } from "#test/voting.ts";
import { town, type World } from "#test/world.ts";

const ask = async (world: World, query: Readonly<Record<string, string>>) => {
  const answer = await world.request("GET", `${paths.dryRunCounts}?${new URLSearchParams(query)}`, {
    as: "chair",
  });
  const text = (await answer.text()).replaceAll(/<[^>]+>/gu, " ").replaceAll(/\s+/gu, " ");
  return { status: answer.status, text };
};

// Five clubs, two of the town hall, two companies; the advisory seat is not counted.
const seat = async (world: World): Promise<void> => {
  const sectors = ["civil", "civil", "civil", "civil", "civil", "public", "public", "business", "business"];
  await putSeats(world.as("coordinator"), [
    ...sectors.map((sector) => ({ sector: sector as "civil" | "public" | "business" })),
    { sector: "public", voting: false },
  ]);
};

test("counts of each sector tell what would come of a vote, and which sector stands in the way", () =>
  town(async (world) => {
    await seat(world);
    const majorityInEach = {
      ...defaultRules.sectors,
      ...{ kind: "majorityInEach" as const, subjects: ["strategy" as const] },
    };
    await putRules(world.as("coordinator"), { ...defaultRules, sectors: majorityInEach });
    const counts = { "civil-yes": "5", "public-yes": "2", "business-no": "1", "business-abstain": "1" };
    const ordinary = await ask(world, counts);
    expect(ordinary.text).toContain("Es würde angenommen");
    expect(ordinary.text).toContain("Angenommen: 7 Ja, 1 Nein, 1 Enthaltung");
    expect(ordinary.text).toContain("beschlussfähig 9 von 9");
    const strategy = await ask(world, { ...counts, gegenstand: "strategy" });
    expect(strategy.text).toContain("Es würde nicht angenommen");
    expect(strategy.text).toContain("Diese Sektoren stehen im Weg: Unternehmen.");
    const few = await ask(world, {
      "civil-present": "2",
      "civil-yes": "2",
      "public-present": "0",
      "business-present": "0",
    });
    expect(few.text).toContain("Zur Beschlussfähigkeit fehl");
  }));

test("counts that cannot be are refused in words, and what was typed stays", () =>
  town(async (world) => {
    await seat(world);
    const more = await ask(world, { "public-present": "3" });
    expect([more.status, more.text.includes("mehr Sitze da, als es Sitze mit Stimme gibt")]).toEqual([
      422,
      true,
    ]);
    const votes = await ask(world, { "business-biased": "1", "business-yes": "2" });
    expect([votes.status, votes.text.includes("mehr Stimmen, als unbefangene Sitze da sind")]).toEqual([
      422,
      true,
    ]);
    expect(votes.text).not.toContain("Es würde");
    expect((await ask(world, { "civil-yes": "viele", gegenstand: "quatsch" })).status).toBe(200);
    expect((await world.request("GET", paths.dryRunCounts, { as: "consortium" })).status).toBe(403);
  }));

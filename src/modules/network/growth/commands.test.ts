import { beforeAll, expect, test } from "vitest";
import { listenToModules } from "#app/reactions.ts";
import { computeGrowth } from "#methods/network-task.ts";
import { answerCooperation, proposeCooperation } from "#modules/network/cooperations/commands.ts";
import { made } from "#test/made.ts";
import { town, type World } from "#test/world.ts";
import { keepGrowth } from "./commands.ts";
import { findGrowthWork, listMonths, listPositions } from "./queries.ts";

beforeAll(listenToModules);

const confirmed = async (world: World) => {
  const id = made(
    await proposeCooperation(world.as("representative"), {
      kind: "project",
      topic: "Sommerfest am Teich",
      agreement: "",
      field: "",
      startsOn: "2025-03-15",
      endsOn: "2026-05-10",
      organizations: [world.youthCenter],
      proposedBy: world.club,
    }),
  );
  made(await answerCooperation(world.as("otherRepresentative"), id, world.youthCenter, "confirmed"));
};

test("every month since the first tie is measured, and everybody keeps their place", () =>
  town(async (world) => {
    await confirmed(world);
    const house = world.as("system");
    await keepGrowth(house, computeGrowth(await findGrowthWork(house)));
    const months = await listMonths(world.as("visitor"));
    const pairsOn = (day: string) => months.find(({ on }) => on === day)?.pairs;
    expect([
      pairsOn("2025-02-28"),
      pairsOn("2025-03-31"),
      pairsOn("2026-04-30"),
      pairsOn("2026-05-31"),
    ]).toEqual([0, 1, 1, 0]);
    const before = await listPositions(house);
    expect(before).toHaveLength(2);
    await keepGrowth(house, computeGrowth(await findGrowthWork(house)));
    expect(await listPositions(house)).toEqual(before);
    expect(await listMonths(world.as("foreignCoordinator"))).toEqual([]);
  }));

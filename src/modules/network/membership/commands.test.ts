import { beforeAll, expect, test } from "vitest";
import { listenToModules } from "#app/reactions.ts";
import { proposeCooperation } from "#modules/network/cooperations/commands.ts";
import { listTies } from "#modules/network/cooperations/queries.ts";
import { recordKnown } from "#modules/network/evidence/commands.ts";
import { made } from "#test/made.ts";
import { town, type World } from "#test/world.ts";
import { setSpan } from "./commands.ts";

beforeAll(listenToModules);

const about = { kind: "project", topic: "Uferputz", agreement: "", field: "", endsOn: null } as const;

const three = async (world: World) => {
  const [id] = await recordKnown(world.as("coordinator"), [
    {
      ...{ ...about, startsOn: "2020-01-01" },
      organizations: [world.club, world.youthCenter, world.company],
      evidence: { kind: "meeting", words: "Protokoll" },
    },
  ]);
  if (!id) throw new Error("nothing was written down");
  return id;
};

test("an organization speaks for itself only, and nobody of another town finds the cooperation", () =>
  town(async (world) => {
    const id = await three(world);
    const left = { joinedOn: null, leftOn: "2024-12-31" };
    for (const who of ["representative", "partner", "visitor", "volunteer"] as const)
      await expect(setSpan(world.as(who), id, world.youthCenter, left)).rejects.toMatchObject({
        name: "Forbidden",
      });
    await expect(setSpan(world.as("foreignCoordinator"), id, world.youthCenter, left)).rejects.toMatchObject({
      name: "NotFound",
    });
    made(await setSpan(world.as("otherRepresentative"), id, world.youthCenter, left));
  }));

test("who came later counts from then on; the mistake is taken back by emptying both days", () =>
  town(async (world) => {
    const id = await three(world);
    const office = world.as("coordinator");
    const startsOf = async () =>
      (await listTies(world.as("visitor"))).map(({ startsOn }) => startsOn).toSorted();
    made(await setSpan(office, id, world.company, { joinedOn: "2022-05-01", leftOn: null }));
    expect(await startsOf()).toEqual(["2020-01-01", "2022-05-01", "2022-05-01"]);
    made(await setSpan(office, id, world.company, { joinedOn: null, leftOn: null }));
    expect(await startsOf()).toEqual(["2020-01-01", "2020-01-01", "2020-01-01"]);
    expect(await setSpan(office, id, world.company, { joinedOn: null, leftOn: null })).toMatchObject({
      because: "same",
    });
  }));

test("a day outside the cooperation is refused, and so is one of what nobody has confirmed", () =>
  town(async (world) => {
    const office = world.as("coordinator");
    const id = await three(world);
    expect(await setSpan(office, id, world.club, { joinedOn: "2019-12-31", leftOn: null })).toMatchObject({
      because: "outside",
    });
    const waiting = made(
      await proposeCooperation(office, {
        ...{ ...about, topic: "Noch offen", startsOn: "2026-01-01" },
        organizations: [world.club, world.youthCenter],
      }),
    );
    expect(
      await setSpan(office, waiting, world.club, { joinedOn: null, leftOn: "2026-02-01" }),
    ).toMatchObject({ because: "notConfirmed" });
  }));

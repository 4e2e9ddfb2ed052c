import { beforeAll, expect, test } from "vitest";
import { listenToModules } from "#app/reactions.ts";
import { tie } from "#modules/threads/commands.ts";
import { giveDots, setPaperDots } from "#modules/workshops/dots/commands.ts";
import { countDotGivers, countDots, listOwnDots } from "#modules/workshops/dots/queries.ts";
import { made } from "#test/made.ts";
import { openDots, phoneOf, wallOf } from "#test/wall.ts";
import { town } from "#test/world.ts";
import { changeCluster, mergeClusters, removeCluster, shiftCluster, sortCards } from "./commands.ts";
import {
  findCluster,
  listAllClusters,
  listBarrenClusters,
  listClusterCards,
  listClusters,
  listLooseCards,
} from "./queries.ts";

beforeAll(listenToModules);

test("a card that somebody else has moved stays where they put it, and its number is told", () =>
  town(async (world) => {
    const office = world.as("coordinator");
    const { phase, cards, rooms, buses } = await wallOf(office);
    const [first, second] = cards;
    if (!first || !second) throw new Error("no cards");
    const seen = [
      { card: first, from: null },
      { card: second, from: null },
    ];
    const outcome = made(await sortCards(world.as("colleague"), phase, seen, buses));
    expect(outcome).toEqual({ moved: 1, elsewhere: [1] });
    expect((await listClusterCards(office, rooms)).map(({ number }) => number)).toEqual([1]);
    expect((await listClusterCards(office, buses)).map(({ number }) => number)).toEqual([2, 3]);
  }));

test("only the office sorts, and not into the cluster of another phase", () =>
  town(async (world) => {
    const office = world.as("coordinator");
    const { phase, cards } = await wallOf(office);
    const other = await wallOf(world.as("coordinator"));
    const moves = cards.map((card) => ({ card, from: null }));
    await expect(sortCards(world.as("volunteer"), phase, moves, null)).rejects.toMatchObject({
      name: "Forbidden",
    });
    expect(await sortCards(office, phase, moves, other.rooms)).toMatchObject({ because: "gone" });
    await expect(sortCards(world.as("foreignCoordinator"), phase, moves, null)).rejects.toMatchObject({
      name: "NotFound",
    });
  }));

test("a cluster moves on the wall, is said anew with both wordings kept, and goes only unused", () =>
  town(async (world) => {
    const office = world.as("coordinator");
    const { phase, rooms, buses, workshop } = await wallOf(office);
    await shiftCluster(office, buses, -1);
    await shiftCluster(office, buses, -1);
    expect((await listClusters(office, phase)).map(({ title }) => title)).toEqual(["Busse", "Räume"]);
    await changeCluster(office, rooms, { title: "Räume für alle", words: "Neu gesagt." });
    const { rows } = await world.sql("select data from events where name = 'card_cluster.changed'");
    expect(rows[0]?.data).toMatchObject({ before: { title: "Räume" }, after: { title: "Räume für alle" } });
    made(await setPaperDots(office, phase, { people: 2, given: [{ clusterId: rooms, count: 4 }] }));
    expect(await removeCluster(office, rooms)).toMatchObject({ because: "used" });
    made(await removeCluster(office, buses));
    expect((await listAllClusters(office, workshop)).map(({ title }) => title)).toEqual(["Räume für alle"]);
  }));

test("two clusters become one with cards, dots of phones and of paper", () =>
  town(async (world) => {
    const office = world.as("coordinator");
    const { phase, rooms, buses, workshop } = await wallOf(office);
    const guest = await phoneOf(office, workshop, "handy-1");
    await openDots(office, workshop, phase);
    const visitor = world.as("visitor");
    made(
      await giveDots(visitor, guest, phase, [
        { clusterId: rooms, count: 1 },
        { clusterId: buses, count: 2 },
      ]),
    );
    made(await setPaperDots(office, phase, { people: 1, given: [{ clusterId: buses, count: 3 }] }));
    made(await mergeClusters(office, buses, rooms));
    expect((await countDots(office, workshop)).get(rooms)).toEqual({ phone: 3, paper: 3, all: 6 });
    expect((await findCluster(office, rooms))?.cards).toBe(2);
    expect(await findCluster(office, buses)).toBeUndefined();
  }));

test("a phone has its budget, lays its dots anew as often as it likes, and none when the phase is closed", () =>
  town(async (world) => {
    const office = world.as("coordinator");
    const { phase, rooms, buses, workshop } = await wallOf(office);
    const guest = await phoneOf(office, workshop, "handy-1");
    const visitor = world.as("visitor");
    const three = [{ clusterId: rooms, count: 3 }];
    expect(await giveDots(visitor, guest, phase, three)).toMatchObject({ because: "notOpen" });
    await openDots(office, workshop, phase);
    expect(await giveDots(visitor, guest, phase, [...three, { clusterId: buses, count: 1 }])).toMatchObject({
      because: "tooMany",
    });
    expect(made(await giveDots(visitor, guest, phase, three))).toEqual({ left: 0 });
    expect(made(await giveDots(visitor, guest, phase, three))).toEqual({ left: 0 });
    expect(made(await giveDots(visitor, guest, phase, [{ clusterId: buses, count: 1 }]))).toEqual({
      left: 2,
    });
    expect([...(await listOwnDots(visitor, phase, guest))]).toEqual([[buses, 1]]);
    expect((await countDotGivers(office, workshop)).get(phase)).toEqual({ phones: 1, paper: 0, all: 1 });
  }));

test("dots from paper stay within what so many people could glue, and only the office types them in", () =>
  town(async (world) => {
    const office = world.as("coordinator");
    const { phase, rooms } = await wallOf(office);
    const given = [{ clusterId: rooms, count: 7 }];
    expect(await setPaperDots(office, phase, { people: 2, given })).toMatchObject({ because: "tooMany" });
    await expect(setPaperDots(world.as("editor"), phase, { people: 3, given })).rejects.toMatchObject({
      name: "Forbidden",
    });
    made(await setPaperDots(office, phase, { people: 3, given }));
  }));

test("when the workshop is over, cards in no cluster and clusters that led to nothing break the thread", () =>
  town(async (world) => {
    const office = world.as("coordinator");
    const { phase, cards, rooms, buses, workshop } = await wallOf(office);
    const [first] = cards;
    if (!first) throw new Error("no cards");
    made(await sortCards(office, phase, [{ card: first, from: null }], rooms));
    expect(await listBarrenClusters(office)).toEqual([]);
    await world.sql("update workshops set state = 'finished' where id = $1", [workshop]);
    const loose = (await listLooseCards(office)).map(({ id }) => id);
    expect(loose).not.toContain(first);
    expect((await listBarrenClusters(office)).map(({ id }) => id).sort()).toEqual([buses, rooms].sort());
    made(await tie(office, { kind: "cardCluster", id: rooms }, { kind: "workshop", id: workshop }));
    expect((await listBarrenClusters(office)).map(({ id }) => id)).toEqual([buses]);
    expect(await listBarrenClusters(world.as("foreignCoordinator"))).toEqual([]);
  }));

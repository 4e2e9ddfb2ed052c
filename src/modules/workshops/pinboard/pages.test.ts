import { expect, test } from "vitest";
import { listCards } from "#modules/workshops/cards/queries.ts";
import { moveValue } from "#modules/workshops/clusters/commands.ts";
import { listClusterCards, listClusters } from "#modules/workshops/clusters/queries.ts";
import { paths } from "#modules/workshops/paths.ts";
import { wallOf } from "#test/wall.ts";
import { town, type World } from "#test/world.ts";

const boardOf = async (world: World) => {
  const wall = await wallOf(world.as("coordinator"));
  const board = paths.board(wall.workshop, wall.phase);
  const send = (
    form: Record<string, string | string[]>,
    as: "coordinator" | "colleague" | "volunteer" = "coordinator",
  ) => world.request("POST", board, { as, form });
  return { ...wall, board, send, office: world.as("coordinator") };
};

const numbersIn = async (world: World, cluster: Parameters<typeof listClusterCards>[1]) =>
  (await listClusterCards(world.as("coordinator"), cluster)).map(({ number }) => number);

test("chosen cards go into a theme with one button, and back with another", () =>
  town(async (world) => {
    const { cards, rooms, board, send } = await boardOf(world);
    const second = moveValue(cards[1] ?? "", null);
    const answer = await send({ aktion: "legen", karte: [second], nach: rooms });
    expect(answer.headers.get("location")).toBe(`${board}?hinweis=sortiert`);
    expect(await numbersIn(world, rooms)).toEqual([1, 2]);
    expect((await send({ aktion: "zurueck" }, "colleague")).status).toBe(409);
    expect((await send({ aktion: "zurueck" })).status).toBe(303);
    expect(await numbersIn(world, rooms)).toEqual([1]);
  }));

test("who comes second is told which card lies elsewhere, and loses no other move", () =>
  town(async (world) => {
    const { cards, rooms, buses, board, send } = await boardOf(world);
    const seen = [cards[1] ?? "", cards[3] ?? ""].map((card) => moveValue(card, null));
    await send({ aktion: "legen", karte: seen.slice(0, 1), nach: rooms });
    const answer = await send({ aktion: "legen", karte: seen, nach: buses }, "colleague");
    expect(answer.headers.get("location")).toBe(`${board}?woanders=2`);
    expect(await numbersIn(world, buses)).toEqual([3, 4]);
    const page = await world.request("GET", `${board}?woanders=2`, { as: "colleague" });
    expect(await page.text()).toContain("Karte 2 hat inzwischen jemand woanders hingelegt");
  }));

test("a new theme takes the chosen cards, and what needs a name or a card says so", () =>
  town(async (world) => {
    const { phase, cards, send, office, rooms } = await boardOf(world);
    const karte = [moveValue(cards[0] ?? "", rooms), moveValue(cards[1] ?? "", null)];
    expect((await send({ aktion: "neu", karte, thema: "Geld" })).status).toBe(303);
    const themes = await listClusters(office, phase);
    expect(themes.map(({ title, cards: n }) => [title, n])).toEqual([
      ["Räume", 0],
      ["Busse", 1],
      ["Geld", 2],
    ]);
    expect((await send({ aktion: "neu", karte, thema: "" })).status).toBe(409);
    expect((await send({ aktion: "legen", nach: rooms })).status).toBe(409);
    expect((await send({ aktion: "neu", karte, thema: "Geld" }, "volunteer")).status).toBe(403);
    expect((await listCards(office, phase)).map(({ text }) => text)).toContain("Räume sind zu teuer");
  }));

import { beforeAll, expect, test } from "vitest";
import { listenToModules } from "#app/reactions.ts";
import type { Id } from "#core/id.ts";
import { readNetwork } from "#methods/network-file.ts";
import { answerCooperation, proposeCooperation } from "#modules/network/cooperations/commands.ts";
import { correctCooperation } from "#modules/network/correcting/commands.ts";
import { paths } from "#modules/network/paths.ts";
import { made } from "#test/made.ts";
import { town, type World } from "#test/world.ts";
import { files } from "./queries.ts";

beforeAll(listenToModules);

const values = {
  kind: "project",
  agreement: "",
  field: "",
  startsOn: "2025-03-15",
  endsOn: "2026-05-10",
} as const;

const propose = async (world: World, topic: string, other: Id<"organization">) =>
  made(
    await proposeCooperation(world.as("coordinator"), {
      ...values,
      topic,
      organizations: [world.club, other],
    }),
  );

const answer = async (world: World, id: Id<"cooperation">, ...organizations: Id<"organization">[]) => {
  for (const organization of organizations)
    made(await answerCooperation(world.as("coordinator"), id, organization, "confirmed"));
};

/** One that is confirmed and public, one that waits for an answer, one that is internal. */
const three = async (world: World) => {
  const open = await propose(world, "Fest <am> Teich & Ufer", world.youthCenter);
  await answer(world, open, world.club, world.youthCenter);
  await answer(world, await propose(world, "Noch offen", world.company), world.club);
  const internal = await propose(world, "Nur intern", world.company);
  await answer(world, internal, world.club, world.company);
  made(
    await correctCooperation(world.as("coordinator"), internal, {
      ...values,
      topic: "Nur intern",
      internal: true,
    }),
  );
};

const fetched = async (world: World, name: string, place: "first" | "second" = "first") => {
  const reply = await world.request("GET", paths.data(name), { town: place });
  expect(reply.status, name).toBe(200);
  expect(reply.headers.get("content-disposition")).toBe(`attachment; filename="${name}"`);
  return reply.text();
};

test("what other programs read back is the network of the picture", () =>
  town(async (world) => {
    await three(world);
    for (const name of ["netzwerk.graphml", "netzwerk.gexf", "verbindungen.csv", "kumu.json"]) {
      const back = readNetwork(name, new TextEncoder().encode(await fetched(world, name)));
      if (!back.ok) throw new Error(`${name}: ${back.problem.kind}`);
      const ids = new Set(back.file.actors.map(({ id }) => id));
      expect(ids, name).toEqual(new Set(["jugendhaus", "teichfreunde"]));
      expect(back.file.ties).toHaveLength(1);
      const [tie] = back.file.ties;
      expect(new Set([tie?.from, tie?.to]), name).toEqual(ids);
      expect([tie?.startsOn, tie?.endsOn], name).toEqual(["2025-03-15", "2026-05-10"]);
    }
  }));

test("no file names what is internal or waits for an answer, and whose it is", () =>
  town(async (world) => {
    await three(world);
    for (const name of Object.keys(files)) {
      const text = await fetched(world, name);
      expect(text, name).toContain("Jugendhaus Musterstadt");
      for (const hidden of ["Noch offen", "Nur intern", "GmbH"]) expect(text, name).not.toContain(hidden);
      expect(await fetched(world, name, "second"), name).not.toContain("Musterstadt e.V.");
    }
  }));

test("linked data leads to the page of each organization", () =>
  town(async (world) => {
    await three(world);
    const { "@graph": graph } = JSON.parse(await fetched(world, "netzwerk.jsonld"));
    const [club] = graph.filter(({ name }: { name?: string }) => name?.startsWith("Teichfreunde"));
    const { pathname } = new URL(club["@id"]);
    expect((await world.request("GET", pathname)).status).toBe(200);
  }));

test("the open list holds each tie by the short names of both organizations", () =>
  town(async (world) => {
    await three(world);
    const reply = await world.request("GET", "/offene-daten/cooperations.csv");
    const [head, ...lines] = (await reply.text()).trim().split(/\r?\n/u);
    expect(head).toContain("fromName");
    expect(lines).toHaveLength(1);
    expect(lines[0]).toContain("Fest <am> Teich & Ufer");
    expect(lines[0]).toContain("2025-03-15");
    const elsewhere = await world.request("GET", "/offene-daten/cooperations.csv", { town: "second" });
    expect((await elsewhere.text()).trim().split(/\r?\n/u)).toHaveLength(1);
  }));

import { beforeAll, expect, test } from "vitest";
import { listenToModules } from "#app/reactions.ts";
import type { Id } from "#core/id.ts";
import { computeGrowth } from "#methods/network-task.ts";
import { answerCooperation, proposeCooperation } from "#modules/network/cooperations/commands.ts";
import { keepGrowth } from "#modules/network/growth/commands.ts";
import { findGrowthWork } from "#modules/network/growth/queries.ts";
import { paths } from "#modules/network/paths.ts";
import { made } from "#test/made.ts";
import { town, type World } from "#test/world.ts";

beforeAll(listenToModules);

const cooperate = async (
  world: World,
  other: Id<"organization">,
  values: { readonly topic: string; readonly startsOn: string; readonly endsOn?: string },
): Promise<void> => {
  const id = made(
    await proposeCooperation(world.as("coordinator"), {
      kind: "project",
      agreement: "",
      field: "culture",
      endsOn: null,
      ...values,
      organizations: [world.club, other],
    }),
  );
  for (const organization of [world.club, other])
    made(await answerCooperation(world.as("coordinator"), id, organization, "confirmed"));
};

const three = async (world: World): Promise<void> => {
  await cooperate(world, world.youthCenter, { topic: "Sommerfest am Teich", startsOn: "2024-03-15" });
  await cooperate(world, world.company, {
    topic: "Werkstatt für Räder",
    startsOn: "2025-03-15",
    endsOn: "2026-01-10",
  });
};

const pageAt = async (world: World, query: string): Promise<string> => {
  const reply = await world.request("GET", `${paths.picture}${query}`);
  expect(reply.status, query).toBe(200);
  return reply.text();
};

const drawn = async (world: World, query = "", place: "first" | "second" = "first") => {
  const reply = await world.request("GET", `${paths.drawing}${query}`, { town: place });
  expect(reply.status).toBe(200);
  return (await reply.json()) as { years: number[]; actors: [string, string][]; ties: number[] };
};

test("a year shows who worked together at its end, and what came and ended since another", () =>
  town(async (world) => {
    await three(world);
    const page = await pageAt(world, "?jahr=2026&vergleich=2025");
    expect(page).toContain("2025: 3 Organisationen, 2 Zusammenarbeiten");
    expect(page).toContain("2026: 2 Organisationen, 1 Zusammenarbeit");
    const first = await pageAt(world, "?jahr=2024");
    expect(first).toContain("2024: 2 Organisationen, 1 Zusammenarbeit");
    expect(first).toContain("Da gibt es noch nichts zu messen.");
  }));

test("sector, topic, field and kind narrow picture and table, and a share of it has its own address", () =>
  town(async (world) => {
    await three(world);
    for (const [query, is, isNot] of [
      ["?jahr=2025&sektor=business", "GmbH", "Jugendhaus Musterstadt"],
      ["?jahr=2025&thema=sommerfest", "Jugendhaus Musterstadt", "GmbH"],
    ] as const) {
      const page = await pageAt(world, query);
      const [, table = ""] = page.split('id="beteiligte"');
      expect(table, query).toContain(is);
      expect(table, query).not.toContain(isNot);
      expect(page, query).toContain("Das ganze Netz zeigen");
      const { actors } = await drawn(world, query);
      expect(
        actors.some(([, name]) => name.includes(isNot)),
        query,
      ).toBe(false);
    }
    expect(await pageAt(world, "?feld=sport")).toContain("Zu dieser Auswahl gibt es keine Zusammenarbeit.");
    expect(await pageAt(world, "?art=information")).toContain(
      "Zu dieser Auswahl gibt es keine Zusammenarbeit.",
    );
  }));

test("an organization is found by a part of its name; who is meant is asked when several fit", () =>
  town(async (world) => {
    await three(world);
    expect(await pageAt(world, "?jahr=2025&organisation=jugendhaus")).toContain(
      "und alle, mit denen sie zusammenarbeitet",
    );
    expect(await pageAt(world, "?jahr=2025&organisation=GmbH")).toContain("und alle, mit denen");
    const several = await pageAt(world, "?organisation=musterstadt");
    expect(several).toContain("passt auf mehrere Organisationen");
    expect(several).toContain("organisation=jugendhaus");
    expect(await pageAt(world, "?organisation=Fl%C3%BCgelhorn")).toContain(
      "Im Netz heißt keine Organisation „Flügelhorn“.",
    );
  }));

test("the script gets the network through all years, and nothing of another town", () =>
  town(async (world) => {
    await three(world);
    const { years, actors, ties } = await drawn(world);
    expect(years.slice(0, 2)).toEqual([2024, 2025]);
    expect(actors).toHaveLength(3);
    expect(ties.length).toBe(2 * 5);
    expect(await drawn(world, "", "second")).toMatchObject({ actors: [], ties: [] });
    const reply = await world.request("GET", paths.drawing);
    expect(reply.headers.get("etag")).not.toBeNull();
  }));

test("a big network is shown as the last job drew it, with the measures it kept", () =>
  town(async (world) => {
    await three(world);
    const house = world.as("system");
    await keepGrowth(house, computeGrowth(await findGrowthWork(house)));
    const live = await drawn(world);
    await house.db.updateTable("networkDrawings").set({ ties: 50_000 }).execute();
    await cooperate(world, world.youthCenter, { topic: "Noch nicht gezeichnet", startsOn: "2023-01-01" });
    expect(await drawn(world)).toEqual(live);
    const page = await pageAt(world, "?jahr=2025");
    expect(page).toContain("2025: 3 Organisationen, 2 Zusammenarbeiten");
    expect(page).toContain("Im Schnitt arbeitet jede mit 1,3 anderen zusammen.");
    expect((await drawn(world, "?thema=gezeichnet")).ties).toHaveLength(5);
  }));

import { expect, test } from "vitest";
import { computeMap } from "#modules/participation/mapping/commands.ts";
import { listStatements } from "#modules/participation/opinions/queries.ts";
import { tellSquareRound } from "#modules/participation/statements/seed.ts";
import { town, type World } from "#test/world.ts";

const told = async (world: World) => {
  const office = world.as("coordinator");
  const { id } = await office.db
    .insertInto("processes")
    .values({ slug: "platz", template: "square", title: "Der Platz", question: "Wie?", state: "published" })
    .returning("id")
    .executeTakeFirstOrThrow();
  return { office, ...(await tellSquareRound(office, id)) };
};

test("the map says in words what unites and divides, shows the picture, and gives the votes", () =>
  town(async (world) => {
    const { office, id, slug } = await told(world);
    const early = await (await world.request("GET", `/beteiligung/meinungen/${slug}/karte`)).text();
    expect(early).toContain("Noch keine stabilen Gruppen");
    await computeMap(office, id);
    const page = await (await world.request("GET", `/beteiligung/meinungen/${slug}/karte`)).text();
    expect(page).toContain("Gruppe A: 72 Menschen");
    expect(page).toContain("Was verbindet");
    expect(page).toContain("120 Menschen als Zeichen in einer Fläche, in 2 Gruppen.");
    const file = await world.request("GET", `/beteiligung/meinungen/${slug}/stimmen.csv`);
    expect(file.headers.get("content-type")).toContain("text/csv");
    expect((await file.text()).split("\n")[0]).toBe("participant_id,statement_id,vote");
  }));

test("somebody without an account votes, is known again by the device, and is heard no more when it is over", () =>
  town(async (world) => {
    const { office, id, slug } = await told(world);
    const [statement] = await listStatements(office, id);
    const form = { aussage: statement?.id ?? "", stimme: "1" };
    const path = `/beteiligung/meinungen/${slug}`;
    const answer = await world.request("POST", `${path}/stimmen`, { form });
    expect(answer.status).toBe(303);
    const cookie = answer.headers.get("set-cookie")?.split(";")[0] ?? "";
    expect(cookie).toMatch(/^meinung=/u);
    const again = await (await world.request("GET", path, { headers: { cookie } })).text();
    expect(again).toContain("Sie haben zu 1 von 34 Aussagen etwas gesagt.");
    const long = { text: "x".repeat(141) };
    expect((await world.request("POST", `${path}/aussagen`, { form: long })).status).toBe(422);
    await world.request("POST", `/buero/meinungen/${id}/stand`, {
      as: "coordinator",
      form: { to: "closed" },
    });
    expect((await world.request("POST", `${path}/stimmen`, { form })).status).toBe(409);
  }));

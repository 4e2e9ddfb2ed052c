import { expect, test } from "vitest";
import { read } from "#core/input.ts";
import { addOpportunity, OpportunityInput } from "#modules/opportunities/commands.ts";
import { publishOpportunity } from "#modules/opportunities/publications/commands.ts";
import { findOpportunity } from "#modules/opportunities/queries.ts";
import { visibleText } from "#test/forms.ts";
import { town, type World } from "#test/world.ts";
import { findByNumber, searchNumber } from "./queries.ts";

const put = async (world: World, title: string, published = true) => {
  const ctx = world.as("coordinator");
  const fields = {
    title,
    summary: "Ein Satz.",
    rhythm: "weekly",
    fields: ["social"],
    townName: "Weißwasser",
  };
  const input = read(ctx, OpportunityInput, fields);
  if (!input.ok) throw new Error("no offer");
  const { id, slug } = await addOpportunity(ctx, world.club, input.value);
  if (published) await publishOpportunity(ctx, id);
  const offer = await findOpportunity(ctx, id);
  return { id, slug, number: offer?.number ?? 0 };
};

const get = async (world: World, path: string) =>
  visibleText(await (await world.request("GET", path)).text());

test("every offer has a number of its own in its town, and the next one is one more", () =>
  town(async (world) => {
    const [one, two] = [await put(world, "Vorlesen"), await put(world, "Spazieren")];
    expect(two.number).toBe(one.number + 1);
    expect(one.number).toBeGreaterThan(100);
    expect(await findByNumber(world.as("foreignCoordinator"), one.number)).toBeUndefined();
  }));

test("the number that somebody reads out is found, and the strip of paper leads to the offer", () =>
  town(async (world) => {
    const { number, slug } = await put(world, "Vorlesen");
    for (const typed of [`${number}`, `Nr. ${number}`, `nummer ${number} `])
      expect([typed, (await searchNumber(world.as("coordinator"), typed)).map(({ title }) => title)]).toEqual(
        [typed, ["Vorlesen"]],
      );
    expect(await searchNumber(world.as("coordinator"), "999999")).toEqual([]);
    expect(await searchNumber(world.as("coordinator"), "Vorlesen 101")).toEqual([]);
    const reply = await world.request("GET", `/a/${number}`);
    expect(reply.headers.get("location")).toBe(`/angebote/${slug}`);
    for (const wrong of ["/a/999999", "/a/99999999999", "/a/eins"])
      expect([wrong, (await world.request("GET", wrong)).status]).toEqual([wrong, 404]);
  }));

test("a draft has no poster and no short address for strangers", () =>
  town(async (world) => {
    const { number, slug } = await put(world, "Geheim", false);
    expect((await world.request("GET", `/a/${number}`)).status).toBe(404);
    expect((await world.request("GET", `/angebote/${slug}/aushang`)).status).toBe(404);
    expect((await world.request("GET", `/angebote/${slug}/aushang`, { as: "representative" })).status).toBe(
      200,
    );
    expect(await get(world, `/angebote/aushang?nr=${number}`)).not.toContain("Geheim");
  }));

test("a poster says what, when and where, whom to call and which number to say, and shows a code", () =>
  town(async (world) => {
    const { number, slug } = await put(world, "Vorlesen in der zweiten Klasse");
    const page = await (await world.request("GET", `/angebote/${slug}/aushang`)).text();
    const text = visibleText(page);
    for (const words of [
      "Vorlesen in der zweiten Klasse",
      "03576 123456",
      `Sagen Sie einfach die Nummer: ${number}.`,
    ])
      expect(text).toContain(words);
    expect(page).toContain(`aria-label="QR-Code, der zu musterstadt.test/a/${number} führt"`);
  }));

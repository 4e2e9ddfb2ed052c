import { expect, test } from "vitest";
import { read } from "#core/input.ts";
import { addOpportunity, OpportunityInput } from "#modules/opportunities/commands.ts";
import { findByNumber } from "#modules/opportunities/posters/queries.ts";
import { publishOpportunity } from "#modules/opportunities/publications/commands.ts";
import { findOpportunity } from "#modules/opportunities/queries.ts";
import { visibleText } from "#test/forms.ts";
import { town, type World } from "#test/world.ts";
import { pagesOf } from "./views.tsx";

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

test("the sheet shows this week, what the filters leave, or what was ticked", () =>
  town(async (world) => {
    const one = await put(world, "Vorlesen");
    const two = await put(world, "Spazieren gehen");
    const sheets = async (query: string) => {
      const page = await (await world.request("GET", `/angebote/aushang${query}`)).text();
      return [...page.matchAll(/<h3>([^<]+)<\/h3>/gu)].map(([, title]) => title);
    };
    expect((await sheets("")).sort()).toEqual(["Spazieren gehen", "Vorlesen"]);
    expect(await get(world, "/angebote/aushang")).toContain("Diese Woche gebraucht");
    expect(await sheets(`?nr=${two.number}`)).toEqual(["Spazieren gehen"]);
    expect(await sheets(`?nr=${two.number}&nr=${one.number}&nr=x&nr=-1`)).toEqual([
      "Vorlesen",
      "Spazieren gehen",
    ]);
    expect(await sheets("?q=spazieren")).toEqual(["Spazieren gehen"]);
    expect(await sheets("?feld=sport")).toEqual([]);
  }));

test("no page holds more than fits, and nothing gets lost between pages", () =>
  town(async (world) => {
    const { number } = await put(world, "Vorlesen");
    const offer = await findByNumber(world.as("visitor"), number);
    if (!offer) throw new Error("there is no offer");
    const long = { ...offer, title: "Ein sehr langer Titel, der über viele Zeilen geht ".repeat(3) };
    const pages = pagesOf([offer, offer, offer, offer, offer, long, long, long]);
    expect(pages.map((page) => page.length)).toEqual([4, 2, 2]);
    expect(pagesOf([])).toEqual([]);
  }));

import { expect, test } from "vitest";
import { read } from "#core/input.ts";
import { addOpportunity, OpportunityInput } from "#modules/opportunities/commands.ts";
import { publishOpportunity } from "#modules/opportunities/publications/commands.ts";
import { importBorders } from "#modules/organizations/map/commands.ts";
import { town, type World } from "#test/world.ts";

const put = async (world: World, title: string, fields: Record<string, unknown> = {}) => {
  const ctx = world.as("coordinator");
  const input = read(ctx, OpportunityInput, {
    title,
    summary: "Ein Satz.",
    rhythm: "weekly",
    fields: ["social"],
    postcode: "02943",
    townName: "Weißwasser",
    ...fields,
  });
  if (!input.ok) throw new Error(JSON.stringify(input.form.errors));
  const offer = await addOpportunity(ctx, world.club, input.value);
  expect((await publishOpportunity(ctx, offer.id)).ok).toBe(true);
  return offer;
};

const fill = async (world: World) => {
  await put(world, "Vorlesen in der Grundschule", { fields: ["school"] });
  await put(world, "Handy-Café für Senioren", { fields: ["leisure"] });
  await put(world, "Beete im Park", { postcode: "02959", townName: "Schleife", fields: ["environment"] });
  await put(world, "Briefe schreiben", { placeKind: "remote", postcode: "", townName: "" });
  await put(world, "Krötenzaun", { postcode: "02826", townName: "Görlitz", fields: ["environment"] });
};

const look = async (world: World, query = "") => {
  const page = await world.request("GET", `/angebote/karte${query}`);
  expect(page.status).toBe(200);
  const text = await page.text();
  const [picture = ""] = /<figure class="al-map">.*?<\/figure>/su.exec(text) ?? [];
  return { text, picture };
};

test("every offer stands once in the list beside the map, under its place or under why it has none", () =>
  town(async (world) => {
    await fill(world);
    const { text } = await look(world);
    const headings = [
      "Weißwasser: 2 Angebote",
      "Görlitz: 1 Angebot",
      "Schleife: 1 Angebot",
      "Von zu Hause: 1 Angebot",
    ];
    const at = headings.map((heading) => text.indexOf(heading));
    expect(at).not.toContain(-1);
    expect(at).toEqual([...at].sort((a, b) => a - b));
    expect(text).toContain("5 Angebote, nach Orten");
  }));

test("the filters of the list apply, each can be taken away, and the way back keeps them", () =>
  town(async (world) => {
    await fill(world);
    const { text } = await look(world, "?feld=environment&umkreis=50");
    expect(text).not.toContain("Handy-Café");
    expect(text).toContain("Beete im Park");
    expect(text).toContain('href="/angebote/karte?umkreis=50"');
    expect(text).toContain('href="/angebote/karte?feld=environment"');
    expect(text).toContain('href="/angebote?feld=environment&amp;umkreis=50"');
    const list = await (await world.request("GET", "/angebote?feld=environment&seite=2")).text();
    expect(list).toContain('href="/angebote/karte?feld=environment"');
    expect((await look(world, "?q=xyzzyplugh")).text).toContain("Alle Angebote auf der Karte");
  }));

test("what lies beyond the borders is named, but no sign is drawn where nobody sees it", () =>
  town(async (world) => {
    await fill(world);
    const corners = [
      [14.45, 51.42],
      [14.8, 51.42],
      [14.8, 51.6],
      [14.45, 51.6],
      [14.45, 51.42],
    ];
    const border = {
      type: "Feature",
      properties: { name: "Weißwasser" },
      geometry: { type: "Polygon", coordinates: [corners] },
    };
    const borders = { type: "FeatureCollection", features: [border] };
    expect((await importBorders(world.as("system"), borders)).ok).toBe(true);
    const { text, picture } = await look(world);
    expect(text).toContain("Krötenzaun");
    expect(picture).toContain("Beete im Park");
    expect(picture).not.toContain("Krötenzaun");
    expect(picture).not.toContain("Briefe schreiben");
  }));

test("many offers of one place are counted, the rest stands in the list, and the page stays light", () =>
  town(async (world) => {
    for (let index = 1; index <= 40; index += 1) await put(world, `Angebot Nummer ${index}`);
    const { text } = await look(world, "?feld=social");
    expect(text).toContain("noch 35 in der Liste");
    expect(text).toContain('href="/angebote?q=Wei%C3%9Fwasser&amp;feld=social"');
    expect(text.length).toBeLessThan(45_000);
    const list = await (await world.request("GET", "/angebote?q=Wei%C3%9Fwasser&feld=social")).text();
    expect(list).toContain("40 Angebote");
  }));

test("no offer takes the address of a page of its own", () =>
  town(async (world) => {
    expect((await put(world, "Karte")).slug).toBe("karte-2");
    expect((await put(world, "Aushang")).slug).toBe("aushang-2");
    expect((await look(world)).text).toContain('href="/angebote/karte-2"');
  }));

test("both maps lead to each other", () =>
  town(async (world) => {
    await fill(world);
    expect((await look(world)).text).toContain('href="/karte"');
    expect(await (await world.request("GET", "/karte")).text()).toContain('href="/angebote/karte"');
  }));

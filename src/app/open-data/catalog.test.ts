import { expect, test } from "vitest";
import * as z from "zod";
import { record } from "#core/events.ts";
import { town, type World } from "#test/world.ts";

const Node = z.object({ "@id": z.string() });
const Words = z.tuple([
  z.object({ "@value": z.string().min(1), "@language": z.literal("de") }),
  z.object({ "@value": z.string().min(1), "@language": z.literal("en") }),
]);
const Moment = z.object({ "@value": z.iso.datetime(), "@type": z.literal("xsd:dateTime") });
const Publisher = z.object({ "@type": z.literal("foaf:Agent"), "foaf:name": z.string().min(1) });
const Distribution = z.object({
  "@type": z.literal("dcat:Distribution"),
  "dcat:downloadURL": Node,
  "dct:license": Node,
  "dct:format": Node,
  "dcat:mediaType": Node,
});
const Catalog = z.object({
  "@context": z.record(z.string(), z.url()),
  "@type": z.literal("dcat:Catalog"),
  "dct:title": Words,
  "dct:description": Words,
  "dct:publisher": Publisher,
  "dct:modified": Moment,
  "dcat:dataset": z.array(
    z.object({
      "@id": z.url(),
      "@type": z.literal("dcat:Dataset"),
      "dct:title": Words,
      "dct:description": Words,
      "dct:publisher": Publisher,
      "dct:modified": Moment,
      "dcat:distribution": z.array(Distribution).length(2),
    }),
  ),
  "dcat:service": z.object({ "dcat:endpointDescription": Node, "dcat:servesDataset": z.array(Node) }),
});

const fetched = async (world: World, town: "first" | "second" = "first") => {
  const reply = await world.request("GET", "/offene-daten/katalog.jsonld", { town });
  expect(reply.status).toBe(200);
  expect(reply.headers.get("content-type")).toBe("application/ld+json; charset=utf-8");
  return reply.text();
};

const find = (catalog: z.output<typeof Catalog>, name: string) =>
  catalog["dcat:dataset"].find((dataset) => dataset["@id"].endsWith(`#${name}`));

test("the catalog names every list with licence, publisher and files, and each file is there as it says", () =>
  town(async (world) => {
    const catalog = Catalog.parse(JSON.parse(await fetched(world)));
    expect(catalog["dct:publisher"]["foaf:name"]).toBe("Verein Musterstadt");
    const datasets = catalog["dcat:dataset"];
    expect(datasets.length).toBeGreaterThan(0);
    for (const distribution of datasets.flatMap((dataset) => dataset["dcat:distribution"])) {
      expect(distribution["dct:license"]["@id"]).toBe("http://dcat-ap.de/def/licenses/cc-zero");
      const { pathname } = new URL(distribution["dcat:downloadURL"]["@id"]);
      const file = await world.request("GET", pathname);
      expect(file.status, pathname).toBe(200);
      const [type = ""] = (file.headers.get("content-type") ?? "").split(";");
      expect(distribution["dcat:mediaType"]["@id"].endsWith(`/${type}`)).toBe(true);
    }
    const served = catalog["dcat:service"]["dcat:servesDataset"].map((dataset) => dataset["@id"]);
    expect(served).toEqual(datasets.map((dataset) => dataset["@id"]));
    const { pathname } = new URL(catalog["dcat:service"]["dcat:endpointDescription"]["@id"]);
    expect((await world.request("GET", pathname)).status).toBe(200);
  }));

test("every name in it is of a vocabulary that it declares", () =>
  town(async (world) => {
    const text = await fetched(world);
    const { "@context": prefixes } = Catalog.parse(JSON.parse(text));
    const used = [...text.matchAll(/"([a-z]+):[A-Za-z]+":/gu), ...text.matchAll(/"@type":"([a-z]+):/gu)];
    expect(used.length).toBeGreaterThan(20);
    expect(used.filter(([, prefix = ""]) => prefixes[prefix] === undefined)).toEqual([]);
  }));

test("a list is as new as the last thing that happened to what it is made of, in this town", () =>
  town(async (world) => {
    const now = new Date("2026-11-24T08:00:00Z");
    await record(world.as("system", { now }), "opportunity.changed", world.club);
    const catalog = Catalog.parse(JSON.parse(await fetched(world)));
    const changed = find(catalog, "opportunities")?.["dct:modified"]["@value"];
    expect(changed).toBe("2026-11-24T08:00:00.000Z");
    const there = Catalog.parse(JSON.parse(await fetched(world, "second")));
    expect(find(there, "opportunities")?.["dct:modified"]["@value"]).not.toBe(changed);
    expect(there["dct:publisher"]["foaf:name"]).toBe("Verein Nachbarort");
  }));

test("the page leads to the files, the interface and the catalog", () =>
  town(async (world) => {
    const page = await (await world.request("GET", "/offene-daten")).text();
    for (const path of ["/api", "/offene-daten/katalog.jsonld", "/offene-daten/opportunities.csv"]) {
      expect(page).toContain(`href="${path}"`);
    }
  }));

import { Validator } from "@seriousme/openapi-schema-validator";
import { expect, test } from "vitest";
import { town } from "#test/world.ts";
import { resources } from "./resources.ts";

const referencesIn = (value: unknown): string[] => {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([name, part]) =>
    name === "$ref" ? [String(part)] : referencesIn(part),
  );
};

test("the description is valid OpenAPI 3.1, names every address, and every reference leads somewhere", () =>
  town(async (world) => {
    for (const language of ["de", "en"]) {
      const reply = await world.request("GET", `/api/openapi.json?sprache=${language}`);
      const text = await reply.text();
      const document = JSON.parse(text);
      expect(document.openapi).toBe("3.1.0");
      expect(await new Validator().validate(JSON.parse(text))).toMatchObject({ valid: true });
      expect(Object.keys(document.paths)).toEqual(
        resources.flatMap(({ name }) => [`/${name}`, `/${name}/{key}`]),
      );
      const references = referencesIn(document);
      expect(references.length).toBeGreaterThan(15);
      for (const reference of references) {
        const parts = reference.slice(2).split("/");
        expect(
          parts.reduce((part, name) => part?.[name], document),
          reference,
        ).toBeTypeOf("object");
      }
    }
  }));

test("what is described is what is asked and answered: parameters, required fields and words", () =>
  town(async (world) => {
    const document = await (await world.request("GET", "/api/openapi.json")).json();
    const list = document.paths["/opportunities"].get;
    expect(list.parameters.map(({ name }: { name: string }) => name)).toContain("radius");
    expect(list.parameters.find(({ name }: { name: string }) => name === "limit")).toMatchObject({
      description: "Wie viele auf einer Seite, höchstens 100",
      schema: { type: "integer", maximum: 100, default: 20 },
    });
    expect(document.components.schemas.Opportunity.required).toContain("seatsFree");
    expect(document.components.schemas.OpportunityList.properties.items.items).toEqual({
      $ref: "#/components/schemas/OpportunityItem",
    });
  }));

test("people read the same contract as a page", () =>
  town(async (world) => {
    const page = await (await world.request("GET", "/api")).text();
    for (const { name, example } of resources)
      expect(page).toContain(`/api/v1/${name}?${example.replaceAll("&", "&amp;")}`);
    expect(page).toContain("/api/openapi.json");
    expect(page).toContain("So geht es");
    expect(await (await world.request("GET", "/api?sprache=en")).text()).toContain("How it works");
    expect(await (await world.request("GET", "/offene-daten")).text()).toContain('href="/api"');
  }));

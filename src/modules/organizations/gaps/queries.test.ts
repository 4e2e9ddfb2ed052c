import { expect, test } from "vitest";
import { addService } from "#modules/organizations/services/commands.ts";
import { addSite } from "#modules/organizations/sites/commands.ts";
import { visibleText } from "#test/forms.ts";
import { town, type World } from "#test/world.ts";
import { gapsOf, listCover } from "./queries.ts";

const look = { kilometers: 5 };

type Offer = {
  needs: string[];
  postcode?: string;
  stepFree?: boolean;
  languages?: string[];
  groups?: string[];
};

const offer = async (world: World, { needs, postcode, stepFree, languages = [], groups = [] }: Offer) => {
  const ctx = world.as("coordinator");
  const place = { name: "Haus", street: null, postcode: postcode ?? null, townName: null, openingHours: "" };
  const siteId = await addSite(ctx, world.club, { ...place, accessibility: stepFree ? ["stepFree"] : [] });
  const rest = { description: "", fees: "", howToCome: "", languages, targetGroups: groups };
  await addService(ctx, world.club, { name: "Rat und Tat", siteId, needs, ...rest } as Parameters<
    typeof addService
  >[2]);
};

const gaps = async (world: World, need: string, more = {}) => {
  const { covers } = await listCover(world.as("visitor"), { ...look, ...more });
  const cover = covers.find((one) => one.need === need);
  return cover && gapsOf(cover);
};

test("a need without any service is a gap, and nothing else is said of it", () =>
  town(async (world) => {
    expect(await gaps(world, "advice")).toEqual(["none"]);
  }));

test("a service can be far, up steps and in German only, each for itself", () =>
  town(async (world) => {
    await offer(world, { needs: ["advice"], postcode: "02826" });
    expect(await gaps(world, "advice")).toEqual(["far", "barriers", "languages"]);
    expect(await gaps(world, "advice", { postcode: "02826" })).toEqual(["barriers", "languages"]);
    expect(await gaps(world, "advice", { kilometers: 100 })).toEqual(["barriers", "languages"]);
    await offer(world, { needs: ["advice"], postcode: "02943", stepFree: true, languages: ["de", "pl"] });
    expect(await gaps(world, "advice")).toEqual([]);
    expect(await gaps(world, "advice", { language: "pl" })).toEqual([]);
    expect(await gaps(world, "advice", { language: "ar" })).toEqual(["languages"]);
  }));

test("what is there for a group counts for it and for no other, what is for everybody for each", () =>
  town(async (world) => {
    await offer(world, { needs: ["care"], postcode: "02943", groups: ["seniors"] });
    await offer(world, { needs: ["money"], postcode: "02943", groups: ["everyone"] });
    expect(await gaps(world, "care", { group: "seniors" })).not.toContain("none");
    expect(await gaps(world, "care", { group: "youth" })).toEqual(["none"]);
    expect(await gaps(world, "money", { group: "youth" })).not.toContain("none");
    const { missing } = await listCover(world.as("visitor"), look);
    const youth = missing.find(({ group }) => group === "youth")?.needs;
    expect([youth?.includes("care"), youth?.includes("money")]).toEqual([true, false]);
  }));

test("citizens read it in words, the office as a table it can sort, and others do not see the table", () =>
  town(async (world) => {
    await offer(world, { needs: ["advice"], postcode: "02826" });
    const text = visibleText(
      await (await world.request("GET", "/leistungen/luecken?umkreis=3&plz=kaputt")).text(),
    );
    expect(text).toContain("Es gibt etwas, aber nicht im Umkreis von 3 Kilometern.");
    expect(text).toContain("Noch gar nichts");
    const firstNeed = async (order: string) => {
      const reply = await world.request("GET", `/buero/luecken?sortierung=${order}`, { as: "coordinator" });
      return /<tbody>.*?<th[^>]*><a[^>]*>([^<]+)</su.exec(await reply.text())?.[1];
    };
    expect(await firstNeed("bedarf")).not.toBe(await firstNeed("leistungen"));
    expect((await world.request("GET", "/buero/luecken", { as: "representative" })).status).toBe(403);
    const foreign = await listCover(world.as("foreignCoordinator"), look);
    expect(foreign.total).toBe(0);
  }));

import { expect, test } from "vitest";
import * as z from "zod";
import { town, type World } from "#test/world.ts";
import { resources } from "./resources.ts";

const ListOut = z.object({
  total: z.number(),
  page: z.number(),
  pages: z.number(),
  next: z.string().nullable(),
  items: z.array(z.looseObject({ id: z.string(), slug: z.string().optional() })),
});
const Complaint = z.object({ error: z.string(), details: z.record(z.string(), z.string()).optional() });

const get = async (world: World, path: string, asking?: Parameters<World["request"]>[2]) => {
  const reply = await world.request("GET", `/api/v1${path}`, asking);
  return { status: reply.status, headers: reply.headers, body: await reply.json() };
};

const fill = async (world: World): Promise<void> => {
  const { db } = world.as("system");
  const organizationId = world.club;
  const at = new Date("2026-11-20T10:00:00Z");
  await db
    .insertInto("services")
    .values({ organizationId, name: "Angelkurs", needs: ["leisure"], targetGroups: ["children"] })
    .execute();
  await db.insertInto("sites").values({ organizationId, name: "Teich", townName: "Musterstadt" }).execute();
  const offer = { organizationId, rhythm: "weekly" as const, fields: ["environment"], publishedAt: at };
  await db
    .insertInto("opportunities")
    .values([
      {
        ...offer,
        slug: "teich-pflegen",
        title: "Teich pflegen",
        state: "published",
        seats: 3,
        seatsTaken: 1,
      },
      { ...offer, slug: "kasse-fuehren", title: "Kasse führen", state: "published" },
      { ...offer, slug: "alter-aushang", title: "Alter Aushang", state: "ended" },
      { ...offer, slug: "entwurf", title: "Entwurf", state: "draft", publishedAt: null },
    ])
    .execute();
  const date = { organizationId, whereText: "Teich", publishedAt: at };
  await db
    .insertInto("calendarDates")
    .values([
      {
        ...date,
        slug: "abfischen",
        title: "Abfischen",
        startsAt: new Date("2026-12-05T08:00:00Z"),
        endsAt: new Date("2026-12-05T11:00:00Z"),
      },
      {
        ...date,
        slug: "teichfest",
        title: "Teichfest",
        allDay: true,
        startsAt: new Date("2027-06-18T22:00:00Z"),
        endsAt: new Date("2027-06-20T22:00:00Z"),
      },
      {
        ...date,
        slug: "geheim",
        title: "Geheim",
        publishedAt: null,
        startsAt: new Date("2026-12-06T08:00:00Z"),
        endsAt: new Date("2026-12-06T09:00:00Z"),
      },
    ])
    .execute();
};

test("every list and every single answer keeps its own schema", () =>
  town(async (world) => {
    await fill(world);
    for (const resource of resources) {
      const { status, body } = await get(world, `/${resource.name}`);
      expect(status, resource.name).toBe(200);
      expect(z.strictObject(resource.list.shape).parse(body)).toEqual(body);
      const { items, total } = ListOut.parse(body);
      expect(items.length, resource.name).toBeGreaterThan(0);
      expect(total).toBe(items.length);
      for (const { id, slug } of items) {
        const key = resource.key === "keySlug" ? slug : id;
        const one = await get(world, `/${resource.name}/${key}`);
        expect(one.status).toBe(200);
        expect(resource.whole.parse(one.body)).toEqual(one.body);
        if (resource.key === "keyBoth")
          expect((await get(world, `/${resource.name}/${slug}`)).body).toEqual(one.body);
      }
      const example = await get(world, `/${resource.name}?${resource.example}`);
      expect(example.status, resource.example).toBe(200);
    }
  }));

test("the API shows what a visitor sees, whoever asks", () =>
  town(async (world) => {
    await fill(world);
    const { db } = world.as("system");
    await db
      .updateTable("organizations")
      .set({ hiddenAt: world.now })
      .where("id", "=", world.youthCenter)
      .execute();
    for (const as of ["visitor", "coordinator", "otherRepresentative"] as const) {
      const list = ListOut.parse((await get(world, "/organizations", { as })).body);
      expect(list.items.map(({ slug }) => slug)).toEqual(["autohaus", "teichfreunde"]);
      expect((await get(world, "/organizations/jugendhaus", { as })).status).toBe(404);
      const offers = ListOut.parse((await get(world, "/opportunities?sort=new", { as })).body);
      expect(offers.items.map(({ slug }) => slug).sort()).toEqual(["kasse-fuehren", "teich-pflegen"]);
      expect((await get(world, "/opportunities/entwurf", { as })).status).toBe(404);
      expect((await get(world, "/opportunities/alter-aushang", { as })).body).toMatchObject({
        state: "ended",
      });
      expect((await get(world, "/events/geheim", { as })).status).toBe(404);
    }
  }));

test("the other town sees nothing of it", () =>
  town(async (world) => {
    await fill(world);
    for (const resource of resources) {
      const here = ListOut.parse((await get(world, `/${resource.name}`)).body);
      const there = await get(world, `/${resource.name}`, { town: "second" });
      expect(ListOut.parse(there.body)).toMatchObject({ total: 0, pages: 1, next: null, items: [] });
      for (const { id, slug } of here.items) {
        const key = resource.key === "keySlug" ? slug : id;
        expect((await get(world, `/${resource.name}/${key}`, { town: "second" })).status).toBe(404);
      }
    }
  }));

test("a list is read page by page, following its own links", () =>
  town(async (world) => {
    await fill(world);
    for (const { name } of resources) {
      const whole = ListOut.parse((await get(world, `/${name}`)).body);
      const seen: string[] = [];
      let path: string | null = `/${name}?limit=1`;
      while (path !== null) {
        const list: z.output<typeof ListOut> = ListOut.parse((await get(world, path)).body);
        expect(list.items).toHaveLength(1);
        seen.push(...list.items.map(({ id }) => id));
        path = list.next?.replace(/^.*\/api\/v1/u, "") ?? null;
      }
      expect(seen, name).toEqual(whole.items.map(({ id }) => id));
      expect(ListOut.parse((await get(world, `/${name}?limit=1&page=99`)).body).items).toEqual([]);
    }
  }));

test("filters narrow as on the pages, and dates keep their days", () =>
  town(async (world) => {
    await fill(world);
    const slugs = async (path: string) =>
      ListOut.parse((await get(world, path)).body).items.map(({ slug }) => slug);
    expect(await slugs("/organizations?sector=business")).toEqual(["autohaus"]);
    expect(await slugs("/organizations?q=teichfreunde")).toEqual(["teichfreunde"]);
    expect(await slugs("/opportunities?q=kasse&field=environment&field=social")).toEqual(["kasse-fuehren"]);
    expect(await slugs("/opportunities?field=sport")).toEqual([]);
    expect(await slugs("/events?from=2027-06-01&to=2027-06-19")).toEqual(["teichfest"]);
    expect(await slugs("/events?to=2026-12-05")).toEqual(["abfischen"]);
    expect(ListOut.parse((await get(world, "/services?need=money")).body).total).toBe(0);
    expect((await get(world, "/events/teichfest")).body).toMatchObject({
      start: "2027-06-19",
      end: "2027-06-20",
    });
    expect((await get(world, "/opportunities/teich-pflegen")).body).toMatchObject({ seatsFree: 2 });
  }));

test("what does not fit is said for each parameter, in the reader's language", () =>
  town(async (world) => {
    const wrong = await get(
      world,
      "/opportunities?limit=1000&field=unsinn&umkreis=3&organization=a%20b&sprache=de",
    );
    expect(wrong.status).toBe(400);
    const { error, details = {} } = Complaint.parse(wrong.body);
    expect(error).toBe("Einige Parameter passen nicht.");
    expect(Object.keys(details).sort()).toEqual(["field", "limit", "organization", "umkreis"]);
    expect(details["umkreis"]).toBe("Diesen Parameter gibt es nicht.");
    for (const path of [
      "/organizations?page=x",
      "/organizations?page=1&page=2",
      "/events?from=24.11.",
      "/services?need=x",
    ]) {
      expect((await get(world, path)).status, path).toBe(400);
    }
    const english = await get(world, "/services?x=1", { headers: { "accept-language": "en" } });
    expect(english.body).toEqual({
      error: "Some of the parameters do not fit.",
      details: { x: "There is no such parameter." },
    });
    for (const path of [
      "/services/nichts",
      "/events/..%2f",
      "/organizations/00000000-0000-7000-8000-000000000000",
      "/nichts",
    ]) {
      const none = await get(world, path);
      expect(none.status, path).toBe(404);
      Complaint.parse(none.body);
    }
  }));

test("any website may read it, and nobody's session matters", () =>
  town(async (world) => {
    const headers = { origin: "https://zeitung.example" };
    const asked = await world.request("GET", "/api/v1/organizations", { headers });
    expect(asked.headers.get("access-control-allow-origin")).toBe("*");
    expect(asked.headers.get("access-control-allow-credentials")).toBeNull();
    const wrong = await world.request("GET", "/api/v1/organizations/nichts", { headers });
    expect([wrong.status, wrong.headers.get("access-control-allow-origin")]).toEqual([404, "*"]);
    const page = await world.request("GET", "/mein", { headers, as: "volunteer" });
    expect(page.headers.get("access-control-allow-origin")).toBeNull();
  }));

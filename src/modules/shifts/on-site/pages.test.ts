import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { showPerson } from "#app/privacy.ts";
import { listExpected } from "#modules/shifts/attendance/queries.ts";
import { readBatch } from "#modules/shifts/marks/commands.ts";
import { assign } from "#modules/shifts/signups/commands.ts";
import { made } from "#test/made.ts";
import { festivalOf, shiftOf } from "#test/shifts.ts";
import { town, type World } from "#test/world.ts";

const startsAt = new Date("2026-11-24T13:00:00Z");
const times = { startsAt, endsAt: new Date("2026-11-24T16:00:00Z") };
const now = new Date("2026-11-24T13:05:00Z");

const scene = async (world: World) => {
  const office = world.as("coordinator");
  const festival = await festivalOf(office, world.club);
  const { shiftId, needId } = await shiftOf(office, festival, times, 9);
  const personId = world.cast.volunteer.id;
  const { signupId } = made(await assign(office, { needId, personId, how: "office", party: 4 }));
  return { shiftId, needId, signupId, path: `/schichtplan/${festival.id}/vor-ort` };
};

const page = async (world: World, path: string, as: "coordinator" | "representative" = "representative") =>
  (await world.request("GET", path, { as, now })).text();

test("the team sees who is expected, ticks three of four by a form, and the page says so", () =>
  town(async (world) => {
    const { path, signupId } = await scene(world);
    expect(await page(world, path)).toContain("0 von 4 da");
    const form = { anmeldung: signupId, marke: "arrived", personen: "3", tag: "2026-11-24" };
    const reply = await world.request("POST", path, { as: "representative", form, now });
    expect(reply.status).toBe(303);
    expect(reply.headers.get("location")).toBe(`${path}?tag=2026-11-24#p-${signupId}`);
    const html = await page(world, `${path}?tag=2026-11-24`);
    expect(html).toContain("3 von 4 da");
    expect(html).toContain("3 von 4 da seit 14.05 Uhr");
  }));

test("the code of a helper opens the list at their name and nobody else's, and looking is written down for them", () =>
  town(async (world) => {
    const { path, needId, signupId } = await scene(world);
    const personId = world.cast.neighborhood.id;
    made(await assign(world.as("coordinator"), { needId, personId, how: "office" }));
    const html = await page(world, `${path}?person=${signupId}`);
    expect(html).toContain("Sie haben den Code von Frieda Freiwillig gelesen.");
    expect(html).not.toContain("Nils Nachbar");
    const looks = await world
      .as("system")
      .db.selectFrom("accessLog")
      .select(["personId", "purpose"])
      .where("personId", "in", [world.cast.volunteer.id, personId])
      .execute();
    expect(looks).toEqual([{ personId: world.cast.volunteer.id, purpose: "Anwesenheit am Tag selbst" }]);
    const other = `${path}?person=${randomUUID()}`;
    expect((await world.request("GET", other, { as: "representative", now })).status).toBe(404);
  }));

test("who just came along is added with a form, and what is missing comes back with what was typed", () =>
  town(async (world) => {
    const { path, needId, shiftId } = await scene(world);
    const send = (form: Record<string, string>) =>
      world.request("POST", `${path}/dazu`, { as: "representative", form, now });
    const wrong = await send({ name: "Wanda Walk", bedarf: needId, anzahl: "99", schicht: shiftId });
    expect(wrong.status).toBe(422);
    expect(await wrong.text()).toContain('value="Wanda Walk"');
    expect((await send({ name: "Wanda Walk", bedarf: needId, schicht: shiftId })).status).toBe(303);
    const html = await page(world, path);
    expect(html).toContain("Wanda Walk");
    expect(html).toContain("spontan dazugekommen");
    expect(html).toContain("1 von 5 da");
  }));

test("the day is closed with a word about those without a tick, and not before a shift has begun", () =>
  town(async (world) => {
    const { path, shiftId } = await scene(world);
    const close = (when: Date) =>
      world.request("POST", `${path}/abschluss`, {
        as: "representative",
        form: { tag: "2026-11-24", rest: "arrived" },
        now: when,
      });
    const early = await close(world.now);
    expect(early.status).toBe(409);
    expect(await early.text()).toContain("An diesem Tag hat noch keine Schicht begonnen.");
    expect((await close(now)).headers.get("location")).toContain("hinweis=abgeschlossen");
    expect(await listExpected(world.as("coordinator"), [shiftId])).toMatchObject([
      { state: "arrived", came: 4 },
    ]);
    const shown = await showPerson(world.as("volunteer"), world.cast.volunteer.id);
    expect(shown["shifts/attendance"]).toMatchObject({
      attendances: [{ title: "Lichterfest Musterstadt", state: "war da", minutes: 180 }],
    });
  }));

test("a mark that cannot be read holds up none of the others, and seconds of the way are no wrong clock", () =>
  town(async (world) => {
    const ctx = world.as("coordinator");
    const good = {
      id: randomUUID(),
      mark: "arrived",
      how: "list",
      markedAt: +ctx.now,
      signupId: randomUUID(),
    };
    const odd = [
      { ...good, id: "x" },
      { ...good, id: randomUUID(), mark: "stolen" },
      { ...good, id: randomUUID(), markedAt: 1e300 },
      null,
      7,
    ];
    const batch = readBatch(ctx, { sentAt: +ctx.now + 4_000, marks: [...odd, good] });
    expect(batch.marks.map(({ id }) => id)).toEqual([good.id]);
    expect(batch.invalid).toHaveLength(3);
    expect(batch.ahead).toBe(0);
    expect(readBatch(ctx, { sentAt: +ctx.now + 7_200_000, marks: [] }).ahead).toBe(7_200_000);
  }));

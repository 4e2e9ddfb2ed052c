import { existsSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { type EventName, listen } from "#core/events.ts";
import type { Id } from "#core/id.ts";
import { instantAt } from "#core/local-time.ts";
import { changeSettings, changeShift } from "#modules/shifts/commands.ts";
import { findShift } from "#modules/shifts/queries.ts";
import { assign, cancelSignup, removeSignup, signUp } from "#modules/shifts/signups/commands.ts";
import { findSignup, listSteps } from "#modules/shifts/signups/queries.ts";
import { tokenIn } from "#test/letters.ts";
import { made } from "#test/made.ts";
import { festivalOf, shiftOf } from "#test/shifts.ts";
import { town, type World } from "#test/world.ts";
import { answerByLink, answerOwn, moveUp, passExpired } from "./commands.ts";
import { waiting } from "./module.ts";

for (const [name, reaction] of Object.entries(waiting.reactions ?? {})) listen(name as EventName, reaction);

const start = instantAt("2026-12-05", "09:00");
const end = instantAt("2026-12-05", "12:00");
const hour = 3_600_000;

type Part = "volunteer" | "neighborhood" | "partner" | "colleague" | "editor" | "chair";

/** A shift with so many places, and these people signing up for it one after the other. */
const line = async (world: World, maximum: number, people: readonly (readonly [Part, number])[]) => {
  const office = world.as("coordinator");
  const festival = await festivalOf(office, world.club);
  const shift = await shiftOf(office, festival, { startsAt: start, endsAt: end }, maximum);
  const ids = new Map<Part, Id<"signup">>();
  for (const [part, party] of people) {
    const [placed] = made(await signUp(world.as(part), { needIds: [shift.needId], party }));
    if (placed) ids.set(part, placed.signupId);
  }
  const idOf = (part: Part): Id<"signup"> => ids.get(part) as Id<"signup">;
  const stateOf = async (part: Part) => (await findSignup(office, idOf(part)))?.state;
  const reasonsOf = async (part: Part) => (await listSteps(office, idOf(part))).map(({ reason }) => reason);
  return { office, festival, shift, idOf, stateOf, reasonsOf };
};

const three = [
  ["volunteer", 1],
  ["neighborhood", 1],
  ["partner", 1],
] as const;

const linkOf = (world: World) => tokenIn(world.as("system"), "waiting.offer", "/schicht/platz");
const countMails = async (world: World): Promise<number> => {
  const { rows } = await world.sql("select count(*)::int as n from mails where kind = 'waiting.offer'");
  return Number(rows[0]?.["n"]);
};
const later = (hours: number, world: World) =>
  world.as("system", { now: new Date(+world.now + hours * hour) });

test("pretix-1163, eventyay-1253: a freed place is offered by mail to the first in the line; a used link answers once", () =>
  town(async (world) => {
    const { idOf, stateOf } = await line(world, 1, three);
    made(await cancelSignup(world.as("volunteer"), idOf("volunteer")));
    expect([await stateOf("neighborhood"), await stateOf("partner")]).toEqual(["offered", "waiting"]);
    const link = await linkOf(world);
    expect((await world.request("GET", `/schicht/platz/${link}`)).status).toBe(200);
    expect(await stateOf("neighborhood")).toBe("offered");
    const yes = await world.request("POST", `/schicht/platz/${link}`, { form: { antwort: "accept" } });
    expect(yes.status).toBe(303);
    expect(await stateOf("neighborhood")).toBe("confirmed");
    made(await cancelSignup(world.as("neighborhood"), idOf("neighborhood")));
    expect(await stateOf("partner")).toBe("offered");
    expect(await answerByLink(world.as("visitor"), link, "accept")).toEqual({
      ok: false,
      because: "answered",
    });
    expect(await stateOf("neighborhood")).toBe("canceled");
    const again = await world.request("POST", `/schicht/platz/${link}`, { form: { antwort: "accept" } });
    expect(again.status).toBe(409);
    expect(await countMails(world)).toBe(2);
  }));

test("pretix-1031: no offer is sent once the shift has begun, and none holds longer than that", () =>
  town(async (world) => {
    const { office, shift, idOf, stateOf } = await line(world, 1, three);
    const begun = world.as("coordinator", { now: new Date(+start + 15 * 60_000) });
    made(await removeSignup(begun, idOf("volunteer"), "krank"));
    expect(await stateOf("neighborhood")).toBe("waiting");
    expect(await countMails(world)).toBe(0);
    const eve = world.as("system", { now: new Date(+start - 2 * hour) });
    expect(await moveUp(eve, shift.needId)).toBe(1);
    expect(await findSignup(office, idOf("neighborhood"))).toMatchObject({ offerExpiresAt: start });
  }));

test("pretix-2119: of two who wait the one who came first gets the place", () =>
  town(async (world) => {
    const { idOf, stateOf } = await line(world, 2, [
      ["volunteer", 1],
      ["neighborhood", 1],
      ["partner", 1],
      ["colleague", 1],
    ]);
    made(await cancelSignup(world.as("neighborhood"), idOf("neighborhood")));
    expect([await stateOf("partner"), await stateOf("colleague")]).toEqual(["offered", "waiting"]);
  }));

test("pretix-4072: who is still filling in the form when a place becomes free is simply confirmed", () =>
  town(async (world) => {
    const { shift, idOf } = await line(world, 1, [["volunteer", 1]]);
    made(await cancelSignup(world.as("volunteer"), idOf("volunteer")));
    const [placed] = made(await signUp(world.as("neighborhood"), { needIds: [shift.needId] }));
    expect(placed?.state).toBe("confirmed");
  }));

test("pretix-3628, pretix-1404: a group that needs more than is free is passed over, and it is said why", () =>
  town(async (world) => {
    const { shift, idOf, stateOf, reasonsOf } = await line(world, 2, [
      ["volunteer", 1],
      ["partner", 1],
      ["neighborhood", 3],
      ["colleague", 1],
    ]);
    made(await cancelSignup(world.as("volunteer"), idOf("volunteer")));
    expect([await stateOf("neighborhood"), await stateOf("colleague")]).toEqual(["waiting", "offered"]);
    expect(await reasonsOf("neighborhood")).toEqual(["full", "group"]);
    await moveUp(world.as("system"), shift.needId);
    expect(await reasonsOf("neighborhood")).toEqual(["full", "group"]);
    const need = (await findShift(world.as("system"), shift.shiftId))?.needs[0];
    expect(need).toMatchObject({ taken: 2, maximum: 2 });
  }));

test("pretix-1404: where the plan says so the group is offered what there is, never more", () =>
  town(async (world) => {
    const { office, festival, idOf } = await line(world, 3, [
      ["volunteer", 2],
      ["partner", 1],
      ["neighborhood", 3],
    ]);
    made(await changeSettings(office, festival.id, { groupWaiting: "part" }));
    made(await cancelSignup(world.as("volunteer"), idOf("volunteer")));
    expect(await findSignup(office, idOf("neighborhood"))).toMatchObject({ state: "offered", party: 2 });
    made(await answerOwn(world.as("neighborhood"), idOf("neighborhood"), "accept"));
    expect(await findSignup(office, idOf("neighborhood"))).toMatchObject({ state: "confirmed", party: 2 });
  }));

test("eventyay-1253: more places than before move the line up as well", () =>
  town(async (world) => {
    const { office, festival, shift, stateOf } = await line(world, 1, three);
    const needs = [{ roleId: festival.roleId, minimum: 0, maximum: 3 }];
    made(await changeShift(office, shift.shiftId, { needs }));
    expect([await stateOf("neighborhood"), await stateOf("partner")]).toEqual(["offered", "offered"]);
    expect(await countMails(world)).toBe(2);
  }));

test("decline: one click hands the place to the next at once; an offer without an answer passes in time", () =>
  town(async (world) => {
    const { idOf, stateOf, reasonsOf } = await line(world, 1, [...three, ["colleague", 1]]);
    made(await cancelSignup(world.as("volunteer"), idOf("volunteer")));
    made(await answerByLink(world.as("visitor"), await linkOf(world), "decline"));
    expect([await stateOf("neighborhood"), await stateOf("partner")]).toEqual(["canceled", "offered"]);
    await passExpired(later(23, world));
    expect(await stateOf("partner")).toBe("offered");
    const link = await linkOf(world);
    const late = world.as("visitor", { now: new Date(+world.now + 24 * hour) });
    expect(await answerByLink(late, link, "accept")).toEqual({ ok: false, because: "expired" });
    await passExpired(later(24, world));
    expect([await stateOf("partner"), await stateOf("colleague")]).toEqual(["passed", "offered"]);
    await passExpired(later(24, world));
    expect(await reasonsOf("partner")).toEqual(["full", "free", "expired"]);
  }));

test("who is elsewhere by now keeps the number and hears why; once free again they move up", () =>
  town(async (world) => {
    const { office, festival, shift, idOf, stateOf, reasonsOf } = await line(world, 1, three);
    const other = await shiftOf(office, festival, { startsAt: start, endsAt: end }, 5);
    const personId = world.cast.neighborhood.id;
    const elsewhere = made(await assign(office, { needId: other.needId, personId, how: "plan" }));
    made(await cancelSignup(world.as("volunteer"), idOf("volunteer")));
    expect([await stateOf("neighborhood"), await stateOf("partner")]).toEqual(["waiting", "offered"]);
    expect(await reasonsOf("neighborhood")).toEqual(["full", "elsewhere"]);
    const { rows } = await world.sql("select title from notices where person_id = $1", [personId]);
    expect(rows[0]?.["title"]).toContain("Ein Platz wäre frei gewesen");
    made(await cancelSignup(world.as("neighborhood"), elsewhere.signupId));
    made(await cancelSignup(world.as("partner"), idOf("partner")));
    await moveUp(world.as("system"), shift.needId);
    expect(await stateOf("neighborhood")).toBe("offered");
  }));

test("whoever has no e-mail address is phoned by the office, which hears until when", () =>
  town(async (world) => {
    const { idOf } = await line(world, 1, three);
    await world.sql("update people set email = null where id = $1", [world.cast.neighborhood.id]);
    made(await cancelSignup(world.as("volunteer"), idOf("volunteer")));
    const task = () =>
      world.sql("select title from tasks where kind = 'shift' and subject_id = $1 and done_at is null", [
        idOf("neighborhood"),
      ]);
    expect((await task()).rows[0]?.["title"]).toBe("Nils Nachbar anrufen: Ein Platz ist frei");
    made(await answerOwn(world.as("neighborhood"), idOf("neighborhood"), "accept"));
    expect((await task()).rows).toEqual([]);
  }));

test("a wrong link and one of another town open nothing", () =>
  town(async (world) => {
    const { idOf } = await line(world, 1, three);
    made(await cancelSignup(world.as("volunteer"), idOf("volunteer")));
    const link = await linkOf(world);
    expect((await world.request("GET", `/schicht/platz/${"x".repeat(43)}`)).status).toBe(404);
    expect((await world.request("GET", "/schicht/platz/kurz")).status).toBe(404);
    expect((await world.request("GET", `/schicht/platz/${link}`, { town: "second" })).status).toBe(404);
  }));

const scenarios = "../shared/data/waitlist-scenarios/waitlist.json";

test.skipIf(!existsSync(scenarios))(
  "every scenario of the collection is told here (skipped where it is not there)",
  () => {
    const { scenarios: all } = JSON.parse(readFileSync(scenarios, "utf8")) as { scenarios: { id: string }[] };
    const told = readFileSync(new URL(import.meta.url), "utf8");
    // A minimum that is missed the day before is the board's matter: it asks the planner.
    const elsewhere = new Set(["openki-207"]);
    expect(all.filter(({ id }) => !elsewhere.has(id) && !told.includes(id))).toEqual([]);
  },
);

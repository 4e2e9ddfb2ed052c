import { expect, test } from "vitest";
import { found } from "#core/errors.ts";
import { addItem, markOf, writeMinutes } from "#modules/consortium/agenda/commands.ts";
import { listAgenda } from "#modules/consortium/agenda/queries.ts";
import { closeMeeting } from "#modules/consortium/meetings/commands.ts";
import { findMeeting, type MeetingId } from "#modules/consortium/meetings/queries.ts";
import { followMinutes, sendMinutes } from "#modules/consortium/minutes/commands.ts";
import { findMinutes, listMinutesObjections } from "#modules/consortium/minutes/queries.ts";
import { objectTo } from "#modules/consortium/minutes-objections/commands.ts";
import { paths } from "#modules/consortium/paths.ts";
import type { SeatId } from "#modules/consortium/seats/queries.ts";
import type { Part } from "#test/cast.ts";
import { made } from "#test/made.ts";
import { putSeats, runMeeting } from "#test/voting.ts";
import { town, type World } from "#test/world.ts";

const item = { kind: "discussion", title: "Wege", words: "", minutes: 10, public: true } as const;

const closed = async (world: World, there: readonly SeatId[]): Promise<MeetingId> => {
  const office = world.as("coordinator");
  const meeting = await runMeeting(office, there);
  const id = made(await addItem(office, meeting, item));
  made(await writeMinutes(office, id, { words: "Der Weg bleibt.", before: markOf("") }));
  made(await closeMeeting(office, meeting));
  return meeting;
};

/** Kai was there, the chair was not. */
const steering = async (world: World) => {
  const office = world.as("coordinator");
  const seats = await putSeats(office, [
    { sector: "civil", person: world.cast.consortium.id },
    { sector: "public", person: world.cast.chair.id },
  ]);
  const [own, absent] = [found(seats[0]), found(seats[1])];
  const meeting = await closed(world, [own]);
  const page = paths.ownMinutes(meeting);
  const object = (form: Readonly<Record<string, string>>, as: Part = "consortium", now = world.now) =>
    world.request("POST", page, { as, form, now });
  const open = async () =>
    (await listMinutesObjections(office, meeting)).filter(({ state }) => state === "open");
  const read = async (as: Part = "consortium") => (await world.request("GET", page, { as })).text();
  return { office, own, absent, meeting, page, object, open, read };
};

const wrong = { words: "Der Weg wird gepflastert." };

test("as long as they are written their reader is told so; nobody reads the draft or objects to it", () =>
  town(async (world) => {
    const { own, object, open, read } = await steering(world);
    const text = await read();
    expect(text).toContain("Das Protokoll wird geschrieben.");
    expect(text).not.toContain("Der Weg bleibt.");
    expect((await object({ seatId: own, ...wrong })).status).toBe(409);
    expect(await open()).toEqual([]);
  }));

test("a seat that was there objects and takes it back; a gap comes back with what was typed", () =>
  town(async (world) => {
    const { office, own, meeting, page, object, open, read } = await steering(world);
    made(await sendMinutes(office, meeting));
    expect(await read()).toContain("Der Weg bleibt.");
    const gap = await object({ seatId: own, words: "" });
    expect(gap.status).toBe(422);
    expect(await open()).toEqual([]);
    const sent = await object({ seatId: own, ...wrong });
    expect([sent.status, sent.headers.get("location")]).toEqual([303, `${page}?hinweis=erhoben`]);
    expect(await open()).toMatchObject([{ seatId: own, agendaItemId: null, ...wrong }]);
    const again = await object({ seatId: own, words: "Noch einmal dasselbe." });
    expect(again.status).toBe(409);
    const text = await again.text();
    expect(text).toContain("Ihr Sitz hat dazu schon einen offenen Einwand.");
    expect(text).toContain("Noch einmal dasselbe.");
    const back = paths.ownObjection(meeting, found((await open())[0]).id);
    expect((await world.request("POST", back, { as: "consortium", form: {} })).status).toBe(303);
    expect(await open()).toEqual([]);
    expect((await world.request("POST", back, { as: "consortium", form: {} })).status).toBe(409);
  }));

test("who was not there reads and is told why they cannot object; nobody objects for another seat", () =>
  town(async (world) => {
    const { office, own, absent, meeting, page, object, open, read } = await steering(world);
    made(await sendMinutes(office, meeting));
    const text = await read("chair");
    expect(text).toContain("Der Weg bleibt.");
    expect(text).toContain("Einwände erheben können nur Sitze, die in der Sitzung waren.");
    const late = await object({ seatId: absent, ...wrong }, "chair");
    expect([late.status, await late.text()]).toEqual([
      409,
      expect.stringContaining("war nicht in der Sitzung"),
    ]);
    const other = await object({ seatId: absent, ...wrong });
    expect([other.status, await other.text()]).toEqual([409, expect.stringContaining("nicht Ihr Sitz")]);
    for (const as of ["volunteer", "representative", "editor"] as const)
      expect((await object({ seatId: own, ...wrong }, as)).status).toBe(403);
    const foreign = { as: "foreignCoordinator", town: "second", form: { seatId: own, ...wrong } } as const;
    expect((await world.request("POST", page, foreign)).status).toBe(404);
    expect(await open()).toEqual([]);
  }));

test("after the last day nobody objects, and the page says since when the minutes are sealed", () =>
  town(async (world) => {
    const { office, own, meeting, object, open, read } = await steering(world);
    const { until } = made(await sendMinutes(office, meeting));
    const late = await object({ seatId: own, ...wrong }, "consortium", until);
    expect([late.status, await late.text()]).toEqual([409, expect.stringContaining("Frist")]);
    expect(await followMinutes(world.as("system", { now: until }))).toBe(1);
    expect(await read()).toContain("Genehmigt und besiegelt am 9. Dezember 2026.");
    expect((await object({ seatId: own, ...wrong })).status).toBe(409);
    expect(await open()).toEqual([]);
  }));

test("an objection belongs to its meeting: neither an item nor an objection of another one is taken", () =>
  town(async (world) => {
    const { office, own, meeting, object, open } = await steering(world);
    const other = await closed(world, [own]);
    const [foreign] = await listAgenda(office, found(await findMeeting(office, other)));
    made(await sendMinutes(office, meeting));
    made(await sendMinutes(office, other));
    expect((await object({ seatId: own, agendaItemId: found(foreign).id, ...wrong })).status).toBe(404);
    expect(await open()).toEqual([]);
    const elsewhere = made(
      await objectTo(world.as("consortium"), other, { seatId: own, agendaItemId: null, ...wrong }),
    );
    const path = paths.ownObjection(meeting, elsewhere);
    expect((await world.request("POST", path, { as: "consortium", form: {} })).status).toBe(404);
    expect((await listMinutesObjections(office, other))[0]?.state).toBe("open");
    expect((await findMinutes(office, other))?.state).toBe("objections");
  }));

import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import type { Context } from "#core/context.ts";
import { Forbidden, NotFound } from "#core/errors.ts";
import type { Id } from "#core/id.ts";
import { countPeople } from "#methods/attendance.ts";
import { addOpportunity, OpportunityInput } from "#modules/opportunities/commands.ts";
import { publishOpportunity } from "#modules/opportunities/publications/commands.ts";
import { countEnded } from "#modules/shifts/attendance/commands.ts";
import { countPresence, listExpected } from "#modules/shifts/attendance/queries.ts";
import { addRole, addShift, changeSettings } from "#modules/shifts/commands.ts";
import { findShift } from "#modules/shifts/queries.ts";
import { assign } from "#modules/shifts/signups/commands.ts";
import { formOf, made } from "#test/made.ts";
import { town, type World } from "#test/world.ts";
import { checkIn, closeDay, takeMarks } from "./commands.ts";
import type { Mark } from "./vocabulary.ts";

const startsAt = new Date("2026-11-24T13:00:00Z");
const endsAt = new Date("2026-11-24T16:00:00Z");
const later = (minutes: number): Date => new Date(+startsAt + minutes * 60_000);

/** A plan with one shift of ten places this afternoon. */
const plan = async (office: Context, club: Id<"organization">) => {
  const input = formOf(office, OpportunityInput, {
    title: "Teichfest",
    summary: "Ein Nachmittag am Teich.",
    rhythm: "weekly",
    fields: ["school"],
    description: "Wir schenken aus und räumen auf.",
    postcode: "02943",
    townName: "Musterstadt",
  });
  const { id } = await addOpportunity(office, club, input);
  made(await publishOpportunity(office, id));
  const roleId = made(await addRole(office, id, { name: "Ausschank" }));
  const needs = [{ roleId, minimum: 1, maximum: 10 }];
  const shiftId = made(await addShift(office, id, { startsAt, endsAt, needs }));
  const needId = (await findShift(office, shiftId))?.needs[0]?.id;
  if (!needId) throw new Error("the shift has no need");
  return { id, shiftId, needId };
};

const come = async (office: Context, needId: Id<"shiftNeed">, personId: Id<"person">, party = 1) =>
  made(await assign(office, { needId, personId, how: "office", party })).signupId;

const scene = async (world: World) => {
  const office = world.as("coordinator");
  const offer = await plan(office, world.club);
  const signupId = await come(office, offer.needId, world.cast.volunteer.id);
  return { ...offer, office, signupId };
};

const mark = (signupId: Id<"signup">, kind: Mark["mark"], markedAt: Date, more: Partial<Mark> = {}): Mark => {
  return { id: randomUUID() as Id<"attendanceMark">, signupId, mark: kind, how: "list", markedAt, ...more };
};

const eventsOf = async (ctx: Context, name: string, subject: string) =>
  (
    await ctx.db
      .selectFrom("events")
      .select("data")
      .where("name", "=", name as `${string}.${string}`)
      .where("subjectId", "=", subject)
      .orderBy("happenedAt")
      .orderBy("id")
      .execute()
  ).map(({ data }) => data as Record<string, unknown>);

test("the same mark sent twice is one, and the later one wins whichever comes first", () =>
  town(async (world) => {
    const { id, shiftId, signupId } = await scene(world);
    const office = world.as("coordinator", { now: later(60) });
    const arrived = mark(signupId, "arrived", later(5));
    const left = mark(signupId, "left", later(50));
    await takeMarks(office, id, { marks: [left], ahead: 0 });
    await takeMarks(office, id, { marks: [arrived, left], ahead: 0 });
    const again = await takeMarks(office, id, { marks: [arrived], ahead: 0 });
    expect(again.taken).toEqual([{ id: arrived.id, signupId }]);
    const [row] = await listExpected(office, [shiftId]);
    expect(row).toMatchObject({ state: "left", arrivedAt: later(5), leftAt: later(50), minutes: 45 });
    expect(await office.db.selectFrom("attendanceMarks").selectAll().execute()).toHaveLength(2);
  }));

test("a device that is three hours ahead is put right and told so, and nothing is marked in the future", () =>
  town(async (world) => {
    const { id, shiftId, signupId } = await scene(world);
    const office = world.as("coordinator", { now: later(60) });
    const ahead = 3 * 3_600_000;
    const marks = [mark(signupId, "arrived", new Date(+later(10) + ahead))];
    expect(await takeMarks(office, id, { marks, ahead })).toMatchObject({ refused: [], movedMinutes: 180 });
    expect((await listExpected(office, [shiftId]))[0]?.arrivedAt).toEqual(later(10));
    await takeMarks(office, id, { marks: [mark(signupId, "left", later(900))], ahead: 0 });
    expect((await listExpected(office, [shiftId]))[0]?.leftAt).toEqual(later(60));
  }));

test("who just came along is written down once, and a further mark of the same phone finds them", () =>
  town(async (world) => {
    const { id, shiftId, needId } = await scene(world);
    const office = world.as("coordinator", { now: later(60) });
    const walkIn = { needId, name: "Wanda Walk", party: 2 };
    const came: Mark = {
      id: randomUUID() as Id<"attendanceMark">,
      walkIn,
      mark: "arrived",
      how: "list",
      markedAt: later(5),
    };
    const gone: Mark = {
      id: randomUUID() as Id<"attendanceMark">,
      of: came.id,
      mark: "left",
      how: "list",
      markedAt: later(30),
    };
    await takeMarks(office, id, { marks: [came], ahead: 0 });
    await takeMarks(office, id, { marks: [came, gone], ahead: 0 });
    const rows = (await listExpected(office, [shiftId])).filter(({ name }) => name === "Wanda Walk");
    expect(rows).toMatchObject([{ state: "left", party: 2, came: 2, how: "walk_in", minutes: 25 }]);
  }));

test("what cannot be taken is refused by its reason, and the rest is taken", () =>
  town(async (world) => {
    const { id, office, signupId } = await scene(world);
    const other = await plan(office, world.youthCenter);
    const foreign = await come(office, other.needId, world.cast.neighborhood.id);
    const now = world.as("coordinator", { now: later(10) });
    const marks = [mark(foreign, "arrived", later(1)), mark(signupId, "arrived", later(1))];
    const result = await takeMarks(now, id, { marks, ahead: 0 });
    expect(result.refused).toEqual([{ id: marks[0]?.id, because: "unknown" }]);
    expect(result.taken).toEqual([{ id: marks[1]?.id, signupId }]);
    const early = world.as("coordinator", { now: later(-13 * 60) });
    const before = [mark(signupId, "arrived", later(-13 * 60))];
    expect((await takeMarks(early, id, { marks: before, ahead: 0 })).refused).toMatchObject([
      { because: "early" },
    ]);
  }));

test("nobody but the office and the organization marks, and in the other town nothing is there", () =>
  town(async (world) => {
    const { id, signupId } = await scene(world);
    const batch = { marks: [mark(signupId, "arrived", later(1))], ahead: 0 };
    await expect(takeMarks(world.as("volunteer"), id, batch)).rejects.toThrow(Forbidden);
    await expect(takeMarks(world.as("otherRepresentative"), id, batch)).rejects.toThrow(Forbidden);
    await expect(takeMarks(world.as("foreignCoordinator"), id, batch)).rejects.toThrow(NotFound);
    const spoken = await takeMarks(world.as("representative", { now: later(1) }), id, batch);
    expect(spoken.taken).toHaveLength(1);
  }));

test("list, board and event agree, and what is counted is told once and again only as a correction", () =>
  town(async (world) => {
    const { id, shiftId, needId, office, signupId } = await scene(world);
    const party = await come(office, needId, world.cast.neighborhood.id, 4);
    const missing = await come(office, needId, world.cast.editor.id);
    const during = world.as("coordinator", { now: later(60) });
    const marks = [
      mark(signupId, "arrived", later(0)),
      mark(party, "arrived", later(15), { people: 3 }),
      mark(missing, "missed", later(30)),
    ];
    await takeMarks(during, id, { marks, ahead: 0 });
    const list = await listExpected(during, [shiftId]);
    const board = (await countPresence(during, [shiftId])).get(shiftId);
    expect(board).toEqual(countPeople(list.map((row) => ({ ...row, people: row.came }))));
    expect(board).toEqual({ expected: 6, here: 4, gone: 0, missed: 2, excused: 0, open: 0 });

    const system = world.as("system", { now: later(180 + 119) });
    expect(await countEnded(system)).toBe(0);
    const night = world.as("system", { now: later(180 + 121) });
    expect(await countEnded(night)).toBe(3);
    expect(await countEnded(night)).toBe(0);
    expect(await eventsOf(night, "shift.attended", party)).toMatchObject([
      { minutes: 165, people: 3, shiftId },
    ]);
    expect(await eventsOf(night, "shift.attended", missing)).toEqual([]);
    const notices = () =>
      night.db.selectFrom("notices").select("title").where("personId", "=", world.cast.editor.id).execute();
    expect(await notices()).toMatchObject([{ title: "Wir haben Sie vermisst: Teichfest, Di 24. November" }]);

    const evening = world.as("coordinator", { now: later(400) });
    await takeMarks(evening, id, {
      marks: [mark(missing, "arrived", later(390), { how: "paper" }), mark(signupId, "cleared", later(391))],
      ahead: 0,
    });
    expect(await notices()).toEqual([]);
    expect(await eventsOf(evening, "shift.attended", missing)).toMatchObject([{ minutes: 180, before: 0 }]);
    expect(await eventsOf(evening, "shift.attended", signupId)).toMatchObject([
      { minutes: 180 },
      { minutes: 0, before: 180 },
    ]);
    expect(await countEnded(world.as("system", { now: later(500) }))).toBe(0);
  }));

test("closing the day says what became of everybody without a mark, once", () =>
  town(async (world) => {
    const { id, shiftId, signupId } = await scene(world);
    const today = { day: "2026-11-24", rest: "arrived" } as const;
    expect(await closeDay(world.as("coordinator"), id, today)).toEqual({ ok: false, because: "ahead" });
    const evening = world.as("coordinator", { now: later(185) });
    expect(await closeDay(evening, id, today)).toEqual({ ok: true, value: 1 });
    expect(await closeDay(evening, id, today)).toEqual({ ok: true, value: 0 });
    expect(await listExpected(evening, [shiftId])).toMatchObject([{ state: "arrived", minutes: 180 }]);
    expect(await eventsOf(evening, "shift.attended", signupId)).toMatchObject([{ minutes: 180 }]);
    await expect(closeDay(world.as("volunteer", { now: later(185) }), id, today)).rejects.toThrow(Forbidden);
  }));

test("with the code of the poster one ticks oneself off, from an hour before to the end, and nobody else", () =>
  town(async (world) => {
    const { id, office, signupId, shiftId } = await scene(world);
    await changeSettings(office, id, { checkInCode: "AAAA-BBBB-CCCC" });
    const me = (minutes: number) => world.as("volunteer", { now: later(minutes) });
    const code = "AAAA-BBBB-CCCC";
    expect(await checkIn(me(-61), code, signupId)).toEqual({ ok: false, because: "outside" });
    expect(await checkIn(me(180), code, signupId)).toEqual({ ok: false, because: "outside" });
    await expect(checkIn(me(0), "XXXX-BBBB-CCCC", signupId)).rejects.toThrow(NotFound);
    await expect(checkIn(world.as("neighborhood", { now: later(0) }), code, signupId)).rejects.toThrow(
      NotFound,
    );
    expect(await checkIn(me(-59), code, signupId)).toEqual({ ok: true, value: null });
    expect(await checkIn(me(5), code, signupId)).toEqual({ ok: true, value: null });
    expect((await listExpected(office, [shiftId]))[0]).toMatchObject({ state: "arrived", minutes: 210 });
    expect(await office.db.selectFrom("attendanceMarks").select("how").execute()).toEqual([{ how: "self" }]);
    await changeSettings(office, id, { selfCheckIn: false });
    expect(await checkIn(me(5), code, signupId)).toEqual({ ok: false, because: "closed" });
  }));

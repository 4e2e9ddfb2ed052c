import { expect, test } from "vitest";
import type { Id } from "#core/id.ts";
import { defaultRules } from "#methods/resolution-rules.ts";
import { paths } from "#modules/consortium/paths.ts";
import { come, comeTogether, leave } from "#modules/consortium/presence/commands.ts";
import { listPresent } from "#modules/consortium/presence/queries.ts";
import { made } from "#test/made.ts";
import { putRules, putSeats, runMeeting } from "#test/voting.ts";
import { town, type World } from "#test/world.ts";

/** A meeting that runs, nobody there yet; the first seat is held by somebody, and another stands in. */
const hall = async (world: World, rules = defaultRules) => {
  const office = world.as("coordinator");
  await putRules(office, rules);
  const [own, other] = await putSeats(office, [
    { sector: "civil", person: world.cast.consortium.id },
    { sector: "public" },
  ]);
  if (!own || !other) throw new Error("no seats");
  await office.db
    .insertInto("seatHolders")
    .values({
      ...{ seatId: own, personId: world.cast.juror.id, name: "Vera Vertretung" },
      ...{ part: "deputy" as const, startsOn: "2020-01-01" },
    })
    .execute();
  const meeting = await runMeeting(office, []);
  await office.db.updateTable("meetings").set({ invitedAt: office.now }).where("id", "=", meeting).execute();
  return { office, own, other, meeting };
};

type Hall = Awaited<ReturnType<typeof hall>>;
type Who = "consortium" | "juror" | "visitor" | "foreignCoordinator";

const press = (world: World, { meeting }: Hall, as: Who, seat: Id<"seat">, more: Record<string, string>) =>
  world.request("POST", paths.ownPresence(meeting), {
    as,
    form: { seat, was: "come", way: "room", ...more },
    town: as === "foreignCoordinator" ? "second" : "first",
  });

const there = async ({ office, meeting }: Hall) =>
  (await listPresent(office, meeting)).map(({ seatId, name, part, way }) => ({ seatId, name, part, way }));

test("a seat says on its own phone that it is there, and leaves; pressed twice it is there once", () =>
  town(async (world) => {
    const at = await hall(world);
    const before = await world.request("GET", paths.voting(at.meeting), { as: "consortium" });
    expect(await before.text()).toContain("Ich bin da");
    const mine = await world.request("GET", paths.mine, { as: "consortium" });
    expect(await mine.text()).toContain("Ich nehme aus der Ferne teil");
    const answer = await press(world, at, "consortium", at.own, {});
    expect([answer.status, answer.headers.get("location")]).toEqual([
      303,
      `${paths.voting(at.meeting)}?hinweis=da`,
    ]);
    expect(await there(at)).toEqual([{ seatId: at.own, name: "Mitglied 1", part: "member", way: "room" }]);
    const again = await press(world, at, "consortium", at.own, { way: "remote" });
    expect([again.status, (await again.text()).includes("Für diesen Sitz ist schon jemand da.")]).toEqual([
      409,
      true,
    ]);
    expect(await there(at)).toHaveLength(1);
    expect((await press(world, at, "consortium", at.own, { was: "leave" })).status).toBe(303);
    expect((await press(world, at, "consortium", at.own, { was: "leave" })).status).toBe(303);
    expect(await there(at)).toEqual([]);
  }));

test("a deputy is not there beside the member, and comes when the member has left", () =>
  town(async (world) => {
    const at = await hall(world);
    expect((await press(world, at, "consortium", at.own, {})).status).toBe(303);
    const beside = await press(world, at, "juror", at.own, {});
    expect(beside.status).toBe(409);
    expect(await beside.text()).toContain("Mitglied 1 geht jetzt");
    expect((await press(world, at, "juror", at.own, { was: "leave" })).status).toBe(303);
    expect((await press(world, at, "juror", at.own, {})).status).toBe(303);
    expect(await there(at)).toMatchObject([{ name: "Jori Jury", part: "deputy" }]);
  }));

test("entered afterwards, two are not there for one seat at the same time", () =>
  town(async (world) => {
    const { office, own, meeting } = await hall(world);
    const minute = (n: number) => new Date(+office.now + n * 60_000);
    const later = world.as("coordinator", { now: minute(60) });
    const seat = { seatId: own, name: "Mitglied 1", part: "member", way: "room" } as const;
    const member = made(await come(later, meeting, { ...seat, at: minute(5) }));
    made(await leave(later, member, minute(40)));
    const deputy = { ...seat, part: "deputy", name: "Vera Vertretung" } as const;
    expect(await come(later, meeting, { ...deputy, at: minute(30) })).toMatchObject({ because: "there" });
    made(await come(later, meeting, { ...deputy, at: minute(40) }));
  }));

test("rules that know neither deputies nor taking part from afar refuse both, on the phone and at the desk, and say so", () =>
  town(async (world) => {
    const at = await hall(world, { ...defaultRules, deputies: false, remote: false });
    const deputy = await press(world, at, "juror", at.own, {});
    expect(deputy.status).toBe(409);
    expect(await deputy.text()).toContain("Nach der Geschäftsordnung hört eine Vertretung zu");
    const remote = await press(world, at, "consortium", at.own, { way: "remote" });
    expect(remote.status).toBe(409);
    const text = await remote.text();
    expect(text).toContain("Nach der Geschäftsordnung zählt eine Teilnahme aus der Ferne nicht.");
    expect(text).not.toContain("Ich nehme aus der Ferne teil");
    const seat = { seatId: at.own, name: "Wer auch immer", part: "member", way: "room" } as const;
    expect(await come(at.office, at.meeting, { ...seat, part: "deputy" })).toMatchObject({
      because: "noDeputy",
    });
    expect(await come(at.office, at.meeting, { ...seat, way: "remote" })).toMatchObject({
      because: "noRemote",
    });
    const all = [
      { ...seat, part: "deputy" },
      { ...seat, seatId: at.other },
    ] as const;
    expect(made(await comeTogether(at.office, at.meeting, all))).toEqual({ come: 1, left: 1 });
    expect(made(await come(at.office, at.meeting, { guest: "Vera Vertretung", way: "remote" }))).toBeTruthy();
    expect(await there(at)).toMatchObject([{ seatId: at.other }]);
    const desk = await world.request("GET", paths.presence(at.meeting), { as: "coordinator" });
    const page = await desk.text();
    expect(page).toContain("nur Mitglieder für ihren Sitz da");
    expect(page).not.toContain("ist da (Vertretung)");
  }));

test("nobody says it for a seat that is not theirs, nor in another town, nor before the meeting is open", () =>
  town(async (world) => {
    const at = await hall(world);
    expect((await press(world, at, "consortium", at.other, {})).status).toBe(409);
    expect((await press(world, at, "foreignCoordinator", at.own, {})).status).toBe(404);
    expect((await press(world, at, "visitor", at.own, {})).status).toBe(403);
    expect(await there(at)).toEqual([]);
    await at.office.db
      .updateTable("meetings")
      .set({ state: "closed" })
      .where("id", "=", at.meeting)
      .execute();
    const over = await press(world, at, "consortium", at.own, {});
    expect([over.status, (await over.text()).includes("Die Sitzung läuft nicht.")]).toEqual([409, true]);
  }));

test("who answers an invitation reads what the rules say of deputies and of taking part from afar", () =>
  town(async (world) => {
    const at = await hall(world, { ...defaultRules, deputies: false, remote: false });
    const page = await world.request("GET", paths.reply(at.meeting), { as: "consortium" });
    const text = await page.text();
    expect(text).toContain("stimmt aber nicht für den Sitz ab");
    expect(text).toContain("zählt aber nicht mit");
  }));

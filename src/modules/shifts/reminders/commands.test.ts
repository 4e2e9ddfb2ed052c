import { expect, test } from "vitest";
import { listenToModules } from "#app/reactions.ts";
import type { Context } from "#core/context.ts";
import type { Id } from "#core/id.ts";
import { cancelShift } from "#modules/shifts/commands.ts";
import { assign, cancelSignup } from "#modules/shifts/signups/commands.ts";
import { made } from "#test/made.ts";
import { festivalOf, shiftOf } from "#test/shifts.ts";
import { town, type World } from "#test/world.ts";
import { remind } from "./commands.ts";

listenToModules();

const hour = 3_600_000;

const scene = async (world: World, start: string) => {
  const office = world.as("coordinator");
  const festival = await festivalOf(office, world.club);
  const startsAt = new Date(start);
  const times = { startsAt, endsAt: new Date(+startsAt + 3 * hour) };
  return { office, festival, startsAt, ...(await shiftOf(office, festival, times, 9)) };
};

const come = async (ctx: Context, needId: Id<"shiftNeed">, personId: Id<"person">) =>
  made(await assign(ctx, { needId, personId, how: "office" })).signupId;

const noticesOf = async (world: World, personId: Id<"person">) =>
  (
    await world
      .as("system")
      .db.selectFrom("notices")
      .select("title")
      .where("personId", "=", personId)
      .where("kind", "=", "reminder")
      .orderBy("id")
      .execute()
  ).map(({ title }) => title);

const mailsTo = async (world: World, personId: Id<"person">) =>
  (
    await world
      .as("system")
      .db.selectFrom("mails")
      .select("subject")
      .where("personId", "=", personId)
      .where("kind", "=", "shift.reminder")
      .execute()
  ).map(({ subject }) => subject);

const run = (world: World, now: string) => remind(world.as("system", { now: new Date(now) }));

const choose = (world: World, personId: string, reminders: string, digest: string, at = 17) =>
  world.sql(
    `insert into contact_choices (place_id, person_id, reminders, digest, digest_hour) values ($1, $2, $3, $4, $5)`,
    [world.first.id, personId, reminders, digest, at],
  );

test("the day before, somebody finds their shift in the letter of the day, however often the job runs", () =>
  town(async (world) => {
    const { office, needId } = await scene(world, "2026-12-05T13:00:00Z");
    const { id } = world.cast.volunteer;
    await come(office, needId, id);
    await run(world, "2026-12-03T15:00:00Z");
    expect(await noticesOf(world, id)).toEqual([]);
    for (const now of ["2026-12-04T05:05:00Z", "2026-12-04T06:05:00Z", "2026-12-04T18:05:00Z"])
      await run(world, now);
    expect(await noticesOf(world, id)).toEqual(["Morgen: Ausschank, Sa 5. Dezember, 14–17 Uhr"]);
    expect(await mailsTo(world, id)).toEqual([]);
    await run(world, "2026-12-05T05:05:00Z");
    expect(await noticesOf(world, id)).toHaveLength(1);
  }));

test("each is reminded as they chose: a week before, both, or not at all; without a daily letter by a mail", () =>
  town(async (world) => {
    const { office, needId } = await scene(world, "2026-12-05T13:00:00Z");
    const { volunteer, neighborhood, editor, juror } = world.cast;
    for (const { id } of [volunteer, neighborhood, editor, juror]) await come(office, needId, id);
    await choose(world, volunteer.id, "week", "daily");
    await choose(world, neighborhood.id, "both", "weekly");
    await choose(world, editor.id, "never", "daily");
    // Their letter of the day leaves before the house looks, and the next one would come late.
    await choose(world, juror.id, "day", "daily", 6);
    await run(world, "2026-11-28T07:05:00Z");
    expect(await mailsTo(world, neighborhood.id)).toEqual([]);
    await run(world, "2026-11-28T09:05:00Z");
    await run(world, "2026-12-04T09:05:00Z");
    await run(world, "2026-12-04T10:05:00Z");
    expect(await noticesOf(world, volunteer.id)).toEqual([
      "In einer Woche: Ausschank, Sa 5. Dezember, 14–17 Uhr",
    ]);
    expect(await mailsTo(world, neighborhood.id)).toHaveLength(2);
    expect(await noticesOf(world, editor.id)).toEqual([]);
    expect(await mailsTo(world, juror.id)).toEqual(["Morgen: Ausschank, Sa 5. Dezember, 14–17 Uhr"]);
  }));

test("whoever signed up only today has just read it all, and whoever cancels or whose shift falls out hears nothing", () =>
  town(async (world) => {
    const { office, needId, shiftId } = await scene(world, "2026-11-25T13:00:00Z");
    const { volunteer, neighborhood } = world.cast;
    await come(office, needId, volunteer.id);
    await run(world, "2026-11-24T15:05:00Z");
    expect(await noticesOf(world, volunteer.id)).toEqual([]);

    const later = await scene(world, "2026-12-05T09:00:00Z");
    const own = await come(office, later.needId, volunteer.id);
    await come(office, later.needId, neighborhood.id);
    await run(world, "2026-12-04T05:05:00Z");
    const morning = new Date("2026-12-04T08:00:00Z");
    expect(await noticesOf(world, volunteer.id)).toHaveLength(1);
    made(await cancelSignup(world.as("volunteer", { now: morning }), own));
    expect(await noticesOf(world, volunteer.id)).toEqual([]);
    made(await cancelShift(world.as("coordinator", { now: morning }), later.shiftId, "Regen"));
    expect(await noticesOf(world, neighborhood.id)).toEqual([]);
    await run(world, "2026-12-04T09:05:00Z");
    expect(await noticesOf(world, neighborhood.id)).toEqual([]);
    expect(shiftId).not.toBe(later.shiftId);
  }));

test("for those without a mail address the office has one task for the offer and the day, and none again when it is done", () =>
  town(async (world) => {
    const { office, needId } = await scene(world, "2026-12-05T13:00:00Z");
    await world.sql("update people set email = null, phone = '03576 4711' where id = any($1)", [
      [world.cast.volunteer.id, world.cast.neighborhood.id],
    ]);
    await come(office, needId, world.cast.volunteer.id);
    await come(office, needId, world.cast.neighborhood.id);
    await run(world, "2026-12-04T05:05:00Z");
    await run(world, "2026-12-04T06:05:00Z");
    const tasks = () =>
      office.db.selectFrom("tasks").select(["title", "detail"]).where("kind", "=", "reminder").execute();
    expect(await tasks()).toEqual([
      {
        title: "Telefonisch erinnern: Lichterfest Musterstadt, Sa 5. Dezember",
        detail: [
          "Frieda Freiwillig, 03576 4711: Ausschank, 14–17 Uhr",
          "Nils Nachbar, 03576 4711: Ausschank, 14–17 Uhr",
        ].join("\n"),
      },
    ]);
    await world.sql("update tasks set done_at = now() where kind = 'reminder'");
    await run(world, "2026-12-04T07:05:00Z");
    expect(await tasks()).toHaveLength(1);
  }));

test("when the clocks change, tomorrow is still tomorrow", () =>
  town(async (world) => {
    // In the night to 28 March 2027 an hour is skipped.
    const { office, needId } = await scene(world, "2027-03-28T22:30:00Z");
    const { id } = world.cast.volunteer;
    await come(office, needId, id);
    await run(world, "2027-03-27T05:05:00Z");
    expect(await noticesOf(world, id)).toEqual([]);
    await run(world, "2027-03-28T05:05:00Z");
    expect(await noticesOf(world, id)).toEqual(["Morgen: Ausschank, Mo 29. März, 0.30–3.30 Uhr"]);
  }));

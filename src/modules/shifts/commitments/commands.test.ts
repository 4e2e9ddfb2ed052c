import { expect, test } from "vitest";
import { NotFound } from "#core/errors.ts";
import { listen } from "#core/events.ts";
import { instantAt } from "#core/local-time.ts";
import { addRole, changeSettings } from "#modules/shifts/commands.ts";
import { makeShifts } from "#modules/shifts/series/commands.ts";
import { assign, cancelSignup } from "#modules/shifts/signups/commands.ts";
import { signupsOf } from "#modules/shifts/signups/queries.ts";
import { made } from "#test/made.ts";
import { weekly } from "#test/weekly.ts";
import { town, type World } from "#test/world.ts";
import { commit, endCommitment, leaveOutDay, pause, resume, takeInDay } from "./commands.ts";
import { commitments } from "./module.ts";
import { findCommitment, listCommitments } from "./queries.ts";

const reaction = commitments.reactions?.["shift_series.made"];
if (reaction) listen("shift_series.made", reaction);

const story = async (world: World, maximum = 1) => {
  const office = world.as("coordinator");
  const plan = await weekly(office, world.club, { maximum });
  const me = world.as("volunteer");
  const days = async () => {
    const search = { states: ["confirmed"], limit: 99 } as const;
    const rows = await signupsOf(office, world.cast.volunteer.id, { ...search, from: world.now });
    return rows.map(({ startsAt }) => startsAt.toISOString().slice(5, 10));
  };
  const input = { seriesId: plan.seriesId, roleId: plan.role, startsOn: "2026-11-24" };
  return { ...plan, office, me, days, input };
};

test("every second time: signed up at once for what is there, and in the night for what is new", () =>
  town(async (world) => {
    const { office, me, days, input, seriesId } = await story(world);
    expect(made(await commit(me, { ...input, every: 2 })).placed).toBe(5);
    expect(await days()).toEqual(["11-24", "12-08", "12-22", "01-05", "01-19"]);
    await makeShifts({ ...office, now: instantAt("2026-12-08", "02:20") }, seriesId);
    expect(await days()).toEqual(["11-24", "12-08", "12-22", "01-05", "01-19", "02-02"]);
    expect(await listCommitments(office, seriesId)).toMatchObject([{ name: "Frieda Freiwillig", every: 2 }]);
    expect(await commit(me, input)).toEqual({ ok: false, because: "already" });
  }));

test("a pause gives the places back, coming again takes those that are still free", () =>
  town(async (world) => {
    const { office, me, days, input, role, offer } = await story(world);
    const { id } = made(await commit(me, input));
    const outcome = await pause(me, id, { from: "2026-12-01", until: "2026-12-15" });
    expect(outcome).toEqual({ ok: true, value: { freed: 3, late: 0 } });
    expect((await days()).slice(0, 2)).toEqual(["11-24", "12-22"]);
    const { rows } = await world.sql(
      `select n.id from shift_needs n join shifts s on s.id = n.shift_id where s.series_day = '2026-12-08'
        and n.role_id = $1 and s.opportunity_id = $2`,
      [role, offer],
    );
    const needId = rows[0]?.["id"] as never;
    made(await assign(office, { needId, personId: world.cast.neighborhood.id, how: "office" }));
    expect(await resume(me, id)).toEqual({ ok: true, value: 2 });
    expect((await days()).slice(0, 4)).toEqual(["11-24", "12-01", "12-15", "12-22"]);
  }));

test("one day is left out and taken in again; what somebody canceled elsewhere stays canceled", () =>
  town(async (world) => {
    const { office, me, days, input, seriesId } = await story(world);
    const { id } = made(await commit(me, input));
    expect(await leaveOutDay(me, id, "2026-12-01")).toMatchObject({ value: { freed: 1 } });
    expect(await days()).not.toContain("12-01");
    expect(await takeInDay(me, id, "2026-12-01")).toEqual({ ok: true, value: 1 });
    expect(await days()).toContain("12-01");
    const [first] = await signupsOf(me, world.cast.volunteer.id, {
      states: ["confirmed"],
      limit: 1,
      from: world.now,
    });
    if (!first) throw new Error("not signed up");
    made(await cancelSignup(me, first.id));
    await makeShifts({ ...office, now: instantAt("2026-11-24", "11:00") }, seriesId);
    expect(await days()).not.toContain("11-24");
  }));

test("it ends after a day: later places are free, and no new ones are taken", () =>
  town(async (world) => {
    const { office, me, days, input, seriesId } = await story(world);
    const { id } = made(await commit(me, input));
    expect(await endCommitment(me, id, "2026-12-01")).toEqual({ ok: true, value: { freed: 7, late: 0 } });
    expect(await days()).toEqual(["11-24", "12-01"]);
    await makeShifts({ ...office, now: instantAt("2026-12-08", "02:20") }, seriesId);
    expect(await days()).toEqual(["11-24", "12-01"]);
    expect(await endCommitment(me, id)).toMatchObject({ ok: true });
    expect(await pause(me, id, { from: "2026-12-01", until: null })).toEqual({ ok: false, because: "over" });
  }));

test("two who want the same single place every time: the second is signed up for nothing, and nothing breaks", () =>
  town(async (world) => {
    const { me, input } = await story(world);
    made(await commit(me, input));
    expect(made(await commit(world.as("neighborhood"), input)).placed).toBe(0);
  }));

test("where the organization decides, nobody commits themselves; the planner notes it for them", () =>
  town(async (world) => {
    const { office, me, input, offer } = await story(world);
    made(await changeSettings(office, offer, { approval: "asked" }));
    expect(await commit(me, input)).toEqual({ ok: false, because: "asked" });
    const noted = await commit(world.as("representative"), { ...input, personId: world.cast.volunteer.id });
    expect(made(noted).placed).toBe(9);
    made(await changeSettings(office, offer, { mode: "closed" }));
    expect(await commit(world.as("neighborhood"), input)).toEqual({ ok: false, because: "closed" });
    const stranger = { ...input, roleId: made(await addRole(office, offer, { name: "Tür" })) };
    expect(await commit(office, stranger)).toEqual({ ok: false, because: "role" });
    expect(await commit(office, { ...input, startsOn: "2026-11-01" })).toEqual({
      ok: false,
      because: "past",
    });
    const order = { ...input, startsOn: "2026-12-02", endsOn: "2026-12-01" };
    expect(await commit(office, order)).toEqual({ ok: false, because: "order" });
  }));

test("somebody else's commitment is not there, in this town and in the other", () =>
  town(async (world) => {
    const { me, input } = await story(world);
    const { id } = made(await commit(me, input));
    expect(await findCommitment(world.as("neighborhood"), id)).toBeUndefined();
    await expect(resume(world.as("neighborhood"), id)).rejects.toThrow(NotFound);
    await expect(endCommitment(world.as("otherRepresentative"), id)).rejects.toThrow(NotFound);
    await expect(endCommitment(world.as("foreignCoordinator"), id)).rejects.toThrow(NotFound);
    await expect(
      commit(world.as("neighborhood"), { ...input, personId: world.cast.volunteer.id }),
    ).rejects.toThrow();
  }));

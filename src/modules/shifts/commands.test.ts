import { expect, test } from "vitest";
import { Forbidden, NotFound } from "#core/errors.ts";
import { type EventName, listen } from "#core/events.ts";
import { runJobsWithin } from "#core/jobs-run.ts";
import { instantAt } from "#core/local-time.ts";
import { sendingJob } from "#core/mail.ts";
import { timesBetween } from "#methods/week-parts.ts";
import { addOpportunity, changeOpportunity, OpportunityInput } from "#modules/opportunities/commands.ts";
import { moveOpportunity } from "#modules/opportunities/publications/commands.ts";
import { findOpportunity } from "#modules/opportunities/queries.ts";
import { refreshOutdated } from "#modules/shifts/counts/commands.ts";
import { listOutdated } from "#modules/shifts/counts/queries.ts";
import { formOf } from "#test/made.ts";
import { town, type World } from "#test/world.ts";
import { addRole, addShift, cancelShift, changeSettings, changeShift } from "./commands.ts";
import { jobs } from "./jobs.ts";
import { shifts } from "./module.ts";
import { findPlan, findShift, listRoles, listShifts } from "./queries.ts";

const value = <T>(outcome: { ok: true; value: T } | { ok: false; because: string }): T => {
  if (!outcome.ok) throw new Error(outcome.because);
  return outcome.value;
};

for (const [name, reaction] of Object.entries(shifts.reactions ?? {})) listen(name as EventName, reaction);

const festival = async (world: World) => {
  const ctx = world.as("representative");
  const input = formOf(ctx, OpportunityInput, { title: "Stadtfest", rhythm: "once" });
  const { id } = await addOpportunity(ctx, world.club, input);
  const bar = value(await addRole(ctx, id, { name: "Ausschank" }));
  const gate = value(await addRole(ctx, id, { name: "Einlass", minimumAge: 16 }));
  return { ctx, id, bar, gate };
};

const at = (day: string, from: string, to: string, lastDay = day) => ({
  startsAt: instantAt(day, from),
  endsAt: instantAt(lastDay, to),
});

test("the first shift makes the offer one of shifts, and the offer says what its shifts say", () =>
  town(async (world) => {
    const { ctx, id, bar, gate } = await festival(world);
    const needs = [
      { roleId: bar, minimum: 2, maximum: 4 },
      { roleId: gate, minimum: 1, maximum: 1 },
    ];
    const friday = at("2026-11-27", "09:00", "13:00");
    const night = at("2026-11-28", "22:00", "02:00", "2026-11-29");
    value(await addShift(ctx, id, { ...night, needs }));
    const first = value(await addShift(ctx, id, { ...friday, needs }));
    expect(await findOpportunity(ctx, id)).toMatchObject({
      rhythm: "slots",
      startsAt: friday.startsAt,
      endsAt: night.endsAt,
      times: timesBetween(friday.startsAt, friday.endsAt) | timesBetween(night.startsAt, night.endsAt),
      seats: 10,
      seatsTaken: 0,
    });
    const shifts = await listShifts(ctx, id, { limit: 10 });
    expect(shifts.map((shift) => shift.startsAt)).toEqual([friday.startsAt, night.startsAt]);
    expect(shifts[0]?.needs).toMatchObject([
      { role: "Ausschank", minimum: 2, maximum: 4, taken: 0, waiting: 0 },
      { role: "Einlass", minimum: 1, maximum: 1, taken: 0, waiting: 0 },
    ]);
    value(await cancelShift(ctx, first, "Sturm"));
    expect(await findOpportunity(ctx, id)).toMatchObject({ startsAt: night.startsAt, seats: 5 });
    expect(await listShifts(ctx, id, { limit: 10 })).toHaveLength(1);
    expect(await listShifts(ctx, id, { withCanceled: true, limit: 10 })).toHaveLength(2);
  }));

test("a shift ends after it starts, lasts two days at most, and does not begin in the past", () =>
  town(async (world) => {
    const { ctx, id, bar } = await festival(world);
    const needs = [{ roleId: bar, minimum: 1, maximum: 1 }];
    const add = (span: ReturnType<typeof at>, more = needs) => addShift(ctx, id, { ...span, needs: more });
    expect(await add(at("2026-11-27", "12:00", "12:00"))).toMatchObject({ because: "order" });
    expect(await add(at("2026-11-27", "12:00", "12:01", "2026-11-29"))).toMatchObject({ because: "long" });
    expect(await add(at("2026-11-24", "10:00", "12:00"))).toMatchObject({ because: "past" });
    expect(await add(at("2026-11-27", "12:00", "13:00"), [])).toMatchObject({ because: "none" });
    expect(
      await add(at("2026-11-27", "12:00", "13:00"), [{ roleId: bar, minimum: 3, maximum: 2 }]),
    ).toMatchObject({ because: "bounds" });
    // Two days are fifty hours on paper when the clocks go back, and forty-eight is what counts.
    expect(await add(at("2027-10-30", "12:00", "12:00", "2027-11-01"))).toMatchObject({ because: "long" });
    value(await add(at("2027-10-30", "12:00", "11:00", "2027-11-01")));
    const [long] = await listShifts(ctx, id, { limit: 1 });
    expect(long && +long.endsAt - +long.startsAt).toBe(48 * 3_600_000);
  }));

test("who speaks for another organization may not write the plan, and the other town does not see it", () =>
  town(async (world) => {
    const { id, bar } = await festival(world);
    const other = world.as("otherRepresentative");
    const shift = { ...at("2026-11-27", "12:00", "13:00"), needs: [{ roleId: bar, minimum: 1, maximum: 1 }] };
    await expect(addShift(other, id, shift)).rejects.toThrow(NotFound);
    await world.sql("update opportunities set state = 'published', published_at = current_moment()");
    await expect(addShift(other, id, shift)).rejects.toThrow(Forbidden);
    await expect(changeSettings(world.as("volunteer"), id, { mode: "closed" })).rejects.toThrow(Forbidden);
    await expect(addShift(world.as("foreignCoordinator"), id, shift)).rejects.toThrow(NotFound);
    expect(await findPlan(world.as("foreignCoordinator"), id)).toBeUndefined();
    const made = value(await addShift(world.as("coordinator"), id, shift));
    expect(await findShift(world.as("foreignCoordinator"), made)).toBeUndefined();
    expect(await findShift(world.as("visitor"), made)).toMatchObject({ opportunityId: id });
  }));

test("settings nobody changed are the usual ones, and a change leaves the others", () =>
  town(async (world) => {
    const { ctx, id } = await festival(world);
    expect(await findPlan(ctx, id)).toMatchObject({ mode: "open", approval: "automatic", offerHours: 24 });
    await changeSettings(ctx, id, { mode: "wishes" });
    await changeSettings(ctx, id, { restMinutes: 480 });
    expect(await findPlan(ctx, id)).toMatchObject({ mode: "wishes", restMinutes: 480, selfCheckIn: true });
    expect(await listRoles(ctx, id)).toMatchObject([{ name: "Ausschank" }, { name: "Einlass" }]);
    expect(await addRole(ctx, id, { name: "Einlass" })).toEqual({ ok: false, because: "taken" });
  }));

const comes = async (world: World, shiftId: string, part: "volunteer" | "neighborhood") => {
  await world.sql(
    `insert into signups (need_id, shift_id, person_id, state, number, during)
     select n.id, s.id, $2, 'confirmed', 1, tstzrange(s.starts_at, s.ends_at)
     from shifts s join shift_needs n on n.shift_id = s.id where s.id = $1 limit 1`,
    [shiftId, world.cast[part].id],
  );
  await world.sql("update shift_needs set taken = taken + 1 where shift_id = $1", [shiftId]);
};

test("there are never fewer places than are held, and nobody is moved into two shifts at once", () =>
  town(async (world) => {
    const { ctx, id, bar, gate } = await festival(world);
    const needs = [{ roleId: bar, minimum: 1, maximum: 2 }];
    const early = value(await addShift(ctx, id, { ...at("2026-12-05", "10:00", "12:00"), needs }));
    const late = value(await addShift(ctx, id, { ...at("2026-12-05", "12:00", "14:00"), needs }));
    await comes(world, early, "volunteer");
    await comes(world, early, "neighborhood");
    await comes(world, late, "volunteer");
    const change = (input: Parameters<typeof changeShift>[2]) => changeShift(ctx, early, input);
    expect(await change({ needs: [{ roleId: bar, minimum: 1, maximum: 1 }] })).toMatchObject({
      because: "below",
    });
    expect(await change({ needs: [{ roleId: gate, minimum: 1, maximum: 1 }] })).toMatchObject({
      because: "occupied",
    });
    // Half-open: the one ends as the other begins.
    expect(await change({ endsAt: instantAt("2026-12-05", "12:01") })).toMatchObject({ because: "overlap" });
    value(await change({ startsAt: instantAt("2026-12-05", "09:00"), title: "Früh" }));
    expect(await findShift(ctx, early)).toMatchObject({ revision: 1, title: "Früh", needs: [{ taken: 2 }] });
    const { rows } = await world.sql("select lower(during) as from from signups where shift_id = $1", [
      early,
    ]);
    expect(rows.map((row) => row["from"])).toEqual([0, 1].map(() => instantAt("2026-12-05", "09:00")));
    value(await cancelShift(ctx, early, "Regen"));
    expect(await cancelShift(ctx, early, "Regen")).toEqual({ ok: true, value: null });
    expect(await findShift(ctx, early)).toMatchObject({ canceledWhy: "Regen", needs: [{ taken: 0 }] });
    expect(await change({ title: "Doch" })).toMatchObject({ because: "canceled" });
    // Whoever was freed can come to another shift of that time.
    value(await changeShift(ctx, late, at("2026-12-05", "09:30", "11:00")));
  }));

const mailDoesNotLeave = { name: sendingJob, run: async () => undefined };

test("whoever signed up hears of it: at once when it is within three days, else in their next letter", () =>
  town(async (world) => {
    const { ctx, id, bar } = await festival(world);
    const needs = [{ roleId: bar, minimum: 1, maximum: 2 }];
    const soon = value(await addShift(ctx, id, { ...at("2026-11-26", "10:00", "12:00"), needs }));
    const later = value(await addShift(ctx, id, { ...at("2026-12-12", "10:00", "12:00"), needs }));
    await comes(world, soon, "volunteer");
    await comes(world, later, "volunteer");
    value(await changeShift(ctx, soon, { title: "Nur ein anderer Name" }));
    value(await changeShift(ctx, soon, at("2026-11-26", "11:00", "13:00")));
    value(await changeShift(ctx, soon, at("2026-11-26", "12:00", "14:00")));
    value(await cancelShift(ctx, later, "Regen"));
    await runJobsWithin(world.as("system"), [...jobs, mailDoesNotLeave]);
    const mails = await world.sql("select kind, subject, text_body from mails where kind like 'shift.%'");
    expect(mails.rows).toHaveLength(1);
    expect(mails.rows[0]).toMatchObject({
      kind: "shift.moved",
      subject: "Ihre Schicht ist verlegt: Do 26. November, 12–14 Uhr",
    });
    expect(String(mails.rows[0]?.["text_body"])).toContain("Geplant war: Do 26. November, 10 Uhr.");
    const notices = await world.sql("select person_id, title, text, path from notices");
    expect(notices.rows).toMatchObject([
      { person_id: world.cast.volunteer.id, title: "Abgesagt: Ihre Schicht, Sa 12. Dezember, 10–12 Uhr" },
    ]);
    expect(String(notices.rows[0]?.["text"])).toContain("Der Grund: Regen");
  }));

test("when a shift has begun the offer speaks of the next one, and the form of the offer changes nothing of that", () =>
  town(async (world) => {
    const { ctx, id, bar } = await festival(world);
    const needs = [{ roleId: bar, minimum: 1, maximum: 2 }];
    value(await addShift(ctx, id, { ...at("2026-11-26", "10:00", "12:00"), needs }));
    const next = at("2026-11-27", "18:00", "20:00");
    value(await addShift(ctx, id, { ...next, needs }));
    const house = (day: string) => world.as("system", { now: instantAt(day, "15:00") });
    await refreshOutdated(house("2026-11-26"));
    expect(await findOpportunity(ctx, id)).toMatchObject({ startsAt: next.startsAt, seats: 2 });
    await changeOpportunity(ctx, id, formOf(ctx, OpportunityInput, { title: "Fest", rhythm: "weekly" }));
    expect(await findOpportunity(ctx, id)).toMatchObject({ title: "Fest", rhythm: "slots", seats: 4 });
    // After the last one has begun there is no place left to take.
    await refreshOutdated(house("2026-11-28"));
    expect(await findOpportunity(ctx, id)).toMatchObject({ endsAt: next.endsAt, seats: 1, seatsTaken: 1 });
    expect(await listOutdated(house("2026-11-28"))).toEqual([]);
  }));

test("a shift that has begun may end later, and what is over stays as it was", () =>
  town(async (world) => {
    const { ctx, id, bar } = await festival(world);
    const needs = [{ roleId: bar, minimum: 1, maximum: 2 }];
    const shift = value(await addShift(ctx, id, { ...at("2026-11-26", "10:00", "12:00"), needs }));
    const during = world.as("representative", { now: instantAt("2026-11-26", "11:00") });
    const endsAt = (time: string) => ({ endsAt: instantAt("2026-11-26", time) });
    expect(await changeShift(during, shift, endsAt("13:00"))).toMatchObject({ ok: true });
    expect(await changeShift(during, shift, endsAt("10:30"))).toMatchObject({ because: "past" });
    expect(await changeShift(during, shift, { startsAt: instantAt("2026-11-26", "10:30") })).toMatchObject({
      because: "past",
    });
    const after = world.as("representative", { now: instantAt("2026-11-26", "14:00") });
    expect(await changeShift(after, shift, endsAt("15:00"))).toMatchObject({ because: "past" });
    expect(await cancelShift(after, shift, "zu spät")).toMatchObject({ because: "past" });
  }));

test("an offer that ends calls its shifts off, and whoever had said yes hears why", () =>
  town(async (world) => {
    const { ctx, id, bar } = await festival(world);
    const needs = [{ roleId: bar, minimum: 1, maximum: 2 }];
    const shift = value(await addShift(ctx, id, { ...at("2026-11-26", "10:00", "12:00"), needs }));
    await comes(world, shift, "volunteer");
    value(await moveOpportunity(world.as("coordinator"), id, "ended"));
    expect(await findShift(world.as("coordinator"), shift)).toMatchObject({
      canceledAt: world.now,
      needs: [{ taken: 0 }],
    });
    await runJobsWithin(world.as("system"), [...jobs, mailDoesNotLeave]);
    const mails = await world.sql("select subject, text_body from mails where kind = 'shift.canceled'");
    expect(mails.rows).toMatchObject([{ subject: "Abgesagt: Ihre Schicht, Do 26. November, 10–12 Uhr" }]);
    expect(String(mails.rows[0]?.["text_body"])).toContain("Der Grund: Das Angebot ist beendet.");
  }));

import { expect, test } from "vitest";
import { openDatabase } from "#core/db.ts";
import { during } from "#core/during.ts";
import { Forbidden, NotFound } from "#core/errors.ts";
import { runJobsWithin } from "#core/jobs-run.ts";
import { instantAt } from "#core/local-time.ts";
import { sendingJob } from "#core/mail.ts";
import { listTasks } from "#modules/desk/queries.ts";
import { offerSlots } from "#modules/desk/slots/commands.ts";
import { stageOfFile, town, type World } from "#test/world.ts";
import {
  bookSlot,
  cancelAppointment,
  cancelMine,
  cancelOwn,
  moveOwn,
  recordAppointment,
} from "./commands.ts";
import { jobs } from "./jobs.ts";
import { appointmentsOf, findAppointmentByToken, listFreeSlots, listWeek } from "./queries.ts";

const series = { von: "2026-11-24", bis: "2026-11-26", tage: [], minuten: 60 };
const guest = { name: "Gerda Gast", email: "gerda@post.example" };

const mailDoesNotLeave = { name: sendingJob, run: async () => undefined };

const offered = async (world: World) => {
  await offerSlots(world.as("coordinator"), { ...series, wer: world.cast.coordinator.id });
  const [one, two, three] = await listFreeSlots(world.as("visitor"));
  if (!one || !two || !three) throw new Error("no times were offered");
  return [one, two, three] as const;
};

const tokenOf = async (world: World, id: Parameters<typeof bookSlot>[1], more = {}) => {
  const outcome = await bookSlot(world.as("visitor"), id, { ...guest, ...more });
  if (!outcome.ok) throw new Error(outcome.because);
  return outcome.value.token;
};

test("times are offered within the opening hours, and offering them again adds none", () =>
  town(async (world) => {
    const ctx = world.as("coordinator");
    const wer = world.cast.coordinator.id;
    // Tuesday and Thursday from nine to twelve; on Tuesday it is ten o'clock already.
    expect(await offerSlots(ctx, { ...series, wer })).toEqual({ ok: true, value: 4 });
    expect(await offerSlots(ctx, { ...series, wer })).toEqual({ ok: false, because: "noTimes" });
    expect(await listWeek(ctx, "2026-11-23")).toHaveLength(4);
    expect(await offerSlots(ctx, { ...series, bis: "2026-11-20", wer })).toMatchObject({ because: "order" });
    expect(await offerSlots(ctx, { ...series, bis: "2027-11-20", wer })).toMatchObject({ because: "long" });
    expect(await offerSlots(ctx, { ...series, wer: world.cast.volunteer.id })).toMatchObject({
      because: "unknown",
    });
    await expect(offerSlots(world.as("volunteer"), { ...series, wer })).rejects.toThrow(Forbidden);
  }));

test("a taken time is taken: the next one is told, and it waits on the adviser's list", () =>
  town(async (world) => {
    const [slot] = await offered(world);
    await tokenOf(world, slot.id);
    expect(await bookSlot(world.as("visitor"), slot.id, { name: "Zweite" })).toEqual({
      ok: false,
      because: "taken",
    });
    expect((await listFreeSlots(world.as("visitor"))).map(({ id }) => id)).not.toContain(slot.id);
    const [task] = await listTasks(world.as("coordinator"), { view: "mine" });
    expect(task).toMatchObject({ kind: "appointment", title: "Gerda Gast: Gespräch", dueAt: slot.startsAt });
    expect(
      await bookSlot(world.as("foreignVolunteer"), slot.id, guest).catch((error) => error),
    ).toBeInstanceOf(NotFound);
  }));

test("whoever holds the link moves and cancels; the old time is free again and the link stays", () =>
  town(async (world) => {
    const [first, second] = await offered(world);
    const token = await tokenOf(world, first.id);
    expect(await moveOwn(world.as("visitor"), token, second.id)).toEqual({ ok: true, value: null });
    expect(await findAppointmentByToken(world.as("visitor"), token)).toMatchObject({
      startsAt: second.startsAt,
      revision: 1,
    });
    const free = (await listFreeSlots(world.as("visitor"))).map(({ startsAt }) => +startsAt);
    expect(free).toContain(+first.startsAt);
    expect(free).not.toContain(+second.startsAt);
    expect(await moveOwn(world.as("visitor"), token, second.id)).toEqual({ ok: false, because: "taken" });
    expect(await cancelOwn(world.as("visitor"), token)).toEqual({ ok: true, value: null });
    expect(await cancelOwn(world.as("visitor"), token)).toEqual({ ok: true, value: null });
    expect(await moveOwn(world.as("visitor"), token, first.id)).toEqual({ ok: false, because: "over" });
    expect(await listTasks(world.as("coordinator"), { view: "all" })).toEqual([]);
    await expect(cancelOwn(world.as("visitor"), "erfunden")).rejects.toThrow(NotFound);
    await expect(cancelOwn(world.as("foreignVolunteer"), token)).rejects.toThrow(NotFound);
  }));

test("held closes it, missed asks for another time, and neither can be said twice", () =>
  town(async (world) => {
    const [first, second] = await offered(world);
    const ctx = world.as("coordinator");
    await tokenOf(world, first.id);
    await tokenOf(world, second.id);
    await expect(recordAppointment(world.as("volunteer"), first.id, "held")).rejects.toThrow(Forbidden);
    expect(await recordAppointment(ctx, first.id, "held")).toMatchObject({ ok: true });
    expect(await recordAppointment(ctx, first.id, "missed")).toEqual({ ok: false, because: "over" });
    expect(await cancelAppointment(ctx, first.id)).toEqual({ ok: false, because: "over" });
    expect(await recordAppointment(ctx, second.id, "missed")).toMatchObject({ ok: true });
    expect(await listTasks(ctx, { view: "all" })).toMatchObject([
      { kind: "reminder", title: "Gerda Gast ist nicht gekommen" },
    ]);
  }));

test("a person sees and cancels their own appointment, and nobody else's", () =>
  town(async (world) => {
    const [slot] = await offered(world);
    await tokenOf(world, slot.id, { personId: world.cast.volunteer.id });
    expect(await appointmentsOf(world.as("volunteer"), world.cast.volunteer.id)).toHaveLength(1);
    expect(await appointmentsOf(world.as("neighborhood"), world.cast.volunteer.id)).toEqual([]);
    await expect(cancelMine(world.as("neighborhood"), slot.id)).rejects.toThrow(NotFound);
    expect(await cancelMine(world.as("volunteer"), slot.id)).toMatchObject({ ok: true });
  }));

test("the guest gets a confirmation, and word when the office cancels", () =>
  town(async (world) => {
    const [slot] = await offered(world);
    const token = await tokenOf(world, slot.id);
    await cancelAppointment(world.as("coordinator"), slot.id);
    const { rows } = await world.sql(
      "select kind, subject, text_body from mails order by written_at, kind desc",
    );
    const kinds = rows.map((row) => row["kind"]);
    expect(kinds.sort()).toEqual(["appointment.booked", "appointment.canceled"]);
    expect(rows.map((row) => String(row["text_body"])).join()).toContain(`/termin/${token}`);
  }));

test("two who reach for the last time at once: one gets it, the other is told", async () => {
  const { database, scene } = await stageOfFile();
  const { db, pool } = openDatabase(database.connection, 4);
  const moment = { place: scene.first, now: instantAt("2026-11-24", "10:00"), language: "de" };
  const as = <T>(actor: Parameters<typeof during>[1]["actor"], work: Parameters<typeof during<T>>[3]) =>
    during(db, { ...moment, actor }, "read write", work);
  try {
    await as(scene.cast.coordinator, (ctx) => offerSlots(ctx, { ...series, wer: scene.cast.coordinator.id }));
    const [slot] = await as({ kind: "visitor" }, (ctx) => listFreeSlots(ctx));
    if (!slot) throw new Error("no time is free");
    const outcomes = await Promise.all(
      ["Eins", "Zwei"].map((name) => as({ kind: "visitor" }, (ctx) => bookSlot(ctx, slot.id, { name }))),
    );
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    expect(outcomes.filter(({ ok }) => !ok)).toEqual([{ ok: false, because: "taken" }]);
  } finally {
    await pool.end();
  }
});

test("the guest is reminded once, the day before, unless the appointment was moved or canceled", () =>
  town(async (world) => {
    await offerSlots(world.as("coordinator"), { ...series, wer: world.cast.coordinator.id });
    const thursday = (await listFreeSlots(world.as("visitor"))).filter(
      ({ startsAt }) => startsAt > instantAt("2026-11-26"),
    );
    const [kept, canceled] = thursday;
    if (!kept || !canceled) throw new Error("no times on Thursday");
    await tokenOf(world, kept.id);
    await cancelOwn(world.as("visitor"), await tokenOf(world, canceled.id));
    const reminders = async (now: Date) => {
      await runJobsWithin(world.as("system", { now }), [...jobs, mailDoesNotLeave]);
      const { rows } = await world.sql(
        "select count(*)::int as n from mails where kind = 'appointment.reminder'",
      );
      return rows[0]?.["n"];
    };
    expect(await reminders(instantAt("2026-11-25", "09:00"))).toBe(0);
    expect(await reminders(instantAt("2026-11-25", "10:01"))).toBe(1);
    expect(await reminders(instantAt("2026-11-25", "18:00"))).toBe(1);
  }));

import { expect, test } from "vitest";
import type { Context } from "#core/context.ts";
import { changeSettings } from "#modules/shifts/commands.ts";
import {
  approve,
  assign,
  cancelSignup,
  decline,
  removeSignup,
  signUp,
} from "#modules/shifts/signups/commands.ts";
import { made } from "#test/made.ts";
import { festivalOf, shiftOf } from "#test/shifts.ts";
import { town, type World } from "#test/world.ts";
import { reply, replyToAll } from "./commands.ts";

const hour = 3_600_000;

const scene = async (world: World, maximum = 2) => {
  const office = world.as("representative");
  const festival = await festivalOf(world.as("coordinator"), world.club);
  const startsAt = new Date("2026-12-05T13:00:00Z");
  const times = { startsAt, endsAt: new Date(+startsAt + 3 * hour) };
  return { office, festival, ...(await shiftOf(office, festival, times, maximum)) };
};

const me = (ctx: Context) => {
  if (ctx.actor.kind !== "person") throw new Error("nobody");
  return ctx.actor.id;
};

/** The letters to somebody about what happened now, and the text of the newest. */
const lettersTo = async (world: World, ctx: Context) => {
  await reply(world.as("system", { now: ctx.now }), me(ctx), ctx.now);
  // What was told once is not told again.
  await reply(world.as("system", { now: ctx.now }), me(ctx), ctx.now);
  return ctx.db
    .selectFrom("mails")
    .select(["subject", "textBody"])
    .where("personId", "=", me(ctx))
    .where("kind", "=", "signup.reply")
    .orderBy("id")
    .execute();
};

test("whoever is confirmed hears when, where and whom to ask, and gets the date for their calendar, once", () =>
  town(async (world) => {
    const { needId } = await scene(world);
    const volunteer = world.as("volunteer");
    const [placed] = made(await signUp(volunteer, { needIds: [needId] }));
    const letters = await lettersTo(world, volunteer);
    expect(letters).toHaveLength(1);
    expect(letters[0]?.subject).toBe("Sie sind dabei: Ausschank, Sa 5. Dezember, 14–17 Uhr");
    expect(letters[0]?.textBody).toContain("Ihr Platz ist sicher.");
    const path = `/mein/schichten/${placed?.signupId}/termin.ics`;
    expect(letters[0]?.textBody).toContain(path);
    const file = await (await world.request("GET", path, { as: "volunteer" })).text();
    expect(file).toContain("DTSTART:20261205T130000Z");
    expect(file).toContain("STATUS:CONFIRMED");
    expect((await world.request("GET", path, { as: "neighborhood" })).status).toBe(404);
    expect((await world.request("GET", path)).status).toBe(303);
  }));

test("whoever still has to be approved is told so, then of the yes, and of a no with its reason", () =>
  town(async (world) => {
    const { needId, office, festival } = await scene(world);
    await changeSettings(office, festival.id, { approval: "asked" });
    const volunteer = world.as("volunteer");
    const [placed] = made(await signUp(volunteer, { needIds: [needId] }));
    const neighbor = world.as("neighborhood");
    const [other] = made(await signUp(neighbor, { needIds: [needId] }));
    const [asked] = await lettersTo(world, volunteer);
    expect(asked?.subject).toMatch(/^Angekommen: /u);
    expect(asked?.textBody).toContain("Sicher ist sie noch nicht");
    expect(asked?.textBody).not.toMatch(/Sie sind dabei|Ihr Platz ist sicher/u);

    const later = new Date(+world.now + hour);
    const planner = world.as("representative", { now: later });
    if (!placed || !other) throw new Error("nobody was placed");
    made(await approve(planner, placed.signupId));
    made(await decline(planner, other.signupId, "Wir sind schon genug."));
    const [, yes] = await lettersTo(world, world.as("volunteer", { now: later }));
    expect(yes?.subject).toMatch(/^Sie sind dabei: /u);
    const no = (await lettersTo(world, world.as("neighborhood", { now: later }))).at(-1);
    expect(no?.subject).toMatch(/^Diesmal leider nicht: /u);
    expect(no?.textBody).toContain("Der Grund: Wir sind schon genug.");
  }));

test("whoever waits hears their place in the line, whoever cancels hears nothing, and taken off is told", () =>
  town(async (world) => {
    const { needId } = await scene(world, 1);
    const volunteer = world.as("volunteer");
    const [first] = made(await signUp(volunteer, { needIds: [needId] }));
    const neighbor = world.as("neighborhood");
    const [waiting] = made(await signUp(neighbor, { needIds: [needId] }));
    expect((await lettersTo(world, neighbor))[0]?.subject).toMatch(/^Warteliste, Platz 1: /u);
    if (!first || !waiting) throw new Error("nobody was placed");
    const later = new Date(+world.now + hour);
    made(await cancelSignup(world.as("neighborhood", { now: later }), waiting.signupId));
    expect(await lettersTo(world, world.as("neighborhood", { now: later }))).toHaveLength(1);
    made(
      await removeSignup(world.as("representative", { now: later }), first.signupId, "Doppelt eingetragen."),
    );
    const removed = (await lettersTo(world, world.as("volunteer", { now: later }))).at(-1);
    expect(removed?.subject).toMatch(/^Sie stehen nicht mehr auf der Liste: /u);
    expect(removed?.textBody).toContain("Doppelt eingetragen.");
  }));

test("several shifts at once are one letter, and what a plan decided waits for the next one", () =>
  town(async (world) => {
    const { needId, festival, office } = await scene(world);
    const startsAt = new Date("2026-12-06T13:00:00Z");
    const second = await shiftOf(office, festival, { startsAt, endsAt: new Date(+startsAt + hour) }, 2);
    const volunteer = world.as("volunteer");
    made(await signUp(volunteer, { needIds: [needId, second.needId] }));
    const letters = await lettersTo(world, volunteer);
    expect(letters.map(({ subject }) => subject)).toEqual([
      "Ihre Anmeldungen bei Teichfreunde Musterstadt e.V.",
    ]);
    expect(letters[0]?.textBody).toContain("Ausschank – sicher");
    const neighbor = world.as("neighborhood");
    made(await assign(office, { needId, personId: me(neighbor), how: "plan" }));
    expect(await lettersTo(world, neighbor)).toEqual([]);
    const notices = await neighbor.db
      .selectFrom("notices")
      .select(["kind", "title"])
      .where("personId", "=", me(neighbor))
      .execute();
    expect(notices).toEqual([
      { kind: "signup", title: "Sie sind dabei: Ausschank, Sa 5. Dezember, 14–17 Uhr" },
    ]);
  }));

test("within a minute everybody is written to once, whatever signed them up, and old things are no news", () =>
  town(async (world) => {
    const { needId, festival, office } = await scene(world);
    const startsAt = new Date("2026-12-06T13:00:00Z");
    const second = await shiftOf(office, festival, { startsAt, endsAt: new Date(+startsAt + hour) }, 2);
    const early = new Date(+world.now - 2 * hour);
    made(await signUp(world.as("neighborhood", { now: early }), { needIds: [needId] }));
    made(await signUp(world.as("volunteer"), { needIds: [needId, second.needId] }));
    const at = (minutes: number) => world.as("system", { now: new Date(+world.now + minutes * 60_000) });
    const subjects = async () =>
      (await at(0).db.selectFrom("mails").select("subject").where("kind", "=", "signup.reply").execute()).map(
        ({ subject }) => subject,
      );
    expect(await replyToAll(at(1))).toBe(1);
    expect(await subjects()).toEqual(["Ihre Anmeldungen bei Teichfreunde Musterstadt e.V."]);
    await replyToAll(at(2));
    const editor = world.as("editor", { now: at(3).now });
    made(await signUp(editor, { needIds: [second.needId] }));
    await replyToAll(at(4));
    await replyToAll(at(5));
    expect(await subjects()).toHaveLength(2);
    // The house was closed for a day.
    made(await signUp(world.as("juror", { now: at(60).now }), { needIds: [needId] }));
    await replyToAll(at(60 * 24));
    expect(await subjects()).toHaveLength(3);
  }));

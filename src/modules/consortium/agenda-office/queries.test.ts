import { expect, test } from "vitest";
import type { Context } from "#core/context.ts";
import { found } from "#core/errors.ts";
import { addItem, type NewItem } from "#modules/consortium/agenda/commands.ts";
import { listAgenda } from "#modules/consortium/agenda/queries.ts";
import { addMeeting } from "#modules/consortium/meetings/commands.ts";
import { findMeeting, type MeetingId } from "#modules/consortium/meetings/queries.ts";
import { settleMotion } from "#modules/consortium/motions/commands.ts";
import { listMotions } from "#modules/consortium/motions/queries.ts";
import { paths } from "#modules/consortium/paths.ts";
import { addConsortiumTask, finishTask } from "#modules/consortium/tasks/commands.ts";
import { made } from "#test/made.ts";
import { putMotion, putSeats, runMeeting } from "#test/voting.ts";
import { town, type World } from "#test/world.ts";
import { ItemInput, putOn } from "./commands.ts";
import { listSuggestions, type Suggestion } from "./queries.ts";

const plan = {
  ...{ title: "Nächste Sitzung", words: "", whereWords: "", onlineWords: "" },
  ...{ startsAt: new Date("2026-12-15T17:00:00Z"), endsAt: new Date("2026-12-15T19:00:00Z") },
};
const task = { title: "Standort klären", dueOn: "2026-12-01", ownerWords: "Bauhof" };

const suggested = async (ctx: Context, id: MeetingId): Promise<readonly Suggestion[]> => {
  const meeting = found(await findMeeting(ctx, id));
  return listSuggestions(ctx, meeting, await listAgenda(ctx, meeting));
};

const take = async (ctx: Context, id: MeetingId, suggestion: Suggestion): Promise<void> => {
  const { title, kind, words, motionId, hidden } = suggestion;
  const form = {
    title,
    kind,
    words: words || undefined,
    minutes: "10",
    motionId,
    ...(hidden ? { hidden: "on" } : {}),
  };
  made(await putOn(ctx, id, ItemInput.parse(form)));
};

const held = async (world: World) => {
  const office = world.as("coordinator");
  const meeting = await runMeeting(office, await putSeats(office, [{ sector: "civil" }]));
  const next = made(await addMeeting(office, plan)).id;
  return { office, meeting, next };
};

test("open tasks come back on the next agenda as one item until they are done, and once it stands there not again", () =>
  town(async (world) => {
    const { office, next } = await held(world);
    const first = made(await addConsortiumTask(office, task));
    const second = made(await addConsortiumTask(office, { ...task, title: "Angebot holen" }));
    const [only, ...others] = await suggested(office, next);
    expect(others).toEqual([]);
    expect(only).toMatchObject({ title: "Offene Aufgaben: Wie steht es?", why: "2 Aufgaben sind offen" });
    expect(only?.words).toContain("- Bauhof: Standort klären (fällig am 1. Dezember 2026)");
    made(await finishTask(office, first, "done", ""));
    expect((await suggested(office, next))[0]?.words).not.toContain("Standort klären");
    await take(office, next, found((await suggested(office, next))[0]));
    expect(await suggested(office, next)).toEqual([]);
    const later = made(await addMeeting(office, plan)).id;
    expect(await suggested(office, later)).toHaveLength(1);
    made(await finishTask(office, second, "done", ""));
    expect(await suggested(office, later)).toEqual([]);
  }));

test("a motion that was put off comes back in its words, and is not offered again once it was taken", () =>
  town(async (world) => {
    const { office, meeting, next } = await held(world);
    const { motionId } = await putMotion(office, meeting);
    made(await settleMotion(office, motionId, "deferred", "Es fehlt ein Angebot."));
    const [motion] = await suggested(office, next);
    await take(world.as("coordinator", { now: new Date("2026-11-25T09:00:00Z") }), next, found(motion));
    expect(await listMotions(office, next)).toMatchObject([
      {
        title: "Mitfahrbank am Markt",
        wording: "Am Markt wird eine Mitfahrbank aufgestellt.",
        state: "open",
      },
    ]);
    const later = made(await addMeeting(office, plan)).id;
    expect(await suggested(office, later)).toEqual([]);
  }));

test("what is internal comes back as an internal item: everybody reads the agenda without it", () =>
  town(async (world) => {
    const { office, meeting, next } = await held(world);
    const item: NewItem = { kind: "discussion", title: "Personal", words: "", minutes: 5, public: false };
    const agendaItemId = made(await addItem(office, meeting, item));
    made(await addConsortiumTask(office, task));
    made(await addConsortiumTask(office, { ...task, title: "Kündigung besprechen", agendaItemId }));
    const { motionId } = await putMotion(office, meeting, { title: "Geheimer Vertrag", hidden: true });
    made(await settleMotion(office, motionId, "deferred", ""));
    for (const one of await suggested(office, next)) await take(office, next, one);
    await office.db.updateTable("meetings").set({ state: "invited", invitedAt: world.now }).execute();
    const { number } = found(await findMeeting(office, next));
    const text = await (await world.request("GET", paths.meeting(number))).text();
    expect(text).toContain("Offene Aufgaben: Wie steht es?");
    expect(text).toContain("Standort klären");
    expect(text).not.toContain("Kündigung besprechen");
    expect(text).not.toContain("Geheimer Vertrag");
    const inside = await listAgenda(world.as("consortium"), found(await findMeeting(office, next)));
    expect(inside.map(({ title }) => title)).toEqual([
      ...["Offene Aufgaben: Wie steht es?", "Offene interne Aufgaben: Wie steht es?", "Geheimer Vertrag"],
    ]);
  }));

test("the button beside an internal suggestion puts it on without showing it to everybody", () =>
  town(async (world) => {
    const { office, meeting, next } = await held(world);
    const { motionId } = await putMotion(office, meeting, { title: "Geheimer Vertrag", hidden: true });
    made(await settleMotion(office, motionId, "deferred", ""));
    const page = await (await world.request("GET", paths.agenda(next), { as: "coordinator" })).text();
    const form = page.split("<form").find((part) => part.includes(motionId)) ?? "";
    const fields = [...form.matchAll(/name="([^"]+)" value="([^"]*)"/gu)].map(([, name, value]) => [
      name,
      value,
    ]);
    const answer = await world.request("POST", paths.agenda(next), {
      as: "coordinator",
      form: Object.fromEntries(fields),
    });
    expect(answer.status).toBe(303);
    const agenda = await listAgenda(office, found(await findMeeting(office, next)));
    expect(agenda.map((item) => [item.title, item.public])).toEqual([["Geheimer Vertrag", false]]);
  }));

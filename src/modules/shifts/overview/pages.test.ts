import { expect, test } from "vitest";
import type { Id } from "#core/id.ts";
import { instantAt } from "#core/local-time.ts";
import { addRole, addShift, changeSettings } from "#modules/shifts/commands.ts";
import { paths } from "#modules/shifts/paths.ts";
import { findShift } from "#modules/shifts/queries.ts";
import { changeRole } from "#modules/shifts/settings/commands.ts";
import { assign, signUp } from "#modules/shifts/signups/commands.ts";
import { made } from "#test/made.ts";
import { festivalOf } from "#test/shifts.ts";
import { town, type World } from "#test/world.ts";

const on = (day: string) => ({ startsAt: instantAt(day, "10:00"), endsAt: instantAt(day, "14:00") });

const festival = async (world: World) => {
  const ctx = world.as("coordinator");
  const { id, slug, roleId: bar } = await festivalOf(ctx, world.club);
  const gate = made(await addRole(ctx, id, { name: "Einlass" }));
  const needs = [
    { roleId: bar, minimum: 2, maximum: 3 },
    { roleId: gate, minimum: 1, maximum: 1 },
  ];
  const saturday = made(await addShift(ctx, id, { ...on("2026-11-28"), needs }));
  const sunday = made(await addShift(ctx, id, { ...on("2026-11-29"), needs: needs.slice(0, 1) }));
  const needOf = async (role: string) => {
    const need = (await findShift(ctx, saturday))?.needs.find((one) => one.role === role);
    if (!need) throw new Error("the shift does not need this");
    return need.id;
  };
  return { ctx, id, slug, bar, saturday, sunday, needOf };
};

const plain = (html: string): string => html.replace(/<[^>]+>/gu, " ").replace(/\s+/gu, " ");
const board = async (world: World, address: string) =>
  plain(await (await world.request("GET", address, { as: "representative" })).text());

test("the plan says in words who comes and what is missing, and what waits for a yes can be answered at once", () =>
  town(async (world) => {
    const { ctx, id, needOf } = await festival(world);
    const place = { needId: await needOf("Einlass"), personId: world.cast.neighborhood.id };
    made(await assign(ctx, { ...place, how: "office" }));
    await changeSettings(ctx, id, { approval: "asked" });
    const [asked] = made(await signUp(world.as("volunteer"), { needIds: [await needOf("Ausschank")] }));
    if (!asked) throw new Error("nobody was asked about");
    const text = await board(world, paths.plan(id));
    expect(text).toContain("2 von 7");
    expect(text).toContain("Samstag, 28. November 2026");
    expect(text).toContain(
      "1 von 3, es fehlt mindestens eine Person Frieda Freiwillig Zusagen : Frieda Freiwillig",
    );
    expect(text).toContain("voll besetzt: 1 von 1 Nils Nachbar");
    expect(text).toContain("0 von 3, es fehlen mindestens 2");
    const form = { tun: "zusagen", zum: "plan" };
    const reply = await world.request("POST", paths.signup(id, asked.signupId), {
      as: "representative",
      form,
    });
    expect(reply.headers.get("location")).toBe(`${paths.plan(id)}?hinweis=zugesagt`);
    expect(await board(world, paths.plan(id))).not.toContain("Zusagen :");
  }));

test("the plan is narrowed to a day, to a role, or to where somebody is missing", () =>
  town(async (world) => {
    const { ctx, id, bar, needOf } = await festival(world);
    made(
      await assign(ctx, {
        needId: await needOf("Einlass"),
        personId: world.cast.volunteer.id,
        how: "office",
      }),
    );
    const sunday = await board(world, `${paths.plan(id)}?tag=2026-11-29`);
    expect(sunday).toContain("Sonntag, 29. November 2026");
    expect(sunday).not.toContain("Samstag, 28. November 2026");
    const ofBar = await board(world, `${paths.plan(id)}?aufgabe=${bar}&duenn=on`);
    expect(ofBar).toContain("0 von 3");
    expect(ofBar).not.toContain("Frieda Freiwillig");
    expect(await board(world, `${paths.plan(id)}?zeit=vorbei`)).toContain("Noch ist keine Schicht vorbei.");
    const hostile = await board(world, `${paths.plan(id)}?tag=gestern&aufgabe='--&duenn=2`);
    expect(hostile).toContain("Samstag, 28. November 2026");
  }));

test("who was put where a proof is asked for is marked until somebody has seen it", () =>
  town(async (world) => {
    const { ctx, id, bar, needOf } = await festival(world);
    const personId = world.cast.volunteer.id;
    const { signupId } = made(
      await assign(ctx, { needId: await needOf("Ausschank"), personId, how: "office" }),
    );
    expect(await board(world, paths.plan(id))).not.toContain("Nachweis fehlt");
    const [proof] = (await world.sql("insert into qualifications (name) values ('Belehrung') returning id"))
      .rows;
    const qualificationIds = [String(proof?.["id"]) as Id<"qualification">];
    made(await changeRole(ctx, bar, { name: "Ausschank", qualificationIds }));
    expect(await board(world, paths.plan(id))).toContain("Frieda Freiwillig Nachweis fehlt");
    const one = await board(world, paths.signup(id, signupId));
    expect(one).toContain("Für diese Aufgabe fehlt ein gesehener Nachweis: Belehrung");
    await world.sql(
      `insert into held_qualifications (person_id, qualification_id, held_since, valid_until, seen_by, seen_at)
       values ($1, $2, '2026-01-01', '2026-11-28', $3, now())`,
      [personId, proof?.["id"], world.cast.coordinator.id],
    );
    expect(await board(world, paths.plan(id))).not.toContain("Nachweis fehlt");
  }));

test("the week of the town shows where people are missing first, and the list of plans what is ahead", () =>
  town(async (world) => {
    const { id } = await festival(world);
    const week = plain(await (await world.request("GET", paths.week, { as: "coordinator" })).text());
    expect(week).toContain("Mo 23. November bis So 29. November");
    expect(week).toContain("0 von 7 Plätzen sind vergeben, in 2 Schichten.");
    expect(week.indexOf("Hier fehlen noch Menschen")).toBeLessThan(
      week.indexOf("Samstag, 28. November 2026"),
    );
    const next = await world.request("GET", `${paths.week}?woche=2026-11-30`, { as: "coordinator" });
    expect(await next.text()).toContain("In dieser Woche sind keine Schichten geplant.");
    const own = await board(world, paths.plans);
    expect(own).toContain("2 Schichten kommen noch, die nächste am 28. November");
    expect(own).toContain("2 dünn besetzte Schichten");
    const others = await world.request("GET", paths.plans, { as: "otherRepresentative" });
    expect(await others.text()).not.toContain(paths.plan(id));
  }));

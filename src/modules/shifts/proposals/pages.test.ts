import { expect, test } from "vitest";
import { runJobsWithin } from "#core/jobs-run.ts";
import { Plan } from "#methods/assignment-plan.ts";
import { jobs } from "#modules/shifts/computing/jobs.ts";
import { paths } from "#modules/shifts/paths.ts";
import { addHelper, changeHelper } from "#modules/shifts/pool/commands.ts";
import { made } from "#test/made.ts";
import { festivalOf, shiftOf } from "#test/shifts.ts";
import { town, type World } from "#test/world.ts";

const hour = 3_600_000;

/** A plan with one shift for two, and one person who would gladly come. */
const planned = async (world: World) => {
  const ctx = world.as("coordinator");
  const plan = await festivalOf(ctx, world.club);
  const startsAt = new Date(+ctx.now + 48 * hour);
  const times = { startsAt, endsAt: new Date(+startsAt + 2 * hour) };
  const { needId } = await shiftOf(ctx, plan, times, 3);
  await world.sql("update shift_needs set minimum = 2");
  const helper = made(await addHelper(ctx, plan.id, world.cast.volunteer.id));
  made(await changeHelper(ctx, plan.id, helper, { wishes: [{ needId, preference: 3 }] }));
  return { ctx, plan };
};

test("asked for, watched without a script, compared in words, and taken over", () =>
  town(async (world) => {
    const { ctx, plan } = await planned(world);
    const as = "representative" as const;
    const list = await world.request("GET", paths.proposals(plan.id), { as });
    expect(await list.text()).toContain("Vorschlag rechnen");
    const asking = await world.request("POST", paths.proposals(plan.id), { as, form: { sekunden: "10" } });
    expect(asking.status).toBe(303);
    const address = asking.headers.get("location") ?? "";
    const waiting = await world.request("GET", address, { as });
    expect(waiting.headers.get("refresh")).toBe(`3; url=${address}`);
    expect(await waiting.text()).toContain("Anhalten");
    const again = await world.request("POST", paths.proposals(plan.id), { as, form: { sekunden: "10" } });
    expect([again.status, await again.text()]).toEqual([
      409,
      expect.stringContaining("schon ein Vorschlag gerechnet"),
    ]);
    await runJobsWithin(ctx, jobs);
    const done = await world.request("GET", address, { as });
    expect(done.headers.get("refresh")).toBeNull();
    const text = await done.text();
    for (const words of [
      "Besser geht es nicht: Das ist nachgewiesen.",
      "Frieda Freiwillig (neu)",
      "ein Platz bleibt offen",
      "Sonst hat niemand gesagt, dass es geht.",
    ])
      expect(text).toContain(words);
    const nobody = await world.request("POST", `${address}/uebernahme`, { as, form: {} });
    expect([nobody.status, await nobody.text()]).toEqual([
      422,
      expect.stringContaining("mindestens einen Menschen"),
    ]);
    const form = { menschen: world.cast.volunteer.id };
    expect((await world.request("POST", `${address}/uebernahme`, { as, form })).status).toBe(303);
    const after = await (await world.request("GET", address, { as })).text();
    expect(after).toContain("Ein Platz wurde vergeben.");
    expect(after).toContain("Nichts: Der heutige Plan entspricht dem Vorschlag.");
    const drop = await world.request("POST", `${address}/ablage`, { as, form: {} });
    expect(drop.status).toBe(409);
  }));

test("the problem is a file that the command line reads, names and all", () =>
  town(async (world) => {
    const { ctx, plan } = await planned(world);
    const as = "coordinator" as const;
    const asking = await world.request("POST", paths.proposals(plan.id), { as, form: { sekunden: "60" } });
    const address = asking.headers.get("location") ?? "";
    const file = await world.request("GET", `${address}/aufgabe.json`, { as });
    expect(file.headers.get("content-disposition")).toContain(`plan-${plan.slug}.json`);
    expect(Plan.parse(await file.json()).helpers.map(({ name }) => name)).toEqual(["Frieda Freiwillig"]);
    const stop = await world.request("POST", `${address}/stopp`, { as, form: {} });
    expect(stop.status).toBe(303);
    await runJobsWithin(ctx, jobs);
    expect(await (await world.request("GET", address, { as })).text()).toContain("bevor etwas gerechnet war");
  }));

test("without wishes the button says what is missing; strange times are refused", () =>
  town(async (world) => {
    const { plan } = await planned(world);
    await world.sql("delete from shift_wishes");
    const as = "coordinator" as const;
    const none = await world.request("POST", paths.proposals(plan.id), { as, form: { sekunden: "10" } });
    expect([none.status, await none.text()]).toEqual([
      409,
      expect.stringContaining("Sammeln Sie zuerst Wünsche"),
    ]);
    const strange = await world.request("POST", paths.proposals(plan.id), { as, form: { sekunden: "9999" } });
    expect(strange.status).toBe(422);
  }));

import { expect, test } from "vitest";
import type { Context } from "#core/context.ts";
import { Forbidden } from "#core/errors.ts";
import { follow } from "#modules/participation/commands.ts";
import {
  addProcess,
  changeProcess,
  closeProcess,
  publishProcess,
} from "#modules/participation/drafting/commands.ts";
import { currentPhase, findPublicProcess, type ProcessId } from "#modules/participation/queries.ts";
import { setPhases } from "#modules/participation/timetable/commands.ts";
import { town, type World } from "#test/world.ts";
import { turnAll } from "./commands.ts";

const at = (day: string) => new Date(`${day}T09:00:00Z`);

const told = async (ctx: Context, person: string): Promise<readonly string[]> => {
  const rows = await ctx.db
    .selectFrom("notices")
    .select("title")
    .where("personId", "=", person as never)
    .where("kind", "=", "participation")
    .orderBy("madeAt")
    .orderBy("key")
    .execute();
  return rows.map(({ title }) => title);
};

const phases = [
  { kind: "collect", startsOn: "2026-11-20", endsOn: "2026-12-08", words: "" },
  { kind: "discuss", startsOn: "2026-12-09", endsOn: "2026-12-15", words: "" },
  { kind: "decide", startsOn: "2027-01-10", endsOn: "2027-01-20", words: "" },
] as const;

/** A published process from the template of a square, which the volunteer follows. */
const running = async (world: World): Promise<{ id: ProcessId; slug: string }> => {
  const office = world.as("coordinator");
  const process = await addProcess(office, { template: "square", title: "Unser Markt" });
  expect(await setPhases(office, process.id, phases)).toMatchObject({ ok: true });
  await follow(office, process.id, world.cast.volunteer.id);
  expect(await publishProcess(office, process.id)).toMatchObject({ ok: true });
  return process;
};

test("a phase begins and ends at its date, everybody is told once, and a missed week is caught up", () =>
  town(async (world) => {
    const { id, slug } = await running(world);
    const person = world.cast.volunteer.id;
    const office = world.as("coordinator");
    expect(await told(office, person)).toEqual(["Unser Markt: Sammeln beginnt"]);
    await turnAll(world.as("system", { now: at("2026-12-04") }));
    expect(await told(office, person)).toHaveLength(1);
    await turnAll(world.as("system", { now: at("2026-12-05") }));
    await turnAll(world.as("system", { now: at("2026-12-06") }));
    expect(await told(office, person)).toEqual([
      "Unser Markt: Sammeln beginnt",
      "Noch 3 Tage: Sammeln – Unser Markt",
    ]);
    // Nobody looked until after the whole discussion.
    const late = world.as("system", { now: at("2026-12-20") });
    await turnAll(late);
    await turnAll(late);
    expect((await told(office, person)).slice(2)).toEqual(["Unser Markt: Besprechen ist zu Ende"]);
    const process = await findPublicProcess(late, slug);
    expect(process && (await currentPhase(late, process))).toBeUndefined();
    const january = world.as("system", { now: at("2027-01-10") });
    await turnAll(january);
    expect(process && (await currentPhase(january, process))).toBe("decide");
    expect((await told(office, person)).slice(3)).toEqual(["Unser Markt: Entscheiden beginnt"]);
    const tasks = await january.db
      .selectFrom("tasks")
      .select("title")
      .where("kind", "=", "participation")
      .where("doneAt", "is", null)
      .execute();
    expect(tasks).toEqual([{ title: "Entscheiden hat begonnen: Unser Markt" }]);
    await turnAll(world.as("system", { now: at("2027-01-21") }));
    const events = await office.db
      .selectFrom("events")
      .select(["name", "data"])
      .where("subjectId", "=", id)
      .where("name", "in", ["process.phase_begun", "process.phase_ended"])
      .execute();
    expect(events).toHaveLength(6);
    const closing = await closeProcess(
      world.as("coordinator", { now: at("2027-02-01") }),
      id,
      "Zwölf Bäume und ein Brunnen.",
    );
    expect(closing.ok).toBe(true);
    const open = await office.db
      .selectFrom("tasks")
      .select("id")
      .where("kind", "=", "participation")
      .where("doneAt", "is", null)
      .execute();
    expect(open).toEqual([]);
    expect((await told(office, person)).at(-1)).toBe("Das ist daraus geworden: Unser Markt");
  }));

test("a process is not published before everything is said that has to be said", () =>
  town(async (world) => {
    const office = world.as("coordinator");
    const { id, slug } = await addProcess(office, { template: "other", title: "Etwas Neues" });
    expect(await publishProcess(office, id)).toMatchObject({ ok: false, because: "incomplete" });
    expect(await findPublicProcess(world.as("visitor"), slug)).toBeUndefined();
    const said = { openWords: "Alles.", decidedWords: "Nichts.", deciderWords: "Der Rat." };
    await changeProcess(office, id, { ...said, who: "residents", postcodes: [] });
    expect(await publishProcess(office, id)).toMatchObject({ ok: false, because: "incomplete" });
    await changeProcess(office, id, { postcodes: ["02943"] });
    expect(await publishProcess(office, id)).toMatchObject({ ok: true });
    expect(await publishProcess(office, id)).toMatchObject({ ok: false, because: "notDraft" });
    expect(await changeProcess(office, id, { postcodes: ["02999"] })).toMatchObject({ because: "narrower" });
    expect(await changeProcess(office, id, { openWords: "" })).toMatchObject({ because: "unsaid" });
    expect(await changeProcess(office, id, { who: "everybody" })).toMatchObject({ ok: true });
  }));

test("dates that were told move only with a reason, which everybody involved hears; what has begun has begun", () =>
  town(async (world) => {
    const { id } = await running(world);
    const office = world.as("coordinator");
    const [collect, discuss, decide] = phases;
    const longer = [{ ...collect, endsOn: "2026-12-10" }, { ...discuss, startsOn: "2026-12-11" }, decide];
    expect(await setPhases(office, id, longer)).toMatchObject({ because: "reason" });
    expect(await setPhases(office, id, longer, "Schnee.")).toMatchObject({ ok: true });
    expect(await told(office, world.cast.volunteer.id)).toContain("Neue Termine: Unser Markt");
    const moved = (startsOn: string) => setPhases(office, id, [{ ...collect, startsOn }, discuss], "Doch.");
    expect(await moved("2026-11-21")).toMatchObject({ because: "begun" });
    expect(await setPhases(office, id, [discuss], "Doch.")).toMatchObject({ because: "begun" });
    const overlap = [collect, { ...discuss, startsOn: "2026-12-08" }];
    expect(await setPhases(office, id, overlap, "Doch.")).toMatchObject({ because: "overlap" });
    const past = [{ ...collect, endsOn: "2026-11-22" }];
    expect(await setPhases(office, id, past, "Doch.")).toMatchObject({ because: "past" });
    expect(await setPhases(office, id, [], "Doch.")).toMatchObject({ because: "none" });
    await expect(setPhases(world.as("volunteer"), id, phases, "Ich.")).rejects.toThrow(Forbidden);
    await expect(setPhases(world.as("foreignCoordinator"), id, phases, "Ich.")).rejects.toThrow();
  }));

test("one follows a process and leaves it by one button, and the page says where it stands today", () =>
  town(async (world) => {
    const { slug } = await running(world);
    const path = `/beteiligung/${slug}`;
    const page = await (await world.request("GET", path)).text();
    expect(page).toContain("Vorschläge machen und andere unterstützen bis Di 8. Dezember");
    expect(page).toContain("Heute ist Di 24. November");
    const list = await (await world.request("GET", "/beteiligung")).text();
    expect(list).toContain("Unser Markt");
    const form = { folgen: "nein" };
    const left = await world.request("POST", `${path}/nachrichten`, { as: "volunteer", form });
    expect(left.headers.get("location")).toBe(`${path}?hinweis=folgt_nicht#nachrichten`);
    const stranger = await world.request("POST", `${path}/nachrichten`, { form });
    expect(stranger.status).toBe(403);
    expect((await world.request("GET", path, { town: "second" })).status).toBe(404);
  }));

test("the office begins with a template, and a form that lacks a day comes back with its words", () =>
  town(async (world) => {
    const form = { template: "fund", title: "Unser Fonds" };
    const begun = await world.request("POST", "/buero/beteiligung/neu", { as: "coordinator", form });
    const settings = begun.headers.get("location") ?? "";
    expect(settings).toMatch(/^\/buero\/beteiligung\/.+\/bearbeiten\?hinweis=begonnen$/u);
    const office = settings.replace(/\/bearbeiten.*$/u, "");
    const words = await (await world.request("GET", settings, { as: "coordinator" })).text();
    expect(words).toContain("Was soll der Bürgerfonds in diesem Jahr möglich machen?");
    const half = await world.request("POST", `${office}/phasen`, {
      as: "coordinator",
      form: { collect_von: "2026-12-01", collect_worte: "Wir sammeln." },
    });
    expect(half.status).toBe(422);
    expect(await half.text()).toContain("Wir sammeln.");
    const published = await world.request("POST", `${office}/stand`, {
      as: "coordinator",
      form: { stand: "published" },
    });
    expect(published.status).toBe(303);
    const shown = await world.request("GET", office, { as: "coordinator" });
    expect(await shown.text()).toContain("So sehen es alle");
    const again = await world.request("POST", `${office}/stand`, {
      as: "coordinator",
      form: { stand: "dropped" },
    });
    expect(again.status).toBe(409);
  }));

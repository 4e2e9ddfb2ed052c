import { expect, test } from "vitest";
import { openDatabase } from "#core/db.ts";
import { during } from "#core/during.ts";
import { Forbidden, NotFound } from "#core/errors.ts";
import type { Id } from "#core/id.ts";
import { instantAt } from "#core/local-time.ts";
import { arrangeSubstitution, endSubstitution } from "#modules/desk/substitutions/commands.ts";
import { stageOfFile, town } from "#test/world.ts";
import {
  assignTask,
  closeTask,
  finishTask,
  openTask,
  postponeTask,
  reopenTask,
  takeTask,
} from "./commands.ts";
import { countTasks, findTask, listDoneTasks, listTasks } from "./queries.ts";

const matter = { kind: "reminder", subjectId: "kuchen", title: "Kuchen", path: "/buero" } as const;
const dueAt = instantAt("2026-11-24");

test("the same matter waits once, and newer words and days count", () =>
  town(async (world) => {
    const ctx = world.as("coordinator");
    const first = await openTask(ctx, { ...matter, dueAt, ownerId: world.cast.coordinator.id });
    const again = await openTask(ctx, { ...matter, title: "Zwei Kuchen", dueAt: instantAt("2026-11-26") });
    expect(again).toBe(first);
    const rows = await listTasks(ctx, { view: "all" });
    expect(rows).toMatchObject([
      { title: "Zwei Kuchen", group: "week", keeper: "Karla Koordination", total: 1 },
    ]);
    await closeTask(ctx, "reminder", "kuchen", "gegessen");
    await closeTask(ctx, "reminder", "kuchen", "gegessen");
    expect(await listTasks(ctx, { view: "all" })).toEqual([]);
    expect(await listDoneTasks(ctx)).toMatchObject([{ outcome: "gegessen", doneBy: "Karla Koordination" }]);
    expect(await openTask(ctx, { ...matter, dueAt })).not.toBe(first);
  }));

test("what nobody owns stands on top, then overdue, today, this week and later", () =>
  town(async (world) => {
    const ctx = world.as("coordinator");
    const ownerId = world.cast.coordinator.id;
    const days = { late: "2026-11-20", today: "2026-11-24", week: "2026-11-27", later: "2026-12-24" };
    for (const [name, day] of Object.entries(days)) {
      await openTask(ctx, { ...matter, subjectId: name, title: name, ownerId, dueAt: instantAt(day) });
    }
    await openTask(ctx, { ...matter, subjectId: "nobody", title: "nobody", dueAt: instantAt("2026-11-01") });
    const rows = await listTasks(ctx, { view: "all" });
    expect(Object.fromEntries(rows.map(({ title, group }) => [title, group]))).toEqual({
      nobody: "nobody",
      late: "late",
      today: "today",
      week: "week",
      later: "later",
    });
    expect(await countTasks(ctx)).toEqual({ all: 5, mine: 4, nobody: 1, late: 2, today: 1 });
    expect(await listTasks(ctx, { view: "nobody" })).toHaveLength(1);
    expect(await listTasks(world.as("colleague"), { view: "mine" })).toEqual([]);
  }));

test("a group shows twenty and says how many there are", () =>
  town(async (world) => {
    const ctx = world.as("coordinator");
    for (let index = 0; index < 34; index += 1)
      await openTask(ctx, { ...matter, subjectId: String(index), dueAt });
    const rows = await listTasks(ctx, { view: "all" });
    expect([rows.length, rows[0]?.total]).toEqual([20, 34]);
    expect(await listTasks(ctx, { view: "all", group: "nobody" })).toHaveLength(34);
  }));

test("what was taken cannot be taken again, and what is done can be put back", () =>
  town(async (world) => {
    const id = await openTask(world.as("system"), { ...matter, dueAt });
    expect(await takeTask(world.as("coordinator"), id)).toEqual({ ok: true, value: id });
    expect(await takeTask(world.as("coordinator"), id)).toMatchObject({ ok: true });
    expect(await takeTask(world.as("colleague"), id)).toEqual({ ok: false, because: "taken" });
    expect(await postponeTask(world.as("coordinator"), id, instantAt("2026-12-01"))).toMatchObject({
      ok: true,
    });
    expect(await findTask(world.as("coordinator"), id)).toMatchObject({ group: "later" });
    expect(await finishTask(world.as("colleague"), id, "angerufen")).toMatchObject({ ok: true });
    for (const command of [
      () => takeTask(world.as("colleague"), id),
      () => finishTask(world.as("colleague"), id),
      () => postponeTask(world.as("colleague"), id, dueAt),
      () => assignTask(world.as("colleague"), id, null),
    ]) {
      expect(await command()).toEqual({ ok: false, because: "finished" });
    }
    expect(await reopenTask(world.as("coordinator"), id)).toMatchObject({ ok: true });
    expect(await findTask(world.as("coordinator"), id)).toMatchObject({ keeper: "Karla Koordination" });
    await finishTask(world.as("coordinator"), id);
    await openTask(world.as("system"), { ...matter, dueAt });
    expect(await reopenTask(world.as("coordinator"), id)).toEqual({ ok: false, because: "taken" });
  }));

test("only the office sees and does what waits, and never what waits in another town", () =>
  town(async (world) => {
    const id = await openTask(world.as("system"), { ...matter, dueAt });
    for (const who of ["visitor", "volunteer", "representative", "partner", "editor", "chair"] as const) {
      await expect(takeTask(world.as(who), id)).rejects.toThrow(Forbidden);
      await expect(finishTask(world.as(who), id)).rejects.toThrow(Forbidden);
      await expect(listTasks(world.as(who), { view: "all" })).rejects.toThrow(Forbidden);
    }
    await expect(takeTask(world.as("foreignCoordinator"), id)).rejects.toThrow(NotFound);
    expect(await listTasks(world.as("foreignCoordinator"), { view: "all" })).toEqual([]);
  }));

test("while somebody is away their tasks, old and new, are on the substitute's list, and then theirs again", () =>
  town(async (world) => {
    const { coordinator, colleague } = world.cast;
    const ctx = world.as("coordinator");
    await openTask(ctx, { ...matter, dueAt, ownerId: coordinator.id });
    const away = { abwesend: coordinator.id, vertretung: colleague.id, von: "2026-11-25", bis: "2026-11-27" };
    const outcome = await arrangeSubstitution(ctx, away);
    expect(await arrangeSubstitution(ctx, { ...away, von: "2026-11-27", bis: "2026-11-28" })).toEqual({
      ok: false,
      because: "overlap",
    });
    const on = (day: string) => world.as("colleague", { now: instantAt(day, "09:00") });
    expect(await listTasks(on("2026-11-24"), { view: "mine" })).toEqual([]);
    await openTask(on("2026-11-26"), { ...matter, subjectId: "neu", dueAt, ownerId: coordinator.id });
    const during = await listTasks(on("2026-11-26"), { view: "mine" });
    expect(during).toHaveLength(2);
    expect(during[0]).toMatchObject({ keeper: "Konrad Kollege", absent: "Karla Koordination" });
    expect((await countTasks(on("2026-11-26"))).mine).toBe(2);
    expect(await listTasks(on("2026-11-28"), { view: "mine" })).toEqual([]);
    if (outcome.ok) await endSubstitution(on("2026-11-26"), outcome.value);
    expect(await listTasks(on("2026-11-26"), { view: "mine" })).toEqual([]);
  }));

test("a substitution needs two people of the office and days that are still to come", () =>
  town(async (world) => {
    const { coordinator, colleague, volunteer } = world.cast;
    const ctx = world.as("coordinator");
    const away = { abwesend: coordinator.id, vertretung: colleague.id, von: "2026-11-25", bis: "2026-11-27" };
    const because = async (change: Partial<typeof away>) => {
      const outcome = await arrangeSubstitution(ctx, { ...away, ...change });
      return outcome.ok ? "done" : outcome.because;
    };
    expect(await because({ vertretung: coordinator.id })).toBe("same");
    expect(await because({ vertretung: volunteer.id })).toBe("unknown");
    expect(await because({ bis: "2026-11-20" })).toBe("order");
    expect(await because({ von: "2026-11-01", bis: "2026-11-20" })).toBe("past");
    await expect(arrangeSubstitution(world.as("volunteer"), away)).rejects.toThrow(Forbidden);
  }));

test("when two coordinators reach for one task at the same moment, one gets it and the other is told", async () => {
  const { database, scene } = await stageOfFile();
  const { db, pool } = openDatabase(database.connection, 4);
  const moment = { place: scene.first, now: new Date("2026-11-24T09:00:00Z"), language: "de" };
  const take = (who: "coordinator" | "colleague", id: Id<"task">) =>
    during(db, { ...moment, actor: scene.cast[who] }, "read write", (ctx) => takeTask(ctx, id));
  try {
    const id = await during(db, { ...moment, actor: { kind: "system" } }, "read write", (ctx) =>
      openTask(ctx, { ...matter, subjectId: "zugleich", dueAt }),
    );
    const outcomes = await Promise.all([take("coordinator", id), take("colleague", id)]);
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    expect(outcomes.filter(({ ok }) => !ok)).toEqual([{ ok: false, because: "taken" }]);
  } finally {
    await pool.end();
  }
});

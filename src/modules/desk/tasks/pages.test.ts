import { expect, test } from "vitest";
import { instantAt } from "#core/local-time.ts";
import { openTask } from "#modules/desk/commands.ts";
import { findTask, listTasks } from "#modules/desk/queries.ts";
import { town, type World } from "#test/world.ts";
import {
  dropDecision,
  dropRepair,
  expectCall,
  expectComparison,
  expectDecision,
  expectRepair,
} from "./commands.ts";

const waiting = (world: World) =>
  openTask(world.as("system"), {
    kind: "reminder",
    subjectId: "kuchen",
    title: "Kuchen <b>besorgen</b>",
    path: "/buero",
    dueAt: instantAt("2026-11-24"),
  });

test("a task is put off to a day that is still to come, or the page says why not", () =>
  town(async (world) => {
    const id = await waiting(world);
    const send = (form: Record<string, string>) =>
      world.request("POST", `/buero/aufgaben/${id}/vertagung`, { as: "coordinator", form });
    const past = await send({ tag: "2026-11-24" });
    expect(past.status).toBe(422);
    const page = await past.text();
    expect(page).toContain("Bitte wählen Sie einen Tag, der noch kommt.");
    expect(page).toContain("Kuchen &lt;b>besorgen");
    expect((await send({ tag: "übermorgen" })).status).toBe(422);
    expect((await send({ tag: "1.12.2026" })).status).toBe(303);
    expect(await findTask(world.as("coordinator"), id)).toMatchObject({ dueAt: instantAt("2026-12-01") });
  }));

test("a task is handed to somebody of the office, and to nobody else", () =>
  town(async (world) => {
    const id = await waiting(world);
    const give = (wer: string) =>
      world.request("POST", `/buero/aufgaben/${id}/zuweisung`, { as: "coordinator", form: { wer } });
    expect((await give(world.cast.colleague.id)).status).toBe(303);
    expect(await findTask(world.as("coordinator"), id)).toMatchObject({ keeper: "Konrad Kollege" });
    expect((await give(world.cast.volunteer.id)).status).toBe(404);
    expect((await give(world.cast.foreignCoordinator.id)).status).toBe(404);
    expect((await give("")).status).toBe(303);
    expect(await findTask(world.as("coordinator"), id)).toMatchObject({ keeper: null });
  }));

test("what was done stands on its own page with the way back", () =>
  town(async (world) => {
    const id = await waiting(world);
    const form = { ergebnis: "gebacken" };
    await world.request("POST", `/buero/aufgaben/${id}/erledigung`, { as: "coordinator", form });
    const page = await (await world.request("GET", "/buero/erledigt", { as: "coordinator" })).text();
    expect(page).toContain("gebacken");
    expect(
      (await world.request("POST", `/buero/aufgaben/${id}/rueckkehr`, { as: "coordinator", form: {} }))
        .status,
    ).toBe(303);
    expect(await listTasks(world.as("coordinator"), { view: "all" })).toHaveLength(1);
  }));

test("every page of the desk opens for the office and for nobody else", () =>
  town(async (world) => {
    const id = await waiting(world);
    const pages = [
      "/buero",
      "/buero/erledigt",
      `/buero/aufgaben/${id}`,
      "/buero/anfragen",
      "/buero/anfragen/neu",
      "/buero/termine",
      "/buero/vertretung",
    ];
    for (const path of pages) {
      expect([path, (await world.request("GET", path, { as: "coordinator" })).status]).toEqual([path, 200]);
      expect([path, (await world.request("GET", path, { as: "representative" })).status]).toEqual([
        path,
        403,
      ]);
    }
    expect(
      (await world.request("GET", `/buero/aufgaben/${id}`, { as: "foreignCoordinator", town: "second" }))
        .status,
    ).toBe(404);
    expect((await world.request("GET", "/mein/anfragen", { as: "volunteer" })).status).toBe(200);
  }));

test("a claim waits for a decision until it is decided, and an import for somebody who compares", () =>
  town(async (world) => {
    const ctx = world.as("system");
    const claim = {
      claimId: "eins",
      title: "Chor",
      path: "/buero/organisationen/anmeldungen",
      personId: world.cast.volunteer.id,
    };
    await expectDecision(ctx, claim);
    await expectComparison(ctx, "zwei", { title: "vereine.csv" });
    expect(
      (await listTasks(world.as("coordinator"), { view: "all" })).map(({ kind, title }) => [kind, title]),
    ).toEqual([
      ["claim", "Chor: Jemand sagt „Das sind wir“"],
      ["double", "Eingelesen: vereine.csv"],
    ]);
    await dropDecision(ctx, claim);
    expect(await listTasks(world.as("coordinator"), { view: "all" })).toHaveLength(1);
  }));

test("whoever cannot be written to stands on the list with the phone number and all there is to say", () =>
  town(async (world) => {
    const personId = world.cast.volunteer.id;
    const news = { personId, name: "Kuno Kartei", phone: "03576 4711", lines: ["Frage eins", "Frage zwei"] };
    await expectCall(world.as("system"), `${personId} 2026-11-24`, news);
    expect(await listTasks(world.as("coordinator"), { view: "all" })).toMatchObject([
      {
        kind: "reminder",
        title: "Kuno Kartei Bescheid geben",
        detail: "Telefon 03576 4711\n– Frage eins\n– Frage zwei",
        personId,
      },
    ]);
  }));

test("a calendar that cannot be read waits for a call, until it can be read again", () =>
  town(async (world) => {
    const ctx = world.as("system");
    await expectRepair(ctx, "quelle", { organizationId: world.club, problem: "gone" });
    const [task] = await listTasks(world.as("coordinator"), { view: "all" });
    expect(task).toMatchObject({ kind: "feed", path: `/buero/organisationen/${world.club}/kalender` });
    await dropRepair(ctx, "quelle");
    expect(await listTasks(world.as("coordinator"), { view: "all" })).toEqual([]);
  }));

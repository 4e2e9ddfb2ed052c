import { expect, test } from "vitest";
import { listThreads } from "#modules/threads/queries.ts";
import { findCluster } from "#modules/workshops/clusters/queries.ts";
import { moveWorkshop } from "#modules/workshops/commands.ts";
import { correct, decideCorrection } from "#modules/workshops/corrections/commands.ts";
import { listCorrections } from "#modules/workshops/corrections/queries.ts";
import { findWorkshop } from "#modules/workshops/queries.ts";
import { made } from "#test/made.ts";
import { phoneOf, wallOf } from "#test/wall.ts";
import { town, type World } from "#test/world.ts";
import { addStep, changeStep, type StepInput, watchSteps } from "./commands.ts";
import { listSteps } from "./queries.ts";

const step = {
  title: "Turnhalle abends öffnen",
  words: "",
  clusterId: null,
  organizationId: null,
  ownerName: "der Vorstand",
  dueOn: "2026-12-01",
  state: "planned",
  stateWords: "",
} satisfies StepInput;

const openTasks = async (world: World) =>
  (await world.sql("select title from tasks where kind = 'workshop' and done_at is null")).rows.map(
    ({ title }) => title,
  );

test("a step is tied to the cluster it came of, and its owner hears of it", () =>
  town(async (world) => {
    const office = world.as("coordinator");
    const { workshop, rooms } = await wallOf(office);
    const ownerEmail = "volunteer@musterstadt.example";
    made(await addStep(office, workshop, { ...step, clusterId: rooms, ownerEmail }));
    const { to } = await listThreads(world.as("visitor"), { kind: "cardCluster", id: rooms });
    expect(to.map(({ title, noun }) => [noun, title])).toEqual([["Schritt", "Turnhalle abends öffnen"]]);
    const { rows } = await world.sql("select title from notices");
    expect(rows.map(({ title }) => title)).toEqual(["Sie haben etwas übernommen: Turnhalle abends öffnen"]);
  }));

test("what is late stands on the worklist and is told its owner once, until it is done", () =>
  town(async (world) => {
    const office = world.as("coordinator");
    const { workshop } = await wallOf(office);
    const ownerEmail = "volunteer@musterstadt.example";
    const id = made(await addStep(office, workshop, { ...step, ownerEmail }));
    expect(await watchSteps(world.as("system"))).toBe(0);
    const later = new Date("2026-12-02T06:00:00Z");
    await watchSteps(world.as("system", { now: later }));
    await watchSteps(world.as("system", { now: later }));
    expect(await openTasks(world)).toEqual(["Überfällig: Turnhalle abends öffnen"]);
    const { rows } = await world.sql(
      "select count(*)::int as n from notices where key like 'workshop_step.late%'",
    );
    expect(rows[0]).toEqual({ n: 1 });
    made(await changeStep(world.as("coordinator", { now: later }), id, { ...step, state: "done" }));
    expect(await openTasks(world)).toEqual([]);
    const { rows: events } = await world.sql("select data from events where name = 'workshop_step.changed'");
    expect(events[0]?.data).toMatchObject({ from: { state: "planned" }, to: { state: "done" } });
  }));

test("steps are for everybody to read from the day on, for the office to write, and for no other town", () =>
  town(async (world) => {
    const office = world.as("coordinator");
    const { workshop, workshopSlug, rooms } = await wallOf(office);
    made(await addStep(office, workshop, step));
    expect(await addStep(office, workshop, { ...step, ownerEmail: "wer@fremd.example" })).toMatchObject({
      because: "unknownPerson",
    });
    const other = await wallOf(office);
    expect(await addStep(office, other.workshop, { ...step, clusterId: rooms })).toMatchObject({
      because: "otherCluster",
    });
    await expect(addStep(world.as("volunteer"), workshop, step)).rejects.toMatchObject({ name: "Forbidden" });
    expect(await listSteps(world.as("visitor"), workshop)).toHaveLength(1);
    expect(await listSteps(world.as("foreignCoordinator"), workshop)).toEqual([]);
    const page = await world.request("GET", `/werkstaetten/${workshopSlug}/schritte`);
    expect(await page.text()).toContain("Turnhalle abends öffnen");
  }));

const correcting = async (world: World) => {
  const office = world.as("coordinator");
  const wall = await wallOf(office);
  const guest = await phoneOf(office, wall.workshop, "handy-1");
  made(await moveWorkshop(office, wall.workshop, "correcting"));
  const workshop = await findWorkshop(office, wall.workshop);
  if (!workshop) throw new Error("no workshop");
  return { ...wall, office, guest, workshop };
};

test("a correction is taken over with both wordings kept, and everybody reads what became of it", () =>
  town(async (world) => {
    const { office, workshop, rooms, guest } = await correcting(world);
    const said = { thema: rooms, worte: "Nicht abends, sondern am Wochenende!" };
    const id = made(await correct(world.as("visitor"), workshop, said, { guest }));
    expect(await openTasks(world)).toHaveLength(1);
    const decision = {
      korrektur: id,
      aktion: "taken",
      titel: "Räume",
      zusammenfassung: "Es fehlt an Räumen am Wochenende.",
      antwort: "",
    } as const;
    made(await decideCorrection(office, workshop.id, decision));
    expect((await findCluster(world.as("visitor"), rooms))?.words).toBe("Es fehlt an Räumen am Wochenende.");
    expect((await listCorrections(world.as("visitor"), workshop.id))[0]).toMatchObject({ state: "taken" });
    expect(await openTasks(world)).toEqual([]);
    expect(await decideCorrection(office, workshop.id, decision)).toMatchObject({ because: "decided" });
    const { rows } = await world.sql("select data from events where name = 'card_cluster.changed'");
    expect(rows[0]?.data).toMatchObject({
      before: { words: "Es fehlt an Räumen am Abend." },
      correctionId: id,
    });
    const { rows: events } = await world.sql("select * from events where name = 'workshop_correction.added'");
    expect(JSON.stringify(events)).not.toContain(guest);
  }));

test("whoever registered with an address is told, and the round ends with its last day", () =>
  town(async (world) => {
    const { office, workshop, buses } = await correcting(world);
    const { id: registration } = await office.db
      .insertInto("workshopRegistrations")
      .values({
        workshopId: workshop.id,
        personId: null,
        sector: null,
        tableId: null,
        tokenHash: null,
        name: "Rita Reg",
        email: "rita@gast.example",
      })
      .returning("id")
      .executeTakeFirstOrThrow();
    const said = { thema: buses, worte: "Auch am Sonntag." };
    const id = made(await correct(world.as("visitor"), workshop, said, { registration }));
    const decision = {
      korrektur: id,
      aktion: "declined",
      titel: "Busse",
      zusammenfassung: "",
      antwort: "Das sagt keine Karte.",
    } as const;
    made(await decideCorrection(office, workshop.id, decision));
    const { rows } = await world.sql(
      "select text_body as text from mails where kind = 'workshop.correction'",
    );
    expect(rows[0]?.text).toContain("Das sagt keine Karte.");
    const after = world.as("visitor", { now: new Date("2027-01-10T10:00:00Z") });
    expect(await correct(after, workshop, said, { registration })).toMatchObject({ because: "over" });
  }));

test("only phones of the hall and letters of a registration write; others are told how", () =>
  town(async (world) => {
    const { workshopSlug, rooms } = await correcting(world);
    const path = `/werkstaetten/${workshopSlug}/korrektur`;
    const looked = await (await world.request("GET", path)).text();
    expect(looked).toContain("Schreiben können hier alle, die dabei waren");
    expect(looked).not.toContain("Korrektur abgeben");
    const form = { thema: rooms, worte: "Anders gemeint." };
    expect((await world.request("POST", path, { form })).status).toBe(403);
    const cookie = { cookie: "saal=handy-1" };
    expect((await world.request("POST", path, { form, headers: cookie })).status).toBe(303);
    expect(await (await world.request("GET", path)).text()).toContain("Anders gemeint.");
  }));

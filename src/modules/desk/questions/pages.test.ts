import { expect, test } from "vitest";
import { Forbidden, NotFound } from "#core/errors.ts";
import { instantAt } from "#core/local-time.ts";
import { listFreeSlots } from "#modules/desk/appointments/queries.ts";
import {
  closeInquiry,
  erasePerson,
  forgetInquiries,
  keepAsker,
  linkPerson,
  reply,
} from "#modules/desk/inquiries/commands.ts";
import {
  findInquiry,
  inquiriesOf,
  listInquiries,
  repliesOf,
  showPerson,
} from "#modules/desk/inquiries/queries.ts";
import { findTask, listTasks } from "#modules/desk/queries.ts";
import { offerSlots } from "#modules/desk/slots/commands.ts";
import { wishesOf } from "#modules/opportunities/wishes/queries.ts";
import { town, type World } from "#test/world.ts";
import { ask } from "./commands.ts";

const shown = String(+new Date("2026-11-24T08:59:00Z"));
const form = {
  thema: "help",
  worte: "Ich möchte vorlesen.",
  name: "Vroni Vorleser",
  email: "vroni@post.example",
  gesehen: shown,
};

const question = {
  thema: "help",
  worte: "Ich möchte vorlesen.",
  name: "Vroni Vorleser",
  sprache: "de",
} as const;

const asked = async (world: World, more = {}) => {
  const outcome = await ask(world.as("visitor"), { ...question, channel: "web", ...more });
  if (!outcome.ok) throw new Error(outcome.because);
  return outcome.value;
};

test("a visitor asks, hears the number and until when, and it waits on the list without an owner", () =>
  town(async (world) => {
    const sent = await world.request("POST", "/fragen", { form });
    expect(sent.status).toBe(303);
    expect(sent.headers.get("location")).toBe("/fragen/danke?nummer=1");
    const thanks = await (await world.request("GET", "/fragen/danke?nummer=1")).text();
    expect(thanks).toContain("Nummer 1");
    expect(thanks).toContain("Donnerstag, 26. November 2026");
    expect(await listTasks(world.as("coordinator"), { view: "nobody" })).toMatchObject([
      { kind: "inquiry", title: "Neu: „Ich möchte vorlesen.“", dueAt: instantAt("2026-11-26", "12:00") },
    ]);
    const { rows } = await world.sql("select subject from mails where kind = 'inquiry.received'");
    expect(rows).toEqual([{ subject: "Ihre Frage ist da (Nr. 1)" }]);
  }));

test("the answers of the six questions come along in words, and are the first wishes of the file", () =>
  town(async (world) => {
    const address =
      "/fragen?thema=help&gern=reading&gern=music&plz=02943&umkreis=5&zeit=abend&x=%3Cscript%3E";
    const page = await (await world.request("GET", address)).text();
    for (const words of ["Vorlesen, Musik", "abends", "02943 und 5 km darum herum"])
      expect(page).toContain(words);
    expect(page).not.toContain('<script>"');
    const answers = { "antwort.gern": ["reading", "music"], "antwort.plz": "02943", "antwort.zeit": "abend" };
    await world.request("POST", "/fragen", { form: { ...form, ...answers } });
    const ctx = world.as("coordinator");
    const { items } = await listInquiries(ctx, {});
    const [inquiry] = items;
    if (!inquiry) throw new Error("nothing arrived");
    expect(inquiry).toMatchObject({ topic: "help", answers: { gern: ["reading", "music"] } });
    const html = await (
      await world.request("GET", `/buero/anfragen/${inquiry.id}`, { as: "coordinator" })
    ).text();
    expect(html).toContain("Vorlesen, Musik");
    const kept = await keepAsker(ctx, inquiry.id);
    if (!kept.ok) throw new Error("double");
    expect(await wishesOf(ctx, kept.value)).toMatchObject({
      skills: ["reading", "music"],
      postcode: "02943",
    });
  }));

test("what is missing is said, and the words stay", () =>
  town(async (world) => {
    const { email: _, ...unreachable } = form;
    const again = await world.request("POST", "/fragen", { form: unreachable });
    const page = await again.text();
    expect(again.status).toBe(422);
    expect(page).toContain("damit wir antworten können");
    expect(page).toContain("Ich möchte vorlesen.");
  }));

test("machines are not heard: the hidden field, and sending in the second it was shown", () =>
  town(async (world) => {
    const trapped = await world.request("POST", "/fragen", {
      form: { ...form, webseite: "https://spam.example" },
    });
    expect(trapped.headers.get("location")).toBe("/fragen/danke");
    const hasty = await world.request("POST", "/fragen", { form: { ...form, gesehen: String(+world.now) } });
    expect(hasty.status).toBe(409);
    expect((await listInquiries(world.as("coordinator"), { open: false })).total).toBe(0);
  }));

test("a time chosen with the question is booked with it; when it is gone nothing is kept but the words", () =>
  town(async (world) => {
    const wer = world.cast.coordinator.id;
    await offerSlots(world.as("coordinator"), {
      wer,
      von: "2026-11-26",
      bis: "2026-11-26",
      tage: [],
      minuten: 60,
    });
    const [slot] = await listFreeSlots(world.as("visitor"));
    const sent = await world.request("POST", "/fragen", { form: { ...form, termin: slot?.id ?? "" } });
    const location = sent.headers.get("location") ?? "";
    expect(location).toMatch(/^\/termin\/[\w-]{43}\?hinweis=gebucht$/u);
    expect(await (await world.request("GET", location)).text()).toContain("Ihr Termin steht.");
    const calendar = await world.request("GET", location.replace("?hinweis=gebucht", "/termin.ics"));
    expect(await calendar.text()).toContain("DTSTART:20261126T080000Z");
    const late = await world.request("POST", "/fragen", { form: { ...form, termin: slot?.id ?? "" } });
    expect(late.status).toBe(409);
    expect(await late.text()).toContain("eben schon vergeben");
    expect((await listInquiries(world.as("coordinator"), {})).total).toBe(1);
  }));

test("the office answers by mail, notes a call, starts the file and closes; nothing works twice", () =>
  town(async (world) => {
    const ctx = world.as("coordinator");
    const { id } = await asked(world, { email: "vroni@post.example" });
    expect(await reply(ctx, id, { kind: "answer", words: "Gern!" })).toMatchObject({ ok: true });
    expect(await reply(ctx, id, { kind: "call", words: "Freut sich." })).toMatchObject({ ok: true });
    expect(await repliesOf(ctx, id)).toMatchObject([{ words: "Gern!" }, { words: "Freut sich." }]);
    const kept = await keepAsker(ctx, id);
    if (!kept.ok) throw new Error("double");
    expect(await findInquiry(ctx, id)).toMatchObject({ personId: kept.value, who: "Vroni Vorleser" });
    expect(await keepAsker(ctx, (await asked(world, { email: "vroni@post.example" })).id)).toMatchObject({
      because: "double",
    });
    expect(await closeInquiry(ctx, id, "consultation")).toMatchObject({ ok: true });
    expect(await closeInquiry(ctx, id, "answered")).toEqual({ ok: false, because: "closed" });
    const silent = await asked(world);
    expect(await reply(ctx, silent.id, { kind: "answer", words: "Gern!" })).toEqual({
      ok: false,
      because: "noEmail",
    });
  }));

test("who may do what with an inquiry", () =>
  town(async (world) => {
    const { id } = await asked(world);
    for (const who of ["visitor", "volunteer", "representative", "partner", "editor", "juror"] as const) {
      const ctx = world.as(who);
      await expect(closeInquiry(ctx, id, "answered")).rejects.toThrow(Forbidden);
      await expect(reply(ctx, id, { kind: "note", words: "x" })).rejects.toThrow(Forbidden);
      await expect(linkPerson(ctx, id, world.cast.volunteer.id)).rejects.toThrow(Forbidden);
      await expect(listInquiries(ctx, {})).rejects.toThrow(Forbidden);
      await expect(ask(ctx, { ...question, channel: "phone" })).rejects.toThrow(Forbidden);
    }
    await expect(closeInquiry(world.as("foreignCoordinator"), id, "answered")).rejects.toThrow(NotFound);
    expect((await listInquiries(world.as("foreignCoordinator"), { open: false })).total).toBe(0);
    await expect(linkPerson(world.as("coordinator"), id, world.cast.foreignVolunteer.id)).rejects.toThrow(
      NotFound,
    );
  }));

test("the phone note starts a file at once, and somebody who may be known is shown first", () =>
  town(async (world) => {
    const note = {
      kanal: "phone",
      thema: "help",
      worte: "Kann kochen.",
      name: "Nils Nachbar",
      telefon: "03576 1",
      akte: "neu",
    };
    const asOffice = { as: "coordinator" } as const;
    const doubtful = await world.request("POST", "/buero/anfragen/neu", {
      ...asOffice,
      form: { ...note, telefon: "03576 12345" },
    });
    expect(doubtful.status).toBe(409);
    expect(await doubtful.text()).toContain("So jemanden kennen wir schon");
    const sure = { ...note, telefon: "03576 12345", gesehen: "ja", meins: "on" };
    const sent = await world.request("POST", "/buero/anfragen/neu", { ...asOffice, form: sure });
    expect(sent.status).toBe(303);
    const { items } = await listInquiries(world.as("coordinator"), {});
    expect(items).toMatchObject([{ who: "Nils Nachbar", channel: "phone" }]);
    expect(items[0]?.personId).toBeTruthy();
    expect(await listTasks(world.as("coordinator"), { view: "mine" })).toHaveLength(1);
  }));

test("a person reads their own questions; erased, nothing of them is left; a year later closed ones are forgotten", () =>
  town(async (world) => {
    const me = world.cast.volunteer.id;
    const ctx = world.as("coordinator");
    const own = await ask(world.as("volunteer"), { ...question, channel: "web" });
    if (!own.ok) throw new Error(own.because);
    expect(await inquiriesOf(world.as("volunteer"), me)).toHaveLength(1);
    expect(await inquiriesOf(world.as("neighborhood"), me)).toEqual([]);
    expect((await showPerson(ctx, me)).inquiries).toHaveLength(1);
    await erasePerson(world.as("system"), me);
    expect((await showPerson(ctx, me)).inquiries).toEqual([]);
    const { id } = await asked(world, { email: "x@post.example" });
    await closeInquiry(ctx, id, "answered");
    expect(await forgetInquiries(world.as("system"))).toBe(0);
    expect(await forgetInquiries(world.as("system", { now: new Date("2027-11-25T09:00:00Z") }))).toBe(1);
    expect(await findInquiry(ctx, id)).toMatchObject({ words: "", name: "", email: null });
  }));

test("the worklist is drawn with its rows and the file of one, for the office only", () =>
  town(async (world) => {
    await asked(world);
    const [task] = await listTasks(world.as("coordinator"), { view: "all" });
    const page = await world.request("GET", `/buero?zeile=${task?.id}`, { as: "coordinator" });
    const html = await page.text();
    expect(page.status).toBe(200);
    for (const words of ["Ohne Zuständige", "Übernehmen", "Vroni Vorleser", "Heute dran"])
      expect(html).toContain(words);
    expect((await world.request("GET", "/buero", { as: "volunteer" })).status).toBe(403);
    const taken = await world.request("POST", `/buero/aufgaben/${task?.id}/uebernahme`, {
      as: "coordinator",
      form: {},
    });
    expect(taken.status).toBe(303);
    const again = await world.request("POST", `/buero/aufgaben/${task?.id}/uebernahme`, {
      as: "colleague",
      form: {},
    });
    expect(again.status).toBe(409);
    expect(await again.text()).toContain("gerade schon jemand übernommen");
    if (task)
      expect(await findTask(world.as("coordinator"), task.id)).toMatchObject({
        keeper: "Karla Koordination",
      });
  }));

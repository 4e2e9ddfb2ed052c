import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Id } from "#core/id.ts";
import { dayOf, instantAt, plusDays } from "#core/local-time.ts";
import { hold } from "#modules/courses/holders/commands.ts";
import { listQualifications } from "#modules/courses/qualifications/queries.ts";
import { listDay, listExpected } from "#modules/shifts/attendance/queries.ts";
import { listMembers } from "#modules/shifts/pool/queries.ts";
import { made } from "#test/made.ts";
import { helpers, helperTable, roles, shiftTable } from "./festival-data.ts";
import { countDay, countMinutes, countRows, listPlaces, sumUp } from "./festival-figures.ts";
import { counts, readBoard, readSheet, row, tick } from "./festival-screens.ts";
import { desktop, type House, openHouse, people, signIn } from "./house.ts";
import { storyNow } from "./stage.ts";

let house: House;
let office: Page;
let plan: string;
let id: Id<"opportunity">;

const saturday = plusDays(dayOf(storyNow), 4);
const sunday = plusDays(saturday, 1);
const paper = "Belehrung Lebensmittel";

beforeAll(async () => {
  house = await openHouse();
  office = await house.visit({ viewport: desktop });
  await signIn(office, people.coordinator, "/schichtplan");
  await office.getByLabel("Titel oder Organisation").fill("Verein");
  await office.getByRole("main").getByRole("button", { name: "Suchen" }).click();
  await office.waitForURL("**/schichtplan?**");
  await office
    .getByRole("link", { name: /^Schichtplan anlegen/u })
    .first()
    .click();
  await office.getByRole("link", { name: "Aufgabe anlegen" }).waitFor();
  plan = office.url();
  id = plan.slice(-36) as Id<"opportunity">;
});
afterAll(() => house.close());

const part = (name: string) =>
  office.getByRole("navigation", { name: "Ansicht" }).getByRole("link", { name, exact: true }).click();

/** Tries a table, reads what would happen, and takes it over. */
const bring = async (table: string, content: string, [tried, taken]: readonly [string, string]) => {
  await part("Import");
  const form = office.getByRole("region", { name: table });
  await form.getByLabel("Oder hier einfügen").fill(content);
  await form.getByRole("button", { name: "Ausprobieren" }).click();
  await office.getByText(tried).waitFor();
  await office.getByRole("button", { name: "Alles übernehmen" }).click();
  await office.getByText(taken).waitFor();
};

test("two tables become forty shifts and a hundred and twenty helpers, and read once more they double nothing", async () => {
  await office.getByRole("link", { name: "Aufgabe anlegen" }).click();
  await office.getByLabel("Name der Aufgabe").fill(roles.bar);
  await office.getByLabel(new RegExp(`^${paper}`, "u")).check();
  await office.getByRole("button", { name: "Aufgabe anlegen" }).click();
  await office.getByText("Die Aufgabe ist angelegt.").waitFor();

  const [shifts, crowd] = ["Schichten aus einer Tabelle", "Menschen aus einer Tabelle"];
  const table = shiftTable([saturday, sunday]);
  await bring(shifts, table, [
    "40 neu, 0 geändert, 0 unverändert, 0 falsch.",
    "Neue Schichten: 40, geändert: 0, unverändert: 0.",
  ]);
  await bring(crowd, helperTable, [
    "120 neu, 0 bekannt, 0 wohl doppelt, 0 falsch.",
    "Neu auf der Liste: 120, aktualisiert: 0, ausgelassen: 0.",
  ]);
  const once = await house.tell((ctx) => countRows(ctx, id));
  expect(once).toEqual({ shifts: 40, helpers: 120, people: 120, pairs: 3 });
  await bring(shifts, table, [
    "0 neu, 0 geändert, 40 unverändert, 0 falsch.",
    "Neue Schichten: 0, geändert: 0, unverändert: 40.",
  ]);
  await bring(crowd, helperTable, [
    "0 neu, 120 bekannt, 0 wohl doppelt, 0 falsch.",
    "Neu auf der Liste: 0, aktualisiert: 120, ausgelassen: 0.",
  ]);
  expect(await house.tell((ctx) => countRows(ctx, id))).toEqual(once);
});

test("one paper is seen through the page of a helper, the others are written down", async () => {
  const [first, ...others] = helpers.filter(({ hasPaper }) => hasPaper);
  await part("Menschen");
  await office
    .getByLabel("Name", { exact: true })
    .first()
    .fill(first?.name ?? "");
  await office.getByRole("button", { name: "Suchen" }).first().click();
  await office.getByRole("link", { name: first?.name ?? "", exact: true }).click();
  await office.getByRole("link", { name: "Zur Akte" }).click();
  await office.getByRole("link", { name: "Qualifikationen" }).last().click();
  await office.getByLabel("Qualifikation", { exact: true }).selectOption({ index: 1 });
  await office.getByLabel("Ausgestellt am").fill(plusDays(saturday, -60));
  await office.getByRole("button", { name: "Gesehen und eintragen" }).click();
  await office.getByText("Eingetragen und von Ihnen gesehen.").waitFor();
  await house.tell(async (ctx) => {
    const qualification = (await listQualifications(ctx)).find(({ name }) => name.startsWith(paper))?.id;
    if (!qualification) throw new Error("the town knows no such paper");
    const names = new Set(others.map(({ name }) => name));
    for (const { name, personId } of await listMembers(ctx, id))
      if (names.has(name)) made(await hold(ctx, personId, { qualification, since: plusDays(saturday, -60) }));
  });
  await office.goto(plan);
});

test("the plan is computed, proven to be the best, taken over, and holds what everybody said", async () => {
  await part("Vorschlag");
  await office.getByRole("button", { name: "Vorschlag rechnen" }).click();
  await office.getByText("Der Vorschlag wird gerechnet.").first().waitFor();
  await house.hurry();
  await office.getByText("Besser geht es nicht: Das ist nachgewiesen.").waitFor({ timeout: 40_000 });
  const compared = await office
    .getByRole("table", { name: "Wer heute kommt und wer im Vorschlag" })
    .textContent();
  await office.getByRole("button", { name: "Übernehmen", exact: true }).click();
  await office.getByText("Der Vorschlag ist übernommen.").waitFor();
  const sums = await house.tell((ctx) => sumUp(ctx, id));
  const places = await house.tell((ctx) => listPlaces(ctx, id));
  expect(sums?.held).toBe(sums?.taken);
  expect(places.length).toBe(sums?.taken);
  expect(compared?.match(/ \(neu\)/gu)).toHaveLength(places.length);
  await office.getByText(`${sums?.taken} Plätze wurden vergeben.`).waitFor();

  await office.goto(plan);
  const cells = await readBoard(office);
  expect(cells).toHaveLength(42);
  const facts = office.locator(".al-facts dd");
  expect(await facts.nth(0).textContent()).toBe(`${sums?.taken} von ${sums?.places}`);
  expect(await facts.nth(1).textContent()).toContain(String(sums?.missing));
  expect(cells.reduce((sum, { taken }) => sum + taken, 0)).toBe(sums?.taken);
  expect(cells.reduce((sum, { most }) => sum + most, 0)).toBe(sums?.places);
  for (const { taken, names } of cells) expect(names).toHaveLength(taken);

  expect(places.filter(({ wish }) => !wish)).toEqual([]);
  expect(places.filter(({ proven }) => !proven)).toEqual([]);
  const most = new Map(helpers.map((one) => [one.email, one.most]));
  const shown = new Set(helpers.flatMap((one) => (one.hasPaper ? one.email : [])));
  const pouring = places.filter(({ role }) => role === roles.bar);
  expect(pouring.length).toBeGreaterThan(0);
  expect(pouring.filter(({ email }) => !shown.has(email))).toEqual([]);
  const timesOf = (who: string) => places.filter(({ name }) => name === who).map(({ from }) => +from);
  for (const one of helpers.filter((helper) => helper.with))
    expect(timesOf(one.name).sort(), one.name).toEqual(timesOf(one.with).sort());
  for (const [email, own] of Map.groupBy(places, (one) => one.email)) {
    expect(own.length, email).toBeLessThanOrEqual(most.get(email) ?? 0);
    const inOrder = own.toSorted((one, other) => +one.from - +other.from);
    for (const [at, { from }] of inOrder.entries())
      expect(+from, email).toBeGreaterThanOrEqual(+(inOrder[at - 1]?.to ?? 0));
  }
}, 90_000);

test("the printed sheet of a day names exactly the people of the board", async () => {
  await office.getByLabel("Tag", { exact: true }).selectOption(saturday);
  await office.getByRole("button", { name: "Zeigen" }).click();
  await office.waitForURL(`**tag=${saturday}**`);
  const board = Map.groupBy(await readBoard(office), ({ shift }) => shift);
  await part("Listen zum Drucken");
  await office.getByLabel("Tag", { exact: true }).selectOption(saturday);
  await office.getByRole("button", { name: "Blatt zeigen" }).click();
  await office.waitForURL(`**tag=${saturday}**`);
  await office.emulateMedia({ media: "print" });
  const sheet = await readSheet(office);
  await office.emulateMedia({ media: null });
  expect(sheet).toHaveLength(20);
  expect(new Map(sheet)).toEqual(
    new Map([...board].map(([shift, cells]) => [shift, cells.flatMap(({ names }) => names).sort()])),
  );
});

test("on the day a phone ticks with and without a network, and another screen counts the same", async () => {
  await house.pass(4);
  const [one, two, three, four, five] = await house.tell(async (ctx) => {
    const running = (await listDay(ctx, id, saturday)).filter(
      ({ startsAt, needs }) => +startsAt === +instantAt(saturday, "10:00") && needs[0]?.role === roles.setUp,
    );
    return listExpected(
      ctx,
      running.map((shift) => shift.id),
    );
  });
  if (!one || !two || !three || !four || !five) throw new Error("too few come");
  const phone = await house.visit();
  await signIn(phone, people.coordinator, `/schichtplan/${id}/vor-ort`);
  await phone.getByText("Verbunden. Alles ist gesendet.").waitFor();
  await phone.waitForSelector("html[data-kept-page]", { state: "attached" });
  await tick(phone, one, "Ist da");
  await row(phone, one)
    .getByText(/^da seit/u)
    .waitFor();
  await phone.context().setOffline(true);
  for (const line of [two, three, four]) await tick(phone, line, "Ist da");
  await tick(phone, five, "Kam nicht");
  const passer = phone.locator(`[data-walk-in="${one.shiftId}"]`);
  await phone.locator("details").filter({ has: passer }).locator("summary").click();
  await passer.getByLabel("Name").fill("Wanda Spontan");
  await passer.getByRole("button", { name: "Eintragen und abhaken" }).click();
  await phone.getByText("Ohne Netz – 5 warten").waitFor();
  const offline = await counts(phone);
  await phone.reload();
  await phone.getByText("Ohne Netz – 5 warten").waitFor();
  expect(await counts(phone)).toEqual(offline);
  await phone.context().setOffline(false);
  await phone.getByText("Verbunden. Alles ist gesendet.").waitFor();

  const desk = await house.visit({ viewport: desktop });
  await signIn(desk, people.colleague, `/schichtplan/${id}/vor-ort`);
  await desk.getByText("Verbunden. Alles ist gesendet.").waitFor();
  expect(await counts(desk)).toEqual(offline);
  expect(await house.tell((ctx) => countDay(ctx, id, saturday))).toEqual(offline);
  expect(offline.reduce((sum, text) => sum + Number.parseInt(text, 10), 0)).toBe(5);
}, 60_000);

test("when the day is closed the hours are counted once, as the list says", async () => {
  await house.pass(13 / 24);
  const desk = await house.visit({ viewport: desktop });
  await signIn(desk, people.coordinator, `/schichtplan/${id}/vor-ort?tag=${saturday}`);
  const close = desk.getByRole("region", { name: "Tag abschließen" });
  for (const _ of ["once", "twice"]) {
    await close.getByLabel("… waren da").check();
    await close.getByRole("button", { name: "Tag abschließen" }).click();
    await desk.getByText("Der Tag ist abgeschlossen.").waitFor();
  }
  const sums = await house.tell((ctx) => countMinutes(ctx, id));
  expect(sums?.told).toBeGreaterThan(0);
  expect(sums?.told).toBe(sums?.counted);
  expect(sums?.missed).toBe(1);
  const places = (await house.tell((ctx) => listPlaces(ctx, id))).filter(
    ({ from }) => dayOf(from) === saturday,
  );
  expect(sums?.people).toBe(places.length - 1);
  expect(await counts(desk)).toEqual(await house.tell((ctx) => countDay(ctx, id, saturday)));
});

test("a volunteer reads with every suggestion why it fits", async () => {
  const page = await house.visit();
  await signIn(page, people.volunteer, "/mein/vorschlaege");
  const cards = page.locator("ol.al-tasks > li");
  const reasons = await cards.evaluateAll((all) =>
    all.map((card) => card.querySelector(".al-why:not(.al-why--but)")?.textContent ?? ""),
  );
  expect(reasons.length).toBeGreaterThan(3);
  for (const reason of reasons) expect(reason).toMatch(/^Passt, weil \S/u);
});

import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Context } from "#core/context.ts";
import { listCards } from "#modules/workshops/cards/queries.ts";
import { addWorkshop, moveWorkshop } from "#modules/workshops/commands.ts";
import { addTable, letPhase, useTemplate } from "#modules/workshops/planning/commands.ts";
import { findWorkshop, listPhases } from "#modules/workshops/queries.ts";
import { made } from "#test/made.ts";
import { desktop, type House, openHouse, people, signIn } from "./house.ts";

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

const hour = 3_600_000;

/** A workshop that runs, with two tables, whose first part takes cards. */
const openHall = async (ctx: Context, title: string) => {
  const times = { startsAt: new Date(+ctx.now - hour), endsAt: new Date(+ctx.now + 3 * hour) };
  const question = "Was braucht das Ehrenamt hier?";
  const { id, slug } = made(await addWorkshop(ctx, { title, question, ...times }));
  made(await useTemplate(ctx, id));
  made(await addTable(ctx, id, { title: "Nachwuchs", question: "", hostName: "" }));
  made(await addTable(ctx, id, { title: "Räume", question: "", hostName: "" }));
  made(await moveWorkshop(ctx, id, "announced"));
  made(await moveWorkshop(ctx, id, "running"));
  const [first, , vision] = await listPhases(ctx, id);
  const workshop = await findWorkshop(ctx, id);
  if (!first || !vision || !workshop) throw new Error("the day has no parts");
  made(await letPhase(ctx, id, first.id, "cards"));
  return { id, slug, code: workshop.hallCode, phase: first.id, next: vision.id };
};

const enter = async (page: Page, code: string, table: string): Promise<void> => {
  await page.goto(`/saal?wort=${code}`);
  await page.getByRole("button", { name: "Hineingehen" }).click();
  await page.getByRole("radio", { name: table }).first().check();
  await page.getByRole("button", { name: "Hier hinsetzen" }).click();
  await page.getByText("Schön, dass Sie da sind.").waitFor();
};

const write = async (page: Page, text: string): Promise<void> => {
  await page.getByLabel("Ihre Karte").fill(text);
  await page.getByRole("button", { name: "Karte hinlegen" }).click();
};

const cardsOf = (phase: Parameters<typeof listCards>[1]) =>
  house.tell(async (ctx) => (await listCards(ctx, phase)).map(({ text }) => text));

const ready = (page: Page) => page.waitForSelector("html[data-kept-page]", { state: "attached" });

const findings = async (page: Page): Promise<string[]> => {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
  return violations.map(
    ({ id, nodes }) => `${page.url()}: ${id} ${nodes.map(({ target }) => target.join(" "))}`,
  );
};

test("a phone that loses its network, is reloaded and comes back has laid down exactly its three cards", async () => {
  const hall = await house.tell((ctx) => openHall(ctx, "Werkstatt im Funkloch"));
  const phone = await house.visit();
  await enter(phone, hall.code, "Nachwuchs");
  await phone.getByText("Verbunden. Alle Karten sind angekommen.").waitFor();
  await ready(phone);
  const screen = await house.visit({ viewport: { width: 1920, height: 1080 } });
  await screen.goto(`/werkstaetten/${hall.slug}/leinwand?wort=${hall.code}`);
  await screen.getByText("Gleich kommt die erste Karte.").waitFor();

  await phone.context().setOffline(true);
  await write(phone, "Zu wenige machen mit.");
  await write(phone, "Kein Raum am Abend.");
  await phone.getByText("Ohne Netz – 2 warten").waitFor();
  await phone.reload();
  await phone.getByText("Ohne Netz – 2 warten").waitFor();
  await phone.locator("[data-late]").getByText("Zu wenige machen mit.").waitFor();
  await write(phone, "Zu viel Papier.");
  await phone.getByText("Ohne Netz – 3 warten").waitFor();
  expect(await cardsOf(hall.phase)).toEqual([]);

  await phone.context().setOffline(false);
  await phone.getByText("Verbunden. Alle Karten sind angekommen.").waitFor();
  await phone.locator("[data-cards]").getByText("Zu viel Papier.").waitFor();
  const three = ["Zu wenige machen mit.", "Kein Raum am Abend.", "Zu viel Papier."];
  expect(await cardsOf(hall.phase)).toEqual(three);
  for (const card of three) await screen.locator("[data-card]").getByText(card).waitFor({ timeout: 2_500 });
  await phone.reload();
  await phone.getByText("Verbunden. Alle Karten sind angekommen.").waitFor();
  expect(await cardsOf(hall.phase)).toEqual(three);

  await screen.context().setOffline(true);
  await screen.getByText("Dies ist das letzte Bild").waitFor();
  expect(await screen.locator("[data-card]").count()).toBe(3);
});

test("a card that comes too late for its part stays on the phone and can be laid into the next", async () => {
  const hall = await house.tell((ctx) => openHall(ctx, "Werkstatt mit Eile"));
  const phone = await house.visit();
  await enter(phone, hall.code, "Räume");
  await ready(phone);
  await phone.context().setOffline(true);
  await write(phone, "Ein Haus für alle.");
  await phone.getByText("Ohne Netz – 1 warten").waitFor();
  await house.tell(async (ctx) => made(await letPhase(ctx, hall.id, hall.next, "cards")));
  await phone.context().setOffline(false);
  await phone.getByText("Wie wäre es, wenn").waitFor();
  await phone.getByText("Nicht angenommen: Der Teil war schon geschlossen.").waitFor();
  await phone.getByRole("button", { name: "In den jetzigen Teil legen" }).click();
  await phone.locator("[data-cards]").getByText("Ein Haus für alle.").waitFor();
  expect(await cardsOf(hall.phase)).toEqual([]);
  expect(await cardsOf(hall.next)).toEqual(["Ein Haus für alle."]);
});

test("without a script the same is done by forms, and everything can be read by everybody", async () => {
  const hall = await house.tell((ctx) => openHall(ctx, "Werkstatt ohne Skript"));
  const phone = await house.visit({ javaScriptEnabled: false });
  await enter(phone, hall.code, "Räume");
  await write(phone, "Ein Schlüssel für alle Vereine.");
  await phone.getByText("Ihre Karte liegt auf dem Tisch.").waitFor();
  await write(phone, "Doch lieber nicht.");
  await phone
    .getByRole("listitem")
    .filter({ hasText: "Doch lieber nicht." })
    .getByRole("button", { name: /^Zurücknehmen/u })
    .click();
  await phone.getByText("Die Karte ist zurückgenommen.").waitFor();
  expect(await cardsOf(hall.phase)).toEqual(["Ein Schlüssel für alle Vereine."]);
  await phone.goto(`/werkstaetten/${hall.slug}/leinwand?wort=${hall.code}&erneuern=ja`);
  await phone.getByText("Ein Schlüssel für alle Vereine.").waitFor();

  const reader = await house.visit({ viewport: desktop });
  const found: string[] = [];
  for (const colorScheme of ["light", "dark"] as const) {
    await reader.emulateMedia({ colorScheme });
    await reader.goto("/werkstaetten");
    found.push(...(await findings(reader)));
    await reader.goto(`/werkstaetten/${hall.slug}`);
    found.push(...(await findings(reader)));
    await reader.goto(`/werkstaetten/${hall.slug}/leinwand?wort=${hall.code}`);
    found.push(...(await findings(reader)));
    await enter(reader, hall.code, "Räume");
    found.push(...(await findings(reader)));
  }
  expect(found).toEqual([]);
});

test("the office types paper by keyboard alone: Enter keeps a card and the field waits for the next", async () => {
  const hall = await house.tell((ctx) => openHall(ctx, "Werkstatt auf Papier"));
  const desk = await house.visit({ viewport: desktop });
  await signIn(desk, people.coordinator, `/buero/werkstaetten/${hall.id}/karten`);
  await desk.getByLabel("Karte", { exact: true }).focus();
  for (const text of ["Mehr Geld.", "Mehr Zeit.", "Mehr Dank."]) {
    await desk.keyboard.type(text);
    await desk.keyboard.press("Enter");
    await desk.getByRole("listitem").filter({ hasText: text }).waitFor();
  }
  expect(await cardsOf(hall.phase)).toEqual(["Mehr Geld.", "Mehr Zeit.", "Mehr Dank."]);
  expect(await findings(desk)).toEqual([]);
});

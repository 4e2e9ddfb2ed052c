import { fileURLToPath } from "node:url";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { desktop, type House, openHouse, people, signIn } from "./house.ts";

let house: House;
let page: Page;
beforeAll(async () => {
  house = await openHouse();
  page = await house.visit({ viewport: desktop });
  await signIn(page, people.coordinator, "/buero");
});
afterAll(() => house.close());

const focused = (): Promise<string> => page.evaluate(() => document.activeElement?.textContent ?? "");

test("the worklist is worked through with single keys, and they can be switched off", async () => {
  await page.goto("/buero?ansicht=nobody");
  await page.keyboard.press("j");
  const first = await focused();
  await page.keyboard.press("j");
  expect(await focused()).not.toBe(first);
  await page.keyboard.press("k");
  expect(await focused()).toBe(first);

  const row = page.getByRole("main").getByRole("listitem").filter({ hasText: first });
  await row.getByRole("button", { name: /^Übernehmen/u }).click();
  await page.goto("/buero?ansicht=mine");
  await row.getByRole("link", { name: first, exact: true }).click();
  await page.waitForURL("**zeile=**");
  await page.keyboard.press("v");
  await page
    .getByText(/morgen/u)
    .first()
    .waitFor();
  await row.getByRole("link", { name: first, exact: true }).click();
  await page.waitForURL("**zeile=**");
  await page.keyboard.press("z");
  await page.getByLabel("Wer kümmert sich darum?").selectOption(people.colleague);
  await page.getByRole("button", { name: "Zuweisen" }).click();
  await page.goto("/buero?ansicht=mine");
  expect(await row.count()).toBe(0);

  await page.keyboard.press("?");
  await page.keyboard.press("j");
  expect(await page.evaluate(() => document.activeElement?.tagName)).not.toBe("A");
  await page.keyboard.press("?");
});

test("a first offer is read, published and found", async () => {
  await page.goto("/buero");
  const review = page.getByRole("link", { name: /^Erstes Angebot durchsehen/u }).first();
  const title = ((await review.textContent()) ?? "").replace("Erstes Angebot durchsehen: ", "");
  await page.goto("/buero/angebote?stand=review");
  await page.getByRole("link", { name: title }).click();
  await page.getByRole("button", { name: /^Veröffentlichen/u }).click();
  await page.getByText("Veröffentlicht. Ab jetzt finden es alle.").waitFor();
  await page.goto("/buero");
  expect(await page.getByRole("link", { name: `Erstes Angebot durchsehen: ${title}` }).count()).toBe(0);
});

test("whoever is away names a colleague, who then finds everything on the own list", async () => {
  await page.goto("/buero/vertretung");
  await page.getByLabel("Wer ist weg?").selectOption(people.coordinator);
  await page.getByLabel("Wer vertritt?").selectOption(people.colleague);
  await page.getByLabel("Erster Tag").fill("2026-11-24");
  await page.getByLabel("Letzter Tag").fill("2026-12-04");
  await page.getByRole("button", { name: "Vertretung einrichten" }).click();
  await page.getByText("Die Vertretung ist eingerichtet.").waitFor();
  await page
    .getByRole("button", { name: /^Jetzt beenden/u })
    .first()
    .click();
  await page.getByText("Die Vertretung ist beendet.").waitFor();
});

test("a file from Freinet is looked at row by row, taken over, and a double becomes one", async () => {
  await page.goto("/buero/import");
  await page
    .getByLabel("Datei")
    .setInputFiles(fileURLToPath(new URL("fixtures/freinet.csv", import.meta.url)));
  await page.getByLabel("Woher kommt sie?").fill("Freinet");
  await page.getByRole("button", { name: "Zeigen, was geschehen würde" }).click();
  await page.getByText("sieht aus wie").first().waitFor();
  expect(await page.getByText("Wanderfreunde Neißetal e.V.").first().isVisible()).toBe(true);
  await page.getByRole("button", { name: "Alles übernehmen" }).click();
  await page.getByText(/1 neu/u).first().waitFor();

  await page.goto("/buero/organisationen/doppelte");
  const pairs = page.getByRole("link", { name: /Vergleichen/u });
  const before = await pairs.count();
  await pairs.first().click();
  await page.getByRole("radio").first().check();
  await page.getByRole("button", { name: "Zusammenführen" }).click();
  await page.goto("/buero/organisationen/doppelte");
  expect(await pairs.count()).toBe(before - 1);
});

import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type House, openHouse } from "./house.ts";

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

const heading = (page: Page): Promise<string | null> => page.getByRole("heading", { level: 1 }).textContent();

test("a newcomer with an old phone and no scripts finds suggestions and asks for a call", async () => {
  const page = await house.visit({ javaScriptEnabled: false });
  await page.goto("/");
  expect(await heading(page)).toContain("Weißwasser");
  await page.getByRole("link", { name: "Das weiß ich noch nicht" }).click();

  await page.getByLabel("Am Wochenende").check();
  await page.getByRole("button", { name: "Weiter" }).click();
  for (let question = 2; question <= 6; question += 1) {
    expect(await page.getByText(`Frage ${question} von 6`).isVisible()).toBe(true);
    await page.getByRole("link", { name: "Diese Frage überspringen" }).click();
  }
  expect(await page.getByText("Passt, weil").first().isVisible()).toBe(true);

  await page.goto("/fragen");
  await page.getByLabel("Ich bin neu hier oder wieder zurück").check();
  await page.getByLabel("Ihre Frage").fill("Ich bin gerade hergezogen und möchte Leute kennenlernen.");
  await page.getByRole("button", { name: "Frage abschicken" }).click();
  // Nothing is lost when something is missing.
  expect(await page.getByLabel("Ihre Frage").inputValue()).toContain("hergezogen");
  // Whoever reads before writing needs a moment; only machines are faster.
  await house.pass(1 / 1440);
  await page.getByLabel("Ihr Name").fill("Nadja Neumann");
  await page.getByLabel("Telefon").fill("0151 2345678");
  await page.getByRole("button", { name: "Frage abschicken" }).click();
  expect(await heading(page)).toBe("Ihre Frage ist angekommen");
});

test("the whole house changes its language with one link", async () => {
  const page = await house.visit({ javaScriptEnabled: false });
  await page.goto("/angebote");
  await page.getByRole("link", { name: "English" }).click();
  expect(await page.locator("html").getAttribute("lang")).toBe("en");
  await page.goto("/fragen");
  expect(await heading(page)).toMatch(/ask/iu);
  await page.goto("/");
  await page
    .getByRole("navigation", { name: /language/iu })
    .getByRole("link", { name: "Leichte Sprache" })
    .click();
  expect(await page.getByRole("link", { name: /English/u }).isVisible()).toBe(true);
  expect(await page.locator("html").getAttribute("lang")).toMatch(/^de/u);
});

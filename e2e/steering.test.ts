import { afterAll, beforeAll, expect, test } from "vitest";
import { type House, openHouse, people, signIn } from "./house.ts";
import { inspectAll } from "./inspection.ts";
import { wander } from "./wander.ts";

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

test("every kind of page on consortium, strategy and network can be read by everybody", async () => {
  const page = await house.visit();
  const starts = ["/konsortium", "/strategie", "/netzwerk"];
  const pages = await wander(page, starts, /^\/(?:konsortium|strategie|netzwerk)\//u);
  expect(pages.length).toBeGreaterThan(20);
  await inspectAll(page, house.origin, pages);
}, 600_000);

test("every kind of page on which office and chair steer can be read by everybody", async () => {
  const page = await house.visit();
  await signIn(page, people.coordinator, "/buero");
  const starts = ["/buero/konsortium", "/buero/strategie", "/buero/netzwerk", "/buero/faden/luecken"];
  const pages = await wander(page, starts, /^\/buero\/(?:konsortium|strategie|netzwerk)\//u);
  expect(pages.length).toBeGreaterThan(20);
  await inspectAll(page, house.origin, pages);
}, 600_000);

test("a reader of a measure follows the thread to the card and the survey, and on to the resolution and what was done", async () => {
  const page = await house.visit();
  await page.goto("/strategie");
  await page.getByRole("link", { name: "Offene Türen: Turnhalle und Aula an allen Abenden" }).first().click();
  const main = page.getByRole("main");
  const measure = await main.textContent();
  expect(measure).toContain("Zugesagt und gegeben");
  expect(measure).toMatch(/\d+ Stunden im Jahr von \d+ Partner/u);
  const address = page.url();
  await main
    .getByRole("link", { name: /Räume sind zu, wenn wir Zeit haben/u })
    .first()
    .click();
  expect(await main.textContent()).toContain("Der Saal im Vereinshaus ist abends zu");
  await page.goto(address);
  await main
    .getByRole("link", { name: /Räume: Haben Sie, was Sie brauchen\?/u })
    .first()
    .click();
  expect(await main.textContent()).toMatch(/\d+\s*%/u);
  await page.goto(address);
  await main
    .getByRole("link", { name: /Turnhalle und Aula an allen Abenden offen/u })
    .first()
    .click();
  const resolution = await main.textContent();
  expect(resolution).toMatch(/Angenommen: \d+ Ja/u);
  expect(resolution).toContain("Reihenfolge für den Schließdienst aufstellen");
}, 120_000);

const months = [
  ...["Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September", "Oktober"],
  ...["November", "Dezember"],
];

test("the numbers of resolutions rise with their days", async () => {
  const page = await house.visit();
  await page.goto("/konsortium/beschluesse");
  const text = (await page.getByRole("main").textContent()) ?? "";
  const told = [...text.matchAll(/(\d{4})-(\d{2}) · (\d{1,2})\. (\p{L}+) (\d{4})/gu)].map(
    ([, year, number, day, month = "", ofYear]) => ({
      label: Number(`${year}${number}`),
      day: Number(`${ofYear}${String(months.indexOf(month) + 10)}${day?.padStart(2, "0")}`),
    }),
  );
  expect(told.length).toBeGreaterThan(12);
  const byLabel = told.toSorted((one, other) => one.label - other.label).map(({ day }) => day);
  expect(byLabel).toEqual(byLabel.toSorted((one, other) => one - other));
}, 60_000);

test("the network shows what three years changed, without a script, and keeps everybody in their place", async () => {
  const page = await house.visit({ javaScriptEnabled: false });
  await page.goto("/netzwerk");
  const years = page.getByRole("navigation", { name: "Jahr wählen" });
  const last = Number(await years.getByRole("link").last().textContent());
  await page.goto(`/netzwerk?jahr=${last}&vergleich=${last - 3}`);
  const pictures = page.locator(".al-net svg");
  expect(await pictures.count()).toBe(2);
  expect(await page.getByRole("main").textContent()).toMatch(
    new RegExp(
      `Wachstum: Seit ${last - 3} sind \\d+ Linien dazugekommen, \\d+ davon zwischen Wirtschaft`,
      "u",
    ),
  );
  // A sign is drawn in a field of 24 around the place of its organization.
  const centersIn = (at: number) =>
    pictures
      .nth(at)
      .locator("[data-id]")
      .evaluateAll((all) =>
        all.map((node) => {
          const numbers =
            node
              .querySelector("path")
              ?.getAttribute("transform")
              ?.match(/[\d.]+/gu) ?? [];
          const [x = 0, y = 0, scale = 0] = numbers.map(Number);
          return [Math.round(x + 12 * scale), Math.round(y + 12 * scale)];
        }),
      );
  const [before, after] = [await centersIn(0), await centersIn(1)];
  expect(after.length).toBeGreaterThan(40);
  for (const [at, [x = 0, y = 0]] of after.entries()) {
    const [oldX = 0, oldY = 0] = before[at] ?? [];
    expect(Math.hypot(x - oldX, y - oldY)).toBeLessThan(3);
  }
}, 120_000);

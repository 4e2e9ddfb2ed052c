import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { desktop, type House, linkInMail, openHouse, people, signIn } from "./house.ts";

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

/** Everything the coordinator presses: a person needs some seconds for each. */
const countingClicks = async (page: Page): Promise<() => number> => {
  let clicks = 0;
  await page.exposeFunction("countClick", () => {
    clicks += 1;
  });
  await page.addInitScript(() => {
    const count: unknown = Reflect.get(window, "countClick");
    document.addEventListener("click", (event) => {
      if (event.isTrusted && event.detail > 0 && typeof count === "function") count();
    });
  });
  return () => clicks;
};

test("somebody who only has a telephone comes from the first call to a place, and is asked how it is", async () => {
  const office = await house.visit({ viewport: desktop });
  await signIn(office, people.coordinator, "/buero");
  const clicks = await countingClicks(office);

  await office.goto("/buero/anfragen");
  await office.getByRole("link", { name: "Anfrage aufschreiben" }).click();
  await office.getByRole("radio", { name: "Telefon" }).check();
  await office.getByLabel("Worum geht es?").selectOption("Ich möchte helfen");
  await office.getByLabel("Was gesagt wurde").fill("Möchte vorlesen, dienstags Zeit, hat kein Internet.");
  await office.getByLabel("Name").fill("Waltraud Beispiel");
  await office.getByRole("textbox", { name: "Telefon" }).fill("03576 777123");
  await office.getByLabel("neue Akte anlegen").check();
  await office.getByLabel("Ich kümmere mich selbst darum").check();
  await office.getByRole("button", { name: "Auf die Liste setzen" }).click();
  await office.getByRole("link", { name: "Akte öffnen" }).click();

  await office.getByRole("link", { name: "Gespräch festhalten" }).first().click();
  await office.getByLabel("Ist einverstanden, dass wir eine Akte führen").check();
  await office.getByLabel("Vorlesen", { exact: true }).check();
  await office.getByLabel(/Anfrage \d+ damit abschließen/u).check();
  await office.getByRole("button", { name: "Gespräch speichern" }).click();
  expect(await office.getByText("Passt, weil").first().isVisible()).toBe(true);
  const file = office.url();

  await office
    .getByRole("link", { name: /Vorschlagen/u })
    .first()
    .click();
  await office.getByLabel("Am Telefon gesagt").check();
  await office.getByRole("button", { name: "Vorschlagen" }).click();
  await office.getByText("Vermerkt. Die Organisation ist angefragt.").waitFor();
  const soFar = clicks();

  const answer = await linkInMail(office, /mitmachen/u, /\/antwort\//u);
  const club = await house.visit();
  await club.goto(answer);
  expect(await club.getByText("Waltraud Beispiel").first().isVisible()).toBe(true);
  await club.getByLabel("Ja, wir möchten uns kennenlernen").check();
  await club.getByRole("button", { name: "Antwort geben" }).click();
  await club.getByText("Danke! Wir melden uns").waitFor();

  await office.goto("/buero");
  const waiting = office.getByRole("listitem").filter({ hasText: "Waltraud Beispiel" });
  await waiting.getByRole("link").last().click();
  await office.getByRole("button", { name: "Schnuppern verabreden" }).click();
  await office.getByText("Das Schnuppern ist verabredet.").waitFor();
  await office.getByRole("button", { name: "Fest vereinbaren" }).click();
  await office.getByText("Vermittelt!").waitFor();
  // Half a minute for each of them would still be less than five minutes.
  expect(soFar + clicks()).toBeLessThan(60);

  await house.pass(15, "follow_up.ask");
  // After two weeks without anybody much is late; the whole group is looked at.
  const late = "/buero?gruppe=late";
  await office.goto(late);
  expect(await waiting.count()).toBeGreaterThan(0);
  await waiting.filter({ hasText: "Passt „" }).getByRole("link").last().click();
  await office.getByRole("radio", { name: "auf Papier" }).check();
  await office.getByRole("button", { name: "Passt", exact: true }).click();
  await office.getByText("Die Antwort ist vermerkt.").waitFor();
  expect(office.url()).toContain(new URL(file).pathname);
  await office.goto(late);
  expect(await waiting.filter({ hasText: "Passt „" }).count()).toBe(0);
});

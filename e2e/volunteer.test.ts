import { afterAll, beforeAll, expect, test } from "vitest";
import { type House, linkInMail, openHouse, people, signIn } from "./house.ts";

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

const email = "petra@post.example";

test("a volunteer comes from six questions to a talk, and signs in by a link without any password", async () => {
  const page = await house.visit();
  const office = await house.visit();
  await signIn(office, people.coordinator, "/buero");
  await page.goto("/helfen");
  await page.getByLabel("Am Wochenende").check();
  await page.getByRole("button", { name: "Weiter" }).click();
  await page.getByRole("link", { name: "Gleich zu den Vorschlägen" }).click();
  await page.getByText("Passt, weil").first().waitFor();
  await page.getByRole("link", { name: "Termin oder Rückruf" }).click();
  await house.pass(1 / 1440);
  await page.getByLabel("Ihre Frage").fill("Ich möchte gern helfen, am liebsten am Wochenende.");
  await page.getByLabel("Ihr Name").fill("Petra Probst");
  await page.getByLabel("E-Mail").fill(email);
  await page
    .getByRole("group", { name: /Termin/u })
    .getByRole("radio")
    .nth(1)
    .check();
  await page.getByRole("button", { name: "Frage abschicken" }).click();
  await page.getByText("Ihr Termin steht.").waitFor();

  await page.goto("/anmelden");
  await page
    .getByRole("region", { name: "Mit einem Link per E-Mail" })
    .getByLabel("E-Mail-Adresse")
    .fill(email);
  await page.getByRole("button", { name: "Link zuschicken" }).click();
  await page.waitForURL("**/anmelden/gesendet**");
  await page.goto(await linkInMail(office, /anmelden/iu, /\/anmelden\/link\//u));
  await page.getByRole("button", { name: /anmelden/iu }).click();
  await page.waitForURL("**/anmelden/willkommen**");
}, 60_000);

test("a volunteer releases a suggestion, says how it goes, sees who looked and withdraws a consent", async () => {
  const page = await house.visit();
  await signIn(page, people.volunteer);
  await page.getByRole("link", { name: /Dürfen wir für Sie bei/u }).click();
  await page.getByRole("button", { name: "Freigeben und anfragen" }).click();
  await page.getByText("Danke. Wir fragen jetzt an.").waitFor();

  await page.goto("/mein");
  expect(await page.getByRole("link", { name: /Dürfen wir für Sie bei/u }).count()).toBe(0);
  await page.getByRole("link", { name: /^Passt „/u }).click();
  await page.getByRole("radio", { name: /^Passt(?! nicht)/u }).check();
  await page.getByRole("button", { name: "Antwort geben" }).click();
  await page.getByText("Danke, Ihre Antwort ist da.").waitFor();

  const office = await house.visit();
  await signIn(office, people.coordinator, "/buero/menschen?q=Mara+Lindner");
  await office.getByRole("link", { name: people.volunteer }).first().click();
  await office.getByRole("heading", { name: people.volunteer }).first().waitFor();
  await page.goto("/mein/einblicke");
  await page.getByText(people.coordinator).first().waitFor();

  await page.goto("/mein/einwilligungen");
  const withdraw = page.getByRole("button", { name: /^Widerrufen/u });
  const before = await withdraw.count();
  await withdraw.last().click();
  await expect.poll(() => withdraw.count()).toBe(before - 1);
}, 60_000);

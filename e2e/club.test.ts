import { afterAll, beforeAll, expect, test } from "vitest";
import { desktop, type House, linkInMail, openHouse, people, signIn } from "./house.ts";

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

test("a club keeps its profile, offers something new, is found despite a slip, and confirms it after ninety days", async () => {
  const club = await house.visit();
  await signIn(club, people.club, "/mein/organisationen");
  await club.getByRole("link", { name: "Teichfreunde Weißwasser e.V." }).click();
  await club.getByRole("link", { name: "Wer wir sind" }).click();
  await club.getByLabel("In einem Satz").fill("Wir halten den Jahnteich sauber und verleihen Boote.");
  await club.getByRole("button", { name: "Speichern" }).click();
  await club.getByRole("link", { name: "So sehen es alle" }).click();
  await club.getByText("und verleihen Boote").first().waitFor();

  await club.goto("/mein");
  await club.getByRole("link", { name: "Angebote meiner Organisation" }).click();
  await club.getByRole("link", { name: "Neues Angebot beschreiben" }).click();
  await club.getByLabel("Kurzer Titel").fill("Bootsverleih betreuen");
  await club
    .getByRole("button", { name: /Speichern|Entwurf/u })
    .first()
    .click();
  await club.getByRole("button", { name: /^Veröffentlichen/u }).click();
  // What is missing is said before anybody can find it, and nothing is lost.
  await club.getByText("Bitte ergänzen Sie vor dem Veröffentlichen").waitFor();
  await club.getByRole("link", { name: "Ändern" }).click();
  await club.getByLabel("Was man dort tut").fill("Boote ausgeben, Schwimmwesten anlegen, mit Gästen reden.");
  await club.getByLabel("Freizeit und Geselligkeit").check();
  await club
    .getByRole("button", { name: /Speichern/u })
    .first()
    .click();
  await club.getByText("Veröffentlicht. Ab jetzt finden es alle.").waitFor();

  const reader = await house.visit();
  await reader.goto("/angebote");
  await reader.getByLabel("Was suchen Sie?").fill("Botsverlei");
  await reader.getByRole("button", { name: "Angebote zeigen" }).click();
  await reader.getByRole("link", { name: "Bootsverleih betreuen" }).click();
  expect(await reader.getByRole("heading", { level: 1 }).textContent()).toBe("Bootsverleih betreuen");

  await house.pass(91, "opportunity.ask_whether_it_holds");
  const office = await house.visit({ viewport: desktop });
  await signIn(office, people.coordinator, "/buero");
  const letter = await linkInMail(office, /Gelten Ihre \d+ Angebote noch/u, /\/bestaetigen\//u);
  await reader.goto(letter);
  await reader.getByRole("button", { name: "Ja, es gilt weiter" }).click();
  await reader.getByText("Danke! Das Angebot bleibt in der Liste.").waitFor();
}, 60_000);

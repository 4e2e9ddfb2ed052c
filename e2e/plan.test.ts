import { afterAll, beforeAll, expect, test } from "vitest";
import { dayOf, plusDays } from "#core/local-time.ts";
import { desktop, type House, openHouse, people, signIn } from "./house.ts";
import { storyNow } from "./stage.ts";

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

const saturday = plusDays(dayOf(storyNow), 12);

test("a club writes a plan, puts somebody on the list, drags them elsewhere, and moves them back without a script", async () => {
  const club = await house.visit({ viewport: desktop });
  await signIn(club, people.club);
  await club.getByRole("link", { name: "Schichtpläne" }).click();
  await club.getByText("Neuer Schichtplan").click();
  await club
    .getByRole("link", { name: /^Schichtplan anlegen/u })
    .first()
    .click();
  const plan = club.url();
  await club.getByRole("link", { name: "Aufgabe anlegen" }).click();
  await club.getByLabel("Name der Aufgabe").fill("Bootssteg");
  await club.getByRole("button", { name: "Aufgabe anlegen" }).click();
  await club.getByText("Die Aufgabe ist angelegt.").waitFor();

  await club.getByRole("link", { name: "Plan", exact: true }).click();
  await club.getByRole("link", { name: "Schicht anlegen" }).click();
  await club.getByLabel("Tag", { exact: true }).fill(saturday);
  await club.getByLabel("Von", { exact: true }).fill("09:00");
  await club.getByLabel("Bis", { exact: true }).fill("12:00");
  await club.getByText("Dieselbe Schicht an weiteren Tagen").click();
  await club.getByLabel("Jeden Tag bis").fill(plusDays(saturday, 1));
  await club.getByLabel("Bootssteg: mindestens").fill("3");
  await club.getByLabel("Bootssteg: höchstens").fill("2");
  await club.getByRole("button", { name: "Schicht anlegen" }).click();
  await club.getByRole("link", { name: "„Mindestens“ darf nicht mehr sein als „höchstens“." }).waitFor();
  await club.getByLabel("Bootssteg: mindestens").fill("1");
  await club.getByRole("button", { name: "Schicht anlegen" }).click();
  await club.getByText("Die Schicht steht im Plan.").waitFor();
  expect(await club.getByText("0 von 2, es fehlt mindestens eine Person").count()).toBe(2);

  const id = plan.slice(-36);
  await house.tell(async ({ db }) => {
    await db
      .insertInto("helpers")
      .columns(["opportunityId", "personId"])
      .expression((from) =>
        from
          .selectFrom(["opportunities", "people"])
          .select(["opportunities.id", "people.id as personId"])
          .where("opportunities.id", "=", id as never)
          .where("people.name", "=", people.volunteer),
      )
      .execute();
  });
  await club
    .getByRole("link", { name: /^Jemanden eintragen/u })
    .first()
    .click();
  await club.getByLabel("Wen").selectOption({ label: people.volunteer });
  await club.getByRole("button", { name: "Eintragen" }).click();
  await club.getByText("Die Person ist eingetragen und bekommt Bescheid.").waitFor();

  await club.goto(plan);
  const cells = club.locator("[data-need]");
  await club.getByRole("link", { name: people.volunteer }).dragTo(cells.nth(1));
  await club.getByText("Verschoben. Die Person bekommt Bescheid.").waitFor();
  expect(await cells.nth(1).getByRole("link", { name: people.volunteer }).count()).toBe(1);
  expect(await cells.nth(0).getByRole("link", { name: people.volunteer }).count()).toBe(0);

  const paper = await house.visit({ javaScriptEnabled: false });
  await signIn(paper, people.club);
  await paper.goto(plan);
  await paper.getByRole("link", { name: people.volunteer }).click();
  await paper.getByLabel("Auf welchen Platz").selectOption({ index: 1 });
  await paper.getByRole("button", { name: "Verschieben" }).click();
  await paper.getByText("Verschoben. Die Person bekommt Bescheid.").waitFor();
  await paper.getByText("Von den Planenden hierher verschoben.").first().waitFor();
  await paper.goto(plan);
  expect(
    await paper.locator("[data-need]").nth(0).getByRole("link", { name: people.volunteer }).count(),
  ).toBe(1);
}, 90_000);

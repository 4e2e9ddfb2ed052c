import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Context } from "#core/context.ts";
import { countPresence, listExpected } from "#modules/shifts/attendance/queries.ts";
import { addRole, addShift, changeSettings } from "#modules/shifts/commands.ts";
import { findShift } from "#modules/shifts/queries.ts";
import { assign } from "#modules/shifts/signups/commands.ts";
import { made } from "#test/made.ts";
import { type House, openHouse, people, signIn } from "./house.ts";

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

const hour = 3_600_000;

/** An afternoon of the pond club to which eight people of the example come, or the volunteer alone. */
const afternoon = async (ctx: Context, code: string, first: number, withVolunteer = false) => {
  const offer = await ctx.db
    .selectFrom("opportunities")
    .innerJoin("organizations", "organizations.id", "opportunities.organizationId")
    .select("opportunities.id")
    .where("opportunities.state", "=", "published")
    .where("organizations.name", "like", "Teichfreunde%")
    .executeTakeFirstOrThrow();
  const roleId = made(await addRole(ctx, offer.id, { name: `Ausschank ${code}` }));
  const startsAt = new Date(+ctx.now + hour / 4);
  const needs = [{ roleId, minimum: 1, maximum: 10 }];
  const times = { startsAt, endsAt: new Date(+startsAt + 3 * hour) };
  const shiftId = made(await addShift(ctx, offer.id, { ...times, title: `Teichfest ${code}`, needs }));
  const needId = (await findShift(ctx, shiftId))?.needs[0]?.id;
  if (!needId) throw new Error("the shift has no need");
  const helpers = await ctx.db
    .selectFrom("people")
    .select(["id", "name"])
    .where("email", "is not", null)
    .where("name", withVolunteer ? "=" : "!=", people.volunteer)
    .orderBy("name")
    .offset(withVolunteer ? 0 : first)
    .limit(8)
    .execute();
  const names: string[] = [];
  for (const { id: personId, name } of helpers) {
    const outcome = await assign(ctx, { needId, personId, how: "office" });
    if (outcome.ok) names.push(name);
  }
  await changeSettings(ctx, offer.id, { checkInCode: code, selfCheckIn: true });
  return { plan: offer.id, shiftId, needId, names };
};

const row = (page: Page, shift: string, name: string) =>
  page.locator(`li[data-shift="${shift}"]`).filter({ has: page.getByText(name, { exact: true }) });

const tick = (page: Page, shift: string, name: string, button: string) =>
  row(page, shift, name)
    .getByRole("button", { name: new RegExp(`^${button}`, "u") })
    .click();

const ready = (page: Page) => page.waitForSelector("html[data-kept-page]", { state: "attached" });

test("a phone without a network ticks, is closed and opened again, ticks on, and everything arrives once", async () => {
  const { plan, shiftId, names } = await house.tell((ctx) => afternoon(ctx, "AAAA-AAAA-AAAA", 0));
  const address = `/schichtplan/${plan}/vor-ort`;
  const phone = await house.visit();
  await signIn(phone, people.coordinator, address);
  await phone.getByText("Verbunden. Alles ist gesendet.").waitFor();
  await ready(phone);
  // The first one with a network: the others see it without doing anything.
  await tick(phone, shiftId, names[0] ?? "", "Ist da");
  await row(phone, shiftId, names[0] ?? "")
    .getByText(/^da seit/u)
    .waitFor();

  await phone.context().setOffline(true);
  for (const name of names.slice(1, 5)) await tick(phone, shiftId, name, "Ist da");
  await tick(phone, shiftId, names[5] ?? "", "Kam nicht");
  await phone.getByText("Ohne Netz – 5 warten").waitFor();
  await phone.getByText("5 von 8 da").waitFor();
  await phone.reload();
  await phone.getByText("Ohne Netz – 5 warten").waitFor();
  await phone.getByText("5 von 8 da").waitFor();
  await row(phone, shiftId, names[1] ?? "")
    .getByText("da – noch nicht gesendet")
    .waitFor();
  await tick(phone, shiftId, names[1] ?? "", "Geht");
  const passer = phone.locator(`[data-walk-in="${shiftId}"]`);
  await phone.locator("details").filter({ has: passer }).locator("summary").click();
  await passer.getByLabel("Name").fill("Wanda Spontan");
  await passer.getByRole("button", { name: "Eintragen und abhaken" }).click();
  await phone.getByText("Ohne Netz – 7 warten").waitFor();
  await phone.getByText("5 von 9 da, 1 schon gegangen").waitFor();
  await tick(phone, shiftId, "Wanda Spontan", "Geht");
  await phone.getByText("4 von 9 da, 2 schon gegangen").waitFor();

  await phone.context().setOffline(false);
  await phone.getByText("Verbunden. Alles ist gesendet.").waitFor();
  await phone.getByText("4 von 9 da, 2 schon gegangen").waitFor();
  expect(await phone.getByText("noch nicht gesendet").count()).toBe(0);
  await phone.reload();
  await phone.getByText("4 von 9 da, 2 schon gegangen").waitFor();

  const [count, list] = await house.tell(async (ctx) => [
    (await countPresence(ctx, [shiftId])).get(shiftId),
    await listExpected(ctx, [shiftId]),
  ]);
  expect(count).toEqual({ expected: 9, here: 4, gone: 2, missed: 1, excused: 0, open: 2 });
  expect(list.filter(({ name }) => name === "Wanda Spontan")).toHaveLength(1);
  expect(list.find(({ name }) => name === names[1])?.state).toBe("left");
});

test("whoever is signed out keeps what they ticked, is asked to sign in, and leaves no list on the device", async () => {
  const { plan, shiftId, names } = await house.tell((ctx) => afternoon(ctx, "BBBB-BBBB-BBBB", 8));
  const address = `/schichtplan/${plan}/vor-ort`;
  const phone = await house.visit();
  await signIn(phone, people.club, address);
  await phone.getByText("Verbunden. Alles ist gesendet.").waitFor();
  await ready(phone);
  const session = (await phone.context().cookies()).filter(({ name }) => name === "sitzung");
  await phone.context().clearCookies({ name: "sitzung" });
  await tick(phone, shiftId, names[0] ?? "", "Ist da");
  await phone.getByText("Auf diesem Gerät warten: 1").waitFor();
  await phone.getByRole("link", { name: "Wieder anmelden" }).waitFor();
  await phone.getByRole("link", { name: "Wieder anmelden" }).click();
  await phone.waitForURL("**/anmelden?weiter=**");
  await phone.waitForFunction(async () => !(await caches.has("anlaufstelle.vor-ort")));
  await phone.context().addCookies(session);
  await phone.goto(address);
  await phone.getByText("Verbunden. Alles ist gesendet.").waitFor();
  const [mine] = await house.tell(async (ctx) =>
    (await listExpected(ctx, [shiftId])).filter(({ name }) => name === names[0]),
  );
  expect(mine?.state).toBe("arrived");

  await phone.getByRole("button", { name: "Abmelden" }).click();
  await phone.waitForFunction(async () => !(await caches.has("anlaufstelle.vor-ort")));
  await phone.context().setOffline(true);
  await expect(phone.goto(address)).rejects.toThrow(/ERR_INTERNET_DISCONNECTED|ERR_FAILED/u);
});

test("without a script the same is done by forms, and a helper ticks themself off with the code at the entrance", async () => {
  const { plan, shiftId, names } = await house.tell((ctx) => afternoon(ctx, "CCCC-CCCC-CCCC", 0, true));
  const team = await house.visit({ javaScriptEnabled: false });
  await signIn(team, people.coordinator, `/schichtplan/${plan}/vor-ort`);
  const [name = ""] = names;
  const isHere = row(team, shiftId, name).getByText(/^da seit/u);
  await tick(team, shiftId, name, "Ist da");
  await isHere.waitFor();
  await tick(team, shiftId, name, "Zurücknehmen");
  await team.getByText("0 von 1 da").waitFor();

  const helper = await house.visit();
  await helper.goto("/da/cccc-cccc-cccc");
  await helper.getByRole("main").getByRole("link", { name: "Anmelden", exact: true }).click();
  await helper.getByRole("button", { name: `Als ${people.volunteer} anmelden` }).click();
  await helper.waitForURL("**/da/CCCC-CCCC-CCCC");
  await helper
    .getByRole("button", { name: /^Ich bin da/u })
    .first()
    .click();
  await helper.getByText("Sie sind abgehakt. Schön, dass Sie da sind!").waitFor();
  await team.reload();
  await isHere.waitFor();
  await team.getByText("1 von 1 da").waitFor();
});

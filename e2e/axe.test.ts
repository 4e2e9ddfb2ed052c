import { afterAll, beforeAll, test } from "vitest";
import { type House, openHouse, people, signIn } from "./house.ts";
import { inspectAll } from "./inspection.ts";
import { lookAround } from "./pages.ts";

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

test("every public page can be read by everybody, wide and narrow, by day and by night", async () => {
  const page = await house.visit();
  await inspectAll(page, house.origin, await lookAround(page, "visitor"));
}, 200_000);

test("every page of mine can be read by everybody", async () => {
  const page = await house.visit();
  await signIn(page, people.volunteer);
  await inspectAll(page, house.origin, await lookAround(page, "volunteer"));
}, 200_000);

test("every page of a club's representative can be read by everybody", async () => {
  const page = await house.visit();
  await signIn(page, people.club);
  await inspectAll(page, house.origin, await lookAround(page, "club"));
}, 200_000);

test("every page of the office can be read by everybody", async () => {
  const page = await house.visit();
  await signIn(page, people.coordinator, "/buero");
  await inspectAll(page, house.origin, await lookAround(page, "office"));
}, 200_000);

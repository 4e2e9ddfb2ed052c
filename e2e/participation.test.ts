import { afterAll, beforeAll, expect, test } from "vitest";
import { type House, openHouse, people, signIn } from "./house.ts";
import { inspectAll } from "./inspection.ts";
import { wander } from "./wander.ts";

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

test("every kind of page on which the town decides can be read by everybody", async () => {
  const page = await house.visit();
  const pages = await wander(page, ["/beteiligung", "/beteiligung/abstimmungen"], /^\/beteiligung\//u);
  expect(pages.length).toBeGreaterThan(12);
  await inspectAll(page, house.origin, pages);
}, 400_000);

test("every kind of page on which the office prepares and counts can be read by everybody", async () => {
  const page = await house.visit();
  await signIn(page, people.coordinator, "/buero");
  const starts = ["/buero/beteiligung", "/buero/abstimmungen"];
  const pages = await wander(page, starts, /^\/buero\/(?:beteiligung|abstimmungen|meinungen)\//u);
  expect(pages.length).toBeGreaterThan(15);
  await inspectAll(page, house.origin, pages);
}, 400_000);

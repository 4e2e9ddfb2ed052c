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

import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type House, openHouse, people, signIn } from "./house.ts";
import { inspectAll } from "./inspection.ts";

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

// One page of each kind: what stands for an id, a number or a name in an address makes no difference.
const kindOf = (path: string): string =>
  path
    .replace(/[0-9a-f]{8}-[0-9a-f-]{27}/gu, ":id")
    .replace(/\/\d+(?=\/|$)/gu, "/:n")
    .replace(/^(\/beteiligung\/(?:abstimmungen|meinungen)?\/?)[\w-]+/u, "$1:slug");

const linksOn = async (page: Page, path: string, begin: RegExp): Promise<string[]> => {
  await page.goto(path);
  const links = await page
    .locator('main a[href^="/"]')
    .evaluateAll((all) => all.map((link) => link.getAttribute("href") ?? ""));
  return links
    .map((link) => link.split("#")[0] ?? "")
    .filter((link) => begin.test(link) && !/\?|\.(?:csv|json|pdf|pb|blt|toc)|\/daten\//u.test(link));
};

/** Every kind of page that a few steps from these lead to. */
const wander = async (page: Page, starts: readonly string[], begin: RegExp): Promise<string[]> => {
  const found = new Map(starts.map((path) => [path, path]));
  let edge = [...starts];
  for (let step = 0; step < 3; step += 1) {
    const next: string[] = [];
    for (const path of edge)
      for (const link of await linksOn(page, path, begin)) {
        if (found.has(kindOf(link))) continue;
        found.set(kindOf(link), link);
        next.push(link);
      }
    edge = next;
  }
  return [...found.values()];
};

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

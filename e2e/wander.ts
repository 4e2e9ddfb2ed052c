import type { Page } from "playwright-core";

// One page of each kind: what stands for an id, a number or a name in an address makes no difference.
const kindOf = (path: string): string =>
  path
    .replace(/[0-9a-f]{8}-[0-9a-f-]{27}/gu, ":id")
    .replace(/\/\d+(?:-\d+)?(?=\/|$)/gu, "/:n")
    .replace(/^(\/beteiligung\/(?:abstimmungen|meinungen)?\/?)[\w-]+/u, "$1:slug")
    .replace(/^(\/(?:netzwerk\/gruppen|strategie\/felder)\/)[\w-]+/u, "$1:slug");

const linksOn = async (page: Page, path: string, begin: RegExp): Promise<string[]> => {
  await page.goto(path);
  const links = await page
    .locator('main a[href^="/"]')
    .evaluateAll((all) => all.map((link) => link.getAttribute("href") ?? ""));
  return links
    .map((link) => link.split("#")[0] ?? "")
    .filter((link) => begin.test(link) && !/\?|\.\w{2,7}$|\/daten\//u.test(link));
};

/** Every kind of page that a few steps from these lead to. */
export const wander = async (page: Page, starts: readonly string[], begin: RegExp): Promise<string[]> => {
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

import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "playwright-core";
import { expect } from "vitest";
import { desktop, phone } from "./house.ts";
import { strangers } from "./pages.ts";

const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
const colors = ["color-contrast", "target-size", "link-in-text-block"];

const findings = async (page: Page, where: string, rules?: readonly string[]): Promise<string[]> => {
  // Without frames of other houses axe may finish in the page itself, which takes half the time.
  const builder = new AxeBuilder({ page }).setLegacyMode(true);
  const runOnly = rules
    ? { type: "rule" as const, values: [...rules] }
    : { type: "tag" as const, values: tags };
  const { violations } = await builder.options({ runOnly, resultTypes: ["violations"] }).analyze();
  return violations.map(
    ({ id, nodes }) =>
      `${page.url()} ${where}: ${id} ${nodes.map(({ target }) => target.join(" ")).slice(0, 3)}`,
  );
};

const sideways = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

/** One page in both schemes and at both widths: everything once, then what color and width can change. */
const inspect = async (page: Page, path: string): Promise<string[]> => {
  await page.emulateMedia({ colorScheme: "light" });
  await page.setViewportSize(desktop);
  const response = await page.goto(path);
  const found: string[] = response?.status() === 200 ? [] : [`${path} answers ${response?.status()}`];
  found.push(...(await strangers(page)));
  found.push(...(await findings(page, "light 1280")));
  await page.emulateMedia({ colorScheme: "dark" });
  found.push(...(await findings(page, "dark 1280", colors)));
  await page.setViewportSize(phone);
  found.push(...(await findings(page, "dark 390")));
  await page.emulateMedia({ colorScheme: "light" });
  found.push(...(await findings(page, "light 390", colors)));
  await page.setViewportSize({ width: 320, height: 640 });
  if ((await sideways(page)) > 0) found.push(`${path} scrolls sideways at 320 px`);
  return found;
};

/** Everything a page says to the console or asks of another house. */
const overhear = (page: Page, origin: string): string[] => {
  const heard: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error") heard.push(`${page.url()} console: ${message.text()}`);
  });
  page.on("pageerror", (error) => heard.push(`${page.url()} script: ${error.message}`));
  page.on("request", (request) => {
    if (!request.url().startsWith(origin) && !request.url().startsWith("data:"))
      heard.push(`${page.url()} asks ${request.url()}`);
  });
  return heard;
};

/** Looks at every one of these pages, and listens to what they say to the console. */
export const inspectAll = async (page: Page, origin: string, paths: readonly string[]): Promise<void> => {
  const heard = overhear(page, origin);
  const found: string[] = [];
  for (const path of paths) found.push(...(await inspect(page, path)));
  expect([...found, ...heard]).toEqual([]);
};

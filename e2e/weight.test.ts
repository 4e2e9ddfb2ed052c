import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type House, openHouse } from "./house.ts";

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

const kilobyte = 1000;

/** Everything a first visit carries over the wire, heads included. */
const weigh = async (page: Page, path: string) => {
  const client = await page.context().newCDPSession(page);
  const weight = { all: 0, scripts: 0 };
  const scripts = new Set<string>();
  await client.send("Network.enable");
  client.on("Network.responseReceived", ({ requestId, type }) => {
    if (type === "Script") scripts.add(requestId);
  });
  client.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
    weight.all += encodedDataLength;
    if (scripts.has(requestId)) weight.scripts += encodedDataLength;
  });
  await page.addInitScript(() => {
    Reflect.set(window, "shifts", 0);
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries())
        Reflect.set(
          window,
          "shifts",
          Number(Reflect.get(window, "shifts")) + Number(Reflect.get(entry, "value")),
        );
    }).observe({ type: "layout-shift", buffered: true });
  });
  await page.goto(path, { waitUntil: "networkidle" });
  return { ...weight, shift: Number(await page.evaluate(() => Reflect.get(window, "shifts"))) };
};

test.each(["/", "/angebote", "/angebote/muell-sammeln-am-jahnteich"])(
  "%s weighs less than 100 kB with fonts, its scripts less than 15 kB, and nothing jumps",
  async (path) => {
    // A fresh context has an empty cache.
    const page = await house.visit();
    const { all, scripts, shift } = await weigh(page, path);
    expect(all).toBeGreaterThan(0);
    expect(all).toBeLessThan(100 * kilobyte);
    expect(scripts).toBeLessThan(15 * kilobyte);
    expect(shift).toBe(0);
  },
);

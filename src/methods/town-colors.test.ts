import fc from "fast-check";
import { expect, test } from "vitest";
import {
  contrast,
  deriveColors,
  isColor,
  lake,
  townContrast,
  townStyles,
  weakColors,
} from "./town-colors.ts";

const hex = fc.integer({ min: 0, max: 0xffffff }).map((value) => `#${value.toString(16).padStart(6, "0")}`);

test("contrast is measured as WCAG defines it", () => {
  expect(contrast("#000000", "#ffffff")).toBe(21);
  expect(contrast("#777777", "#ffffff")).toBeCloseTo(4.48, 2);
  expect(contrast("#0a5c63", "#f4f7f7")).toBeCloseTo(7.2, 1);
});

test("the colors of the house can be read everywhere", () => {
  expect(weakColors(lake)).toEqual([]);
  expect(townContrast(lake).light).toBeGreaterThan(6.5);
  expect(townContrast(lake).deep).toBeCloseTo(10.4, 1);
});

test("a town's yellow is refused as it is, and named", () => {
  expect(weakColors({ light: "#ffd500", dark: "#333333", deep: "#0b474d" })).toEqual(["light", "dark"]);
});

test("any color of a coat of arms gives three readable ones", () => {
  fc.assert(fc.property(hex, (accent) => weakColors(deriveColors(accent)).length === 0));
});

test("the town's stylesheet holds colors and nothing else", () => {
  expect(townStyles(lake)).toBe(":root{--town-light:#0a5c63;--town-dark:#7fd0d2;--town-deep:#0b474d}\n");
  expect(() => townStyles({ ...lake, deep: "red}body{display:none" })).toThrow("Not a color");
  expect(isColor("#0a5c6")).toBe(false);
});

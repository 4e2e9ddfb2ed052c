import { expect, test } from "vitest";
import { distance, money, number, percent } from "./number.ts";

const german = { language: "de" };

test("money keeps its sign on the line and its cents only when there are any", () => {
  expect(money(german, 320_000)).toBe("3.200\u00a0€");
  expect(money(german, 4_854)).toBe("48,54\u00a0€");
  expect(money({ language: "en" }, 320_000)).toBe("€3,200");
});

test("numbers and shares are written as the reader writes them", () => {
  expect(number(german, 1146)).toBe("1.146");
  expect(number(german, 2.5, 1)).toBe("2,5");
  expect(percent(german, 0.367, 1)).toBe("36,7\u00a0%");
});

test("a distance comes with a feeling for it", () => {
  expect(distance(german, 800)).toBe("0,8\u00a0km, 10 Minuten zu Fuß");
  expect(distance(german, 1_900)).toBe("1,9\u00a0km, 7 Minuten mit dem Rad");
  expect(distance(german, 14_200)).toBe("14\u00a0km");
});

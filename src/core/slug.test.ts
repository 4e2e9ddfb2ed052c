import { expect, test } from "vitest";
import { freeSlug, slugOf } from "./slug.ts";

test("a title becomes an address that can be read out", () => {
  expect(slugOf("Frühling für Běła Woda & Straßenfest!")).toBe("fruehling-fuer-bela-woda-strassenfest");
  expect(slugOf("Łužica, Rěčicy, Mužakow")).toBe("luzica-recicy-muzakow");
  expect(slugOf("🙂")).toBe("eintrag");
  expect(slugOf("مرحبا", "termin")).toBe("termin");
  expect(slugOf("a".repeat(300))).toHaveLength(80);
});

test("a taken address gets the first free number", () => {
  expect(freeSlug("stammtisch", [])).toBe("stammtisch");
  expect(freeSlug("stammtisch", ["stammtisch", "stammtisch-2"])).toBe("stammtisch-3");
});

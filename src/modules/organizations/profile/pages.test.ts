import { expect, test } from "vitest";
import { town } from "#test/world.ts";

test("its people find their organization, its parts, its history, and the warning that they are alone", () =>
  town(async (world) => {
    const list = await (await world.request("GET", "/mein/organisationen", { as: "representative" })).text();
    expect(list).toContain(`/mein/organisationen/${world.club}`);
    expect(list).not.toContain(world.youthCenter);
    const page = await world.request("GET", `/mein/organisationen/${world.club}`, { as: "representative" });
    expect(page.status).toBe(200);
    expect(await page.text()).toContain("Nur ein Mensch pflegt das Profil");
    const foreign = await world.request("GET", `/mein/organisationen/${world.youthCenter}`, {
      as: "representative",
    });
    expect(foreign.status).toBe(403);
  }));

test("the office confirms and hides, and the record says who did it", () =>
  town(async (world) => {
    const record = `/buero/organisationen/${world.club}`;
    const press = async (
      part: string,
      form: Record<string, string>,
      as: "coordinator" | "representative" = "coordinator",
    ) => (await world.request("POST", `${record}/${part}`, { as, form })).status;
    expect(await press("bestaetigung", {})).toBe(303);
    expect(await press("sichtbarkeit", { hidden: "yes" })).toBe(303);
    expect(await press("sichtbarkeit", { hidden: "no" }, "representative")).toBe(403);
    const text = await (await world.request("GET", record, { as: "coordinator" })).text();
    for (const words of ["Bestätigt am 24. November 2026", "Nicht öffentlich seit", "Karla Koordination"])
      expect(text).toContain(words);
  }));

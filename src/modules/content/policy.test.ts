import { expect, test } from "vitest";
import { may as mayAnnounce } from "#modules/content/calendar/policy.ts";
import type { Part } from "#test/cast.ts";
import { town } from "#test/world.ts";
import { may } from "./policy.ts";

const table: Readonly<Record<Part | "visitor" | "system", readonly [write: boolean, announce: boolean]>> = {
  visitor: [false, false],
  volunteer: [false, false],
  neighborhood: [false, false],
  consortium: [false, false],
  chair: [false, false],
  juror: [false, false],
  partner: [false, true],
  representative: [false, true],
  otherRepresentative: [false, true],
  editor: [true, true],
  coordinator: [true, true],
  colleague: [true, true],
  administrator: [true, true],
  system: [true, true],
  foreignCoordinator: [true, true],
  foreignVolunteer: [false, false],
};

test("authors write for the town, those who speak for an organization announce its dates, nobody else does", () =>
  town(async (world) => {
    for (const [who, expected] of Object.entries(table)) {
      const ctx = world.as(who as keyof typeof table);
      expect([who, may.write(ctx), mayAnnounce.announce(ctx)]).toEqual([who, ...expected]);
    }
  }));

test("a representative changes the dates of their own organization only", () =>
  town(async (world) => {
    const vera = world.as("representative");
    expect(mayAnnounce.change(vera, { organizationId: world.club })).toBe(true);
    expect(mayAnnounce.change(vera, { organizationId: world.youthCenter })).toBe(false);
    expect(mayAnnounce.change(vera, { organizationId: null })).toBe(false);
    expect(mayAnnounce.change(world.as("editor"), { organizationId: null })).toBe(true);
  }));

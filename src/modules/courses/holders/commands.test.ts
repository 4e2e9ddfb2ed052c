import { expect, test } from "vitest";
import { Forbidden, NotFound } from "#core/errors.ts";
import type { Id } from "#core/id.ts";
import {
  addQualification,
  changeQualification,
  retireQualification,
} from "#modules/courses/qualifications/commands.ts";
import { heldBy, listHeld, listQualifications } from "#modules/courses/qualifications/queries.ts";
import { town, type World } from "#test/world.ts";
import { endHeld, hold, markSeen } from "./commands.ts";

const add = async (
  world: World,
  name: string,
  more: { months?: number; includes?: Id<"qualification">[] } = {},
) => {
  const made = await addQualification(world.as("coordinator"), { name, includes: [], ...more });
  if (!made.ok) throw new Error(made.because);
  return made.value;
};

const told = async (world: World, qualification: Awaited<ReturnType<typeof add>>, since = "2026-01-10") => {
  const outcome = await hold(world.as("volunteer"), world.cast.volunteer.id, { qualification, since });
  if (!outcome.ok) throw new Error(outcome.because);
  return outcome.value;
};

const has = async (world: World, id: Id<"qualification">, day?: string) => {
  const held = await heldBy(world.as("visitor"), [world.cast.volunteer.id], day);
  return [...(held.get(world.cast.volunteer.id) ?? [])].includes(id);
};

test("what a person tells counts only once the office has seen it, and not after it ran out", () =>
  town(async (world) => {
    const card = await add(world, "Belehrung", { months: 24 });
    const held = await told(world, card);
    expect(await has(world, card)).toBe(false);
    await expect(markSeen(world.as("volunteer"), held)).rejects.toThrow(Forbidden);
    await expect(markSeen(world.as("neighborhood"), held)).rejects.toThrow(Forbidden);
    await expect(markSeen(world.as("representative"), held)).rejects.toThrow(Forbidden);
    expect(await markSeen(world.as("coordinator"), held)).toMatchObject({ ok: true });
    expect(await listHeld(world.as("coordinator"), world.cast.volunteer.id)).toMatchObject([
      { name: "Belehrung", validUntil: "2028-01-10", seenBy: "Karla Koordination" },
    ]);
    expect(await has(world, card)).toBe(true);
    expect(await has(world, card, "2028-01-10")).toBe(true);
    expect(await has(world, card, "2028-01-11")).toBe(false);
    expect(await has(world, card, "2026-01-09")).toBe(false);
  }));

test("the organization where somebody helps may see the paper, another one may not", () =>
  town(async (world) => {
    const held = await told(world, await add(world, "Ersthelfer"));
    await expect(markSeen(world.as("otherRepresentative"), held, [world.club])).rejects.toThrow(Forbidden);
    expect(await markSeen(world.as("representative"), held, [world.club])).toMatchObject({ ok: true });
  }));

test("who holds the one holds what it includes, through every step", () =>
  town(async (world) => {
    const [small, middle] = [await add(world, "Klein"), await add(world, "Mittel")];
    const large = await add(world, "Groß", { includes: [middle] });
    const office = world.as("coordinator");
    await changeQualification(office, middle, { name: "Mittel", includes: [small] });
    await markSeen(office, await told(world, large));
    expect(await has(world, small)).toBe(true);
    expect(await changeQualification(office, small, { name: "Klein", includes: [large] })).toEqual({
      ok: false,
      because: "circle",
    });
    expect(await addQualification(office, { name: "groß", includes: [] })).toEqual({
      ok: false,
      because: "name",
    });
  }));

test("nobody replaces by their own words what was seen and still holds; the office renews it", () =>
  town(async (world) => {
    const card = await add(world, "Juleica", { months: 36 });
    await markSeen(world.as("coordinator"), await told(world, card));
    const again = { qualification: card, since: "2026-11-20" };
    expect(await hold(world.as("volunteer"), world.cast.volunteer.id, again)).toEqual({
      ok: false,
      because: "stillValid",
    });
    expect(await hold(world.as("coordinator"), world.cast.volunteer.id, again)).toMatchObject({ ok: true });
    const [row] = await listHeld(world.as("volunteer"), world.cast.volunteer.id);
    expect(row).toMatchObject({ validUntil: "2029-11-20", seenBy: "Karla Koordination" });
    expect(await has(world, card)).toBe(true);
  }));

test("a day ahead, an end before the beginning and what is not given any more are refused", () =>
  town(async (world) => {
    const card = await add(world, "Belehrung");
    const me = world.as("volunteer");
    const { id } = world.cast.volunteer;
    expect(await hold(me, id, { qualification: card, since: "2026-11-25" })).toMatchObject({
      because: "future",
    });
    expect(
      await hold(me, id, { qualification: card, since: "2026-02-01", until: "2026-01-01" }),
    ).toMatchObject({ because: "order" });
    await retireQualification(world.as("coordinator"), card, true);
    expect(await hold(me, id, { qualification: card, since: "2026-02-01" })).toMatchObject({
      because: "unknown",
    });
    expect(await listQualifications(me)).toEqual([]);
  }));

test("nobody tells, ends or sees for others, and the other town knows nothing of it", () =>
  town(async (world) => {
    const card = await add(world, "Belehrung");
    const held = await told(world, card);
    const { id } = world.cast.volunteer;
    await expect(
      hold(world.as("neighborhood"), id, { qualification: card, since: "2026-01-01" }),
    ).rejects.toThrow(Forbidden);
    await expect(endHeld(world.as("neighborhood"), held)).rejects.toThrow(NotFound);
    await expect(markSeen(world.as("foreignCoordinator"), held)).rejects.toThrow(NotFound);
    await expect(addQualification(world.as("representative"), { name: "X1", includes: [] })).rejects.toThrow(
      Forbidden,
    );
    await endHeld(world.as("volunteer"), held);
    expect(await listHeld(world.as("coordinator"), id)).toEqual([]);
  }));

import { expect, test } from "vitest";
import type { Context } from "#core/context.ts";
import type { Id } from "#core/id.ts";
import { read } from "#core/input.ts";
import { town } from "#test/world.ts";
import { addOpportunity, changeOpportunity, OpportunityInput, returnSeat, takeSeat } from "./commands.ts";
import { findOpportunity } from "./queries.ts";

const inputOf = (ctx: Context, fields: Record<string, unknown> = {}) => {
  const input = read(ctx, OpportunityInput, {
    title: "Vorlesen in der zweiten Klasse",
    rhythm: "weekly",
    ...fields,
  });
  if (!input.ok) throw new Error(JSON.stringify(input.form.errors));
  return input.value;
};

const add = (ctx: Context, organization: Id<"organization">, fields: Record<string, unknown> = {}) =>
  addOpportunity(ctx, organization, inputOf(ctx, fields));

test("a date tells by itself which part of the week it takes up and how long it lasts", () =>
  town(async (world) => {
    const ctx = world.as("representative");
    const { id } = await add(ctx, world.club, {
      rhythm: "once",
      startDay: "2026-12-01",
      startTime: "15:00",
      endTime: "17:00",
    });
    const offer = await findOpportunity(ctx, id);
    expect(offer).toMatchObject({ times: 1 << 4, durationMinutes: 120 });
    expect(offer?.startsAt?.toISOString()).toBe("2026-12-01T14:00:00.000Z");
  }));

test("the town's own postcode lies in its middle", () =>
  town(async (world) => {
    const ctx = world.as("representative");
    const { id } = await add(ctx, world.club, { postcode: "02943", street: "Boulevard 1" });
    expect(await findOpportunity(ctx, id)).toMatchObject({ latitude: 51.504, longitude: 14.6402 });
  }));

test("the same title twice gets two addresses", () =>
  town(async (world) => {
    const ctx = world.as("representative");
    expect((await add(ctx, world.club)).slug).toBe("vorlesen-in-der-zweiten-klasse");
    expect((await add(ctx, world.club)).slug).toBe("vorlesen-in-der-zweiten-klasse-2");
  }));

test("an end before the beginning is not taken, and the title must be there", () =>
  town(async (world) => {
    const ctx = world.as("representative");
    const fields = {
      title: " ",
      rhythm: "once",
      startDay: "2026-12-01",
      startTime: "15:00",
      endTime: "14:00",
    };
    const input = read(ctx, OpportunityInput, fields, { endsBeforeStart: "Das Ende liegt vor dem Anfang." });
    expect(input.ok).toBe(false);
    expect(Object.keys(input.form.errors)).toContain("title");
    const timed = read(
      ctx,
      OpportunityInput,
      { ...fields, title: "Fest" },
      { endsBeforeStart: "Das Ende liegt vor dem Anfang." },
    );
    expect(timed.form.errors["endTime"]).toBe("Das Ende liegt vor dem Anfang.");
  }));

test("only those who speak for an organization write its offers", () =>
  town(async (world) => {
    for (const part of ["volunteer", "otherRepresentative", "editor", "visitor"] as const) {
      await expect(add(world.as(part), world.club)).rejects.toMatchObject({ name: "Forbidden" });
    }
    const { id } = await add(world.as("representative"), world.club);
    const stranger = world.as("otherRepresentative");
    await expect(changeOpportunity(stranger, id, inputOf(stranger))).rejects.toMatchObject({
      name: "NotFound",
    });
    await changeOpportunity(
      world.as("coordinator"),
      id,
      inputOf(stranger, { title: "Vorlesen am Dienstag" }),
    );
    expect(await findOpportunity(world.as("representative"), id)).toMatchObject({
      title: "Vorlesen am Dienstag",
    });
  }));

test("the last place goes to one person, the next is told it is full", () =>
  town(async (world) => {
    const ctx = world.as("coordinator");
    const { id } = await add(ctx, world.club, { seats: "1" });
    expect((await takeSeat(ctx, id)).ok).toBe(true);
    expect(await takeSeat(ctx, id)).toEqual({ ok: false, because: "full" });
    await returnSeat(ctx, id);
    expect((await takeSeat(ctx, id)).ok).toBe(true);
  }));

test("another town knows nothing of it", () =>
  town(async (world) => {
    const { id } = await add(world.as("representative"), world.club);
    expect(await findOpportunity(world.as("foreignCoordinator"), id)).toBeUndefined();
  }));

import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Context } from "#core/context.ts";
import type { Id } from "#core/id.ts";
import { addOpportunity, OpportunityInput } from "#modules/opportunities/commands.ts";
import { publishOpportunity } from "#modules/opportunities/publications/commands.ts";
import { countPresence, listExpected } from "#modules/shifts/attendance/queries.ts";
import { addRole, addShift } from "#modules/shifts/commands.ts";
import { findShift } from "#modules/shifts/queries.ts";
import { assign } from "#modules/shifts/signups/commands.ts";
import { type Committed, openCommitted } from "#test/committed.ts";
import { formOf, made } from "#test/made.ts";
import { takeMarks } from "./commands.ts";
import type { Mark } from "./vocabulary.ts";

const startsAt = new Date("2026-11-24T13:00:00Z");
const endsAt = new Date("2026-11-24T16:00:00Z");
const later = (minutes: number): Date => new Date(+startsAt + minutes * 60_000);

/** A plan with one shift of ten places this afternoon. */
const plan = async (office: Context, club: Id<"organization">) => {
  const input = formOf(office, OpportunityInput, {
    title: "Teichfest",
    summary: "Ein Nachmittag am Teich.",
    rhythm: "weekly",
    fields: ["school"],
    description: "Wir schenken aus und räumen auf.",
    postcode: "02943",
    townName: "Musterstadt",
  });
  const { id } = await addOpportunity(office, club, input);
  made(await publishOpportunity(office, id));
  const roleId = made(await addRole(office, id, { name: "Ausschank" }));
  const needs = [{ roleId, minimum: 1, maximum: 10 }];
  const shiftId = made(await addShift(office, id, { startsAt, endsAt, needs }));
  const needId = (await findShift(office, shiftId))?.needs[0]?.id;
  if (!needId) throw new Error("the shift has no need");
  return { id, shiftId, needId };
};

const come = async (office: Context, needId: Id<"shiftNeed">, personId: Id<"person">, party = 1) =>
  made(await assign(office, { needId, personId, how: "office", party })).signupId;

const mark = (signupId: Id<"signup">, kind: Mark["mark"], markedAt: Date, more: Partial<Mark> = {}): Mark => {
  return { id: randomUUID() as Id<"attendanceMark">, signupId, mark: kind, how: "list", markedAt, ...more };
};

let house: Committed;
beforeAll(async () => {
  house = await openCommitted();
});
afterAll(() => house.close());

test("twenty phones that mark the same person and the same passer-by at once count each of them once", async () => {
  const as = { actor: house.cast.coordinator };
  const { id, shiftId, needId, signupId } = await house.at(
    house.first,
    async (office) => {
      const offer = await plan(office, house.club);
      return { ...offer, signupId: await come(office, offer.needId, house.cast.volunteer.id) };
    },
    { ...as, now: later(-600) },
  );
  const walkIn: Mark = {
    id: randomUUID() as Id<"attendanceMark">,
    walkIn: { needId, name: "Wanda Walk" },
    mark: "arrived",
    how: "list",
    markedAt: later(1),
  };
  const send = (n: number) =>
    house.at(
      house.first,
      (ctx) => {
        const own = mark(signupId, "arrived", later(n));
        return takeMarks(ctx, id, { marks: n % 2 ? [walkIn, own] : [own, walkIn], ahead: 0 });
      },
      { ...as, now: later(60) },
    );
  const results = await Promise.all(Array.from({ length: 20 }, (_, n) => send(n + 1)));
  expect(results.every(({ refused }) => refused.length === 0)).toBe(true);
  await house.at(house.first, async (ctx) => {
    const list = await listExpected(ctx, [shiftId]);
    expect(list.map(({ name }) => name)).toEqual(["Frieda Freiwillig", "Wanda Walk"]);
    expect(list[0]?.arrivedAt).toEqual(later(1));
    expect((await countPresence(ctx, [shiftId])).get(shiftId)).toMatchObject({ expected: 2, here: 2 });
  });
});

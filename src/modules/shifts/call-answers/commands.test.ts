import { afterAll, beforeAll, expect, test } from "vitest";
import { makeCall } from "#modules/shifts/calls/commands.ts";
import { listShifts } from "#modules/shifts/queries.ts";
import { assign } from "#modules/shifts/signups/commands.ts";
import { type Committed, openCommitted } from "#test/committed.ts";
import { made } from "#test/made.ts";
import { weekly } from "#test/weekly.ts";
import { acceptCall } from "./commands.ts";

let stage: Committed;
beforeAll(async () => {
  stage = await openCommitted();
});
afterAll(() => stage.close());

const october = new Date("2026-10-06T08:00:00Z");
const now = new Date("2026-11-24T09:00:00Z");

/** Two who came in October are called for the one place of a shift; answers the secrets of their links. */
const called = async (): Promise<string[]> => {
  const office = stage.cast.coordinator;
  const { offer } = await stage.at(
    stage.first,
    async (ctx) => {
      const plan = await weekly(ctx, stage.club, { startsOn: "2026-10-06", maximum: 1 });
      const [one, other] = (await listShifts(ctx, plan.offer, { limit: 2 })).flatMap(({ needs }) => needs);
      if (!one || !other) throw new Error("no shifts were made");
      const { volunteer, neighborhood } = stage.cast;
      made(await assign(ctx, { needId: one.id, personId: volunteer.id, how: "office" }));
      made(await assign(ctx, { needId: other.id, personId: neighborhood.id, how: "office" }));
      return plan;
    },
    { now: october, actor: office },
  );
  return stage.at(
    stage.first,
    async (ctx) => {
      const [next] = await listShifts(ctx, offer, { from: ctx.now, limit: 1 });
      const [need] = next?.needs ?? [];
      if (!need) throw new Error("no shift is ahead");
      expect(made(await makeCall(ctx, { needId: need.id, most: 2 })).asked).toBe(2);
      const mails = await ctx.db
        .selectFrom("mails")
        .select("textBody")
        .where("kind", "=", "shift.call")
        .execute();
      return mails.map(({ textBody }) => /\/schicht\/hilfe\/([\w-]+)/u.exec(textBody)?.[1] ?? "");
    },
    { now, actor: office },
  );
};

test("two who say yes to the last place at once: one comes, the other is thanked", async () => {
  const tokens = await called();
  expect(tokens).toHaveLength(2);
  const outcomes = await Promise.all(
    tokens.map((token) =>
      stage.at(stage.first, (ctx) => acceptCall(ctx, token), { now, actor: { kind: "visitor" } }),
    ),
  );
  expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
  const [no] = outcomes.flatMap((outcome) => (outcome.ok ? [] : [outcome.because]));
  expect(["full", "filled"]).toContain(no);
});

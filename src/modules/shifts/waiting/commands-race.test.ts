import { afterAll, beforeAll, expect, test } from "vitest";
import type { Actor } from "#core/actor.ts";
import { type EventName, listen } from "#core/events.ts";
import type { Id } from "#core/id.ts";
import { cancelSignup, signUp } from "#modules/shifts/signups/commands.ts";
import { type Committed, openCommitted } from "#test/committed.ts";
import { festivalOf, shiftOf } from "#test/shifts.ts";
import { passExpired } from "./commands.ts";
import { waiting } from "./module.ts";

for (const [name, reaction] of Object.entries(waiting.reactions ?? {})) listen(name as EventName, reaction);

let stage: Committed;
beforeAll(async () => {
  stage = await openCommitted();
});
afterAll(() => stage.close());

const start = new Date(Date.now() + 7 * 86_400_000);
const times = { startsAt: start, endsAt: new Date(+start + 3 * 3_600_000) };
const seats = 8;

const crowd = (size: number): Promise<Actor[]> =>
  stage.at(stage.first, async (ctx) => {
    const people = await ctx.db
      .insertInto("people")
      .values(Array.from({ length: size }, (_, n) => ({ name: `Gast ${n}`, ageBand: "adult" as const })))
      .returning(["id", "name"])
      .execute();
    const accountId = stage.cast.volunteer.accountId;
    return people.map((person) => ({ kind: "person" as const, ...person, accountId, grants: [] }));
  });

const linesOf = (needId: Id<"shiftNeed">) =>
  stage.db
    .selectFrom("signups")
    .select(["number", "state"])
    .where("needId", "=", needId)
    .orderBy("number")
    .execute();

test("all cancel at once while others sign up: the first of the line are offered the places, nobody jumps it", async () => {
  const people = await crowd(seats + 20);
  const { needId } = await stage.at(stage.first, async (ctx) =>
    shiftOf(ctx, await festivalOf(ctx, stage.club), times, seats),
  );
  const sign = (actor: Actor) =>
    stage.at(stage.first, (ctx) => signUp(ctx, { needIds: [needId] }), { actor });
  const holding: { actor: Actor; id: Id<"signup"> }[] = [];
  for (const actor of people.slice(0, seats + 12)) {
    const outcome = await sign(actor);
    const [placed] = outcome.ok ? outcome.value : [];
    if (placed?.state === "confirmed") holding.push({ actor, id: placed.signupId });
  }
  expect(holding).toHaveLength(seats);
  await Promise.all([
    ...holding.map(({ actor, id }) => stage.at(stage.first, (ctx) => cancelSignup(ctx, id), { actor })),
    ...people.slice(seats + 12).map(sign),
  ]);
  const states = (await linesOf(needId)).map(({ state }) => state);
  expect(states.slice(0, seats)).toEqual(Array(seats).fill("canceled"));
  expect(states.slice(seats, 2 * seats)).toEqual(Array(seats).fill("offered"));
  expect(states.slice(2 * seats)).toEqual(Array(12).fill("waiting"));
  const late = { now: new Date(Date.now() + 25 * 3_600_000) };
  await Promise.all([1, 2, 3].map(() => stage.at(stage.first, (ctx) => passExpired(ctx), late)));
  const after = (await linesOf(needId)).map(({ state }) => state);
  expect(after.slice(seats, 2 * seats)).toEqual(Array(seats).fill("passed"));
  expect(after.slice(2 * seats, 3 * seats)).toEqual(Array(seats).fill("offered"));
  const need = await stage.db
    .selectFrom("shiftNeeds")
    .select("taken")
    .where("id", "=", needId)
    .executeTakeFirst();
  expect(need).toEqual({ taken: seats });
});

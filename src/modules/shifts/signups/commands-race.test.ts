import { afterAll, beforeAll, expect, test } from "vitest";
import type { Actor } from "#core/actor.ts";
import type { Id } from "#core/id.ts";
import { type Committed, openCommitted } from "#test/committed.ts";
import { festivalOf, shiftOf } from "#test/shifts.ts";
import { signUp } from "./commands.ts";

let stage: Committed;
beforeAll(async () => {
  stage = await openCommitted();
});
afterAll(() => stage.close());

const start = new Date(Date.now() + 7 * 86_400_000);
const end = new Date(+start + 3 * 3_600_000);

const crowd = async (size: number): Promise<Actor[]> => {
  const add = (ctx: Parameters<typeof signUp>[0]) =>
    ctx.db
      .insertInto("people")
      .values(Array.from({ length: size }, (_, n) => ({ name: `Gast ${n}`, ageBand: "adult" as const })))
      .returning(["id", "name"])
      .execute();
  const people = await stage.at(stage.first, add);
  const accountId = stage.cast.volunteer.accountId;
  return people.map((person) => ({ kind: "person", ...person, accountId, grants: [] }));
};

const prepare = (maximum: number, shifts = 1) =>
  stage.at(stage.first, async (ctx) => {
    const festival = await festivalOf(ctx, stage.club);
    const made = [];
    for (let n = 0; n < shifts; n += 1) {
      made.push(await shiftOf(ctx, festival, { startsAt: start, endsAt: end }, maximum));
    }
    return made;
  });

const reach = (actor: Actor, needId: Id<"shiftNeed">) =>
  stage.at(stage.first, (ctx) => signUp(ctx, { needIds: [needId] }), { actor });

test("sixty reach for twelve places at once: twelve get one, the others wait in the order of arrival", async () => {
  const people = await crowd(60);
  const [shift] = await prepare(12);
  const needId = shift?.needId as Id<"shiftNeed">;
  const outcomes = await Promise.all(people.map((person) => reach(person, needId)));
  const placed = outcomes.flatMap((outcome) => (outcome.ok ? outcome.value : []));
  expect(placed.filter(({ state }) => state === "confirmed")).toHaveLength(12);
  expect(placed.map(({ number }) => number).sort((a, b) => a - b)).toEqual(people.map((_, n) => n + 1));
  const waiting = placed.filter(({ state }) => state === "waiting").map(({ number }) => number);
  expect(Math.min(...waiting)).toBe(13);
  const need = await stage.db
    .selectFrom("shiftNeeds")
    .select(["taken", "entries"])
    .where("id", "=", needId)
    .execute();
  expect(need).toEqual([{ taken: 12, entries: 60 }]);
});

test("race: one person reaches fifty times at once for shifts at the same time and gets one", async () => {
  const [person] = await crowd(1);
  const shifts = await prepare(5, 10);
  const tries = Array.from({ length: 50 }, (_, n) => shifts[n % 10]?.needId as Id<"shiftNeed">);
  const outcomes = await Promise.all(tries.map((needId) => reach(person as Actor, needId)));
  expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
  const reasons = new Set(outcomes.flatMap((outcome) => (outcome.ok ? [] : [outcome.because])));
  expect([...reasons].sort()).toEqual(["already", "overlap"]);
});

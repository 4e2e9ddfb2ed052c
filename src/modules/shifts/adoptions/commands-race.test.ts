import { afterAll, beforeAll, expect, test } from "vitest";
import type { Actor } from "#core/actor.ts";
import { answerPlan } from "#methods/assignment-answer.ts";
import { loadHighs } from "#methods/assignment-highs.ts";
import { beginProposal, finishProposal, requestProposal } from "#modules/shifts/computing/commands.ts";
import { addHelper, changeHelper } from "#modules/shifts/pool/commands.ts";
import { signUp } from "#modules/shifts/signups/commands.ts";
import { type Committed, openCommitted } from "#test/committed.ts";
import { made } from "#test/made.ts";
import { festivalOf, shiftOf } from "#test/shifts.ts";
import { adoptProposal } from "./commands.ts";

let stage: Committed;
beforeAll(async () => {
  stage = await openCommitted();
});
afterAll(() => stage.close());

const start = new Date(Date.now() + 7 * 86_400_000);
const end = new Date(+start + 3 * 3_600_000);

/** A computed proposal for ten wishes and six places; five more people are about to sign up by themselves. */
const prepare = () =>
  stage.at(stage.first, async (ctx) => {
    const plan = await festivalOf(ctx, stage.club);
    const { needId } = await shiftOf(ctx, plan, { startsAt: start, endsAt: end }, 6);
    const people = await ctx.db
      .insertInto("people")
      .values(Array.from({ length: 15 }, (_, n) => ({ name: `Gast ${n}`, ageBand: "adult" as const })))
      .returning(["id", "name"])
      .execute();
    for (const { id } of people.slice(0, 10)) {
      const helper = made(await addHelper(ctx, plan.id, id));
      made(await changeHelper(ctx, plan.id, helper, { wishes: [{ needId, preference: 3 }] }));
    }
    const proposal = made(await requestProposal(ctx, plan.id, { timeLimitSeconds: 10 }));
    const begun = await beginProposal(ctx, proposal);
    if (!begun) throw new Error("nothing to compute");
    const answer = answerPlan(begun.problem, { highs: await loadHighs(), timeLimitSeconds: 10 });
    await finishProposal(ctx, proposal, answer, false);
    return { plan: plan.id, needId, proposal, walkUps: people.slice(10), filled: answer.filled };
  });

test("race: taken over four times at once while five sign up: no place is given twice, and all are given", async () => {
  const { plan, needId, proposal, walkUps, filled } = await prepare();
  expect(filled).toBe(6);
  const accountId = stage.cast.volunteer.accountId;
  const actors = walkUps.map((person): Actor => ({ kind: "person", ...person, accountId, grants: [] }));
  const outcomes = await Promise.all([
    ...Array.from({ length: 4 }, () =>
      stage.at(stage.first, (ctx) => adoptProposal(ctx, plan, proposal, { words: "Neu." })),
    ),
    ...actors.map((actor) => stage.at(stage.first, (ctx) => signUp(ctx, { needIds: [needId] }), { actor })),
  ]);
  expect(outcomes.every(({ ok }) => ok)).toBe(true);
  const rows = await stage.db
    .selectFrom("signups")
    .select(["personId", "how", "state"])
    .where("needId", "=", needId)
    .execute();
  const coming = rows.filter(({ state }) => state === "confirmed");
  expect(coming).toHaveLength(6);
  expect(new Set(coming.map(({ personId }) => personId)).size).toBe(6);
  expect(rows.filter(({ state, how }) => state === "waiting" && how === "plan")).toEqual([]);
  const { taken } = await stage.db
    .selectFrom("shiftNeeds")
    .select("taken")
    .where("id", "=", needId)
    .executeTakeFirstOrThrow();
  expect(taken).toBe(6);
});

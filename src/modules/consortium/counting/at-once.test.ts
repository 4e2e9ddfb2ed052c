import { afterAll, beforeAll, expect, test } from "vitest";
import type { Actor } from "#core/actor.ts";
import type { Context } from "#core/context.ts";
import { closeMeeting } from "#modules/consortium/meetings/commands.ts";
import { findMeeting, type MeetingId } from "#modules/consortium/meetings/queries.ts";
import { findMotion, type MotionId } from "#modules/consortium/motions/queries.ts";
import { listResolutions } from "#modules/consortium/resolutions/queries.ts";
import type { SeatId } from "#modules/consortium/seats/queries.ts";
import type { VoteMethod } from "#modules/consortium/vocabulary.ts";
import { castVote, openVote } from "#modules/consortium/votes/commands.ts";
import { listVotes, type VoteId } from "#modules/consortium/votes/queries.ts";
import { type Committed, openCommitted } from "#test/committed.ts";
import { made } from "#test/made.ts";
import { putMotion, putSeats, runMeeting } from "#test/voting.ts";
import { closeVote } from "./commands.ts";

let stage: Committed;
let seats: readonly SeatId[];
let own: SeatId;

const now = new Date("2026-11-24T09:00:00Z");

beforeAll(async () => {
  stage = await openCommitted();
  seats = await at((ctx) =>
    putSeats(ctx, [
      { sector: "civil", person: stage.cast.consortium.id },
      { sector: "civil" },
      { sector: "public" },
      { sector: "business" },
    ]),
  );
  const [first] = seats;
  if (!first) throw new Error("no seat");
  own = first;
});
afterAll(() => stage.close());

const at = <T>(work: (ctx: Context) => Promise<T>, actor: Actor = stage.cast.coordinator): Promise<T> =>
  stage.at(stage.first, work, { actor, now });

const put = (method: VoteMethod, more = 1) =>
  at(async (ctx) => {
    const meeting = await runMeeting(ctx, seats);
    const open: { readonly motion: MotionId; readonly vote: VoteId }[] = [];
    for (let n = 0; n < more; n += 1) {
      const { motionId } = await putMotion(ctx, meeting, { title: `Antrag ${n + 1}` });
      open.push({ motion: motionId, vote: made(await openVote(ctx, motionId, { method })) });
    }
    return { meeting, open, only: only(open) };
  });

const only = <T>([first]: readonly T[]): T => {
  if (first === undefined) throw new Error("there is none");
  return first;
};

const agree = async (vote: VoteId, those = seats): Promise<void> =>
  at(async (ctx) => {
    for (const seat of those) made(await castVote(ctx, vote, seat, { choice: "yes" }));
  });

const resolutionsOf = (meeting: MeetingId) => at((ctx) => listResolutions(ctx, { meeting }));

test("eight close one vote at the same moment: one result, one resolution, one number", async () => {
  const { meeting, only: one } = await put("named");
  await agree(one.vote);
  const { coordinator, colleague, chair } = stage.cast;
  const officers = [coordinator, colleague, chair, coordinator, colleague, chair, coordinator, colleague];
  const outcomes = await Promise.all(officers.map((actor) => at((ctx) => closeVote(ctx, one.vote), actor)));
  expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
  expect(outcomes.flatMap((outcome) => (outcome.ok ? [] : [outcome.because]))).toEqual(
    Array(7).fill("closed"),
  );
  expect(await resolutionsOf(meeting)).toHaveLength(1);
});

test("ten motions that pass at the same moment get ten numbers without a gap", async () => {
  const { meeting, open } = await put("named", 10);
  for (const { vote } of open) await agree(vote);
  const before = await at((ctx) => listResolutions(ctx));
  const outcomes = await Promise.all(open.map(({ vote }) => at((ctx) => closeVote(ctx, vote))));
  expect(outcomes.every((outcome) => outcome.ok && outcome.value.resolution !== null)).toBe(true);
  const numbers = (await resolutionsOf(meeting)).map(({ number }) => number).sort((a, b) => a - b);
  const highest = Math.max(0, ...before.map(({ number }) => number));
  expect(numbers).toEqual(open.map((_, index) => highest + 1 + index));
});

test("a voice that comes while the vote is closed is counted or refused, and never lost", async () => {
  const { open } = await put("named", 6);
  for (const { vote } of open) await agree(vote, seats.slice(1));
  const ends = await Promise.all(
    open.map(async ({ vote }, index) => {
      const say = () => at((ctx) => castVote(ctx, vote, own, { choice: "no" }), stage.cast.consortium);
      const close = () => at((ctx) => closeVote(ctx, vote));
      // Now one stands first at the door, now the other.
      const [said, closed] = await (index % 2 === 0
        ? Promise.all([say(), close()])
        : Promise.all([close(), say()]).then(([end, voice]) => [voice, end] as const));
      return { said: said.ok, no: made(closed).decision.no };
    }),
  );
  expect(ends.map(({ no }) => no)).toEqual(ends.map(({ said }) => (said ? 1 : 0)));
});

test("a seat that says something five times at once has one voice, by name and on a secret slip", async () => {
  for (const method of ["named", "secret"] as const) {
    const { only: one } = await put(method);
    const choices = ["yes", "no", "abstain", "yes", "no"] as const;
    const outcomes = await Promise.all(
      choices.map((choice) => at((ctx) => castVote(ctx, one.vote, own, { choice }), stage.cast.consortium)),
    );
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(method === "named" ? 5 : 1);
    const { decision } = made(await at((ctx) => closeVote(ctx, one.vote)));
    expect(decision.yes + decision.no + decision.abstain).toBe(1);
  }
});

test("a motion is put to the vote once, however many open it at the same moment", async () => {
  const { motionId } = await at(async (ctx) => putMotion(ctx, await runMeeting(ctx, seats)));
  const open = () => at((ctx) => openVote(ctx, motionId, { method: "hand" }));
  const outcomes = await Promise.all([open(), open(), open(), open()]);
  expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
  expect(await at((ctx) => listVotes(ctx, [motionId]))).toHaveLength(1);
});

test("a meeting that is closed while a vote is opened leaves no open vote behind", async () => {
  for (let round = 0; round < 6; round += 1) {
    const { meeting, motionId } = await at(async (ctx) => {
      const id = await runMeeting(ctx, seats);
      return { meeting: id, ...(await putMotion(ctx, id)) };
    });
    const open = () => at((ctx) => openVote(ctx, motionId, { method: "hand" }));
    const close = () => at((ctx) => closeMeeting(ctx, meeting));
    await (round % 2 === 0 ? Promise.all([open(), close()]) : Promise.all([close(), open()]));
    const [state, motion] = await at(async (ctx) => [
      (await findMeeting(ctx, meeting))?.state,
      (await findMotion(ctx, motionId))?.state,
    ]);
    expect([
      ["closed", "open"],
      ["running", "voting"],
    ]).toContainEqual([state, motion]);
  }
});

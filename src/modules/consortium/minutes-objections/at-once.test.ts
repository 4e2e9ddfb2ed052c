import { afterAll, beforeAll, expect, test } from "vitest";
import { type Actor, system } from "#core/actor.ts";
import type { Context } from "#core/context.ts";
import { found } from "#core/errors.ts";
import { markOf, writeMinutes } from "#modules/consortium/agenda/commands.ts";
import { closeMeeting } from "#modules/consortium/meetings/commands.ts";
import { followMinutes, sendMinutes } from "#modules/consortium/minutes/commands.ts";
import { findMinutes, listMinutesObjections } from "#modules/consortium/minutes/queries.ts";
import type { SeatId } from "#modules/consortium/seats/queries.ts";
import { type Committed, openCommitted } from "#test/committed.ts";
import { made } from "#test/made.ts";
import { putMotion, putSeats, runMeeting } from "#test/voting.ts";
import { objectTo, withdrawObjection } from "./commands.ts";

let stage: Committed;
let seat: SeatId;

const now = new Date("2026-11-24T09:00:00Z");

beforeAll(async () => {
  stage = await openCommitted();
  const seats = await at(now, (ctx) =>
    putSeats(ctx, [{ sector: "civil", person: stage.cast.consortium.id }, { sector: "public" }]),
  );
  seat = found(seats[0]);
});
afterAll(() => stage.close());

const at = <T>(
  moment: Date,
  work: (ctx: Context) => Promise<T>,
  actor: Actor = stage.cast.coordinator,
): Promise<T> => stage.at(stage.first, work, { actor, now: moment });

const sent = () =>
  at(now, async (ctx) => {
    const meeting = await runMeeting(ctx, [seat]);
    const { itemId } = await putMotion(ctx, meeting);
    made(await writeMinutes(ctx, itemId, { words: "Es wurde beraten.", before: markOf("") }));
    made(await closeMeeting(ctx, meeting));
    return { meeting, ...made(await sendMinutes(ctx, meeting)) };
  });
type Sent = Awaited<ReturnType<typeof sent>>;

const object = ({ meeting, until }: Sent) =>
  at(
    new Date(+until - 1),
    (ctx) => objectTo(ctx, meeting, { seatId: seat, agendaItemId: null, words: "Ich war da." }),
    stage.cast.consortium,
  );
const follow = ({ until }: Sent) => at(until, followMinutes, system);

const stand = async ({ meeting, until }: Sent) =>
  at(until, async (ctx) => ({
    state: found(await findMinutes(ctx, meeting)).state,
    open: (await listMinutesObjections(ctx, meeting)).filter(({ state }) => state === "open").length,
  }));

test("minutes are never sealed over an objection that came in the last moment", async () => {
  for (let round = 0; round < 8; round += 1) {
    const minutes = await sent();
    const [objected] = await (round % 2 === 0
      ? Promise.all([object(minutes), follow(minutes)])
      : Promise.all([follow(minutes), object(minutes)]).then(([, one]) => [one] as const));
    expect(await stand(minutes)).toEqual(
      objected.ok ? { state: "objections", open: 1 } : { state: "approved", open: 0 },
    );
    if (objected.ok) made(await at(now, (ctx) => withdrawObjection(ctx, objected.value)));
  }
});

test("the job that runs twice at the same moment approves minutes once, with one seal and one letter", async () => {
  const minutes = await sent();
  const approved = await Promise.all([follow(minutes), follow(minutes), follow(minutes)]);
  expect(approved.reduce((sum, one) => sum + one, 0)).toBeGreaterThan(0);
  const { meeting } = minutes;
  const events = await stage.at(stage.first, (ctx) =>
    ctx.db
      .selectFrom("events")
      .select("data")
      .where("name", "=", "minutes.approved")
      .where("subjectId", "=", meeting)
      .execute(),
  );
  expect(events).toHaveLength(1);
  const row = found(await at(now, (ctx) => findMinutes(ctx, meeting)));
  expect(events[0]?.data).toMatchObject({ hash: row.hash });
});

test("a seat that objects three times at once to the same thing has objected once", async () => {
  const minutes = await sent();
  const outcomes = await Promise.all([object(minutes), object(minutes), object(minutes)]);
  expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
  expect(outcomes.flatMap((one) => (one.ok ? [] : [one.because]))).toEqual(["several", "several"]);
});

test("minutes that two send at the same moment are sent once", async () => {
  const { meeting } = await at(now, async (ctx) => {
    const id = await runMeeting(ctx, [seat]);
    const { itemId } = await putMotion(ctx, id);
    made(await writeMinutes(ctx, itemId, { words: "Es wurde beraten.", before: markOf("") }));
    made(await closeMeeting(ctx, id));
    return { meeting: id };
  });
  const send = (actor: Actor) => at(now, (ctx) => sendMinutes(ctx, meeting), actor);
  const outcomes = await Promise.all([send(stage.cast.coordinator), send(stage.cast.colleague)]);
  expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
  expect(outcomes.find(({ ok }) => !ok)).toMatchObject({ because: "sent" });
});

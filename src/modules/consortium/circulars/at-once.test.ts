import { afterAll, beforeAll, expect, test } from "vitest";
import { introduceModules } from "#app/reactions.ts";
import { type Actor, system } from "#core/actor.ts";
import type { Context } from "#core/context.ts";
import { found } from "#core/errors.ts";
import { findMotion } from "#modules/consortium/motions/queries.ts";
import { listResolutions } from "#modules/consortium/resolutions/queries.ts";
import type { SeatId } from "#modules/consortium/seats/queries.ts";
import { type Committed, openCommitted } from "#test/committed.ts";
import { made } from "#test/made.ts";
import { putSeats } from "#test/voting.ts";
import { answerCircular, recallCircular, sendCircular, watchCirculars } from "./commands.ts";
import { findCircular } from "./queries.ts";

let stage: Committed;
let seats: readonly SeatId[];

const now = new Date("2026-11-24T09:00:00Z");
const due = new Date("2026-12-08T23:00:00Z");
const lastMoment = new Date("2026-12-08T22:58:00Z");

const at = <T>(work: (ctx: Context) => Promise<T>, moment = now, actor: Actor = stage.cast.coordinator) =>
  stage.at(stage.first, work, { actor, now: moment });

beforeAll(async () => {
  introduceModules();
  stage = await openCommitted();
  seats = await at((ctx) =>
    putSeats(ctx, [{ sector: "civil" }, { sector: "public" }, { sector: "business" }, { sector: "civil" }]),
  );
});
afterAll(() => stage.close());

const sent = async (title: string) => {
  const input = {
    ...{ title, wording: "Wir stellen den Antrag.", reason: "", subject: "ordinary" as const, hidden: false },
    ...{ proposedBySeatId: null, dueOn: "2026-12-08" },
  } as const;
  const id = made(await at((ctx) => sendCircular(ctx, input)));
  const vote = found((await at((ctx) => findCircular(ctx, id)))?.vote).id;
  const answer = (seat: SeatId, choice: "yes" | "no" = "yes", moment = now) =>
    at((ctx) => answerCircular(ctx, vote, seat, choice), moment);
  const passed = async () =>
    (await at((ctx) => listResolutions(ctx))).filter((one) => one.title === title).length;
  const state = async () => (await at((ctx) => findMotion(ctx, id)))?.state;
  return { id, vote, answer, passed, state };
};

test("when all answer at the same moment it is counted once, with every answer in it", async () => {
  for (const title of ["Eins", "Zwei", "Drei"]) {
    const { answer, passed, state } = await sent(title);
    for (const outcome of await Promise.all(seats.map((seat) => answer(seat)))) made(outcome);
    expect(await state()).toBe("passed");
    expect(await passed()).toBe(1);
  }
});

test("a last answer and the end of the time at the same moment: counted with it or without, and once", async () => {
  for (const title of ["Vier", "Fünf", "Sechs", "Sieben"]) {
    const { answer, passed, state } = await sent(title);
    for (const seat of seats.slice(1)) made(await answer(seat));
    const [last] = await Promise.all([
      answer(found(seats[0]), "yes", lastMoment),
      at(watchCirculars, due, system),
    ]);
    expect([title, await state()]).toEqual([title, last.ok ? "passed" : "rejected"]);
    expect(await passed()).toBe(last.ok ? 1 : 0);
  }
});

test("a letter that is taken back while the last seat answers is decided or taken back, never both", async () => {
  for (const title of ["Acht", "Neun", "Zehn", "Elf"]) {
    const { id, vote, answer, passed, state } = await sent(title);
    for (const seat of seats.slice(1)) made(await answer(seat));
    const [last, back] = await Promise.all([
      answer(found(seats[0])),
      at((ctx) => recallCircular(ctx, id, vote, "Überholt")),
    ]);
    expect([last.ok, back.ok].filter(Boolean)).toHaveLength(1);
    expect(await state()).toBe(back.ok ? "withdrawn" : "passed");
    expect(await passed()).toBe(back.ok ? 0 : 1);
  }
});

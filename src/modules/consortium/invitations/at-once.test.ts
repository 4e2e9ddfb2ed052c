import { afterAll, beforeAll, expect, test } from "vitest";
import type { Actor } from "#core/actor.ts";
import type { Context } from "#core/context.ts";
import { found } from "#core/errors.ts";
import { addItem, type NewItem } from "#modules/consortium/agenda/commands.ts";
import { listAgenda } from "#modules/consortium/agenda/queries.ts";
import { addMeeting } from "#modules/consortium/meetings/commands.ts";
import { findMeeting } from "#modules/consortium/meetings/queries.ts";
import { come } from "#modules/consortium/presence/commands.ts";
import { listPresences } from "#modules/consortium/presence/queries.ts";
import type { SeatId } from "#modules/consortium/seats/queries.ts";
import { type Committed, openCommitted } from "#test/committed.ts";
import { made } from "#test/made.ts";
import { putSeats, runMeeting } from "#test/voting.ts";
import { invite, replyTo } from "./commands.ts";
import { listReplies } from "./queries.ts";

let stage: Committed;
let seat: SeatId;

const now = new Date("2026-11-24T09:00:00Z");
const at = <T>(work: (ctx: Context) => Promise<T>, actor: Actor = stage.cast.coordinator): Promise<T> =>
  stage.at(stage.first, work, { actor, now });

beforeAll(async () => {
  stage = await openCommitted();
  const [own] = await at((ctx) =>
    putSeats(ctx, [{ sector: "civil", person: stage.cast.consortium.id }, { sector: "public" }]),
  );
  seat = found(own);
});
afterAll(() => stage.close());

const item: NewItem = { kind: "decision", title: "Mitfahrbank", words: "", minutes: 10, public: true };
const plan = {
  ...{ title: "Steuerungsgruppe", words: "", whereWords: "Ratssaal", onlineWords: "" },
  ...{ startsAt: new Date("2026-12-15T17:00:00Z"), endsAt: new Date("2026-12-15T19:00:00Z") },
};

const planned = () =>
  at(async (ctx) => {
    const { id } = made(await addMeeting(ctx, plan));
    made(await addItem(ctx, id, item));
    return id;
  });

test("two who invite at the same moment send one letter to everybody", async () => {
  const id = await planned();
  const send = (actor: Actor) => at((ctx) => invite(ctx, id, ""), actor);
  const { coordinator, colleague, chair } = stage.cast;
  const outcomes = await Promise.all([send(coordinator), send(colleague), send(chair)]);
  expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
  const letters = await at((ctx) =>
    ctx.db.selectFrom("mails").select("kind").where("kind", "like", "meeting.%").execute(),
  );
  expect(letters).toEqual([{ kind: "meeting.invited" }]);
});

test("what is put on the agenda while it is sent out is announced with it, or not announced: never half", async () => {
  for (let round = 0; round < 6; round += 1) {
    const id = await planned();
    const add = () => at((ctx) => addItem(ctx, id, { ...item, title: "Jugendraum" }));
    const send = () => at((ctx) => invite(ctx, id, ""));
    await (round % 2 === 0 ? Promise.all([add(), send()]) : Promise.all([send(), add()]));
    const agenda = await at(async (ctx) => listAgenda(ctx, found(await findMeeting(ctx, id))));
    const [letter] = await at((ctx) =>
      ctx.db.selectFrom("mails").select("textBody").where("key", "like", `meeting.invited:${id}:%`).execute(),
    );
    const named = letter?.textBody.includes("Jugendraum");
    expect(agenda.map(({ title, announced }) => [title, announced])).toEqual([
      ["Mitfahrbank", true],
      ["Jugendraum", named],
    ]);
  }
});

test("meetings planned at the same moment get numbers one after the other", async () => {
  const planning = await Promise.all(Array.from({ length: 8 }, () => planned()));
  const numbers = await at(async (ctx) =>
    Promise.all(planning.map(async (id) => found(await findMeeting(ctx, id)).number)),
  );
  const sorted = numbers.toSorted((a, b) => a - b);
  expect(sorted).toEqual(sorted.map((_, index) => found(sorted[0]) + index));
});

test("a seat that answers five times at once has one answer; one that comes five times at once is there once", async () => {
  const id = await planned();
  const replies = ["room", "remote", "absent", "room", "deputy"] as const;
  for (const outcome of await Promise.all(
    replies.map((reply) => at((ctx) => replyTo(ctx, id, seat, { reply, words: "" }), stage.cast.consortium)),
  ))
    made(outcome);
  expect(await at((ctx) => listReplies(ctx, id))).toHaveLength(1);
  const meeting = await at((ctx) => runMeeting(ctx, []));
  const arrive = () =>
    at((ctx) => come(ctx, meeting, { seatId: seat, part: "member", name: "Kai", way: "room" }));
  const arrived = await Promise.all(replies.map(arrive));
  expect(arrived.filter(({ ok }) => ok)).toHaveLength(1);
  expect(await at((ctx) => listPresences(ctx, meeting))).toHaveLength(1);
});

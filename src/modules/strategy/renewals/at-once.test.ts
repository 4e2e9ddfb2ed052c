import { afterAll, beforeAll, expect, test } from "vitest";
import { introduceModules } from "#app/reactions.ts";
import { type Actor, system } from "#core/actor.ts";
import type { Context } from "#core/context.ts";
import { found } from "#core/errors.ts";
import { listAgenda } from "#modules/consortium/agenda/queries.ts";
import { addMeeting } from "#modules/consortium/meetings/commands.ts";
import { findMeeting } from "#modules/consortium/meetings/queries.ts";
import { addTopic } from "#modules/consortium/topics/commands.ts";
import {
  answerCommitment,
  CommitmentInput,
  offerCommitment,
} from "#modules/strategy/commitments/commands.ts";
import { type CommitmentId, findCommitment, listCommitments } from "#modules/strategy/commitments/queries.ts";
import { addField, FieldInput, placeObjective } from "#modules/strategy/fields/commands.ts";
import { objectiveOf } from "#modules/strategy/fields/queries.ts";
import { addMeasure, MeasureInput } from "#modules/strategy/measures/commands.ts";
import type { MeasureId } from "#modules/strategy/measures/queries.ts";
import { type Committed, openCommitted } from "#test/committed.ts";
import { formOf, made } from "#test/made.ts";
import { endCommitment, endPast, putOnAgenda, renewCommitment } from "./commands.ts";

let stage: Committed;
let measure: MeasureId;

const now = new Date("2026-11-24T09:00:00Z");
const after = new Date("2027-01-01T06:00:00Z");
const at = <T>(
  work: (ctx: Context) => Promise<T>,
  actor: Actor = stage.cast.coordinator,
  moment = now,
): Promise<T> => stage.at(stage.first, work, { actor, now: moment });

beforeAll(async () => {
  introduceModules();
  stage = await openCommitted();
  measure = await at(async (ctx) => {
    const field = await addField(ctx, formOf(ctx, FieldInput, { title: "Unternehmen" }));
    const topic = made(
      await addTopic(ctx, { kind: "objective", title: "Firmen machen mit", words: "", parentId: null }),
    );
    made(await placeObjective(ctx, topic.id, field));
    const fields = {
      ...{ title: "Reparaturcafé", topicId: topic.id, ownerWords: "Stadt", public: "on" },
      ...{ startsOn: "2026-01-01", dueOn: "2027-12-31" },
    };
    const input = { ...formOf(ctx, MeasureInput, fields), topicId: objectiveOf(topic.id) };
    return made(await addMeasure(ctx, input)).id;
  });
});
afterAll(() => stage.close());

const promised = (actor: Actor = stage.cast.coordinator): Promise<CommitmentId> =>
  at(async (ctx) => {
    const fields = { kind: "hours", amount: "40", words: "Zwei Leute", startsOn: "2026-01-01" };
    const input = formOf(ctx, CommitmentInput, { ...fields, endsOn: "2026-12-31" });
    return made(await offerCommitment(ctx, measure, stage.company, input));
  }, actor);

const renewalsOf = async (id: CommitmentId) =>
  (await at((ctx) => listCommitments(ctx))).filter(({ renewsId }) => renewsId === id);
const stateOf = async (id: CommitmentId) => (await at((ctx) => findCommitment(ctx, id)))?.state;

test("a promise that the office and its company renew at the same moment goes on once", async () => {
  const id = await promised();
  const renew = (actor: Actor) => at((ctx) => renewCommitment(ctx, id, "2027-12-31"), actor);
  const { coordinator, partner } = stage.cast;
  const outcomes = await Promise.all([
    renew(partner),
    renew(coordinator),
    renew(partner),
    renew(coordinator),
  ]);
  expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
  expect(await renewalsOf(id)).toHaveLength(1);
});

test("a promise that ends while somebody renews it is either over, or goes on", async () => {
  for (let round = 0; round < 4; round += 1) {
    const id = await promised();
    const [renewed, ended] = await Promise.all([
      at((ctx) => renewCommitment(ctx, id, "2027-12-31"), stage.cast.partner),
      at(endPast, system, after),
    ]);
    expect(ended).toBeGreaterThan(0);
    expect(await stateOf(id)).toBe("ended");
    expect(await renewalsOf(id)).toHaveLength(renewed.ok ? 1 : 0);
    if (!renewed.ok) expect(renewed.because).toBe("notConfirmed");
  }
});

test("an offer that is answered yes and no, and taken back, at the same moment has one answer", async () => {
  for (let round = 0; round < 4; round += 1) {
    const id = await promised(stage.cast.partner);
    const answer = (said: "confirmed" | "declined") =>
      at((ctx) => answerCommitment(ctx, id, { answer: said, words: "Darum." }));
    const outcomes = await Promise.all([answer("declined"), answer("declined"), answer("confirmed")]);
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await stateOf(id)).toBe(outcomes[2]?.ok ? "confirmed" : "declined");
  }
});

test("a promise that two end at the same moment keeps the reason of the first", async () => {
  const id = await promised();
  const reasons = ["Wir ziehen um.", "Wir schließen.", "Wir sparen."];
  const outcomes = await Promise.all(reasons.map((words) => at((ctx) => endCommitment(ctx, id, words))));
  const [first] = reasons.filter((_, index) => outcomes[index]?.ok);
  expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
  expect((await at((ctx) => findCommitment(ctx, id)))?.stateWords).toBe(first);
});

test("the job that runs twice at the same moment puts what ends soon on the agenda once", async () => {
  await promised();
  const { id } = await at(async (ctx) =>
    made(
      await addMeeting(ctx, {
        ...{ title: "Sitzung", words: "", whereWords: "", onlineWords: "" },
        ...{ startsAt: new Date("2026-12-08T17:00:00Z"), endsAt: new Date("2026-12-08T19:00:00Z") },
      }),
    ),
  );
  await Promise.all([at(putOnAgenda, system), at(putOnAgenda, system), at(putOnAgenda, system)]);
  const agenda = await at(async (ctx) => listAgenda(ctx, found(await findMeeting(ctx, id))));
  expect(agenda.map(({ title }) => title)).toEqual(["Zusagen, die bald enden"]);
});

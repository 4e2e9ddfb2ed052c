import { beforeAll, expect, test } from "vitest";
import { listenToModules } from "#app/reactions.ts";
import type { Context } from "#core/context.ts";
import { Forbidden } from "#core/errors.ts";
import { addTopic } from "#modules/consortium/topics/commands.ts";
import { addField, FieldInput, placeObjective, startWithFields } from "#modules/strategy/fields/commands.ts";
import { listFields, listObjectives, objectiveOf } from "#modules/strategy/fields/queries.ts";
import { addIndicator, addValue, IndicatorInput } from "#modules/strategy/indicators/commands.ts";
import { findIndicator, listUnmeasured, standOf } from "#modules/strategy/indicators/queries.ts";
import { tie } from "#modules/threads/commands.ts";
import { listThreads } from "#modules/threads/queries.ts";
import { formOf, made } from "#test/made.ts";
import { town, type World } from "#test/world.ts";
import {
  addMeasure,
  addMilestone,
  changeMeasure,
  finishMilestone,
  type MeasureInput,
  monthsLater,
  updateMeasure,
} from "./commands.ts";
import { watchChecks } from "./jobs.ts";
import { findMeasure, isLate, listMeasures, listMilestones, listUnasked, listUpdates } from "./queries.ts";

beforeAll(listenToModules);

const objectiveIn = async (office: Context) => {
  const field = await addField(office, formOf(office, FieldInput, { title: "Unternehmen" }));
  const question = made(
    await addTopic(office, { kind: "question", title: "Wer macht mit?", words: "", parentId: null }),
  );
  const topic = made(
    await addTopic(office, { kind: "objective", title: "Firmen", words: "", parentId: question.id }),
  );
  made(await placeObjective(office, topic.id, field, 2028));
  return { topic, question };
};

const written = async (world: World, fields: Partial<MeasureInput> = {}) => {
  const office = world.as("coordinator");
  const { topic, question } = await objectiveIn(office);
  const input: MeasureInput = {
    title: "Reparaturcafé",
    words: "",
    topicId: objectiveOf(topic.id),
    organizationId: world.company,
    ownerWords: "",
    budgetCents: null,
    budgetWords: "",
    startsOn: "2026-01-15",
    dueOn: "2026-10-31",
    public: true,
    ...fields,
  };
  const measure = made(await addMeasure(office, input));
  return { office, topic, question, input, measure };
};

test("a town begins with the seven fields, once", () =>
  town(async (world) => {
    const chair = world.as("chair");
    expect(made(await startWithFields(chair))).toHaveLength(7);
    expect(await startWithFields(chair)).toEqual({ ok: false, because: "there" });
    expect((await listFields(chair))[6]?.title).toBe(
      "Eine Anlaufstelle für alle, die sich engagieren wollen",
    );
    await expect(startWithFields(world.as("representative"))).rejects.toBeInstanceOf(Forbidden);
    expect(await listFields(world.as("foreignCoordinator", { place: world.second }))).toEqual([]);
  }));

test("a measure comes of its objective, and that of the question above it", () =>
  town(async (world) => {
    const { office, measure, topic, question } = await written(world);
    const threads = await listThreads(office, { kind: "measure", id: measure.id });
    expect(threads.from.map(({ id }) => id)).toEqual([topic.id]);
    const above = await listThreads(office, { kind: "topic", id: topic.id });
    expect(above.from.map(({ id }) => id)).toEqual([question.id]);
    expect((await listObjectives(office))[0]).toMatchObject({ untilYear: 2028, topicId: topic.id });
    const other = made(
      await placeObjective(office, topic.id, await addField(office, { title: "Anderes", words: "" })),
    );
    expect((await listObjectives(office)).map(({ topicId }) => topicId)).toEqual([other]);
  }));

test("what only the consortium wants is a break; a card behind its question mends it", () =>
  town(async (world) => {
    const { office, measure, question } = await written(world);
    expect((await listUnasked(office)).map(({ id }) => id)).toEqual([measure.id]);
    await world.sql(
      `insert into threads (place_id, from_kind, from_id, to_kind, to_id)
       values ('${world.first.id}', 'card', '00000000-0000-4000-8000-000000000001', 'topic', '${question.id}')`,
    );
    expect(await listUnasked(office)).toEqual([]);
  }));

test("what is not public is seen by the office and its owner only, and nothing of it elsewhere", () =>
  town(async (world) => {
    const { measure } = await written(world, { public: false });
    const sees = async (ctx: Context) => (await findMeasure(ctx, measure.id)) !== undefined;
    expect(await sees(world.as("chair"))).toBe(true);
    expect(await sees(world.as("partner"))).toBe(true);
    for (const who of ["visitor", "volunteer", "representative", "consortium"] as const)
      expect(await sees(world.as(who))).toBe(false);
    expect(await sees(world.as("foreignCoordinator", { place: world.second }))).toBe(false);
  }));

test("an update says how it goes and counts as the check; an earlier day written down later moves nothing", () =>
  town(async (world) => {
    const { office, measure } = await written(world);
    const said = { state: "running", light: "yellow", words: "Die Halle fehlt noch." } as const;
    expect((await findMeasure(office, measure.id))?.checkOn).toBe("2026-07-15");
    expect(await watchChecks(world.as("system"))).toBe(1);
    expect(await updateMeasure(office, measure.id, { ...said, happenedOn: "2026-12-01" })).toEqual({
      ok: false,
      because: "ahead",
    });
    made(await updateMeasure(office, measure.id, { ...said, happenedOn: "2026-11-20" }));
    const earlier = {
      state: "planned",
      light: "green",
      words: "Begonnen.",
      happenedOn: "2026-02-01",
    } as const;
    made(await updateMeasure(office, measure.id, earlier));
    expect(await findMeasure(office, measure.id)).toMatchObject({
      light: "yellow",
      state: "running",
      checkedOn: "2026-11-20",
      checkOn: "2027-05-20",
    });
    expect((await listUpdates(office, measure.id)).map(({ light }) => light)).toEqual(["yellow", "green"]);
    const open = await world.sql(`select 1 from tasks where kind = 'strategy' and done_at is null`);
    expect(open.rows).toEqual([]);
    await expect(
      updateMeasure(world.as("partner"), measure.id, { ...said, happenedOn: "2026-11-20" }),
    ).rejects.toBeInstanceOf(Forbidden);
  }));

test("late is what is still open after its day; done and dropped things rest", () =>
  town(async (world) => {
    const { office, measure } = await written(world);
    const late = async () => (await listMeasures(office, { overdue: true })).length;
    expect(await late()).toBe(1);
    const row = await findMeasure(office, measure.id);
    expect(row && isLate(office, row)).toBe(true);
    const dropped = {
      state: "dropped",
      light: "red",
      words: "Kein Raum.",
      happenedOn: "2026-11-20",
    } as const;
    made(await updateMeasure(office, measure.id, dropped));
    expect(await late()).toBe(0);
    expect((await findMeasure(office, measure.id))?.checkOn).toBeNull();
  }));

test("a measure changes its objective and is tied to both; its steps are done on a day", () =>
  town(async (world) => {
    const { office, measure, input } = await written(world);
    const other = await objectiveIn(office);
    made(await changeMeasure(office, measure.id, { ...input, topicId: objectiveOf(other.topic.id) }));
    const threads = await listThreads(office, { kind: "measure", id: measure.id });
    expect(threads.from).toHaveLength(2);
    const step = await addMilestone(office, measure.id, { title: "Raum gefunden", dueOn: "2026-05-01" });
    await finishMilestone(office, measure.id, step, "2026-06-01");
    expect(await listMilestones(office, measure.id)).toMatchObject([{ doneOn: "2026-06-01" }]);
    expect(
      made(await tie(office, { kind: "measure", id: measure.id }, { kind: "topic", id: other.question.id })),
    ).toBeTruthy();
  }));

test("an indicator shows one thing, and stands by its latest value", () =>
  town(async (world) => {
    const { office, measure, topic } = await written(world);
    const fields = {
      title: "Firmen, die mitmachen",
      unit: "Firmen",
      direction: "up",
      baseline: "4",
      baselineOn: "2024-12-31",
      baselineSource: "Umfrage 2024",
      target: "12",
      targetOn: "2028-12-31",
    };
    expect(() => formOf(office, IndicatorInput, fields)).toThrow();
    expect(() =>
      formOf(office, IndicatorInput, { ...fields, measureId: measure.id, direction: "down" }),
    ).toThrow();
    const { id } = await addIndicator(
      office,
      formOf(office, IndicatorInput, { ...fields, measureId: measure.id }),
    );
    await addIndicator(office, formOf(office, IndicatorInput, { ...fields, topicId: topic.id }));
    const stand = async () => {
      const row = await findIndicator(world.as("visitor"), id);
      return row && standOf(office, row);
    };
    expect(await stand()).toBe("missing");
    expect(await listUnmeasured(office)).toHaveLength(2);
    const value = { value: 8, measuredOn: "2026-06-30", source: "Abfrage" };
    made(await addValue(office, id, value));
    expect(await stand()).toBe("onTrack");
    made(await addValue(office, id, { ...value, value: 5 }));
    expect(await stand()).toBe("behind");
    expect(await addValue(office, id, { ...value, measuredOn: "2027-01-01" })).toMatchObject({ ok: false });
    expect(await addValue(office, id, { ...value, measuredOn: "2024-12-31" })).toMatchObject({ ok: false });
    expect(await listUnmeasured(office)).toHaveLength(1);
  }));

test("half a year later is the same day, or the last of a shorter month", () => {
  expect(monthsLater("2026-01-15", 6)).toBe("2026-07-15");
  expect(monthsLater("2026-08-31", 6)).toBe("2027-02-28");
  expect(monthsLater("2027-08-31", 6)).toBe("2028-02-29");
  expect(monthsLater("2026-11-30", 3)).toBe("2027-02-28");
});

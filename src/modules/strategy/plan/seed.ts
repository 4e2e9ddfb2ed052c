import { type PersonActor, system } from "#core/actor.ts";
import type { Context } from "#core/context.ts";
import { found } from "#core/errors.ts";
import type { Id } from "#core/id.ts";
import { dayOf, instantAt, plusDays } from "#core/local-time.ts";
import type { Story } from "#core/module.ts";
import type { Outcome } from "#core/outcome.ts";
import { findTraceable } from "#core/traceable.ts";
import { addTopic } from "#modules/consortium/topics/commands.ts";
import { findActorByEmail } from "#modules/people/queries.ts";
import { offerCommitment, tellGiven } from "#modules/strategy/commitments/commands.ts";
import { placeObjective, startWithFields } from "#modules/strategy/fields/commands.ts";
import { objectiveOf, type TopicId } from "#modules/strategy/fields/queries.ts";
import { startFields } from "#modules/strategy/fields/vocabulary.ts";
import { addIndicator, addValue } from "#modules/strategy/indicators/commands.ts";
import {
  addMeasure,
  addMilestone,
  finishMilestone,
  tieAsHouse,
  updateMeasure,
} from "#modules/strategy/measures/commands.ts";
import type { MeasureId } from "#modules/strategy/measures/queries.ts";
import { endPast } from "#modules/strategy/renewals/commands.ts";
import type { CommitmentKind } from "#modules/strategy/vocabulary.ts";
import material from "./seed.json" with { type: "json" };

const value = <T>(outcome: Outcome<T, string>): T => {
  if (!outcome.ok) throw new Error(`the strategy stopped: ${outcome.because}`);
  return outcome.value;
};

type Told = (typeof material.measures)[number];
type Scene = {
  readonly story: Story;
  readonly office: PersonActor;
  readonly organizations: ReadonlyMap<string, Id<"organization">>;
  readonly topics: Map<string, TopicId>;
};

const dayAt = ({ story }: Pick<Scene, "story">, days: number): string => plusDays(dayOf(story.today), days);

const tell = <T>(
  scene: Scene,
  days: number,
  work: (ctx: Context) => Promise<T>,
  actor: PersonActor = scene.office,
): Promise<T> =>
  scene.story.tell(scene.story.places.first, instantAt(dayAt(scene, days), "11:00"), actor, work);

const cell = <T>(row: readonly unknown[], index: number): T => row[index] as T;

// "Offene Türen" is found by how it begins; an objective of this file by its key.
const begins = <T>(names: ReadonlyMap<string, T>, start: string): T => {
  const known = names.get(start);
  if (known !== undefined) return known;
  for (const [name, id] of names) if (name.startsWith(start)) return id;
  throw new Error(`the strategy knows no “${start}”`);
};

const begin = (scene: Scene) =>
  tell(scene, -1060, async (ctx) => {
    const fields = value(await startWithFields({ ...ctx, language: "de" }));
    for (const { key, title, words } of material.objectives) {
      const topic = value(await addTopic(ctx, { kind: "objective", title, words, parentId: null }));
      scene.topics.set(key, topic.id);
    }
    return new Map(startFields.map((code, index) => [code as string, found(fields[index])]));
  });

const place = async (scene: Scene) => {
  const fields = await begin(scene);
  await tell(scene, -36, async (ctx) => {
    const year = Number(dayAt(scene, 0).slice(0, 4));
    for (const row of material.placements) {
      const topic = begins(scene.topics, cell<string>(row, 1));
      const field = found(fields.get(cell<string>(row, 0)));
      value(await placeObjective(ctx, topic, field, year + 1 + cell<number>(row, 2)));
    }
  });
};

const organizationIn = (scene: Scene, name: string): Id<"organization"> => begins(scene.organizations, name);

const promise = async (ctx: Context, scene: Scene, measure: MeasureId, row: readonly unknown[]) => {
  const from = cell<number>(row, 4);
  const id = value(
    await offerCommitment(ctx, measure, organizationIn(scene, cell<string>(row, 0)), {
      kind: cell<CommitmentKind>(row, 1),
      amount: cell<number>(row, 2),
      words: cell<string>(row, 3),
      startsOn: dayAt(scene, from),
      endsOn: dayAt(scene, cell<number>(row, 5)),
    }),
  );
  const given = cell<number>(row, 6);
  if (given > 0) value(await tellGiven(ctx, id, given));
};

const take = (scene: Scene, told: Told) =>
  tell(scene, told.from, async (ctx) => {
    const { title, words, objective, owner, budget, budgetWords } = told;
    const { id } = value(
      await addMeasure(ctx, {
        title,
        words,
        topicId: objectiveOf(begins(scene.topics, objective)),
        organizationId: owner ? organizationIn(scene, owner) : null,
        ownerWords: told.ownerWords ?? "",
        budgetCents: budget,
        budgetWords,
        startsOn: dayAt(scene, told.from),
        dueOn: dayAt(scene, told.due),
        public: !told.hidden,
      }),
    );
    for (const row of told.milestones)
      await addMilestone(ctx, id, { title: cell<string>(row, 0), dueOn: dayAt(scene, cell<number>(row, 1)) });
    return id;
  });

const finishSteps = async (ctx: Context, scene: Scene, id: MeasureId, told: Told) => {
  const steps = await ctx.db
    .selectFrom("measureMilestones")
    .select(["id", "title"])
    .where("measureId", "=", id)
    .limit(20)
    .execute();
  for (const row of told.milestones) {
    const doneOn = cell<number | null>(row, 2);
    const step = steps.find(({ title }) => title === cell<string>(row, 0));
    if (doneOn !== null && step) await finishMilestone(ctx, id, step.id, dayAt(scene, doneOn));
  }
};

// The consortium decided about it: the first resolution with these words is what came of it.
const tieToResolution = async (ctx: Context, id: MeasureId, told: Told) => {
  for (const search of told.to ?? []) {
    const [resolution] = (await findTraceable("resolution")?.find(ctx, search)) ?? [];
    if (!resolution) continue;
    await tieAsHouse(ctx, { kind: "measure", id }, resolution, "Das Konsortium hat darüber abgestimmt.");
    return;
  }
};

const tellMeasure = async (scene: Scene, told: Told): Promise<MeasureId> => {
  const id = await take(scene, told);
  for (const row of told.updates.slice(0, -1))
    await tell(scene, cell<number>(row, 0), (ctx) => update(ctx, scene, id, row));
  const last = told.updates.at(-1);
  await tell(scene, last ? cell<number>(last, 0) : -1, async (ctx) => {
    for (const row of told.promises) await promise(ctx, scene, id, row);
    await finishSteps(ctx, scene, id, told);
    if (last) await update(ctx, scene, id, last);
  });
  return id;
};

const update = async (ctx: Context, scene: Scene, id: MeasureId, row: readonly unknown[]) =>
  value(
    await updateMeasure(ctx, id, {
      happenedOn: dayAt(scene, cell<number>(row, 0)),
      state: cell<"running">(row, 1),
      light: cell<"green">(row, 2),
      words: cell<string>(row, 3),
    }),
  );

const measure = (scene: Scene, measures: ReadonlyMap<string, MeasureId>) =>
  tell(scene, -1, async (ctx) => {
    for (const row of material.indicators) {
      const subject = cell<string>(row, 0);
      const name = subject.slice(2);
      const { id } = await addIndicator(ctx, {
        topicId: subject.startsWith("t:") ? objectiveOf(begins(scene.topics, name)) : null,
        measureId: subject.startsWith("m:") ? begins(measures, name) : null,
        title: cell<string>(row, 1),
        unit: cell<string>(row, 2),
        direction: cell<"up">(row, 3),
        baseline: cell<number>(row, 4),
        baselineSource: cell<string>(row, 5),
        target: cell<number>(row, 6),
        baselineOn: dayAt(scene, cell<number>(row, 7)),
        targetOn: dayAt(scene, cell<number>(row, 8)),
      });
      for (const [days, much, source] of cell<(readonly [number, number, string])[]>(row, 9))
        value(await addValue(ctx, id, { value: much, measuredOn: dayAt(scene, days), source }));
    }
  });

const offer = async (scene: Scene, measures: ReadonlyMap<string, MeasureId>, partner: PersonActor) => {
  for (const told of material.measures)
    for (const row of told.offers ?? [])
      await tell(scene, -2, (ctx) => promise(ctx, scene, begins(measures, told.title), [...row, 0]), partner);
};

/** The plan of the example town: objectives in seven fields, what is done for them, what partners give. */
export const seed = async (story: Story): Promise<void> => {
  const town = story.places.first;
  const known = await story.tell(town, story.today, system, async (ctx) => ({
    office: await findActorByEmail(ctx, `koordination@${town.slug}.example`),
    partner: await findActorByEmail(ctx, `unternehmen@${town.slug}.example`),
    organizations: await ctx.db
      .selectFrom("organizations")
      .select(["id", "name"])
      .where("mergedIntoId", "is", null)
      .limit(1_000)
      .execute(),
    topics: await ctx.db.selectFrom("topics").select(["id", "title"]).limit(500).execute(),
  }));
  const { office, partner } = known;
  if (!office) return;
  const scene: Scene = {
    story,
    office,
    organizations: new Map(known.organizations.map(({ id, name }) => [name, id])),
    topics: new Map(known.topics.map(({ id, title }) => [title, id])),
  };
  await place(scene);
  const measures = new Map<string, MeasureId>();
  for (const told of material.measures) measures.set(told.title, await tellMeasure(scene, told));
  await measure(scene, measures);
  await tell(scene, -1, async (ctx) => {
    for (const told of material.measures) await tieToResolution(ctx, begins(measures, told.title), told);
    await endPast(ctx);
  });
  if (partner) await offer(scene, measures, partner);
};

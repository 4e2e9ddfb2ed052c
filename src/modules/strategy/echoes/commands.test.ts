import { beforeAll, expect, test } from "vitest";
import { listenToModules } from "#app/reactions.ts";
import type { Context } from "#core/context.ts";
import { addTopic } from "#modules/consortium/topics/commands.ts";
import { addProposal } from "#modules/participation/proposals/commands.ts";
import { addField, FieldInput, placeObjective } from "#modules/strategy/fields/commands.ts";
import { objectiveOf } from "#modules/strategy/fields/queries.ts";
import { addMeasure, MeasureInput, tieAsHouse, updateMeasure } from "#modules/strategy/measures/commands.ts";
import { formOf, made } from "#test/made.ts";
import { processIn } from "#test/processes.ts";
import { town, type World } from "#test/world.ts";

beforeAll(listenToModules);

const bench = { title: "Eine Bank am Teich", words: "Zum Hinsetzen.", how: "online", named: false } as const;

/** A measure for an objective to which a citizen's proposal led. */
const scene = async (world: World, shown = true) => {
  const office = world.as("coordinator");
  const field = await addField(office, formOf(office, FieldInput, { title: "Plätze" }));
  const topic = made(
    await addTopic(office, { kind: "objective", title: "Plätze zum Bleiben", words: "", parentId: null }),
  );
  made(await placeObjective(office, topic.id, field));
  const fields = {
    ...{ title: "Bänke am Wasser", topicId: topic.id, ownerWords: "Bauhof" },
    ...{ startsOn: "2026-01-01", dueOn: "2027-12-31", ...(shown ? { public: "on" } : {}) },
  };
  const { id } = made(
    await addMeasure(office, {
      ...formOf(office, MeasureInput, fields),
      topicId: objectiveOf(topic.id),
    }),
  );
  const proposal = made(await addProposal(world.as("volunteer"), await processIn(office), bench));
  await tieAsHouse(office, { kind: "proposal", id: proposal.id }, { kind: "topic", id: topic.id });
  const update = async (state: "running" | "done" | "planned", words: string, ctx: Context = office) =>
    made(await updateMeasure(ctx, id, { state, words, light: "green", happenedOn: "2026-11-24" }));
  return { id, update };
};

const heard = async (world: World) => {
  const { rows } = await world.sql(
    `select person_id as "personId", title, text from notices where key like 'measure.%' order by title`,
  );
  return rows;
};

test("whoever proposed what led to a measure hears that it begins and that it is done, each once", () =>
  town(async (world) => {
    const { update } = await scene(world);
    await update("planned", "Noch nicht.");
    expect(await heard(world)).toEqual([]);
    await update("running", "Die Bänke sind bestellt.");
    await update("running", "Sie werden gestrichen.");
    await update("done", "Drei Bänke stehen.");
    const rows = await heard(world);
    expect(rows.map(({ title }) => title)).toEqual([
      "Es geht los: Bänke am Wasser",
      "Geschafft: Bänke am Wasser",
    ]);
    expect(rows[0]).toMatchObject({
      personId: world.cast.volunteer.id,
      text: "Sie haben etwas vorgeschlagen, das dazu geführt hat. Die Bänke sind bestellt.",
    });
  }));

test("of a measure that is not public nobody hears", () =>
  town(async (world) => {
    const { update } = await scene(world, false);
    await update("running", "Still und leise.");
    expect(await heard(world)).toEqual([]);
  }));

test("whoever has left hears nothing more", () =>
  town(async (world) => {
    const { update } = await scene(world);
    await world.sql(`update people set left_at = '2026-11-01' where id = '${world.cast.volunteer.id}'`);
    await update("running", "Es geht los.");
    expect(await heard(world)).toEqual([]);
  }));

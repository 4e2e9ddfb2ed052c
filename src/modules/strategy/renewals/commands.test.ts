import { expect, test } from "vitest";
import type { Context } from "#core/context.ts";
import { changeItem, removeItem } from "#modules/consortium/agenda/commands.ts";
import { listAgenda, listPapers } from "#modules/consortium/agenda/queries.ts";
import { addMeeting } from "#modules/consortium/meetings/commands.ts";
import { findMeeting } from "#modules/consortium/meetings/queries.ts";
import { addTopic } from "#modules/consortium/topics/commands.ts";
import { CommitmentInput, offerCommitment } from "#modules/strategy/commitments/commands.ts";
import { addField, FieldInput, placeObjective } from "#modules/strategy/fields/commands.ts";
import { objectiveOf } from "#modules/strategy/fields/queries.ts";
import { addMeasure, MeasureInput } from "#modules/strategy/measures/commands.ts";
import { formOf, made } from "#test/made.ts";
import { town, type World } from "#test/world.ts";
import { putOnAgenda, renewCommitment } from "./commands.ts";

const measureOf = async (office: Context, shown: boolean) => {
  const field = await addField(office, formOf(office, FieldInput, { title: "Unternehmen" }));
  const topic = made(
    await addTopic(office, { kind: "objective", title: "Firmen machen mit", words: "", parentId: null }),
  );
  made(await placeObjective(office, topic.id, field));
  const fields = {
    ...{ title: shown ? "Reparaturcafé" : "Noch geheim", topicId: topic.id, ownerWords: "Stadt" },
    ...{ startsOn: "2026-01-01", dueOn: "2027-12-31", ...(shown ? { public: "on" } : {}) },
  };
  return made(
    await addMeasure(office, {
      ...formOf(office, MeasureInput, fields),
      topicId: objectiveOf(topic.id),
    }),
  );
};

/** A meeting in two weeks, a public measure and one that is not, and what a company promised for both. */
const scene = async (world: World) => {
  const office = world.as("coordinator");
  const startsAt = new Date("2026-12-08T17:00:00Z");
  const { id } = made(
    await addMeeting(office, {
      ...{ title: "Sitzung", words: "", whereWords: "Rathaus", onlineWords: "" },
      ...{ startsAt, endsAt: new Date(+startsAt + 7_200_000) },
    }),
  );
  const shown = await measureOf(office, true);
  const secret = await measureOf(office, false);
  const promise = async (measure: typeof shown.id, words: string, endsOn: string) =>
    made(
      await offerCommitment(
        office,
        measure,
        world.company,
        formOf(office, CommitmentInput, {
          kind: "hours",
          amount: "40",
          words,
          startsOn: "2026-01-01",
          endsOn,
        }),
      ),
    );
  const soon = await promise(shown.id, "Zwei Leute", "2026-12-31");
  await promise(secret.id, "Noch nichts sagen", "2026-12-31");
  await promise(shown.id, "Ein Raum", "2027-06-30");
  const agenda = async () => listAgenda(office, found(await findMeeting(office, id)));
  return { office, id, promise, agenda, soon, shown };
};

const found = <T>(thing: T | undefined): T => {
  if (thing === undefined) throw new Error("not there");
  return thing;
};

test("what ends soon comes onto the next agenda once, with a link to each promise, and nothing that is not public", () =>
  town(async (world) => {
    const { office, id, agenda, soon, shown } = await scene(world);
    const night = world.as("system");
    expect(await putOnAgenda(night)).not.toBeNull();
    expect(await putOnAgenda(night)).toBeNull();
    const [item, ...others] = await agenda();
    expect(others).toEqual([]);
    expect(item).toMatchObject({ title: "Zusagen, die bald enden", public: true });
    expect(item?.words).toContain(
      "\n- 40 Stunden im Jahr: Zwei Leute (Autohaus Muster GmbH für „Reparaturcafé“, bis 31. Dezember 2026)",
    );
    expect(item?.words).not.toContain("Noch nichts sagen");
    expect(item?.words).not.toContain("Ein Raum");
    expect((await listPapers(office, id)).map(({ url }) => url)).toEqual([
      `/strategie/massnahmen/${shown.number}#zusage-${soon}`,
    ]);
  }));

test("it follows what ends while nobody touched it, keeps what somebody wrote, and stays off once it was taken off", () =>
  town(async (world) => {
    const { office, agenda, promise, shown } = await scene(world);
    const night = world.as("system");
    await putOnAgenda(night);
    await promise(shown.id, "Kaffee für alle", "2027-01-10");
    expect(await putOnAgenda(night)).not.toBeNull();
    const item = found((await agenda())[0]);
    expect(item.words).toContain("Kaffee für alle");
    expect(item.words).toContain("2 Zusagen laufen bald aus.");
    const { kind, title, minutes } = item;
    made(
      await changeItem(office, item.id, {
        kind,
        title,
        minutes,
        words: "Frau Muster berichtet.",
        public: true,
      }),
    );
    await promise(shown.id, "Noch eine", "2027-01-11");
    expect(await putOnAgenda(night)).toBeNull();
    expect((await agenda())[0]?.words).toBe("Frau Muster berichtet.");
    made(await removeItem(office, item.id));
    expect(await putOnAgenda(night)).toBeNull();
    expect(await agenda()).toEqual([]);
  }));

test("a promise that goes on is no matter for a meeting, nor is a meeting to which people were invited already", () =>
  town(async (world) => {
    const { office, agenda, soon, id } = await scene(world);
    made(await renewCommitment(office, soon, "2027-12-31"));
    const night = world.as("system");
    expect(await putOnAgenda(night)).toBeNull();
    await world.sql(`delete from measure_commitments where renews_id is not null`);
    await world.sql(`update meetings set state = 'invited', invited_at = '2026-11-20' where id = '${id}'`);
    expect(await putOnAgenda(night)).toBeNull();
    expect(await agenda()).toEqual([]);
  }));

import { beforeAll, expect, test } from "vitest";
import { listenToModules } from "#app/reactions.ts";
import { addTopic } from "#modules/consortium/topics/commands.ts";
import { findCommitment, listCommitments } from "#modules/strategy/commitments/queries.ts";
import { addField, FieldInput, placeObjective } from "#modules/strategy/fields/commands.ts";
import { objectiveOf } from "#modules/strategy/fields/queries.ts";
import { addMeasure, MeasureInput } from "#modules/strategy/measures/commands.ts";
import { paths } from "#modules/strategy/paths.ts";
import { endPast } from "#modules/strategy/renewals/commands.ts";
import type { Part } from "#test/cast.ts";
import { formOf, made } from "#test/made.ts";
import { town, type World } from "#test/world.ts";

beforeAll(listenToModules);

const hours = {
  ...{ kind: "hours", amount: "40", words: "Zwei Leute im Reparaturcafé" },
  ...{ startsOn: "2026-01-01", endsOn: "2026-12-31" },
};

const scene = async (world: World) => {
  const office = world.as("coordinator");
  const field = await addField(office, formOf(office, FieldInput, { title: "Unternehmen" }));
  const topic = made(
    await addTopic(office, { kind: "objective", title: "Firmen machen mit", words: "", parentId: null }),
  );
  made(await placeObjective(office, topic.id, field));
  const fields = {
    ...{ title: "Reparaturcafé", topicId: topic.id, ownerWords: "Stadt", public: "on" },
    ...{ startsOn: "2026-01-01", dueOn: "2027-12-31" },
  };
  const measure = made(
    await addMeasure(office, { ...formOf(office, MeasureInput, fields), topicId: objectiveOf(topic.id) }),
  );
  const send = (as: Part, path: string, form: Readonly<Record<string, string>>) =>
    world.request("POST", path, { as, form });
  const offer = (as: Part = "partner", more: Readonly<Record<string, string>> = {}) =>
    send(as, paths.addCommitment(measure.number), { ...hours, ...more });
  const all = () => listCommitments(office);
  const offered = async () => {
    expect((await offer()).status).toBe(303);
    const [row] = await all();
    if (!row) throw new Error("no promise");
    return row.id;
  };
  const stateOf = async (id: Awaited<ReturnType<typeof offered>>) =>
    (await findCommitment(office, id))?.state;
  return { office, measure, send, offer, all, offered, stateOf };
};

test("a partner offers by the form; gaps and an end before the beginning come back with what was typed", () =>
  town(async (world) => {
    const { offer, all } = await scene(world);
    const gap = await offer("partner", { words: "" });
    expect(gap.status).toBe(422);
    const turned = await offer("partner", { endsOn: "2025-12-31" });
    expect(turned.status).toBe(422);
    const text = await turned.text();
    expect(text).toContain("Das Ende liegt vor dem Anfang.");
    expect(text).toContain("Zwei Leute im Reparaturcafé");
    expect((await offer("partner", { amount: "viel" })).status).toBe(422);
    const late = await offer("partner", { startsOn: "2025-01-01", endsOn: "2025-12-31" });
    expect([late.status, await late.text()]).toEqual([409, expect.stringContaining("in der Vergangenheit")]);
    expect((await offer("volunteer")).status).toBe(403);
    expect(await all()).toEqual([]);
    expect((await offer()).status).toBe(303);
    expect(await all()).toMatchObject([{ state: "offered", organizationId: world.company, amount: 40 }]);
  }));

test("a partner cannot promise for an organization that is not theirs by changing the form", () =>
  town(async (world) => {
    const { offer, all } = await scene(world);
    expect((await offer("partner", { organizationId: world.club })).status).toBe(403);
    expect(await all()).toEqual([]);
  }));

test("the office answers once, a no with a reason, and everybody sees only what stands", () =>
  town(async (world) => {
    const { measure, send, offered, stateOf } = await scene(world);
    const id = await offered();
    const path = `${paths.officeCommitment(id)}/antwort`;
    const seen = async () => (await world.request("GET", paths.measure(measure.number))).text();
    expect((await send("coordinator", path, { answer: "declined", words: "" })).status).toBe(422);
    expect(await seen()).not.toContain("Zwei Leute im Reparaturcafé");
    expect((await send("partner", path, { answer: "confirmed" })).status).toBe(403);
    expect((await send("coordinator", path, { answer: "confirmed" })).status).toBe(303);
    expect(await seen()).toContain("Zwei Leute im Reparaturcafé");
    const again = await send("coordinator", path, { answer: "declined", words: "Doch nicht." });
    expect([again.status, await again.text()]).toEqual([409, expect.stringContaining("schon beantwortet")]);
    expect(await stateOf(id)).toBe("confirmed");
  }));

test("a promise goes on once; a second press says so, and after a no it can be asked for again", () =>
  town(async (world) => {
    const { office, send, offered, all, stateOf } = await scene(world);
    const id = await offered();
    const renew = (endsOn: string) => send("partner", `${paths.commitment(id)}/verlaengerung`, { endsOn });
    const early = await renew("2027-12-31");
    expect([early.status, await early.text()]).toEqual([409, expect.stringContaining("nicht bestätigt")]);
    await send("coordinator", `${paths.officeCommitment(id)}/antwort`, { answer: "confirmed" });
    expect((await renew("2026-12-31")).status).toBe(409);
    expect((await renew("2027-12-31")).status).toBe(303);
    const twice = await renew("2027-12-31");
    expect([twice.status, await twice.text()]).toEqual([409, expect.stringContaining("schon verlängert")]);
    const renewal = (await all()).find(({ renewsId }) => renewsId === id);
    if (!renewal) throw new Error("no renewal");
    expect(renewal).toMatchObject({ startsOn: "2027-01-01", endsOn: "2027-12-31", state: "offered" });
    const no = { answer: "declined", words: "Erst reden." };
    await send("coordinator", `${paths.officeCommitment(renewal.id)}/antwort`, no);
    expect((await renew("2027-06-30")).status).toBe(303);
    expect(await stateOf(renewal.id)).toBe("declined");
    expect((await listCommitments(office)).filter(({ renewsId }) => renewsId === id)).toHaveLength(2);
  }));

test("a promise ends with a reason, once; what it gave can still be told", () =>
  town(async (world) => {
    const { office, send, offered, stateOf } = await scene(world);
    const id = await offered();
    await send("coordinator", `${paths.officeCommitment(id)}/antwort`, { answer: "confirmed" });
    const end = (words: string) => send("partner", `${paths.commitment(id)}/ende`, { words });
    expect((await end("")).status).toBe(422);
    expect((await end("Wir ziehen um.")).status).toBe(303);
    expect(await findCommitment(office, id)).toMatchObject({ state: "ended", endsOn: "2026-11-24" });
    expect((await end("Noch einmal.")).status).toBe(409);
    expect((await findCommitment(office, id))?.stateWords).toBe("Wir ziehen um.");
    expect((await send("partner", `${paths.commitment(id)}/stand`, { given: "36" })).status).toBe(303);
    expect((await findCommitment(office, id))?.given).toBe(36);
    expect(await endPast(world.as("system", { now: new Date("2027-02-01T06:00:00Z") }))).toBe(0);
    expect(await stateOf(id)).toBe("ended");
  }));

test("what another organization promised is not there, to look at or to change, nor from another town", () =>
  town(async (world) => {
    const { send, offered, stateOf } = await scene(world);
    const id = await offered();
    const path = paths.commitment(id);
    for (const as of ["representative", "coordinator", "chair"] as const) {
      expect((await world.request("GET", path, { as })).status).toBe(404);
      expect((await send(as, `${path}/ende`, { words: "Weg damit." })).status).toBe(404);
    }
    const office = `${paths.officeCommitment(id)}/ende`;
    expect((await send("representative", office, { words: "Weg damit." })).status).toBe(403);
    const foreign = { as: "foreignCoordinator", town: "second", form: { words: "Weg damit." } } as const;
    expect((await world.request("POST", office, foreign)).status).toBe(404);
    expect(await stateOf(id)).toBe("offered");
  }));

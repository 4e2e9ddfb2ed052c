import { expect, test } from "vitest";
import { proposeAmendment } from "#modules/strategy/amending/commands.ts";
import { findAmendment } from "#modules/strategy/amendments/queries.ts";
import { paths } from "#modules/strategy/paths.ts";
import { addParagraph, addVersion, openForAmendments } from "#modules/strategy/texts/commands.ts";
import { town, type World } from "#test/world.ts";

/** A citizen's wish that nobody has read. */
const scene = async (world: World) => {
  const office = world.as("coordinator");
  const { id } = await addVersion(office, { title: "Entwurf", vision: "", easyWords: "" });
  const made = await addParagraph(office, id, { kind: "text", words: "Der Saal ist zu.", fieldId: null });
  if (!made.ok) throw new Error(made.because);
  await openForAmendments(office, id, "2099-01-01");
  const wish = {
    action: "change",
    words: "Der Saal ist offen.",
    reason: "Damit alle hineinkommen.",
  } as const;
  const input = { ...wish, paragraphId: made.value, as: "citizen", named: false };
  const proposed = await proposeAmendment(world.as("volunteer"), input);
  if (!proposed.ok) throw new Error(proposed.because);
  const path = paths.officeAmendment(proposed.value.id);
  const send = (form: Readonly<Record<string, string>>) =>
    world.request("POST", path, { as: "coordinator", form });
  const state = async () => (await findAmendment(office, proposed.value.id))?.state;
  const waiting = () =>
    office.db
      .selectFrom("tasks")
      .select("path")
      .where("subjectId", "=", proposed.value.id)
      .where("doneAt", "is", null)
      .execute();
  return { path, send, state, waiting };
};

test("what a citizen proposes waits on the worklist until somebody reads and publishes it", () =>
  town(async (world) => {
    const { path, send, state, waiting } = await scene(world);
    expect(await waiting()).toEqual([{ path }]);
    const list = await world.request("GET", paths.officeAmendments, { as: "coordinator" });
    expect(await list.text()).toContain("Damit alle hineinkommen.");
    expect((await send({ step: "accept", words: "Ja." })).status).toBe(409);
    expect((await send({ step: "publish" })).status).toBe(303);
    expect(await state()).toBe("open");
    expect(await waiting()).toEqual([]);
    expect((await send({ step: "publish" })).status).toBe(409);
  }));

test("it is recommended and accepted with reasons; a gap comes back with what was chosen, and no step is taken twice", () =>
  town(async (world) => {
    const { send, state } = await scene(world);
    await send({ step: "publish" });
    const gap = await send({ step: "recommend", recommendation: "accept", words: "" });
    expect(gap.status).toBe(422);
    expect(await gap.text()).toMatch(/value="accept"[^>]*checked/u);
    expect((await send({ step: "recommend", recommendation: "accept", words: "Gut." })).status).toBe(303);
    expect((await send({ step: "accept", words: "Einstimmig." })).status).toBe(303);
    expect(await state()).toBe("accepted");
    const again = await send({ step: "accept", words: "Noch einmal." });
    expect(again.status).toBe(409);
    expect(await again.text()).toContain("Darüber ist schon entschieden.");
    expect((await send({ step: "hidden", words: "Weg." })).status).toBe(409);
    expect((await send({ step: "declined", words: "Doch nicht." })).status).toBe(303);
    expect((await send({ step: "accept", words: "Doch." })).status).toBe(303);
  }));

test("who has no part in running it cannot decide, and another town does not find it", () =>
  town(async (world) => {
    const { path } = await scene(world);
    const form = { step: "publish" };
    expect((await world.request("POST", path, { as: "representative", form })).status).toBe(403);
    const elsewhere = { as: "foreignCoordinator", town: "second", form } as const;
    expect((await world.request("POST", path, elsewhere)).status).toBe(404);
  }));

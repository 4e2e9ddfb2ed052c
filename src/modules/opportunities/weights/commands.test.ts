import { expect, test } from "vitest";
import { read } from "#core/input.ts";
import { defaultWeights } from "#methods/match-score.ts";
import { addOpportunity, OpportunityInput } from "#modules/opportunities/commands.ts";
import { weightsOf } from "#modules/opportunities/openings/queries.ts";
import { publishOpportunity } from "#modules/opportunities/publications/commands.ts";
import { saveWishes, WishesInput } from "#modules/opportunities/wishes/commands.ts";
import { giveConsent } from "#modules/people/consents/commands.ts";
import { town, type World } from "#test/world.ts";
import { setWeights } from "./commands.ts";
import { listChanges, previewWeights } from "./queries.ts";

const put = async (world: World, title: string, fields: Record<string, unknown>) => {
  const ctx = world.as("coordinator");
  const input = read(ctx, OpportunityInput, {
    title,
    summary: "Ein Satz.",
    rhythm: "weekly",
    fields: ["social"],
    postcode: "02943",
    townName: "Weißwasser",
    ...fields,
  });
  if (!input.ok) throw new Error(JSON.stringify(input.form.errors));
  await publishOpportunity(ctx, (await addOpportunity(ctx, world.club, input.value)).id);
};

const onlySkills = { ...defaultWeights, fields: 0, skills: 90 };

test("the office sets the weights of its own town, and author, date and numbers stay", () =>
  town(async (world) => {
    const ctx = world.as("coordinator");
    expect(await setWeights(ctx, onlySkills)).toEqual({ ok: true, value: true });
    expect(await weightsOf(ctx)).toEqual(onlySkills);
    expect(await weightsOf(world.as("foreignCoordinator"))).toEqual(defaultWeights);
    expect(await setWeights(ctx, onlySkills)).toEqual({ ok: false, because: "same" });
    const [change] = await listChanges(ctx, 5);
    expect(change).toMatchObject({
      by: world.cast.coordinator.name,
      before: { skills: 15 },
      after: { skills: 90 },
    });
    expect(await listChanges(world.as("foreignCoordinator"), 5)).toEqual([]);
    expect((await setWeights(ctx, defaultWeights)).ok).toBe(true);
    expect(await weightsOf(ctx)).toEqual(defaultWeights);
  }));

test("weights by which no answer counts are refused, and nobody else may set any", () =>
  town(async (world) => {
    const nothing = Object.fromEntries(Object.keys(defaultWeights).map((name) => [name, 0]));
    expect(
      await setWeights(world.as("coordinator"), { ...defaultWeights, ...nothing, freshness: 9 }),
    ).toEqual({
      ok: false,
      because: "nothing",
    });
    for (const part of ["administrator", "editor", "representative", "volunteer", "visitor"] as const)
      await expect(setWeights(world.as(part), onlySkills)).rejects.toMatchObject({ name: "Forbidden" });
  }));

test("a change shows before it is saved for how many the first suggestions would change, and of which offers", () =>
  town(async (world) => {
    await put(world, "Turnhalle", { fields: ["sport"], skills: ["leading"] });
    await put(world, "Vorlesen", { fields: ["school"], skills: ["reading"] });
    const office = world.as("coordinator");
    const person = world.cast.volunteer.id;
    await saveWishes(
      office,
      person,
      WishesInput.parse({ times: [], fields: ["sport"], skills: ["reading"] }),
    );
    expect((await previewWeights(office, onlySkills)).people).toBe(0);
    await giveConsent(office, { personId: person, purpose: "suggestions", how: "paper" });
    const preview = await previewWeights(office, onlySkills);
    expect(preview).toMatchObject({ people: 1, touched: 1, fresh: 0, suggestions: 2 });
    expect(preview.examples.map(({ example }) => example)).toEqual(["mornings", "evenings", "weekends"]);
    expect((await previewWeights(office, defaultWeights)).touched).toBe(0);
    expect(await weightsOf(office)).toEqual(defaultWeights);
    await expect(previewWeights(world.as("representative"), onlySkills)).rejects.toMatchObject({
      name: "Forbidden",
    });
  }));

test("everybody reads the weights; the office looks at a change first and saves it by its button", () =>
  town(async (world) => {
    await put(world, "Vorlesen", { fields: ["school"], skills: ["reading"] });
    const open = await (await world.request("GET", "/helfen/gewichte")).text();
    expect(open).toContain("So entstehen Vorschläge");
    expect(open).toContain("Das sind die üblichen Gewichte.");
    const numbers = Object.fromEntries(
      Object.entries(onlySkills).map(([name, value]) => [name, String(value)]),
    );
    const look = `/buero/gewichte?${new URLSearchParams(numbers)}`;
    const preview = await world.request("GET", look, { as: "coordinator" });
    expect(preview.status).toBe(200);
    expect(await preview.text()).toContain("Diese Gewichte speichern");
    expect(await weightsOf(world.as("visitor"))).toEqual(defaultWeights);
    const wrong = { ...numbers, times: "viel" };
    expect((await world.request("POST", "/buero/gewichte", { as: "coordinator", form: wrong })).status).toBe(
      422,
    );
    expect((await world.request("POST", "/buero/gewichte", { as: "volunteer", form: numbers })).status).toBe(
      403,
    );
    expect(
      (await world.request("POST", "/buero/gewichte", { as: "coordinator", form: numbers })).status,
    ).toBe(303);
    expect(
      (await world.request("POST", "/buero/gewichte", { as: "coordinator", form: numbers })).status,
    ).toBe(409);
    expect(await (await world.request("GET", "/helfen/gewichte")).text()).toContain(
      "Diese Gewichte gelten seit",
    );
  }));

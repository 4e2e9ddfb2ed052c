import { expect, test } from "vitest";
import { findAmendment } from "#modules/strategy/amendments/queries.ts";
import { addParagraph, addVersion, openForAmendments, settle } from "#modules/strategy/texts/commands.ts";
import { made } from "#test/made.ts";
import { town, type World } from "#test/world.ts";
import { proposeAmendment } from "./commands.ts";

const open = async (world: World) => {
  const office = world.as("coordinator");
  const { id: version } = await addVersion(office, { title: "Entwurf", vision: "", easyWords: "" });
  const text = { kind: "text", words: "Der Saal ist zu.", fieldId: null } as const;
  const paragraphId = made(await addParagraph(office, version, text));
  await openForAmendments(office, version, "2099-01-01");
  const change = {
    action: "change",
    paragraphId,
    words: "Der Saal ist offen.",
    reason: "Weil wir proben.",
    named: false,
  } as const;
  return { office, version, change };
};

test("what a citizen proposes waits to be read and lies on the worklist; what the office proposes is open at once", () =>
  town(async (world) => {
    const { office, change } = await open(world);
    const citizen = made(await proposeAmendment(world.as("volunteer"), { ...change, as: "citizen" }));
    const house = made(await proposeAmendment(office, { ...change, as: "office" }));
    expect(await findAmendment(office, citizen.id)).toMatchObject({ state: "submitted", name: "" });
    expect(await findAmendment(office, house.id)).toMatchObject({ state: "open" });
    const tasks = await office.db
      .selectFrom("tasks")
      .select("subjectId")
      .where("kind", "=", "strategy")
      .execute();
    expect(tasks.map(({ subjectId }) => subjectId)).toEqual([citizen.id]);
    expect(house.number).toBe(citizen.number + 1);
  }));

test("an organization is spoken for by its own people only", () =>
  town(async (world) => {
    const { office, change } = await open(world);
    const { id } = made(await proposeAmendment(world.as("representative"), { ...change, as: world.club }));
    expect(await findAmendment(office, id)).toMatchObject({
      authorKind: "organization",
      organizationId: world.club,
    });
    for (const who of ["otherRepresentative", "volunteer"] as const)
      await expect(proposeAmendment(world.as(who), { ...change, as: world.club })).rejects.toMatchObject({
        name: "NotFound",
      });
  }));

test("the same words, a paragraph of nowhere and a text that is settled take no amendment", () =>
  town(async (world) => {
    const { office, version, change } = await open(world);
    const propose = (over: Partial<Parameters<typeof proposeAmendment>[1]>) =>
      proposeAmendment(office, { ...change, as: "office", ...over });
    expect(await propose({ words: "Der Saal ist zu." })).toMatchObject({ because: "same" });
    const nowhere = "01a20000-0000-7000-8000-000000000000" as typeof change.paragraphId;
    expect(await propose({ paragraphId: nowhere })).toMatchObject({ because: "gone" });
    made(await settle(office, version));
    expect(await propose({})).toMatchObject({ because: "closed" });
  }));

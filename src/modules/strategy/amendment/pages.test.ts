import { expect, test } from "vitest";
import { proposeAmendment } from "#modules/strategy/amending/commands.ts";
import { publishAmendment } from "#modules/strategy/amendments/commands.ts";
import { paths } from "#modules/strategy/paths.ts";
import { addParagraph, addVersion, openForAmendments } from "#modules/strategy/texts/commands.ts";
import { made } from "#test/made.ts";
import { town, type World } from "#test/world.ts";

/** What a volunteer proposed as a citizen, and nobody has read yet. */
const proposed = async (world: World) => {
  const office = world.as("coordinator");
  const { id: version } = await addVersion(office, { title: "Entwurf", vision: "", easyWords: "" });
  const text = { kind: "text", words: "Der Saal ist zu.", fieldId: null } as const;
  const paragraphId = made(await addParagraph(office, version, text));
  await openForAmendments(office, version, "2099-01-01");
  return made(
    await proposeAmendment(world.as("volunteer"), {
      ...{ action: "change", paragraphId, words: "Der Saal ist offen.", reason: "Weil wir proben." },
      ...{ as: "citizen", named: false },
    }),
  );
};

const statusFor = async (world: World, number: number, as: "visitor" | "volunteer" | "neighborhood") =>
  (await world.request("GET", paths.amendment(number), { as })).status;

test("what nobody has read yet is there for whoever wrote it; once published everybody sees what changes, and why", () =>
  town(async (world) => {
    const { id, number } = await proposed(world);
    expect(await statusFor(world, number, "volunteer")).toBe(200);
    expect(await statusFor(world, number, "visitor")).toBe(404);
    expect(await statusFor(world, number, "neighborhood")).toBe(404);
    made(await publishAmendment(world.as("coordinator"), id));
    const reply = await world.request("GET", paths.amendment(number));
    const page = await reply.text();
    expect(page).toContain("Weil wir proben.");
    expect(page).toMatch(/<del>.*zu<\/del>/u);
    expect(page).toMatch(/<ins>.*offen<\/ins>/u);
    expect((await world.request("GET", paths.amendment(number), { town: "second" })).status).toBe(404);
  }));

test("whoever wrote it takes it back once, and nobody else does", () =>
  town(async (world) => {
    const { id, number } = await proposed(world);
    made(await publishAmendment(world.as("coordinator"), id));
    const withdraw = (as: "volunteer" | "neighborhood") =>
      world.request("POST", paths.withdrawAmendment(number), { as, form: {} });
    expect((await withdraw("neighborhood")).status).toBe(403);
    expect((await withdraw("volunteer")).status).toBe(303);
    const again = await withdraw("volunteer");
    expect(again.status).toBe(409);
    expect(await again.text()).toContain("Weil wir proben.");
  }));

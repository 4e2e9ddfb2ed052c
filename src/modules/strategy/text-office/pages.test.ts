import { expect, test } from "vitest";
import { proposeAmendment } from "#modules/strategy/amending/commands.ts";
import { acceptAmendment } from "#modules/strategy/amendments/commands.ts";
import { paths } from "#modules/strategy/paths.ts";
import { listParagraphs, listVersions } from "#modules/strategy/texts/queries.ts";
import { town, type World } from "#test/world.ts";

const office = { as: "coordinator" } as const;
const about = { title: "Zusammen weiter", vision: "Alle finden ihren Platz.", easyWords: "Alle helfen." };

const begin = async (world: World) => {
  const answer = await world.request("POST", paths.addVersion, { ...office, form: about });
  expect(answer.status).toBe(303);
  const [version] = await listVersions(world.as("coordinator"));
  if (!version) throw new Error("no version");
  const send = (path: string, form: Readonly<Record<string, string>>) =>
    world.request("POST", path, { ...office, form });
  const paragraphs = () => listParagraphs(world.as("coordinator"), version.id);
  const now = async () =>
    (await listVersions(world.as("coordinator"))).find(({ id }) => id === version.id)?.state;
  return { version, send, paragraphs, now };
};

test("a text is written paragraph by paragraph, changed and cut, as long as it is a draft", () =>
  town(async (world) => {
    const { version, send, paragraphs } = await begin(world);
    const { id } = version;
    expect((await send(paths.addParagraph(id), { kind: "text", words: "" })).status).toBe(422);
    await send(paths.addParagraph(id), { kind: "heading", words: "Räume" });
    await send(paths.addParagraph(id), { kind: "text", words: "Der Saal ist offen." });
    const [heading, text] = await paragraphs();
    if (!heading || !text) throw new Error("no paragraphs");
    await send(paths.addParagraph(id), { kind: "text", words: "Für alle.", after: heading.id });
    await send(paths.officeParagraph(id, text.id), { kind: "text", words: "Der Saal ist immer offen." });
    expect((await paragraphs()).map(({ words }) => words)).toEqual([
      "Räume",
      "Für alle.",
      "Der Saal ist immer offen.",
    ]);
    await send(paths.officeParagraph(id, heading.id), { step: "remove" });
    expect(await paragraphs()).toHaveLength(2);
    expect((await send(paths.officeParagraph(id, heading.id), { step: "remove" })).status).toBe(404);
    expect((await world.request("GET", paths.version(version.number))).status).toBe(404);
  }));

test("it is opened, what was accepted is brought together, and neither happens too early or twice", () =>
  town(async (world) => {
    const { version, send, paragraphs, now } = await begin(world);
    const { id } = version;
    expect((await send(paths.versionState(id), { step: "open", until: "2027-01-31" })).status).toBe(409);
    await send(paths.addParagraph(id), { kind: "text", words: "Der Saal ist zu." });
    expect((await send(paths.versionState(id), { step: "open", until: "2020-01-31" })).status).toBe(409);
    expect((await send(paths.versionState(id), { step: "open", until: "2027-01-31" })).status).toBe(303);
    expect(await now()).toBe("amending");
    const [paragraph] = await paragraphs();
    if (!paragraph) throw new Error("no paragraph");
    const fixed = await send(paths.officeParagraph(id, paragraph.id), { kind: "text", words: "Anders." });
    expect(fixed.status).toBe(409);
    expect((await send(paths.merge(id), about)).status).toBe(409);
    const proposed = await proposeAmendment(world.as("coordinator"), {
      action: "change",
      paragraphId: paragraph.id,
      words: "Der Saal ist offen.",
      reason: "Für alle.",
      as: "office",
      named: false,
    });
    if (!proposed.ok) throw new Error(proposed.because);
    await acceptAmendment(world.as("coordinator"), proposed.value.id, "Ja.");
    const page = await world.request("GET", paths.officeVersion(id), office);
    expect(await page.text()).toContain("So wird sie lauten");
    expect((await send(paths.merge(id), about)).status).toBe(303);
    const [next] = await listVersions(world.as("visitor"));
    expect(next).toMatchObject({ state: "settling", basedOnId: id });
    expect((await send(paths.merge(id), about)).status).toBe(409);
    expect((await send(paths.adopt(id), { resolutionId: "" })).status).toBe(422);
  }));

test("only the office and the chair write it, and another town does not find it", () =>
  town(async (world) => {
    const { version } = await begin(world);
    const path = paths.officeVersion(version.id);
    expect((await world.request("GET", path, { as: "representative" })).status).toBe(403);
    expect((await world.request("GET", path, { as: "foreignCoordinator", town: "second" })).status).toBe(404);
  }));

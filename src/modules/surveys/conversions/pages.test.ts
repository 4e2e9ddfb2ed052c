import { expect, test } from "vitest";
import type { Questionnaire } from "#methods/questionnaire.ts";
import { writeWorkbook } from "#methods/workbook-writing.ts";
import { addSurvey } from "#modules/surveys/commands.ts";
import { currentQuestionnaire } from "#modules/surveys/questionnaires/queries.ts";
import { town, type World } from "#test/world.ts";

const content: Questionnaire = {
  title: { de: "Vereine" },
  languages: ["de"],
  pages: [{ name: "eins", questions: [{ kind: "text", name: "alt", label: { de: "Die alte Frage" } }] }],
};

const draftOf = async (world: World) => {
  const id = await addSurvey(
    world.as("coordinator"),
    { title: "Vereine" },
    { organizationId: world.club, content },
  );
  const current = async () => (await currentQuestionnaire(world.as("coordinator"), id))?.content;
  return { id, current, path: `/fragebogen/${id}/einlesen` };
};

const workbook = async (type: string): Promise<FormData> => {
  const rows = [
    ["type", "name", "label"],
    ["start", "begonnen"],
    [type, "neu", "Die neue Frage"],
  ];
  const form = new FormData();
  form.set("file", new File([new Uint8Array(await writeWorkbook([{ name: "survey", rows }]))], "form.xlsx"));
  return form;
};

const hidden = (html: string, name: string): string =>
  new RegExp(`name="${name}" value="([^"]*)"`, "u")
    .exec(html)?.[1]
    ?.replaceAll("&quot;", '"')
    .replaceAll("&lt;", "<")
    .replaceAll("&amp;", "&") ?? "";

test("a form is looked at first, with what gets lost, and then taken over with one button", () =>
  town(async (world) => {
    const { path, current } = await draftOf(world);
    const dry = await world.request("POST", path, { as: "representative", form: await workbook("text") });
    expect(dry.status).toBe(200);
    const html = await dry.text();
    expect(html).toContain("Fragen: 1. Seiten: 1. Sprachen: Deutsch.");
    expect(html).toContain("Über Geräte und Uhrzeiten wird nichts festgehalten");
    expect((await current())?.pages[0]?.questions[0]?.name).toBe("alt");

    const form = { content: hidden(html, "content"), revision: hidden(html, "revision") };
    const taken = await world.request("POST", path, { as: "representative", form });
    expect(taken.status).toBe(303);
    expect((await current())?.pages[0]?.questions[0]?.name).toBe("neu");

    // Whoever looked before that would overwrite what was taken over.
    const late = await world.request("POST", path, { as: "coordinator", form });
    expect(late.status).toBe(409);
    expect(await late.text()).toContain("Inzwischen hat jemand die Fragen geändert");
  }));

test("a broken form is refused with sheet, row and reason, and nothing is changed", () =>
  town(async (world) => {
    const { path, current } = await draftOf(world);
    const broken = await world.request("POST", path, {
      as: "coordinator",
      form: await workbook("select_one farben"),
    });
    expect(broken.status).toBe(422);
    expect(await broken.text()).toContain(
      "Blatt „survey“, Zeile 3, neu: Im Blatt „choices“ gibt es keine Liste „farben“.",
    );
    expect((await world.request("POST", path, { as: "coordinator", form: { text: "{" } })).status).toBe(422);
    expect((await world.request("POST", path, { as: "coordinator", form: {} })).status).toBe(422);
    const forged = { content: '{"pages":[]}', revision: "1" };
    expect((await world.request("POST", path, { as: "coordinator", form: forged })).status).toBe(409);
    expect((await current())?.pages[0]?.questions[0]?.name).toBe("alt");
  }));

test("others neither see the page nor write through it", () =>
  town(async (world) => {
    const { path } = await draftOf(world);
    for (const as of ["volunteer", "otherRepresentative"] as const) {
      expect((await world.request("GET", path, { as })).status).toBe(404);
      expect((await world.request("POST", path, { as, form: { text: "{}" } })).status).toBe(404);
    }
  }));

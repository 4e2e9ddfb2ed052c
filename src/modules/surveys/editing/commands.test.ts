import { expect, test } from "vitest";
import { found } from "#core/errors.ts";
import { type Questionnaire, questionsOf } from "#methods/questionnaire.ts";
import { blocks } from "#modules/surveys/blocks/vocabulary.ts";
import { addSurvey, openSurvey } from "#modules/surveys/commands.ts";
import { readCondition } from "#modules/surveys/conditions/queries.ts";
import { matched } from "#modules/surveys/lines/queries.ts";
import { saveQuestionnaire, undoLast } from "#modules/surveys/questionnaires/commands.ts";
import { currentQuestionnaire } from "#modules/surveys/questionnaires/queries.ts";
import { made } from "#test/made.ts";
import { town } from "#test/world.ts";
import { dependentsOf, double, move, remove, removePage } from "./commands.ts";
import { isSound, missingLanguages } from "./queries.ts";

const content: Questionnaire = {
  title: { de: "Probe" },
  languages: ["de", "en"],
  pages: blocks.map(({ page }) => page),
};

const names = (some: Questionnaire): readonly string[] =>
  questionsOf(some).map(({ question }) => question.name);

test("a question at the edge of a page moves over to the next one, and back", () => {
  const down = move(content, "gegruendet", 1);
  expect(down.pages[0]?.questions.map(({ name }) => name)).not.toContain("gegruendet");
  expect(down.pages[1]?.questions[0]?.name).toBe("gegruendet");
  expect(move(down, "gegruendet", -1)).toEqual(content);
  expect(move(content, "organisation", -1)).toEqual(content);
});

test("a copy has a name of its own and stands right behind", () => {
  const copied = names(double(content, "sektor"));
  expect(copied.slice(0, 4)).toEqual(["organisation", "sektor", "frage1", "feld"]);
  expect(new Set(copied).size).toBe(copied.length);
});

test("who removes a question is told what refers to it", () => {
  expect(dependentsOf(content, "partner")).toEqual(["partner_was", "partner_wie_oft", "partner_wie_gut"]);
  expect(dependentsOf(content, "gegruendet")).toEqual([]);
  expect(names(remove(content, "partner"))).not.toContain("partner");
});

test("a dissolved page loses no question", () => {
  expect(names(removePage(content, "engagierte"))).toEqual(names(content));
  expect(names(removePage(content, "verein"))).toEqual(names(content));
});

test("the ready questions have no mistake and lack no words in German and English", () => {
  expect(isSound(content)).toBe(true);
  const lacking = questionsOf(content).filter(
    ({ question }) => missingLanguages(content, question).length > 0,
  );
  expect(lacking.map(({ question }) => question.name)).toEqual([]);
});

test("answers stay with their choice when lines are moved or reworded, and a new line gets a name of its own", () => {
  const old = [
    { value: "a", label: { de: "Geld" } },
    { value: "b", label: { de: "Räume" } },
  ];
  const lines = (...texts: string[]) => texts.map((de) => ({ de }));
  const now = (...texts: string[]) =>
    matched(
      lines(...texts),
      old,
      "de",
      ({ value }) => value,
      (value, label) => ({ value, label: label as { de: string } }),
    ).map(({ value }) => value);
  expect(now("Räume", "Geld")).toEqual(["b", "a"]);
  expect(now("Geld", "Hallen")).toEqual(["a", "b"]);
  expect(now("Geld", "Räume", "Beratung")).toEqual(["a", "b", "beratung"]);
});

test("a condition is read from the words of the answer, and an answer that is not there is refused with those that are", () =>
  town(async (world) => {
    const ctx = world.as("coordinator");
    const line = (answer: string) => ({
      "when.0.question": "engagiert",
      "when.0.by": "is",
      "when.0.value": answer,
    });
    expect(readCondition(ctx, content, line("ja"))).toMatchObject({
      ok: true,
      expression: { is: "compare", by: "=", right: { value: "yes" } },
    });
    const refused = readCondition(ctx, content, line("vielleicht"));
    expect(refused).toMatchObject({ ok: false, wrong: { field: "when.0.value" } });
    expect(JSON.stringify(refused)).toContain("Ja, Nein");
  }));

test("two who write at once do not overwrite each other, and the last change can be taken back", () =>
  town(async (world) => {
    const office = world.as("coordinator");
    const id = await addSurvey(office, { title: "Probe" }, { content });
    made(await saveQuestionnaire(office, id, remove(content, "feld"), 1));
    expect(await saveQuestionnaire(world.as("colleague"), id, content, 1)).toMatchObject({
      because: "changedMeanwhile",
    });
    made(await undoLast(office, id, 2));
    expect(names(found(await currentQuestionnaire(office, id)).content)).toContain("feld");
  }));

test("a survey that keeps only sums does not begin with free text, and nobody else sees its draft", () =>
  town(async (world) => {
    const office = world.as("coordinator");
    const id = await addSurvey(office, { title: "Heikles", privacy: "counters" }, { content });
    expect(await openSurvey(office, id, content)).toMatchObject({ because: "text" });
    await expect(openSurvey(world.as("volunteer"), id, content)).rejects.toMatchObject({ name: "NotFound" });
    await expect(openSurvey(world.as("foreignCoordinator"), id, content)).rejects.toMatchObject({
      name: "NotFound",
    });
  }));

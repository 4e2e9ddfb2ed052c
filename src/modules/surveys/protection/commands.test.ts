import { expect, test } from "vitest";
import type { Questionnaire } from "#methods/questionnaire.ts";
import { addSurvey, openSurvey } from "#modules/surveys/commands.ts";
import { findSurvey } from "#modules/surveys/queries.ts";
import { addRelease, computeRelease } from "#modules/surveys/releases/commands.ts";
import { findRelease } from "#modules/surveys/releases/queries.ts";
import { addResponses } from "#modules/surveys/responses/commands.ts";
import { reviewText } from "#modules/surveys/texts/commands.ts";
import { listTexts } from "#modules/surveys/texts/queries.ts";
import { town } from "#test/world.ts";
import { protectJob } from "./jobs.ts";

const content: Questionnaire = {
  title: { de: "Wer arbeitet zusammen" },
  languages: ["de"],
  pages: [
    {
      name: "eins",
      questions: [
        { kind: "organization", name: "mit", label: { de: "Mit wem?" }, several: true },
        { kind: "text", name: "fehlt", label: { de: "Was fehlt?" } },
      ],
    },
  ],
};

test("a release names organizations by their names, and has no text that nobody has read", () =>
  town(async (world) => {
    const office = world.as("coordinator");
    const one = await office.db
      .selectFrom("organizations")
      .select(["id", "name"])
      .where("hiddenAt", "is", null)
      .where("mergedIntoId", "is", null)
      .orderBy("name")
      .limit(1)
      .executeTakeFirstOrThrow();
    const id = await addSurvey(office, { title: "Wer arbeitet zusammen" }, { content });
    await openSurvey(office, id, content);
    const survey = await findSurvey(office, id);
    if (!survey) throw new Error("no survey");
    const rows = ["Ein Raum", "Herr Lange fehlt", "Geld"].flatMap((fehlt) =>
      Array.from({ length: 4 }, () => ({ answers: { mit: [one.id], fehlt }, language: "de" })),
    );
    await addResponses(office, survey, { version: 1, how: "paper", rows });
    for (const { hash, text } of await listTexts(office, id, "fehlt"))
      if (text !== "Geld")
        await reviewText(office, id, { name: "fehlt", hash, words: text === "Ein Raum" ? text : null });
    const added = await addRelease(office, id, {
      standOn: "2026-11-24",
      questions: ["mit", "fehlt"],
      crossings: [],
      title: "",
      words: "",
      author: "Anlaufstelle",
    });
    if (!added.ok) throw new Error(added.because);
    expect((await computeRelease(office, id, added.value)).ok).toBe(true);
    await protectJob.reach((work) => work(world.as("system")), { survey: id, release: added.value });
    const frozen = (await findRelease(office, id, added.value))?.content;
    expect(frozen?.questions[0]?.counts).toEqual([{ value: one.id, label: { de: one.name }, count: 12 }]);
    expect(frozen?.texts).toEqual([{ question: "fehlt", title: { de: "Was fehlt?" }, texts: ["Ein Raum"] }]);
  }));

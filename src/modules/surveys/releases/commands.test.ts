import { expect, test } from "vitest";
import type { Context } from "#core/context.ts";
import type { Id } from "#core/id.ts";
import type { Answers, Questionnaire } from "#methods/questionnaire.ts";
import { addSurvey, openSurvey } from "#modules/surveys/commands.ts";
import { printJob, protectJob } from "#modules/surveys/protection/jobs.ts";
import { findSurvey } from "#modules/surveys/queries.ts";
import { addResponses } from "#modules/surveys/responses/commands.ts";
import { town, type World } from "#test/world.ts";
import {
  addRelease,
  changeRelease,
  computeRelease,
  dropRelease,
  hashOfRelease,
  publishRelease,
} from "./commands.ts";
import { findRelease, listPublished } from "./queries.ts";

const content: Questionnaire = {
  title: { de: "Umfrage der Vereine" },
  languages: ["de"],
  pages: [
    {
      name: "s1",
      questions: [
        {
          kind: "single",
          name: "mood",
          label: { de: "Wie geht es Ihrem Verein?" },
          choices: ["gut", "mittel", "schlecht"].map((value) => ({ value, label: { de: value } })),
        },
        {
          kind: "multiple",
          name: "needs",
          label: { de: "Was fehlt?" },
          choices: ["Räume", "Menschen", "Geld"].map((value) => ({ value, label: { de: value } })),
        },
      ],
    },
  ],
};

type Made = { readonly office: Context; readonly survey: Id<"survey"> };

const makeSurvey = async (world: World): Promise<Made> => {
  const office = world.as("coordinator");
  const survey = await addSurvey(
    office,
    { title: "Umfrage der Vereine", population: 94, populationWords: "Vereinsregister." },
    { content },
  );
  expect((await openSurvey(office, survey, content)).ok).toBe(true);
  return { office, survey };
};

const give = async ({ office, survey }: Made, counts: Readonly<Record<string, number>>) => {
  const row = await findSurvey(office, survey);
  if (!row) throw new Error("no survey");
  const answers = Object.entries(counts).flatMap(([mood, count]) =>
    Array.from(
      { length: count },
      (_, n): Answers => ({ mood, needs: n % 2 === 0 ? ["Räume"] : ["Räume", "Geld"] }),
    ),
  );
  await addResponses(office, row, {
    version: 1,
    how: "paper",
    rows: answers.map((one) => ({ answers: one, language: "de" })),
  });
};

const input = (standOn: string) => ({
  standOn,
  questions: ["mood", "needs"],
  crossings: [],
  title: "",
  words: "",
  author: "Anlaufstelle",
});

const draft = async ({ office, survey }: Made, standOn = "2026-11-24") => {
  const added = await addRelease(office, survey, input(standOn));
  if (!added.ok) throw new Error(added.because);
  return added.value;
};

const compute = async (world: World, made: Made, id: Id<"surveyRelease">) => {
  const asked = await computeRelease(made.office, made.survey, id);
  if (!asked.ok) return asked.because;
  await protectJob.reach((work) => work(world.as("system")), { survey: made.survey, release: id });
  return (await findRelease(made.office, made.survey, id))?.state;
};

test("a release is protected, looked at, published with number and hash, and never changes again", () =>
  town(async (world) => {
    const made = await makeSurvey(world);
    await give(made, { gut: 20, mittel: 12, schlecht: 3 });
    const id = await draft(made);
    expect(await publishRelease(made.office, made.survey, id, "")).toEqual({
      ok: false,
      because: "notComputed",
    });
    expect(await compute(world, made, id)).toBe("computed");
    const preview = await world.request("GET", `/fragebogen/${made.survey}/ergebnisse/${id}`, {
      as: "coordinator",
    });
    const seen = await preview.text();
    expect([preview.status, seen.includes("verborgen"), seen.includes("zwischen 0 und")]).toEqual([
      200,
      true,
      true,
    ]);
    expect(await publishRelease(made.office, made.survey, id, "https://w.example")).toEqual({
      ok: true,
      value: 1,
    });
    const [release] = await listPublished(world.as("visitor"), made.survey);
    const figures = release?.content?.questions.find(({ question }) => question === "mood")?.counts;
    expect(figures?.map(({ count }) => count)).toEqual([20, null, null]);
    if (!release?.content) throw new Error("nothing published");
    expect(release.contentHash).toBe(hashOfRelease(release.content));

    const page = await world.request("GET", "/umfragen/umfrage-der-vereine/ergebnisse/1");
    const html = await page.text();
    expect([page.status, html.includes("35 von 94"), html.includes("Stand 24. November 2026")]).toEqual([
      200,
      true,
      true,
    ]);
    expect(html).toContain(release.contentHash);
    expect(
      await (await world.request("GET", "/umfragen/umfrage-der-vereine/ergebnisse/1.csv")).text(),
    ).toContain("verborgen");
    expect(
      await (await world.request("GET", "/umfragen/umfrage-der-vereine/ergebnisse/1.json")).text(),
    ).not.toContain(":3}");
    await printJob.reach((work) => work(world.as("system")), {
      survey: made.survey,
      release: id,
      origin: "https://w.example",
    });
    const paper = await world.request("GET", "/umfragen/umfrage-der-vereine/ergebnisse/1.pdf");
    expect(paper.headers.get("content-type")).toBe("application/pdf");

    expect(await changeRelease(made.office, made.survey, id, input("2026-11-20"))).toEqual({
      ok: false,
      because: "published",
    });
    expect(await dropRelease(made.office, made.survey, id)).toEqual({ ok: false, because: "published" });
    await world.sql("savepoint a");
    await expect(world.sql("update survey_releases set words = 'anders'")).rejects.toThrow("never changes");
    await world.sql("rollback to a");
  }));

test("too few answers, too few new ones, and a day that does not follow are refused in words", () =>
  town(async (world) => {
    const made = await makeSurvey(world);
    await give(made, { gut: 3 });
    const first = await draft(made, "2026-11-20");
    expect(await addRelease(made.office, made.survey, input("2026-11-25"))).toEqual({
      ok: false,
      because: "future",
    });
    expect(await addRelease(made.office, made.survey, { ...input("2026-11-24"), questions: [] })).toEqual({
      ok: false,
      because: "nothing",
    });
    expect(await compute(world, made, first)).toBe("tooFew");
    await changeRelease(made.office, made.survey, first, input("2026-11-24"));
    await give(made, { mittel: 10 });
    expect(await compute(world, made, first)).toBe("computed");
    await publishRelease(made.office, made.survey, first, "");
    expect(await addRelease(made.office, made.survey, input("2026-11-24"))).toEqual({
      ok: false,
      because: "before",
    });

    const later = { ...made, office: world.as("coordinator", { now: new Date("2026-12-01T09:00:00Z") }) };
    await give(later, { gut: 2 });
    const second = await draft(later, "2026-12-01");
    expect(await compute(world, later, second)).toBe("tooFewNew");
    await give(later, { gut: 3 });
    expect(await compute(world, later, second)).toBe("computed");
    expect(await publishRelease(later.office, later.survey, second, "")).toEqual({ ok: true, value: 2 });
    expect((await listPublished(world.as("visitor"), made.survey)).map(({ number }) => number)).toEqual([
      2, 1,
    ]);
  }));

test("only those who ask publish; others find nothing, and drafts have no public address", () =>
  town(async (world) => {
    const made = await makeSurvey(world);
    await give(made, { gut: 20 });
    const id = await draft(made);
    for (const who of ["volunteer", "representative", "editor"] as const)
      await expect(computeRelease(world.as(who), made.survey, id)).rejects.toThrow();
    await expect(
      computeRelease(world.as("foreignCoordinator", { place: world.second }), made.survey, id),
    ).rejects.toThrow();
    expect((await world.request("GET", "/umfragen/umfrage-der-vereine/ergebnisse/1")).status).toBe(404);
    const none = await world.request("GET", "/umfragen/umfrage-der-vereine/ergebnisse");
    expect([none.status, (await none.text()).includes("Noch keine Ergebnisse")]).toEqual([200, true]);
  }));

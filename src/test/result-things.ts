import type { Questionnaire } from "#methods/questionnaire.ts";
import type { Block, Report } from "#methods/report.ts";
import { changeReport, composeReport, sealReport } from "#modules/reports/commands.ts";
import { findReport } from "#modules/reports/queries.ts";
import { addSurvey, openSurvey } from "#modules/surveys/commands.ts";
import { addBatch } from "#modules/surveys/entry/commands.ts";
import { findSurvey } from "#modules/surveys/queries.ts";
import { addRelease, publishRelease } from "#modules/surveys/releases/commands.ts";
import type { ReleaseContent } from "#modules/surveys/releases/queries.ts";
import { type Makers, made } from "./made.ts";

const question = { kind: "text", name: "frage", label: { de: "Was fehlt?" } } as const;

const frozen: ReleaseContent = {
  answered: 9,
  questions: [{ question: "frage", title: question.label, adds: "parts", base: 9, counts: [] }],
  crossings: [],
  withheld: [],
  texts: [],
};

/** A survey of the club with one published release, the draft of the next, and a pile of sheets. */
const releaseThings = async ({ office, club }: Makers) => {
  const title = `Ergebnisse ${office.place.name}`;
  const content: Questionnaire = {
    title: { de: title },
    languages: ["de"],
    pages: [{ name: "seite1", questions: [question] }],
  };
  const released = await addSurvey(office, { title }, { organizationId: club, content });
  made(await openSurvey(office, released, content));
  const input = { questions: ["frage"], crossings: [], title, words: "", author: title };
  const release = made(await addRelease(office, released, { ...input, standOn: "2026-11-24" }));
  const published = made(await addRelease(office, released, { ...input, standOn: "2026-11-20" }));
  await office.db
    .updateTable("surveyReleases")
    .set({
      state: "computed",
      progress: JSON.stringify(0),
      content: JSON.stringify(frozen),
      attack: JSON.stringify({ inferences: [], leaks: 0 }),
    })
    .where("id", "=", published)
    .execute();
  const releaseNumber = made(await publishRelease(office, released, published, "https://stadt.example"));
  const survey = await findSurvey(office, released);
  if (!survey) throw new Error("the survey is not there");
  const paperBatch = made(await addBatch(office, released, { label: title, sheets: 2, typedTwice: false }));
  return {
    released,
    releasedSlug: survey.slug,
    release,
    releaseNumber: String(releaseNumber),
    paperBatch,
    paperSheet: "1",
  };
};

/** A sealed report about a workshop, and the draft of the next with a part that somebody wrote. */
const reportThings = async ({ office }: Makers, workshop: string) => {
  const { name } = office.place;
  const blocks: Block[] = [{ kind: "text", key: `teil-${name}`, origin: "written", text: "Das war gut." }];
  const report: Report = {
    title: `Bericht ${name}`,
    language: "de",
    stand: "Stand 24. November 2026",
    author: name,
    publisher: name,
    blocks: [],
  };
  const compose = async () => {
    const about = { kind: "workshop", subjectKind: "workshop", subjectId: workshop, report };
    const id = await composeReport(office, about);
    const row = await findReport(office, id);
    if (!row) throw new Error("the report is not there");
    made(await changeReport(office, id, row.revision, (one) => ({ ...one, blocks })));
    return { id, revision: row.revision + 1 };
  };
  const first = await compose();
  const reportSlug = made(await sealReport(office, first.id, first.revision, "https://stadt.example"));
  return { report: (await compose()).id, reportSlug, reportPart: `teil-${name}` };
};

export const resultThings = async (makers: Makers, workshop: string) => ({
  ...(await releaseThings(makers)),
  ...(await reportThings(makers, workshop)),
  // The same in every town.
  exportedFile: "codebuch.csv",
});

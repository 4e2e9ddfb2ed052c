import { found } from "#core/errors.ts";
import { blank, type Filled, read, withError } from "#core/input.ts";
import { asked, idIn, type Page, routes, seeOther, sent } from "#core/web.ts";
import { surveyToWrite } from "#modules/surveys/commands.ts";
import { reportOf, wordsOf } from "#modules/surveys/documents/queries.ts";
import { paths } from "#modules/surveys/paths.ts";
import { say } from "#modules/surveys/publishing/messages.ts";
import { choicesOf, fieldOf, inputOf, ReleaseForm, refused } from "#modules/surveys/publishing/queries.ts";
import type { SurveyRow } from "#modules/surveys/queries.ts";
import {
  changeRelease,
  computeRelease,
  dropRelease,
  publishRelease,
  stopRelease,
} from "#modules/surveys/releases/commands.ts";
import { findRelease } from "#modules/surveys/releases/queries.ts";
import { surveyProps } from "#modules/surveys/views.tsx";
import { DraftView } from "./views.tsx";

const surveyAt = (page: Page): Promise<SurveyRow> => surveyToWrite(page.get("ctx"), idIn<"survey">(page));

const releaseIn = (page: Page) => idIn<"surveyRelease">(page, "release");

type Shown = {
  readonly form?: Filled;
  readonly publishForm?: Filled;
  readonly refusal?: string;
  readonly status?: 409 | 422;
};

const show = async (page: Page, { form, publishForm, refusal, status }: Shown = {}) => {
  const ctx = page.get("ctx");
  const survey = await surveyAt(page);
  const release = found(await findRelease(ctx, survey.id, releaseIn(page)));
  if (release.state === "published") return seeOther(page, paths.release(survey.slug, release.number ?? 0));
  const { content } = release;
  const report = content ? await reportOf(ctx, survey, release, content) : undefined;
  const words = content ? await wordsOf(ctx, survey, release, content) : undefined;
  return page.render(
    <DraftView
      ctx={ctx}
      survey={survey}
      formKey={page.get("formKey")}
      choices={await choicesOf(ctx, survey)}
      release={release}
      report={report}
      labelOf={words?.labelOf ?? (() => "")}
      form={form}
      publishForm={publishForm}
      refusal={refusal}
      notice={asked(page)["hinweis"] === "gespeichert" ? "saved" : undefined}
    />,
    surveyProps(ctx, survey, say(ctx)("heading"), status ?? 200),
  );
};

const thresholdOf = async (page: Page): Promise<number> => (await surveyAt(page)).threshold;

const change = async (page: Page) => {
  const ctx = page.get("ctx");
  const survey = await surveyAt(page);
  const input = read(ctx, ReleaseForm, await sent(page));
  if (!input.ok) return show(page, { form: input.form, status: 422 });
  const outcome = await changeRelease(ctx, survey.id, releaseIn(page), inputOf(input.value));
  if (outcome.ok) return seeOther(page, paths.draftRelease(survey.id, releaseIn(page)), "gespeichert");
  const sentence = refused(ctx, outcome.because);
  if (outcome.because === "published" || outcome.because === "computing")
    return show(page, { refusal: sentence, status: 409 });
  return show(page, { form: withError(input.form, fieldOf(outcome.because), sentence), status: 422 });
};

const compute = async (page: Page) => {
  const ctx = page.get("ctx");
  const survey = await surveyAt(page);
  const outcome = await computeRelease(ctx, survey.id, releaseIn(page));
  if (outcome.ok) return seeOther(page, paths.draftRelease(survey.id, releaseIn(page)));
  return show(page, { refusal: refused(ctx, outcome.because, await thresholdOf(page)), status: 409 });
};

const publish = async (page: Page) => {
  const ctx = page.get("ctx");
  const survey = await surveyAt(page);
  const body = await sent(page);
  if (body["gelesen"] !== "on")
    return show(page, { publishForm: withError(blank, "gelesen", say(ctx)("confirmMissing")), status: 422 });
  const outcome = await publishRelease(ctx, survey.id, releaseIn(page), page.get("origin"));
  if (outcome.ok) return seeOther(page, paths.release(survey.slug, outcome.value));
  return show(page, { refusal: refused(ctx, outcome.because), status: 409 });
};

/** `/fragebogen/:id/ergebnisse/:release`: one draft is protected, looked at and published. */
export const pages = routes()
  .get("/:id/ergebnisse/:release", (page) => show(page))
  .post("/:id/ergebnisse/:release", change)
  .post("/:id/ergebnisse/:release/schutz", compute)
  .post("/:id/ergebnisse/:release/halt", async (page) => {
    const survey = await surveyAt(page);
    await stopRelease(page.get("ctx"), survey.id, releaseIn(page));
    return seeOther(page, paths.draftRelease(survey.id, releaseIn(page)));
  })
  .post("/:id/ergebnisse/:release/ende", async (page) => {
    const survey = await surveyAt(page);
    const ctx = page.get("ctx");
    const outcome = await dropRelease(ctx, survey.id, releaseIn(page));
    if (!outcome.ok) return show(page, { refusal: refused(ctx, outcome.because), status: 409 });
    return seeOther(page, paths.releases(survey.id), "weg");
  })
  .post("/:id/ergebnisse/:release/veroeffentlichung", publish);

import { type Filled, read, withError } from "#core/input.ts";
import { asked, idIn, type Page, routes, seeOther, sent } from "#core/web.ts";
import { surveyToWrite } from "#modules/surveys/commands.ts";
import { paths } from "#modules/surveys/paths.ts";
import type { SurveyRow } from "#modules/surveys/queries.ts";
import { addRelease } from "#modules/surveys/releases/commands.ts";
import { listReleases } from "#modules/surveys/releases/queries.ts";
import { surveyProps } from "#modules/surveys/views.tsx";
import { say } from "./messages.ts";
import { choicesOf, fieldOf, inputOf, ReleaseForm, refused } from "./queries.ts";
import { ReleasesView } from "./views.tsx";

const surveyAt = (page: Page): Promise<SurveyRow> => surveyToWrite(page.get("ctx"), idIn<"survey">(page));

const list = async (page: Page, form?: Filled) => {
  const ctx = page.get("ctx");
  const survey = await surveyAt(page);
  return page.render(
    <ReleasesView
      ctx={ctx}
      survey={survey}
      formKey={page.get("formKey")}
      choices={await choicesOf(ctx, survey)}
      releases={await listReleases(ctx, survey.id)}
      form={form}
      notice={asked(page)["hinweis"] === "weg" ? "dropped" : undefined}
    />,
    surveyProps(ctx, survey, say(ctx)("heading"), form ? 422 : 200),
  );
};

/** `/fragebogen/:id/ergebnisse`: results are put together, protected, looked at and published. */
export const pages = routes()
  .get("/:id/ergebnisse", (page) => list(page))
  .post("/:id/ergebnisse", async (page) => {
    const ctx = page.get("ctx");
    const survey = await surveyAt(page);
    const input = read(ctx, ReleaseForm, await sent(page));
    if (!input.ok) return list(page, input.form);
    const outcome = await addRelease(ctx, survey.id, inputOf(input.value));
    if (outcome.ok) return seeOther(page, paths.draftRelease(survey.id, outcome.value));
    return list(page, withError(input.form, fieldOf(outcome.because), refused(ctx, outcome.because)));
  });

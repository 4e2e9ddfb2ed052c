import { found } from "#core/errors.ts";
import { idIn, routes } from "#core/web.ts";
import { surveyToWrite } from "#modules/surveys/commands.ts";
import { paths } from "#modules/surveys/paths.ts";
import { currentQuestionnaire } from "#modules/surveys/questionnaires/queries.ts";
import { standingOf } from "#modules/surveys/register/queries.ts";
import { surveyProps } from "#modules/surveys/views.tsx";
import { OverviewView } from "./views.tsx";

/** `/fragebogen/:id`: one survey, for those who ask. */
export const pages = routes().get("/:id", async (page) => {
  const ctx = page.get("ctx");
  const survey = await surveyToWrite(ctx, idIn(page));
  const { content, version } = found(await currentQuestionnaire(ctx, survey.id));
  return page.render(
    <OverviewView
      ctx={ctx}
      survey={survey}
      content={content}
      version={version}
      standing={await standingOf(ctx, survey)}
      address={`${page.get("origin")}${paths.answer(survey.slug)}`}
      notice={page.req.query("hinweis")}
    />,
    surveyProps(ctx, survey, survey.title),
  );
});

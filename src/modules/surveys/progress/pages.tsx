import { found } from "#core/errors.ts";
import { idIn, routes } from "#core/web.ts";
import { surveyToWrite } from "#modules/surveys/commands.ts";
import { standingOf } from "#modules/surveys/invitations/queries.ts";
import { currentQuestionnaire } from "#modules/surveys/questionnaires/queries.ts";
import { countResponses } from "#modules/surveys/responses/queries.ts";
import { surveyProps } from "#modules/surveys/views.tsx";
import { say } from "./messages.ts";
import { listDays, listGroups, listQuotas } from "./queries.ts";
import { ProgressView } from "./views.tsx";

/** `/fragebogen/:id/ruecklauf`: how the answers come in. */
export const pages = routes().get("/:id/ruecklauf", async (page) => {
  const ctx = page.get("ctx");
  const survey = await surveyToWrite(ctx, idIn(page));
  const { content } = found(await currentQuestionnaire(ctx, survey.id));
  return page.render(
    <ProgressView
      ctx={ctx}
      survey={survey}
      content={content}
      responses={await countResponses(ctx, survey)}
      standing={await standingOf(ctx, survey.id)}
      groups={await listGroups(ctx, survey)}
      days={await listDays(ctx, survey.id)}
      quotas={await listQuotas(ctx, survey)}
    />,
    surveyProps(ctx, survey, say(ctx)("heading")),
  );
});

import type { Context } from "#core/context.ts";
import { found } from "#core/errors.ts";
import { idIn, type Page, routes } from "#core/web.ts";
import type { Questionnaire } from "#methods/questionnaire.ts";
import type { Counted, Crossed } from "#methods/survey-count.ts";
import { surveyToWrite } from "#modules/surveys/commands.ts";
import { namesFor } from "#modules/surveys/directory/queries.ts";
import type { SurveyRow } from "#modules/surveys/queries.ts";
import { currentQuestionnaire } from "#modules/surveys/questionnaires/queries.ts";
import { countResponses } from "#modules/surveys/responses/queries.ts";
import { surveyProps } from "#modules/surveys/views.tsx";
import { say } from "./messages.ts";
import { canBeCrossed, countNow, crossNow, nameCounted, type Pair } from "./queries.ts";
import { CountsView } from "./views.tsx";

const pairIn = (page: Page): Pair => ({
  row: page.req.query("zeile") ?? "",
  column: page.req.query("spalte") ?? "",
});

type Asked = { readonly survey: SurveyRow; readonly content: Questionnaire; readonly pair: Pair };

const crossingOf = async (
  ctx: Context,
  { survey, content, pair }: Asked,
  counted: readonly Counted[],
): Promise<Crossed | undefined> => {
  const named = (name: string) => counted.find((one) => one.question === name && canBeCrossed(survey, one));
  const [row, column] = [named(pair.row), named(pair.column)];
  return row && column && row !== column ? crossNow(ctx, survey, content, [row, column]) : undefined;
};

/** `/fragebogen/:id/auswertung`: everything counted so far, for those who ask. */
export const pages = routes().get("/:id/auswertung", async (page) => {
  const ctx = page.get("ctx");
  const survey = await surveyToWrite(ctx, idIn(page));
  const { content } = found(await currentQuestionnaire(ctx, survey.id));
  const { all } = await countResponses(ctx, survey);
  const names = await namesFor(ctx, content);
  const counted = nameCounted(await countNow(ctx, survey, content, all), names.named);
  const pair = pairIn(page);
  return page.render(
    <CountsView
      ctx={ctx}
      survey={survey}
      content={content}
      all={all}
      counted={counted}
      pair={pair}
      crossed={await crossingOf(ctx, { survey, content, pair }, counted)}
    />,
    surveyProps(ctx, survey, say(ctx)("heading")),
  );
});

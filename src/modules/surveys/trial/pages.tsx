import { found } from "#core/errors.ts";
import { type Filled, filledWith } from "#core/input.ts";
import { idIn, type Page, routes, sent } from "#core/web.ts";
import { type Answers, questionsOf } from "#methods/questionnaire.ts";
import { checkQuestionnaire } from "#methods/questionnaire-check.ts";
import { mergedAnswers } from "#methods/questionnaire-form.ts";
import type { ShownPage } from "#methods/questionnaire-state.ts";
import { formOf, languageOf, standing } from "#modules/surveys/answering/queries.ts";
import { drawingOf } from "#modules/surveys/answering/views.tsx";
import { surveyToWrite } from "#modules/surveys/commands.ts";
import { type Names, namesFor } from "#modules/surveys/directory/queries.ts";
import { currentQuestionnaire } from "#modules/surveys/questionnaires/queries.ts";
import { surveyProps } from "#modules/surveys/views.tsx";
import { say } from "./messages.ts";
import { PreviewView, TrialView } from "./views.tsx";

const going = async (page: Page) => {
  const ctx = page.get("ctx");
  const survey = await surveyToWrite(ctx, idIn(page));
  const current = found(await currentQuestionnaire(ctx, survey.id));
  return { ctx, survey, current };
};

type Shown = {
  readonly pages: readonly ShownPage[];
  readonly answers: Answers;
  readonly names: Names;
  readonly form?: Filled;
};

const draw = (
  page: Page,
  { ctx, survey, current }: Awaited<ReturnType<typeof going>>,
  { pages, answers, names, form }: Shown,
) => {
  const language = languageOf(ctx, current.content, page.req.query("auf"));
  return page.render(
    <PreviewView
      ctx={ctx}
      survey={survey}
      current={current}
      formKey={page.get("formKey")}
      pages={pages}
      drawing={drawingOf(ctx, current.content, language, answers, names)}
      names={names}
      form={form ?? filledWith({})}
      checked={form !== undefined}
    />,
    surveyProps(ctx, survey, say(ctx)("preview")),
  );
};

/** Every question that can appear, whatever its condition. */
const preview = async (page: Page) => {
  const here = await going(page);
  const pages = here.current.content.pages
    .map((one) => ({ page: one, questions: one.questions.filter(({ kind }) => kind !== "calculation") }))
    .filter(({ questions }) => questions.length > 0);
  return draw(page, here, { pages, answers: {}, names: await namesFor(here.ctx, here.current.content) });
};

/** What these answers lead to; they are kept nowhere. */
const tryOut = async (page: Page) => {
  const here = await going(page);
  const { content } = here.current;
  const names = await namesFor(here.ctx, content);
  const questions = questionsOf(content).map(({ question }) => question);
  const answers = mergedAnswers({}, questions, await sent(page), names);
  const state = standing(here.ctx, content, answers);
  const form = formOf(here.ctx, {
    questions,
    answers,
    problems: state.problems,
    language: languageOf(here.ctx, content, page.req.query("auf")),
    questionnaire: content,
    directory: names,
  });
  return draw(page, here, { pages: state.pages, answers: state.values, names, form });
};

/** `/fragebogen/:id/vorschau` and `…/probe`: as people see it, and what a test run finds. */
export const pages = routes()
  .get("/:id/vorschau", preview)
  .post("/:id/vorschau", tryOut)
  .get("/:id/probe", async (page) => {
    const { ctx, survey, current } = await going(page);
    return page.render(
      <TrialView
        ctx={ctx}
        survey={survey}
        current={current}
        findings={checkQuestionnaire(current.content)}
      />,
      surveyProps(ctx, survey, say(ctx)("trial")),
    );
  });

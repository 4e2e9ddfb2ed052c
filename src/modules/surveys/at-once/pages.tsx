import { deviceToken, setDevice } from "#core/device-cookie.ts";
import { found } from "#core/errors.ts";
import { asked, type Page, routes, seeOther, sent, slugIn } from "#core/web.ts";
import { type Answers, wordsIn } from "#methods/questionnaire.ts";
import { mergedAnswers } from "#methods/questionnaire-form.ts";
import { say } from "#modules/surveys/answering/messages.ts";
import { deviceFor, doneOn, formOf, languageOf, standing } from "#modules/surveys/answering/queries.ts";
import { askerOf, drawingOf, GoneView, QuestionsView } from "#modules/surveys/answering/views.tsx";
import { namesFor } from "#modules/surveys/directory/queries.ts";
import { paths } from "#modules/surveys/paths.ts";
import { findPublicSurvey, isOpen, type SurveyRow } from "#modules/surveys/queries.ts";
import { currentQuestionnaire, questionnaireOf } from "#modules/surveys/questionnaires/queries.ts";
import { sendAnswers } from "#modules/surveys/responses/commands.ts";

const drawAll = async (page: Page, survey: SurveyRow, answers: Answers, isSent: boolean) => {
  const ctx = page.get("ctx");
  const words = say(ctx);
  const { content, version } = found(await currentQuestionnaire(ctx, survey.id));
  const language = languageOf(ctx, content);
  const names = await namesFor(ctx, content);
  const state = standing(ctx, content, answers);
  const questions = state.pages.flatMap((shown) => shown.questions);
  const problems = isSent ? state.problems : [];
  const form = formOf(ctx, {
    questions,
    answers,
    problems,
    language,
    questionnaire: content,
    directory: names,
  });
  return page.render(
    <QuestionsView
      ctx={ctx}
      survey={survey}
      formKey={page.get("formKey")}
      pages={state.pages}
      drawing={drawingOf(ctx, content, language, state.values, names)}
      names={names}
      form={form}
      action={`${paths.atOnce(survey.slug)}?fassung=${version}`}
      submit={words("sendAll")}
      next={words("sendNextCounters")}
      heading={wordsIn(content.title, language, content.languages[0] ?? "de")}
      kind={askerOf(ctx, survey)}
      notice={isSent ? words("more") : undefined}
    />,
    { title: survey.title, hidden: true, ...(isSent ? { status: 422 as const } : {}) },
  );
};

const sendAll = async (page: Page, survey: SurveyRow) => {
  const ctx = page.get("ctx");
  const given = Number(asked(page)["fassung"]);
  const { content, version } = found(
    Number.isSafeInteger(given) && given > 0 && given < 100_000
      ? await questionnaireOf(ctx, survey.id, given)
      : await currentQuestionnaire(ctx, survey.id),
  );
  const questions = content.pages.flatMap((one) => one.questions);
  const answers = mergedAnswers({}, questions, await sent(page), await namesFor(ctx, content));
  const code = deviceToken(page, deviceFor(survey.slug)) ?? "";
  const language = languageOf(ctx, content);
  const outcome = await sendAnswers(ctx, survey, code, { version, language, answers });
  if (outcome.ok) {
    setDevice(page, { ...deviceFor(survey.slug), days: 0 }, "");
    setDevice(page, doneOn(survey.slug), "1");
    return seeOther(page, paths.thanks(survey.slug));
  }
  return outcome.because === "problems"
    ? drawAll(page, survey, answers, true)
    : page.render(<GoneView ctx={ctx} survey={survey} />, { title: survey.title, hidden: true, status: 409 });
};

/** Of whom only sums are kept nothing lies with us before it is sent: all questions stand on one page. */
const survey = async (page: Page): Promise<SurveyRow> => {
  const row = found(await findPublicSurvey(page.get("ctx"), slugIn(page)));
  return found(row.privacy === "counters" ? row : undefined);
};

/** `/umfragen/:slug/alles`. */
export const pages = routes()
  .get("/:slug/alles", async (page) => {
    const row = await survey(page);
    return isOpen(page.get("ctx"), row)
      ? drawAll(page, row, {}, false)
      : seeOther(page, paths.answer(row.slug));
  })
  .post("/:slug/alles", async (page) => sendAll(page, await survey(page)));

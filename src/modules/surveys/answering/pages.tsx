import { deviceToken, setDevice } from "#core/device-cookie.ts";
import { found } from "#core/errors.ts";
import { type Page, routes, seeOther, sent, slugIn } from "#core/web.ts";
import { type Answers, type Questionnaire, wordsIn } from "#methods/questionnaire.ts";
import { mergedAnswers } from "#methods/questionnaire-form.ts";
import { pageAfter, pageBefore, problemsOnPage, type ShownPage } from "#methods/questionnaire-state.ts";
import { namesFor } from "#modules/surveys/directory/queries.ts";
import { paths } from "#modules/surveys/paths.ts";
import { findPublicSurvey, isOpen, type SurveyRow } from "#modules/surveys/queries.ts";
import { currentQuestionnaire, questionnaireOf } from "#modules/surveys/questionnaires/queries.ts";
import { saveDraft, sendDraft } from "#modules/surveys/responses/commands.ts";
import { type Draft, findDraft } from "#modules/surveys/responses/queries.ts";
import { say } from "./messages.ts";
import { deviceFor, doneOn, formOf, languageOf, standing } from "./queries.ts";
import { drawingOf, GoneView, QuestionsView, ReviewView, ThanksView } from "./views.tsx";

const surveyAt = async (page: Page): Promise<SurveyRow> =>
  found(await findPublicSurvey(page.get("ctx"), slugIn(page)));

const codeOn = (page: Page, { slug }: SurveyRow): string | undefined =>
  deviceToken(page, deviceFor(slug)) || undefined;

const draftOn = async (page: Page, survey: SurveyRow): Promise<Draft | undefined> => {
  const code = codeOn(page, survey);
  return code === undefined ? undefined : findDraft(page.get("ctx"), survey.id, code);
};

type Shown = {
  readonly page: Page;
  readonly survey: SurveyRow;
  readonly content: Questionnaire;
  readonly language: string;
  readonly answers: Answers;
  readonly problems?: ReturnType<typeof problemsOnPage>;
};

const drawPage = async ({ page, survey, content, language, answers, problems = [] }: Shown, name: string) => {
  const ctx = page.get("ctx");
  const words = say(ctx);
  const names = await namesFor(ctx, content);
  const state = standing(ctx, content, answers);
  const index = state.pages.findIndex((shown) => shown.page.name === name);
  const shown: ShownPage = found(state.pages[index]);
  const count = words("page", { n: index + 1, all: state.pages.length });
  const form = formOf(ctx, {
    questions: shown.questions,
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
      pages={[shown]}
      drawing={drawingOf(ctx, content, language, state.values, names)}
      names={names}
      form={form}
      action={paths.page(survey.slug, name)}
      submit={words("next")}
      secondary={[
        ...(index > 0 ? [{ label: words("back"), name: "weg", value: "zurueck" }] : []),
        { label: words("pause"), name: "weg", value: "pause" },
      ]}
      heading={wordsIn(shown.page.title, language, content.languages[0] ?? "de") || count}
      kind={`${wordsIn(content.title, language, content.languages[0] ?? "de")} · ${count}`}
    />,
    { title: survey.title, hidden: true, ...(problems.length > 0 ? { status: 422 as const } : {}) },
  );
};

/** The draft of this device with its questions, or the way back to the start. */
const going = async (page: Page) => {
  const ctx = page.get("ctx");
  const survey = await surveyAt(page);
  const draft = await draftOn(page, survey);
  if (!draft || !isOpen(ctx, survey)) return { survey, draft: undefined } as const;
  const { content } = found(await questionnaireOf(ctx, survey.id, draft.version));
  return { survey, draft, content } as const;
};

const keepPage = async (page: Page, name: string) => {
  const ctx = page.get("ctx");
  const { survey, draft, content } = await going(page);
  if (!draft) return seeOther(page, paths.answer(survey.slug));
  const before = standing(ctx, content, draft.answers);
  const shown = found(before.pages.find((one) => one.page.name === name));
  const body = await sent(page);
  const answers = mergedAnswers(draft.answers, shown.questions, body, await namesFor(ctx, content));
  const state = standing(ctx, content, answers);
  const problems = problemsOnPage(state, name);
  const way = body["weg"];
  const following = way === "zurueck" ? pageBefore(state, name) : pageAfter(state, name);
  const stays = problems.length > 0 && way === undefined;
  const at = stays || way === "pause" ? name : (following?.name ?? name);
  await saveDraft(ctx, survey, codeOn(page, survey) ?? "", { ...draft, answers, page: at });
  if (way === "pause") return seeOther(page, paths.resume(survey.slug));
  if (stays) return drawPage({ page, survey, content, language: draft.language, answers, problems }, name);
  return seeOther(page, following ? paths.page(survey.slug, following.name) : paths.review(survey.slug));
};

const finish = (page: Page, survey: SurveyRow) => {
  setDevice(page, { ...deviceFor(survey.slug), days: 0 }, "");
  setDevice(page, doneOn(survey.slug), "1");
  return seeOther(page, paths.thanks(survey.slug));
};

const review = async (page: Page, refusal?: "stillWrong") => {
  const ctx = page.get("ctx");
  const { survey, draft, content } = await going(page);
  if (!draft) return seeOther(page, paths.answer(survey.slug));
  return page.render(
    <ReviewView
      ctx={ctx}
      survey={survey}
      formKey={page.get("formKey")}
      questionnaire={content}
      state={standing(ctx, content, draft.answers)}
      language={draft.language}
      names={await namesFor(ctx, content)}
      refusal={refusal}
    />,
    { title: say(ctx)("review"), hidden: true, ...(refusal ? { status: 409 as const } : {}) },
  );
};

const send = async (page: Page) => {
  const ctx = page.get("ctx");
  const survey = await surveyAt(page);
  const outcome = await sendDraft(ctx, survey, codeOn(page, survey) ?? "");
  if (outcome.ok) return finish(page, survey);
  if (outcome.because === "problems") return review(page, "stillWrong");
  return page.render(<GoneView ctx={ctx} survey={survey} />, {
    title: survey.title,
    hidden: true,
    status: 409,
  });
};

/** `/umfragen/:slug/seite/…`: page after page, then a look at everything, then it is sent. */
export const pages = routes()
  .get("/:slug/seite/:page", async (page) => {
    const { survey, draft, content } = await going(page);
    if (!draft) return seeOther(page, paths.answer(survey.slug));
    return drawPage(
      { page, survey, content, language: draft.language, answers: draft.answers },
      page.req.param("page"),
    );
  })
  .post("/:slug/seite/:page", (page) => keepPage(page, page.req.param("page")))
  .get("/:slug/absenden", (page) => review(page))
  .post("/:slug/absenden", send)
  .get("/:slug/danke", async (page) => {
    const ctx = page.get("ctx");
    const survey = await surveyAt(page);
    const { content } = found(await currentQuestionnaire(ctx, survey.id));
    const language = languageOf(ctx, content);
    const thanks = wordsIn(content.thanks, language, content.languages[0] ?? "de");
    return page.render(<ThanksView ctx={ctx} survey={survey} thanks={thanks} lang={language} />, {
      title: say(ctx)("sentHeading"),
      hidden: true,
    });
  });

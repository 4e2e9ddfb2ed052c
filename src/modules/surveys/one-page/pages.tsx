import { found } from "#core/errors.ts";
import { type Filled, filledWith } from "#core/input.ts";
import { idIn, type Page, routes, seeOther, sent } from "#core/web.ts";
import { type Questionnaire, questionsOf, type Words } from "#methods/questionnaire.ts";
import { surveyToWrite } from "#modules/surveys/commands.ts";
import { dependentsOf, remove } from "#modules/surveys/editing/commands.ts";
import { say } from "#modules/surveys/editing/messages.ts";
import type { Refusal } from "#modules/surveys/editing/views.tsx";
import { textAt, wordsAt } from "#modules/surveys/lines/queries.ts";
import { paths } from "#modules/surveys/paths.ts";
import { saveQuestionnaire } from "#modules/surveys/questionnaires/commands.ts";
import { currentQuestionnaire } from "#modules/surveys/questionnaires/queries.ts";
import { surveyProps } from "#modules/surveys/views.tsx";
import { AboutView, PageView, RemovingView } from "./views.tsx";

const going = async (page: Page) => {
  const ctx = page.get("ctx");
  const survey = await surveyToWrite(ctx, idIn(page));
  const current = found(await currentQuestionnaire(ctx, survey.id));
  return { ctx, formKey: page.get("formKey"), survey, current };
};

type Going = Awaited<ReturnType<typeof going>>;
type Problem = { readonly form?: Filled; readonly refusal?: Refusal };
const statusOf = ({ form, refusal }: Problem) => (refusal ? 409 : form ? 422 : 200);

const flat = (parts: Readonly<Record<string, Words | undefined>>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(parts).flatMap(([name, words]) =>
      Object.entries(words ?? {}).map(([language, text]) => [`${name}.${language}`, text]),
    ),
  );

const showAbout = (page: Page, here: Going, problem: Problem = {}) => {
  const { title, introduction, thanks, languages } = here.current.content;
  const own = filledWith({ ...flat({ title, introduction, thanks }), languages });
  return page.render(
    <AboutView {...here} form={problem.form ?? own} refusal={problem.refusal} />,
    surveyProps(here.ctx, here.survey, say(here.ctx)("about"), statusOf(problem)),
  );
};

type Body = Readonly<Record<string, unknown>>;

const typedIn = ({ revision: _, ...typed }: Body): Filled => filledWith(typed);

/** The chosen languages, the first one of before staying first. */
const languagesIn = (body: Body, before: readonly string[]): readonly string[] => {
  const sentOnes = [body["languages"]].flat().filter((one): one is string => typeof one === "string");
  const known = sentOnes.filter((one) => /^[a-z]{2,3}(-[a-z]+)*$/u.test(one));
  const [first = "de"] = before;
  return [first, ...new Set(known.filter((one) => one !== first))];
};

const saveAbout = async (page: Page) => {
  const here = await going(page);
  const body = await sent(page);
  const { content } = here.current;
  const form = typedIn(body);
  const title = wordsAt(body, "title", content.languages);
  const [first = "de"] = content.languages;
  if (!title[first])
    return showAbout(page, here, {
      form: { ...form, errors: { [`title.${first}`]: say(here.ctx)("wrongTitle") } },
    });
  const next: Questionnaire = {
    ...content,
    title,
    introduction: wordsAt(body, "introduction", content.languages),
    thanks: wordsAt(body, "thanks", content.languages),
    languages: [...languagesIn(body, content.languages)],
  };
  const outcome = await saveQuestionnaire(here.ctx, here.survey.id, next, Number(body["revision"]));
  if (!outcome.ok) return showAbout(page, here, { form, refusal: outcome.because });
  return seeOther(page, paths.questions(here.survey.id), "gespeichert");
};

const pageIn = (page: Page, { current }: Going) =>
  found(current.content.pages.find(({ name }) => name === page.req.param("name")));

const showPage = (page: Page, here: Going, problem: Problem = {}) => {
  const { name, title, text } = pageIn(page, here);
  return page.render(
    <PageView
      {...here}
      pageName={name}
      form={problem.form ?? filledWith(flat({ title, text }))}
      refusal={problem.refusal}
    />,
    surveyProps(here.ctx, here.survey, say(here.ctx)("changePage"), statusOf(problem)),
  );
};

const savePage = async (page: Page) => {
  const here = await going(page);
  const body = await sent(page);
  const { content } = here.current;
  const own = pageIn(page, here);
  const changed = {
    ...own,
    title: wordsAt(body, "title", content.languages),
    text: wordsAt(body, "text", content.languages),
  };
  const next = { ...content, pages: content.pages.map((one) => (one.name === own.name ? changed : one)) };
  const outcome = await saveQuestionnaire(here.ctx, here.survey.id, next, Number(body["revision"]));
  if (!outcome.ok) return showPage(page, here, { form: typedIn(body), refusal: outcome.because });
  return seeOther(page, `${paths.questions(here.survey.id)}#seite-${own.name}`, "gespeichert");
};

const removing = async (page: Page) => {
  const here = await going(page);
  const { content } = here.current;
  const name = page.req.param("name") ?? "";
  found(questionsOf(content).find(({ question }) => question.name === name));
  const body = await sent(page);
  const dependents = dependentsOf(content, name);
  const shown = (refusal?: Refusal) =>
    page.render(
      <RemovingView {...here} name={name} dependents={dependents} refusal={refusal} />,
      surveyProps(here.ctx, here.survey, say(here.ctx)("remove"), 409),
    );
  if (dependents.length > 0 && textAt(body, "anyway") === "") return shown();
  const next = remove(content, name);
  const outcome = await saveQuestionnaire(here.ctx, here.survey.id, next, Number(body["revision"]));
  if (!outcome.ok) return shown(outcome.because);
  return seeOther(page, paths.questions(here.survey.id), "entfernt");
};

/** Beside the questions: the words of the whole and of each page, and the last look before a question goes. */
export const pages = routes()
  .get("/:id/titel", async (page) => showAbout(page, await going(page)))
  .post("/:id/titel", saveAbout)
  .get("/:id/fragen/:name/seite", async (page) => showPage(page, await going(page)))
  .post("/:id/fragen/:name/seite", savePage)
  .post("/:id/fragen/:name/entfernung", removing);

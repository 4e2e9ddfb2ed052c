import { found } from "#core/errors.ts";
import { type Filled, filledWith, withError } from "#core/input.ts";
import { idIn, type Page, routes, seeOther, sent } from "#core/web.ts";
import { type Question, questionsOf } from "#methods/questionnaire.ts";
import { surveyToWrite } from "#modules/surveys/commands.ts";
import { fieldsOfCondition } from "#modules/surveys/conditions/views.tsx";
import { replace } from "#modules/surveys/editing/commands.ts";
import type { Refusal } from "#modules/surveys/editing/views.tsx";
import { paths } from "#modules/surveys/paths.ts";
import { saveQuestionnaire } from "#modules/surveys/questionnaires/commands.ts";
import { currentQuestionnaire } from "#modules/surveys/questionnaires/queries.ts";
import { surveyProps } from "#modules/surveys/views.tsx";
import { say } from "./messages.ts";
import { fieldsOfQuestion, readQuestion } from "./queries.ts";
import { QuestionView } from "./views.tsx";

const going = async (page: Page) => {
  const ctx = page.get("ctx");
  const survey = await surveyToWrite(ctx, idIn(page));
  const current = found(await currentQuestionnaire(ctx, survey.id));
  const name = page.req.param("name");
  const { question } = found(questionsOf(current.content).find((one) => one.question.name === name));
  return { survey, current, question };
};

type Going = Awaited<ReturnType<typeof going>>;
type Problem = { readonly form?: Filled; readonly refusal?: Refusal };

const conditionOf = (question: Question) => (question.kind === "calculation" ? undefined : question.when);

const show = (page: Page, { survey, current, question }: Going, { form, refusal }: Problem = {}) => {
  const ctx = page.get("ctx");
  const own = filledWith({
    ...fieldsOfQuestion(question, current.content),
    ...fieldsOfCondition(ctx, current.content, conditionOf(question)),
  });
  return page.render(
    <QuestionView
      ctx={ctx}
      formKey={page.get("formKey")}
      survey={survey}
      current={current}
      question={question}
      form={form ?? own}
      refusal={refusal}
    />,
    surveyProps(ctx, survey, say(ctx)("heading"), refusal ? 409 : form ? 422 : 200),
  );
};

const typedIn = (body: Readonly<Record<string, unknown>>): Filled => {
  const { revision: _, ...typed } = body;
  return filledWith(typed);
};

const save = async (page: Page) => {
  const ctx = page.get("ctx");
  const here = await going(page);
  const body = await sent(page);
  const form = typedIn(body);
  const read = readQuestion(ctx, here.current.content, here.question, body);
  if (!read.ok) return show(page, here, { form: withError(form, read.wrong.field, read.wrong.sentence) });
  const next = replace(here.current.content, here.question.name, read.question);
  const outcome = await saveQuestionnaire(ctx, here.survey.id, next, Number(body["revision"]));
  if (!outcome.ok) return show(page, here, { form, refusal: outcome.because });
  return seeOther(page, `${paths.questions(here.survey.id)}#frage-${read.question.name}`, "gespeichert");
};

/** `/fragebogen/:id/fragen/:name`: one question. */
export const pages = routes()
  .get("/:id/fragen/:name", async (page) => show(page, await going(page)))
  .post("/:id/fragen/:name", save);

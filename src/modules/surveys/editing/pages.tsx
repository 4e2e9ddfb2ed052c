import * as z from "zod";
import { found } from "#core/errors.ts";
import { whole } from "#core/input.ts";
import { idIn, type Page, routes, seeOther, sent } from "#core/web.ts";
import { type Questionnaire, questionsOf } from "#methods/questionnaire.ts";
import { surveyToWrite } from "#modules/surveys/commands.ts";
import { paths } from "#modules/surveys/paths.ts";
import type { SurveyRow } from "#modules/surveys/queries.ts";
import { saveQuestionnaire, undoLast } from "#modules/surveys/questionnaires/commands.ts";
import { currentQuestionnaire, type QuestionnaireRow } from "#modules/surveys/questionnaires/queries.ts";
import { surveyProps } from "#modules/surveys/views.tsx";
import { addPage, beginning, double, insert, move, removePage } from "./commands.ts";
import { say } from "./messages.ts";
import { kinds } from "./queries.ts";
import { QuestionsView, type Refusal } from "./views.tsx";

type Going = { readonly survey: SurveyRow; readonly current: QuestionnaireRow };

const going = async (page: Page): Promise<Going> => {
  const ctx = page.get("ctx");
  const survey = await surveyToWrite(ctx, idIn(page));
  return { survey, current: found(await currentQuestionnaire(ctx, survey.id)) };
};

const show = async (page: Page, refusal?: Refusal) => {
  const ctx = page.get("ctx");
  const { survey, current } = await going(page);
  return page.render(
    <QuestionsView
      ctx={ctx}
      formKey={page.get("formKey")}
      survey={survey}
      current={current}
      canUndo={current.revision > 1}
      notice={page.req.query("hinweis")}
      refusal={refusal}
    />,
    surveyProps(ctx, survey, say(ctx)("heading"), refusal ? 409 : 200),
  );
};

const Revision = z.object({ revision: whole(1, 1_000_000) });
type Sent = z.infer<typeof Revision>;

const revisionIn = async (page: Page): Promise<Sent | undefined> => Revision.safeParse(await sent(page)).data;

/** Changes the questionnaire and leads back to where the change was. */
const change = async (
  page: Page,
  { survey }: Going,
  content: Questionnaire,
  { revision, notice, at = "" }: { readonly revision: number; readonly notice: string; readonly at?: string },
) => {
  const outcome = await saveQuestionnaire(page.get("ctx"), survey.id, content, revision);
  if (!outcome.ok) return show(page, outcome.because);
  return seeOther(page, `${paths.questions(survey.id)}${at}`, notice);
};

const questionIn = (page: Page, { current }: Going): string => {
  const name = page.req.param("name");
  return found(questionsOf(current.content).find(({ question }) => question.name === name)).question.name;
};

const pageIn = (page: Page, { current }: Going): string =>
  found(current.content.pages.find(({ name }) => name === page.req.param("name"))).name;

type Change = (content: Questionnaire, name: string) => Questionnaire;

const changing =
  (work: Change, notice: string, nameIn: (page: Page, going: Going) => string) => async (page: Page) => {
    const here = await going(page);
    const name = nameIn(page, here);
    const input = await revisionIn(page);
    if (!input) return show(page, "changedMeanwhile");
    const at = nameIn === questionIn ? `#frage-${name}` : `#seite-${name}`;
    return change(page, here, work(here.current.content, name), { ...input, notice, at });
  };

const Begun = z.object({ revision: whole(1, 1_000_000), kind: z.enum(kinds), after: z.string().max(120) });

const begin = async (page: Page) => {
  const here = await going(page);
  const ctx = page.get("ctx");
  const input = Begun.safeParse(await sent(page));
  if (!input.success) return show(page, "invalid");
  const { content } = here.current;
  const question = beginning(content, input.data.kind, say(ctx)("newQuestion"));
  const next = insert(content, input.data.after, question);
  const outcome = await saveQuestionnaire(ctx, here.survey.id, next, input.data.revision);
  if (!outcome.ok) return show(page, outcome.because);
  return seeOther(page, paths.question(here.survey.id, question.name));
};

const undo = async (page: Page) => {
  const { survey } = await going(page);
  const input = await revisionIn(page);
  const outcome = await undoLast(page.get("ctx"), survey.id, input?.revision ?? 0);
  if (!outcome.ok) return show(page, outcome.because);
  return seeOther(page, paths.questions(survey.id), "zurueck");
};

/** `/fragebogen/:id/fragen`: the questions page by page, each with what can be done to it. */
export const pages = routes()
  .get("/:id/fragen", (page) => show(page))
  .post("/:id/fragen", begin)
  .post("/:id/zuruecknahme", undo)
  .post(
    "/:id/fragen/:name/hoch",
    changing((content, name) => move(content, name, -1), "verschoben", questionIn),
  )
  .post(
    "/:id/fragen/:name/runter",
    changing((content, name) => move(content, name, 1), "verschoben", questionIn),
  )
  .post("/:id/fragen/:name/verdoppelung", changing(double, "verdoppelt", questionIn))
  .post("/:id/fragen/:name/danach", changing(addPage, "eingefuegt", pageIn))
  .post("/:id/fragen/:name/aufloesung", changing(removePage, "verschoben", pageIn));

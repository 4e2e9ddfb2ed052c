import { found } from "#core/errors.ts";
import { idIn, type Page, routes, seeOther, sent } from "#core/web.ts";
import { surveyToWrite } from "#modules/surveys/commands.ts";
import type { Refusal } from "#modules/surveys/editing/views.tsx";
import { textAt } from "#modules/surveys/lines/queries.ts";
import { paths } from "#modules/surveys/paths.ts";
import { saveQuestionnaire } from "#modules/surveys/questionnaires/commands.ts";
import { currentQuestionnaire } from "#modules/surveys/questionnaires/queries.ts";
import { surveyProps } from "#modules/surveys/views.tsx";
import { isThere, withBlock } from "./commands.ts";
import { say } from "./messages.ts";
import { BlocksView } from "./views.tsx";
import { blocks } from "./vocabulary.ts";

const going = async (page: Page) => {
  const ctx = page.get("ctx");
  const survey = await surveyToWrite(ctx, idIn(page));
  const current = found(await currentQuestionnaire(ctx, survey.id));
  return { ctx, formKey: page.get("formKey"), survey, current };
};

const show = async (page: Page, refusal?: Refusal) => {
  const here = await going(page);
  return page.render(
    <BlocksView {...here} refusal={refusal} />,
    surveyProps(here.ctx, here.survey, say(here.ctx)("heading"), refusal ? 409 : 200),
  );
};

const insert = async (page: Page) => {
  const { ctx, survey, current } = await going(page);
  const body = await sent(page);
  const block = blocks.find(({ key }) => key === textAt(body, "block"));
  if (!block) return show(page, "invalid");
  if (isThere(current.content, block.page)) return show(page, "double");
  const next = withBlock(current.content, block.page);
  const outcome = await saveQuestionnaire(ctx, survey.id, next, Number(body["revision"]));
  if (!outcome.ok) return show(page, outcome.because);
  return seeOther(page, paths.questions(survey.id), "eingefuegt");
};

/** `/fragebogen/:id/bausteine`: questions to begin with. */
export const pages = routes()
  .get("/:id/bausteine", (page) => show(page))
  .post("/:id/bausteine", insert);

import { found } from "#core/errors.ts";
import { NotSet, type Paper, typeset } from "#core/typeset.ts";
import { asked, type Page, routes, slugIn } from "#core/web.ts";
import { languageOf } from "#modules/surveys/answering/queries.ts";
import { numbersOf } from "#modules/surveys/conditions/queries.ts";
import { paths } from "#modules/surveys/paths.ts";
import { findPublicSurvey, type SurveyRow } from "#modules/surveys/queries.ts";
import { currentQuestionnaire } from "#modules/surveys/questionnaires/queries.ts";
import { say } from "./messages.ts";
import { mostQuestions, paperOf, sheetOf } from "./queries.ts";
import { NoPaperView } from "./views.tsx";

const mostKept = 20;
/** The sheets that were set last, by what stands on them; two who ask for the same one wait for the same one. */
const kept = new Map<string, Promise<Uint8Array>>();

const setOnce = (hash: string, paper: Paper): Promise<Uint8Array> => {
  const before = kept.get(hash);
  kept.delete(hash);
  const sheet =
    before ??
    typeset(paper).catch((error: unknown) => {
      kept.delete(hash);
      throw error;
    });
  kept.set(hash, sheet);
  const [oldest] = kept.keys();
  if (kept.size > mostKept && oldest !== undefined) kept.delete(oldest);
  return sheet;
};

const refuse = (page: Page, survey: SurveyRow, why: string) => {
  const ctx = page.get("ctx");
  return page.render(<NoPaperView ctx={ctx} survey={survey} why={why} />, {
    title: say(ctx)("noPaper"),
    status: 409,
  });
};

const print = async (page: Page) => {
  const ctx = page.get("ctx");
  const survey = found(await findPublicSurvey(ctx, slugIn(page)));
  const { content } = found(await currentQuestionnaire(ctx, survey.id));
  if (numbersOf(content).size > mostQuestions)
    return refuse(page, survey, say(ctx)("tooLong", { n: mostQuestions }));
  const chosen = asked(page)["sprache"];
  const language = languageOf(ctx, content, typeof chosen === "string" ? chosen : undefined);
  const address = `${page.get("origin")}${paths.answer(survey.slug)}`;
  const { paper, hash } = paperOf(sheetOf(ctx, survey, content, { language, address }));
  try {
    return page.body(new Uint8Array(await setOnce(hash, paper)), 200, {
      "content-type": "application/pdf",
      "content-disposition": `inline; filename="${survey.slug}.pdf"`,
      "x-content-type-options": "nosniff",
    });
  } catch (error) {
    if (!(error instanceof NotSet)) throw error;
    return refuse(page, survey, say(ctx)("busy"));
  }
};

/** `/umfragen/:slug/papier.pdf`: the same questions to print, in each of their languages. */
export const pages = routes().get("/:slug/papier.pdf", print);

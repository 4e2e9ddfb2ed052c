import { isoDay } from "#core/date.ts";
import { found } from "#core/errors.ts";
import { type Filled, withError } from "#core/input.ts";
import { asked, idIn, type Page, routes, seeOther, sent } from "#core/web.ts";
import { type Answers, questionsOf } from "#methods/questionnaire.ts";
import { answersIn, fieldsOf } from "#methods/questionnaire-form.ts";
import { surveyToWrite } from "#modules/surveys/commands.ts";
import { namesFor } from "#modules/surveys/directory/queries.ts";
import { paths } from "#modules/surveys/paths.ts";
import { questionnaireOf } from "#modules/surveys/questionnaires/queries.ts";
import { surveyProps } from "#modules/surveys/views.tsx";
import { saveSheet } from "./commands.ts";
import { say } from "./messages.ts";
import { findBatch, listEntries, nextSheet } from "./queries.ts";
import { SheetView } from "./views.tsx";

const surveyAt = (page: Page) => surveyToWrite(page.get("ctx"), idIn<"survey">(page));

const batchAt = async (page: Page) => {
  const ctx = page.get("ctx");
  const survey = await surveyAt(page);
  const batch = found(await findBatch(ctx, survey.id, idIn<"paperBatch">(page, "batch")));
  const { content } = found(await questionnaireOf(ctx, survey.id, batch.version));
  return { ctx, survey, batch, content };
};

const heard = (page: Page): string => String(asked(page)["hinweis"] ?? "");

const passIn = (page: Page): 1 | 2 => (asked(page)["durchgang"] === "2" ? 2 : 1);

const sheetIn = (page: Page): number => {
  const text = page.req.param("sheet") ?? "";
  return /^\d{1,4}$/u.test(text) ? Number(text) : 0;
};

type Typed = { readonly answers: Answers; readonly code: string; readonly error: string };

const showSheet = async (page: Page, typed?: Typed) => {
  const { ctx, survey, batch, content } = await batchAt(page);
  const [sheet, pass] = [sheetIn(page), passIn(page)];
  if (batch.state === "closed" || sheet < 1 || sheet > batch.sheets)
    return seeOther(page, paths.batch(survey.id, batch.id));
  const entries = await listEntries(ctx, batch.id);
  const own = entries.find((entry) => entry.sheet === sheet && entry.pass === pass);
  const answers = typed?.answers ?? own?.answers ?? {};
  const names = await namesFor(ctx, content);
  const values = fieldsOf(
    questionsOf(content).map(({ question }) => question),
    answers,
    names,
  );
  const blankForm: Filled = { values, errors: {} };
  const form = typed
    ? withError({ values: { ...values, code: typed.code }, errors: {} }, "code", typed.error)
    : blankForm;
  const before = /^bogen-(\d+)$/u.exec(heard(page))?.[1];
  return page.render(
    <SheetView
      ctx={ctx}
      survey={survey}
      formKey={page.get("formKey")}
      batch={batch}
      sheet={sheet}
      pass={pass}
      drawing={{
        questionnaire: content,
        language: content.languages[0] ?? "de",
        asked: { answers, today: isoDay(ctx.now) },
        municipalities: names.municipalities,
        named: names.named,
      }}
      names={names}
      form={form}
      notice={before && say(ctx)("kept", { n: before })}
    />,
    surveyProps(ctx, survey, say(ctx)("sheetHeading", { n: sheet, all: batch.sheets }), typed ? 422 : 200),
  );
};

const keepSheet = async (page: Page) => {
  const { ctx, survey, batch, content } = await batchAt(page);
  const [sheet, pass] = [sheetIn(page), passIn(page)];
  const body = await sent(page);
  const questions = questionsOf(content).map(({ question }) => question);
  const answers = answersIn(questions, body, await namesFor(ctx, content));
  const code = typeof body["code"] === "string" ? body["code"].trim() : "";
  const outcome = await saveSheet(ctx, survey.id, batch.id, {
    sheet,
    pass,
    answers,
    code: code || undefined,
  });
  if (!outcome.ok) {
    if (outcome.because === "closed" || outcome.because === "sheet")
      return seeOther(page, paths.batch(survey.id, batch.id));
    return showSheet(page, {
      answers,
      code,
      error: say(ctx)(outcome.because === "used" ? "codeUsed" : "codeUnknown"),
    });
  }
  const next = nextSheet(batch, await listEntries(ctx, batch.id), pass);
  if (next === undefined) return seeOther(page, paths.batch(survey.id, batch.id));
  const address = paths.sheet(survey.id, batch.id, next);
  return seeOther(page, pass === 2 ? `${address}?durchgang=2` : address, `bogen-${sheet}`);
};

/** `/fragebogen/:id/papier/:batch/:sheet`: one sheet is typed in. */
export const pages = routes()
  .get("/:id/papier/:batch/:sheet", (page) => showSheet(page))
  .post("/:id/papier/:batch/:sheet", keepSheet);

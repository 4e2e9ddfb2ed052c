import * as z from "zod";
import { found } from "#core/errors.ts";
import { day, type Filled, filledWith, line, paragraph, read, tick, whole, withError } from "#core/input.ts";
import { idIn, type Page, routes, seeOther, sent } from "#core/web.ts";
import {
  changeSettings,
  closeSurvey,
  type OpenRefusal,
  openSurvey,
  surveyToWrite,
} from "#modules/surveys/commands.ts";
import { isSound } from "#modules/surveys/editing/queries.ts";
import { paths } from "#modules/surveys/paths.ts";
import type { SurveyRow } from "#modules/surveys/queries.ts";
import { currentQuestionnaire } from "#modules/surveys/questionnaires/queries.ts";
import { say } from "#modules/surveys/register/messages.ts";
import { surveyProps } from "#modules/surveys/views.tsx";
import { accesses, audiences, privacies } from "#modules/surveys/vocabulary.ts";
import { closingOf, lastDayOf, type QuotaReading, quotasInText, readQuotas } from "./queries.ts";
import { ClosingView, OpeningView, SettingsView } from "./views.tsx";

const surveyIn = (page: Page): Promise<SurveyRow> => surveyToWrite(page.get("ctx"), idIn(page));

const Common = {
  title: line(200),
  words: paragraph(5_000).optional(),
  audience: z.enum(audiences),
  lastDay: day.optional(),
  listed: tick,
  population: whole(1, 10_000_000).optional(),
  populationWords: line(300).optional(),
  threshold: whole(3, 50),
  quotas: paragraph(5_000).optional(),
};

const Running = z.object(Common);
const Draft = z.object({
  ...Common,
  privacy: z.enum(privacies),
  access: z.enum(accesses),
  asksContact: tick,
});

const formOf = (survey: SurveyRow): Filled =>
  filledWith({ ...survey, lastDay: lastDayOf(survey), quotas: quotasInText(survey.quotas) });

type Problem = { readonly form?: Filled; readonly refusal?: string; readonly status?: 409 | 422 };

const showSettings = (page: Page, survey: SurveyRow, { form, refusal, status }: Problem = {}) => {
  const ctx = page.get("ctx");
  return page.render(
    <SettingsView
      ctx={ctx}
      formKey={page.get("formKey")}
      survey={survey}
      form={form ?? formOf(survey)}
      refusal={refusal}
    />,
    surveyProps(ctx, survey, say(ctx)("settings"), status),
  );
};

const quotaProblem = (page: Page, reading: Extract<QuotaReading, { ok: false }>): string => {
  const words = say(page.get("ctx"));
  if (reading.because === "shape") return words("quotasWrong", { n: reading.line });
  const { line: n, question, value } = reading;
  return words("quotasUnknown", { n, question, value });
};

const save = async (page: Page) => {
  const ctx = page.get("ctx");
  const survey = await surveyIn(page);
  const body = await sent(page);
  const input = survey.state === "draft" ? read(ctx, Draft, body) : read(ctx, Running, body);
  if (!input.ok) return showSettings(page, survey, { form: input.form, status: 422 });
  const { lastDay, quotas, words = "", population = null, populationWords = "", ...rest } = input.value;
  const { content } = found(await currentQuestionnaire(ctx, survey.id));
  const wanted = readQuotas(quotas ?? "", content);
  if (!wanted.ok) {
    const form = withError(input.form, "quotas", quotaProblem(page, wanted));
    return showSettings(page, survey, { form, status: 422 });
  }
  const outcome = await changeSettings(ctx, survey.id, {
    ...rest,
    words,
    population,
    populationWords,
    closesAt: closingOf(lastDay),
    quotas: wanted.quotas,
  });
  if (outcome.ok) return seeOther(page, paths.survey(survey.id), "gespeichert");
  const refusal = say(ctx)(`refused_${outcome.because}`);
  return showSettings(page, survey, { form: input.form, refusal, status: 409 });
};

const showOpening = (page: Page, survey: SurveyRow, refusal?: OpenRefusal | "problems") => {
  const ctx = page.get("ctx");
  return page.render(
    <OpeningView ctx={ctx} formKey={page.get("formKey")} survey={survey} refusal={refusal} />,
    surveyProps(ctx, survey, say(ctx)("opening"), refusal ? 409 : 200),
  );
};

const open = async (page: Page) => {
  const ctx = page.get("ctx");
  const survey = await surveyIn(page);
  const { content } = found(await currentQuestionnaire(ctx, survey.id));
  if (!isSound(content)) return showOpening(page, survey, "problems");
  const outcome = await openSurvey(ctx, survey.id, content);
  if (!outcome.ok) return showOpening(page, survey, outcome.because);
  return seeOther(page, paths.survey(survey.id), "eroeffnet");
};

const showClosing = (page: Page, survey: SurveyRow, refusal?: "notOpen") => {
  const ctx = page.get("ctx");
  return page.render(
    <ClosingView ctx={ctx} formKey={page.get("formKey")} survey={survey} {...(refusal ? { refusal } : {})} />,
    surveyProps(ctx, survey, say(ctx)("closing"), refusal ? 409 : 200),
  );
};

const close = async (page: Page) => {
  const survey = await surveyIn(page);
  const outcome = await closeSurvey(page.get("ctx"), survey.id);
  if (!outcome.ok) return showClosing(page, survey, outcome.because);
  return seeOther(page, paths.survey(survey.id), "beendet");
};

/** `/fragebogen/:id/einstellungen`, `…/beginn` and `…/ende`: how a survey is run, and when. */
export const pages = routes()
  .get("/:id/einstellungen", async (page) => showSettings(page, await surveyIn(page)))
  .post("/:id/einstellungen", save)
  .get("/:id/beginn", async (page) => showOpening(page, await surveyIn(page)))
  .post("/:id/beginn", open)
  .get("/:id/ende", async (page) => showClosing(page, await surveyIn(page)))
  .post("/:id/ende", close);

import * as z from "zod";
import { found } from "#core/errors.ts";
import { blank, type Filled, read, whole, withError } from "#core/input.ts";
import { idIn, type Page, routes, seeOther, sent } from "#core/web.ts";
import type { Fault } from "#methods/questionnaire-conversion.ts";
import { readQuestionnaireFile } from "#methods/questionnaire-file.ts";
import { surveyToWrite } from "#modules/surveys/commands.ts";
import { paths } from "#modules/surveys/paths.ts";
import type { SurveyRow } from "#modules/surveys/queries.ts";
import { type SaveRefusal, saveQuestionnaire } from "#modules/surveys/questionnaires/commands.ts";
import { currentQuestionnaire } from "#modules/surveys/questionnaires/queries.ts";
import { surveyProps } from "#modules/surveys/views.tsx";
import { say } from "./messages.ts";
import { DryRunView, UploadView } from "./views.tsx";

const longest = 2_000_000;

const Sent = z.object({
  text: z.string().max(longest).optional(),
  content: z.string().max(longest).optional(),
  revision: whole(0, 1_000_000).optional(),
});

const surveyIn = (page: Page): Promise<SurveyRow> => surveyToWrite(page.get("ctx"), idIn(page));

type Problem = {
  readonly form?: Filled;
  readonly problems?: readonly Fault[];
  readonly refusal?: SaveRefusal;
};

const show = (page: Page, survey: SurveyRow, problem: Problem = {}) => {
  const ctx = page.get("ctx");
  const isWrong = problem.form !== undefined || problem.problems !== undefined;
  return page.render(
    <UploadView ctx={ctx} formKey={page.get("formKey")} survey={survey} {...problem} />,
    surveyProps(ctx, survey, say(ctx)("heading"), problem.refusal ? 409 : isWrong ? 422 : 200),
  );
};

const jsonIn = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

const bytesIn = async (file: unknown, text: string | undefined): Promise<Uint8Array | undefined> => {
  if (file instanceof File && file.size > 0) return new Uint8Array(await file.arrayBuffer());
  return text === undefined ? undefined : new TextEncoder().encode(text);
};

const take = async (page: Page) => {
  const ctx = page.get("ctx");
  const survey = await surveyIn(page);
  const body = await sent(page);
  const input = read(ctx, Sent, body);
  if (!input.ok) return show(page, survey, { form: input.form });
  const { text, content, revision } = input.value;
  if (content !== undefined) {
    const outcome = await saveQuestionnaire(ctx, survey.id, jsonIn(content), revision ?? 0);
    if (!outcome.ok) return show(page, survey, { refusal: outcome.because });
    return seeOther(page, paths.questions(survey.id), "gespeichert");
  }
  const bytes = await bytesIn(body["file"], text);
  if (!bytes) return show(page, survey, { form: withError(blank, "file", say(ctx)("nothing")) });
  const conversion = readQuestionnaireFile(bytes);
  if (!conversion.ok) return show(page, survey, { problems: conversion.problems });
  const current = found(await currentQuestionnaire(ctx, survey.id));
  return page.render(
    <DryRunView
      ctx={ctx}
      formKey={page.get("formKey")}
      survey={survey}
      revision={current.revision}
      conversion={conversion}
    />,
    surveyProps(ctx, survey, say(ctx)("dry")),
  );
};

/** `/fragebogen/:id/einlesen`: questions of another program are looked at, and then taken over as a whole. */
export const pages = routes()
  .get("/:id/einlesen", async (page) => show(page, await surveyIn(page)))
  .post("/:id/einlesen", take);

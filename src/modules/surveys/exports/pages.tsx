import { found, NotFound } from "#core/errors.ts";
import { idIn, type Page, routes } from "#core/web.ts";
import { writeSurveyJsFile } from "#methods/questionnaire-surveyjs-writing.ts";
import { writeXlsform } from "#methods/questionnaire-xlsform-writing.ts";
import { surveyToWrite } from "#modules/surveys/commands.ts";
import type { SurveyRow } from "#modules/surveys/queries.ts";
import { currentQuestionnaire } from "#modules/surveys/questionnaires/queries.ts";
import { countResponses } from "#modules/surveys/responses/queries.ts";
import { surveyProps } from "#modules/surveys/views.tsx";
import { say } from "./messages.ts";
import { fileOf, filesOf } from "./queries.ts";
import { ExportsView } from "./views.tsx";

const surveyIn = (page: Page): Promise<SurveyRow> => surveyToWrite(page.get("ctx"), idIn(page));

const show = async (page: Page) => {
  const ctx = page.get("ctx");
  const survey = await surveyIn(page);
  const { content } = found(await currentQuestionnaire(ctx, survey.id));
  const lost = { xlsform: (await writeXlsform(content)).lost, surveyjs: writeSurveyJsFile(content).lost };
  const { all } = await countResponses(ctx, survey);
  return page.render(
    <ExportsView ctx={ctx} survey={survey} answers={all} lost={lost} />,
    surveyProps(ctx, survey, say(ctx)("heading")),
  );
};

const download = async (page: Page) => {
  const ctx = page.get("ctx");
  const survey = await surveyIn(page);
  const name = filesOf(survey).find((one) => one === page.req.param("file"));
  if (!name) throw new NotFound();
  const { content } = found(await currentQuestionnaire(ctx, survey.id));
  const file = await fileOf(ctx, survey, content, name);
  const bytes = typeof file.bytes === "string" ? new TextEncoder().encode(file.bytes) : file.bytes;
  return page.body(new Uint8Array(bytes), 200, {
    "content-type": file.type,
    "content-disposition": `attachment; filename="${file.name}"`,
    "cache-control": "private, no-store",
  });
};

/** `/fragebogen/:id/ausgabe`: questions and answers as files, for those who write the survey. */
export const pages = routes().get("/:id/ausgabe", show).get("/:id/ausgabe/:file", download);

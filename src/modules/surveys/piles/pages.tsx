import * as z from "zod";
import { found } from "#core/errors.ts";
import { type Filled, line, read, whole } from "#core/input.ts";
import { asked, idIn, type Page, routes, seeOther, sent } from "#core/web.ts";
import { questionsOf, wordsIn } from "#methods/questionnaire.ts";
import { surveyToWrite } from "#modules/surveys/commands.ts";
import { addBatch, closeBatch, setTotals } from "#modules/surveys/entry/commands.ts";
import { say } from "#modules/surveys/entry/messages.ts";
import {
  compareTotals,
  countable,
  differencesIn,
  findBatch,
  listBatches,
  listEntries,
  nextSheet,
  type Total,
} from "#modules/surveys/entry/queries.ts";
import { BatchesView } from "#modules/surveys/entry/views.tsx";
import { paths } from "#modules/surveys/paths.ts";
import { questionnaireOf } from "#modules/surveys/questionnaires/queries.ts";
import { surveyProps } from "#modules/surveys/views.tsx";
import { BatchView } from "./views.tsx";

const surveyAt = (page: Page) => surveyToWrite(page.get("ctx"), idIn<"survey">(page));

const list = async (page: Page, form?: Filled, isDraft = false) => {
  const ctx = page.get("ctx");
  const survey = await surveyAt(page);
  const batches = await listBatches(ctx, survey.id);
  return page.render(
    <BatchesView
      ctx={ctx}
      survey={survey}
      formKey={page.get("formKey")}
      batches={batches}
      form={form}
      isDraft={isDraft}
    />,
    surveyProps(ctx, survey, say(ctx)("heading"), isDraft ? 409 : form ? 422 : 200),
  );
};

const batchAt = async (page: Page) => {
  const ctx = page.get("ctx");
  const survey = await surveyAt(page);
  const batch = found(await findBatch(ctx, survey.id, idIn<"paperBatch">(page, "batch")));
  const { content } = found(await questionnaireOf(ctx, survey.id, batch.version));
  return { ctx, survey, batch, content };
};

const heard = (page: Page): string => String(asked(page)["hinweis"] ?? "");

const showBatch = async (page: Page, refusal?: string) => {
  const { ctx, survey, batch, content } = await batchAt(page);
  const entries = await listEntries(ctx, batch.id);
  const labels = new Map(
    questionsOf(content).map(({ question }) => [
      question.name,
      wordsIn(question.label, ctx.language, content.languages[0] ?? "de"),
    ]),
  );
  const added = /^auf-(\d+)$/u.exec(heard(page))?.[1];
  return page.render(
    <BatchView
      ctx={ctx}
      survey={survey}
      formKey={page.get("formKey")}
      batch={batch}
      next={nextSheet(batch, entries, 1)}
      nextSecond={batch.typedTwice ? nextSheet(batch, entries, 2) : undefined}
      comparisons={compareTotals(batch, entries)}
      differences={batch.typedTwice ? differencesIn(entries) : []}
      choices={countable(content, ctx.language)}
      labelOf={(name) => labels.get(name) ?? labels.get(name.replace(/_other$/u, "")) ?? name}
      refusal={refusal}
      notice={
        added
          ? say(ctx)("closed", { n: Number(added) })
          : heard(page) === "summen"
            ? say(ctx)("totalsSaved")
            : undefined
      }
    />,
    surveyProps(ctx, survey, say(ctx)("batch", { n: batch.number }), refusal ? 409 : 200),
  );
};

const NewBatch = z.object({
  label: line(200).optional(),
  sheets: whole(1, 2_000),
  typedTwice: z.string().optional(),
});

const totalsIn = (body: Readonly<Record<string, unknown>>): readonly Total[] =>
  [1, 2, 3, 4, 5].flatMap((index): Total[] => {
    const [question, value] = String(body[`was${index}`] ?? "").split("|");
    const count = Number(body[`zahl${index}`]);
    const isCount =
      String(body[`zahl${index}`] ?? "") !== "" && Number.isInteger(count) && count >= 0 && count <= 2_000;
    return question && value && isCount ? [{ question, value, count }] : [];
  });

/** `/fragebogen/:id/papier`: sheets are typed in, pile by pile. */
export const pages = routes()
  .get("/:id/papier", (page) => list(page))
  .post("/:id/papier", async (page) => {
    const ctx = page.get("ctx");
    const survey = await surveyAt(page);
    const input = read(ctx, NewBatch, await sent(page));
    if (!input.ok) return list(page, input.form);
    const { label = "", sheets, typedTwice } = input.value;
    const outcome = await addBatch(ctx, survey.id, { label, sheets, typedTwice: typedTwice === "on" });
    return outcome.ok ? seeOther(page, paths.batch(survey.id, outcome.value)) : list(page, undefined, true);
  })
  .get("/:id/papier/:batch", (page) => showBatch(page))
  .post("/:id/papier/:batch/summen", async (page) => {
    const { ctx, survey, batch } = await batchAt(page);
    const body = await sent(page);
    const sheets = Number(body["sheets"]);
    if (!Number.isInteger(sheets) || sheets < 1 || sheets > 2_000)
      return showBatch(page, say(ctx)("sheetsError"));
    const outcome = await setTotals(ctx, survey.id, batch.id, { sheets, totals: totalsIn(body) });
    if (!outcome.ok) return showBatch(page, say(ctx)("refused_closed"));
    return seeOther(page, paths.batch(survey.id, batch.id), "summen");
  })
  .post("/:id/papier/:batch/abschluss", async (page) => {
    const { ctx, survey, batch } = await batchAt(page);
    const body = await sent(page);
    const how = body["how"] === "phone" ? "phone" : "paper";
    const outcome = await closeBatch(ctx, survey.id, batch.id, {
      how,
      confirmed: body["confirmed"] === "on",
    });
    if (!outcome.ok) return showBatch(page, say(ctx)(`refused_${outcome.because}`));
    return seeOther(page, paths.batch(survey.id, batch.id), `auf-${outcome.value}`);
  });

import * as z from "zod";
import { found } from "#core/errors.ts";
import { blank, type Filled, paragraph, read, withError } from "#core/input.ts";
import { idIn, type Page, routes, seeOther, sent } from "#core/web.ts";
import { surveyToWrite } from "#modules/surveys/commands.ts";
import type { SurveyRow } from "#modules/surveys/queries.ts";
import { currentQuestionnaire } from "#modules/surveys/questionnaires/queries.ts";
import { surveyProps } from "#modules/surveys/views.tsx";
import { reviewText } from "./commands.ts";
import { say } from "./messages.ts";
import { countTexts, findText, listTexts, textsAsked } from "./queries.ts";
import { addressOf, TextsView } from "./views.tsx";

const Sent = z.object({
  frage: z.string().max(120),
  text: z.string().regex(/^[0-9a-f]{64}$/u),
  wahl: z.literal("verbergen").optional(),
  words: paragraph(10_000).optional(),
});

type Chosen = { readonly name?: string | undefined; readonly hash?: string | undefined };

const show = async (page: Page, survey: SurveyRow, { name, hash }: Chosen, form?: Filled) => {
  const ctx = page.get("ctx");
  const { content } = found(await currentQuestionnaire(ctx, survey.id));
  const asked = survey.privacy === "counters" ? [] : textsAsked(content);
  const counts = await countTexts(
    ctx,
    survey.id,
    asked.map((one) => one.name),
  );
  const unread = asked.find((one) =>
    counts.some(({ name: own, all, read: done }) => own === one.name && done < all),
  );
  const current = name === undefined ? (unread ?? asked[0]) : found(asked.find((one) => one.name === name));
  const rows = current ? await listTexts(ctx, survey.id, current.name) : [];
  const text =
    current && hash
      ? found(await findText(ctx, survey.id, current.name, hash))
      : rows.find((row) => !row.verdict);
  return page.render(
    <TextsView
      ctx={ctx}
      survey={survey}
      language={content.languages[0] ?? "de"}
      asked={asked}
      counts={counts}
      current={current}
      rows={rows}
      text={text}
      form={form ?? blank}
      formKey={page.get("formKey")}
      notice={page.req.query("hinweis")}
    />,
    surveyProps(ctx, survey, say(ctx)("heading"), form ? 422 : 200),
  );
};

/** `/fragebogen/:id/texte`: what people wrote in their own words, read one by one before it is published. */
export const pages = routes()
  .get("/:id/texte", async (page) => {
    const survey = await surveyToWrite(page.get("ctx"), idIn(page));
    return show(page, survey, { name: page.req.query("frage"), hash: page.req.query("text") });
  })
  .post("/:id/texte", async (page) => {
    const ctx = page.get("ctx");
    const survey = await surveyToWrite(ctx, idIn(page));
    const fields = await sent(page);
    const input = read(ctx, Sent, fields);
    if (!input.ok) return show(page, survey, {}, input.form);
    const { frage: name, text: hash, wahl, words } = input.value;
    if (!wahl && !words)
      return show(page, survey, { name, hash }, withError(input.form, "words", say(ctx)("empty")));
    const outcome = await reviewText(ctx, survey.id, { name, hash, words: wahl ? null : (words ?? null) });
    if (!outcome.ok)
      return show(page, survey, { name, hash }, withError(input.form, "words", say(ctx)("longer")));
    return seeOther(page, addressOf(survey, name), outcome.value);
  });

import { deviceToken, setDevice } from "#core/device-cookie.ts";
import { found } from "#core/errors.ts";
import { type Filled, filledWith, withError } from "#core/input.ts";
import { newCode, normalizeCode } from "#core/token.ts";
import { asked, type Page, routes, seeOther, sent, slugIn } from "#core/web.ts";
import { say } from "#modules/surveys/answering/messages.ts";
import { deviceFor, doneOn, languageOf } from "#modules/surveys/answering/queries.ts";
import { paths } from "#modules/surveys/paths.ts";
import { findPublicSurvey, isOpen, type SurveyRow } from "#modules/surveys/queries.ts";
import { currentQuestionnaire, questionnaireOf } from "#modules/surveys/questionnaires/queries.ts";
import { admit, saveDraft } from "#modules/surveys/responses/commands.ts";
import { findDraft } from "#modules/surveys/responses/queries.ts";
import { StartView } from "./views.tsx";

const surveyAt = async (page: Page): Promise<SurveyRow> =>
  found(await findPublicSurvey(page.get("ctx"), slugIn(page)));

const codeOn = (page: Page, { slug }: SurveyRow): string | undefined =>
  deviceToken(page, deviceFor(slug)) || undefined;

const start = async (page: Page, survey: SurveyRow, form?: Filled) => {
  const ctx = page.get("ctx");
  const code = codeOn(page, survey);
  const draft = code === undefined ? undefined : await findDraft(ctx, survey.id, code);
  const { content } = found(
    draft ? await questionnaireOf(ctx, survey.id, draft.version) : await currentQuestionnaire(ctx, survey.id),
  );
  const admitted = code === undefined ? undefined : await admit(ctx, survey, code);
  const released = await ctx.db
    .selectFrom("surveyReleases")
    .select("id")
    .where("surveyId", "=", survey.id)
    .where("state", "=", "published")
    .limit(1)
    .executeTakeFirst();
  return page.render(
    <StartView
      ctx={ctx}
      survey={survey}
      formKey={page.get("formKey")}
      questionnaire={content}
      language={languageOf(ctx, content, draft?.language)}
      isOpen={isOpen(ctx, survey)}
      hasCode={admitted?.ok === true && admitted.value !== undefined}
      hasDraft={draft !== undefined}
      isDone={deviceToken(page, doneOn(survey.slug)) !== undefined && draft === undefined}
      hasResults={released !== undefined}
      form={form}
    />,
    {
      title: survey.title,
      crumbs: [{ href: paths.listing, label: say(ctx)("surveys") }],
      ...(form ? { status: 422 as const } : {}),
    },
  );
};

const begin = async (page: Page) => {
  const ctx = page.get("ctx");
  const survey = await surveyAt(page);
  const body = await sent(page);
  const typed = typeof body["code"] === "string" ? normalizeCode(body["code"]) : "";
  const known = typed || codeOn(page, survey);
  if (survey.access === "codes" && !known)
    return start(page, survey, withError(filledWith({}), "code", say(ctx)("codeMissing")));
  const code = known ?? newCode();
  const admitted = await admit(ctx, survey, code);
  // With a typed code that nobody knows one is not let in silently as somebody without a code.
  const unknown = typed !== "" && admitted.ok && admitted.value === undefined;
  if (!admitted.ok || unknown) {
    const reason = admitted.ok ? "unknown" : admitted.because;
    if (reason === "closed") return start(page, survey);
    const sentence = say(ctx)(reason === "used" ? "codeUsed" : "codeUnknown");
    return start(page, survey, withError(filledWith({ code: typed }), typed ? "code" : "", sentence));
  }
  const draft = await findDraft(ctx, survey.id, code);
  const current = found(await currentQuestionnaire(ctx, survey.id));
  const language = languageOf(ctx, current.content, String(body["sprachwahl"] ?? draft?.language ?? ""));
  setDevice(page, deviceFor(survey.slug), code);
  if (survey.privacy === "counters") return seeOther(page, paths.atOnce(survey.slug));
  const first = current.content.pages[0]?.name ?? "";
  const empty = { version: current.version, page: first, answers: {} };
  await saveDraft(ctx, survey, code, { ...(draft ?? empty), language });
  return seeOther(page, paths.page(survey.slug, draft?.page ?? first));
};

const codeShape = /^[A-Z0-9-]{8,40}$/u;

/** `/umfragen/:slug`: the way in. A code in the address moves to the device at once, so that it stays in no history. */
export const pages = routes()
  .get("/:slug", async (page) => {
    const survey = await surveyAt(page);
    const code = asked(page)["code"];
    if (typeof code !== "string" || !codeShape.test(normalizeCode(code))) return start(page, survey);
    setDevice(page, deviceFor(survey.slug), normalizeCode(code));
    return seeOther(page, paths.answer(survey.slug));
  })
  .post("/:slug", begin);

import { deviceToken, setDevice } from "#core/device-cookie.ts";
import { found } from "#core/errors.ts";
import { type Filled, filledWith, withError } from "#core/input.ts";
import { normalizeCode } from "#core/token.ts";
import { type Page, routes, seeOther, sent, slugIn } from "#core/web.ts";
import { say } from "#modules/surveys/answering/messages.ts";
import { deviceFor } from "#modules/surveys/answering/queries.ts";
import { paths } from "#modules/surveys/paths.ts";
import { findPublicSurvey } from "#modules/surveys/queries.ts";
import { findDraft } from "#modules/surveys/responses/queries.ts";
import { privacyName } from "#modules/surveys/vocabulary.ts";
import { PauseView, PromiseView } from "./views.tsx";

const surveyAt = async (page: Page) => found(await findPublicSurvey(page.get("ctx"), slugIn(page)));

const pause = async (page: Page, form?: Filled) => {
  const ctx = page.get("ctx");
  const survey = await surveyAt(page);
  const token = deviceToken(page, deviceFor(survey.slug)) || undefined;
  const code = token && (await findDraft(ctx, survey.id, token)) ? token : undefined;
  return page.render(
    <PauseView
      ctx={ctx}
      survey={survey}
      formKey={page.get("formKey")}
      code={code}
      address={`${page.get("origin")}${paths.answer(survey.slug)}?code=${code ?? ""}`}
      form={form}
    />,
    {
      title: say(ctx)(code ? "pauseHeading" : "resumeHeading"),
      hidden: true,
      ...(form ? { status: 422 as const } : {}),
    },
  );
};

/** `/umfragen/:slug/weiter` and `/anonym`: pausing, going on elsewhere, and what the survey promises. */
export const pages = routes()
  .get("/:slug/weiter", (page) => pause(page))
  .post("/:slug/weiter", async (page) => {
    const ctx = page.get("ctx");
    const survey = await surveyAt(page);
    const body = await sent(page);
    const code = normalizeCode(String(body["code"] ?? ""));
    if (!(await findDraft(ctx, survey.id, code)))
      return pause(page, withError(filledWith({ code }), "code", say(ctx)("resumeUnknown")));
    setDevice(page, deviceFor(survey.slug), code);
    return seeOther(page, paths.answer(survey.slug));
  })
  .get("/:slug/anonym", async (page) => {
    const ctx = page.get("ctx");
    const survey = await surveyAt(page);
    return page.render(<PromiseView ctx={ctx} survey={survey} />, {
      title: say(ctx)("page_privacy", { privacy: privacyName(ctx, survey.privacy) }),
      crumbs: [
        { href: paths.listing, label: say(ctx)("surveys") },
        { href: paths.answer(survey.slug), label: survey.title },
      ],
    });
  });

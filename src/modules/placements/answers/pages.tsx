import { found } from "#core/errors.ts";
import { type Filled, read } from "#core/input.ts";
import { looked, type Page, type PageProps, routes, seeOther, sent } from "#core/web.ts";
import { paths } from "#modules/placements/paths.ts";
import { findLink, findShared, readReferral } from "#modules/placements/referrals/queries.ts";
import { AnswerInput, answerRequestByLink } from "./commands.ts";
import { say } from "./messages.ts";
import { AnswerPage, Expired } from "./views.tsx";

type Problem = { readonly form?: Filled; readonly refusal?: "notNow" };

const tokenIn = (page: Page): string => page.req.param("token") ?? "";

const show = async (page: Page, status: PageProps["status"] = 200, problem: Problem = {}) => {
  const ctx = page.get("ctx");
  const token = tokenIn(page);
  const words = say(ctx);
  const link = found(await findLink(ctx, token, "answer"));
  if (link.expiresAt <= ctx.now) {
    return page.render(<Expired ctx={ctx} />, { title: words("expiredTitle"), hidden: true, status: 410 });
  }
  const { title, slug, organization, state, personId } = found(await readReferral(ctx, link.referralId));
  const shared = await findShared(ctx, link.referralId);
  if (shared) looked(page, personId, words("purpose", { organization }));
  return page.render(
    <AnswerPage
      ctx={ctx}
      formKey={page.get("formKey")}
      action={paths.answerLink(token)}
      title={title}
      slug={slug}
      organization={organization}
      state={state}
      shared={shared}
      notice={page.req.query("hinweis")}
      {...problem}
    />,
    { title: words("heading"), hidden: true, status: status ?? 200 },
  );
};

/** `/antwort/:token`: the organization answers without an account; looking changes nothing. */
export const pages = routes()
  .get("/:token", (page) => show(page))
  .post("/:token", async (page) => {
    const ctx = page.get("ctx");
    const words = say(ctx);
    const input = read(ctx, AnswerInput, await sent(page), {
      reasonMissing: words("reasonMissing"),
      questionMissing: words("questionMissing"),
    });
    if (!input.ok) return show(page, 422, { form: input.form });
    const outcome = await answerRequestByLink(ctx, tokenIn(page), input.value);
    if (!outcome.ok) return show(page, 409, { refusal: "notNow" });
    return seeOther(page, paths.answerLink(tokenIn(page)), outcome.value);
  });

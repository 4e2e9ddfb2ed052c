import { found } from "#core/errors.ts";
import { type Filled, read } from "#core/input.ts";
import { type Page, type PageProps, routes, seeOther, sent } from "#core/web.ts";
import { paths } from "#modules/placements/paths.ts";
import { answerFollowUpByLink, FollowUpInput, type FollowUpRefusal } from "./commands.ts";
import { say } from "./messages.ts";
import { findFollowUpByToken } from "./queries.ts";
import { FollowUpPage } from "./views.tsx";

type Problem = { readonly form?: Filled; readonly refusal?: FollowUpRefusal };

const show = async (page: Page, status: PageProps["status"] = 200, problem: Problem = {}) => {
  const ctx = page.get("ctx");
  const token = page.req.param("token") ?? "";
  const row = found(await findFollowUpByToken(ctx, token));
  return page.render(
    <FollowUpPage
      ctx={ctx}
      formKey={page.get("formKey")}
      row={row}
      action={paths.followUpLink(token)}
      preset={page.req.query("antwort")}
      notice={page.req.query("hinweis")}
      {...problem}
    />,
    { title: say(ctx)("heading"), hidden: true, status: status ?? 200 },
  );
};

/** `/nachfrage/:token`: looking changes nothing, for mail programs follow links by themselves. */
export const pages = routes()
  .get("/:token", (page) => show(page))
  .post("/:token", async (page) => {
    const ctx = page.get("ctx");
    const token = page.req.param("token");
    const input = read(ctx, FollowUpInput, await sent(page));
    if (!input.ok) return show(page, 422, { form: input.form });
    const { antwort: answer, worte: words } = input.value;
    const outcome = await answerFollowUpByLink(ctx, token, { answer, words });
    if (!outcome.ok) return show(page, 409, { refusal: outcome.because });
    return seeOther(page, paths.followUpLink(token), "danke");
  });

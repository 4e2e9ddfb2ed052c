import { found, NotFound } from "#core/errors.ts";
import { type Page, routes, seeOther, sent } from "#core/web.ts";
import { type AnswerRefusal, answerInvitation } from "#modules/opportunities/invitations/commands.ts";
import { say } from "#modules/opportunities/invitations/messages.ts";
import { findInvitation } from "#modules/opportunities/invitations/queries.ts";
import { paths } from "#modules/opportunities/paths.ts";
import { AskedPage } from "./views.tsx";

const tokenIn = (page: Page): string => {
  const token = page.req.param("token") ?? "";
  if (!/^[\w-]{43}$/u.test(token)) throw new NotFound();
  return token;
};

const draw = async (page: Page, refusal?: AnswerRefusal) => {
  const ctx = page.get("ctx");
  const token = tokenIn(page);
  const invitation = found(await findInvitation(ctx, { token }));
  return page.render(
    <AskedPage
      ctx={ctx}
      token={token}
      invitation={invitation}
      formKey={page.get("formKey")}
      refusal={refusal}
    />,
    {
      title: say(ctx)("askHeading"),
      hidden: true,
      ...(refusal ? { status: 409 as const } : {}),
    },
  );
};

/** /anfrage/:token – a look never answers; a button does. */
export const pages = routes()
  .get("/:token", (page) => draw(page))
  .post("/:token", async (page) => {
    const ctx = page.get("ctx");
    const token = tokenIn(page);
    const body = await sent(page);
    const answer = (["yes", "no"] as const).find((one) => one === body["antwort"]);
    if (!answer) return draw(page);
    const outcome = await answerInvitation(ctx, token, answer);
    if (!outcome.ok) return draw(page, outcome.because);
    return seeOther(page, paths.invitation(token));
  });

import * as z from "zod";
import { signedIn } from "#core/actor.ts";
import { found } from "#core/errors.ts";
import { email, type Filled, read } from "#core/input.ts";
import { type Page, routes, seeOther, sent } from "#core/web.ts";
import { paths } from "#modules/people/paths.ts";
import { askEmailChange, confirmEmailChange } from "./commands.ts";
import { say } from "./messages.ts";
import { findAccount } from "./queries.ts";
import { ConfirmEmailView, EmailOutcomeView, EmailView } from "./views.tsx";

const Address = z.object({ email });

const frame = (page: Page, status: 200 | 409 | 410 | 422 = 200) => {
  const words = say(page.get("ctx"));
  const crumbs = [
    { href: paths.mine, label: words("mine") },
    { href: paths.myData, label: words("myData") },
  ];
  return { title: words("email"), crumbs, hidden: true, status };
};

const show = async (page: Page, form?: Filled) => {
  const ctx = page.get("ctx");
  const account = found(await findAccount(ctx, signedIn(ctx.actor).accountId));
  const isSent = page.req.query("hinweis") === "geschickt";
  return page.render(
    <EmailView ctx={ctx} formKey={page.get("formKey")} email={account.email} form={form} sent={isSent} />,
    frame(page, form ? 422 : 200),
  );
};

/** `/mein/daten/e-mail`: another address to sign in with. */
export const emailPages = routes()
  .get("/", (page) => show(page))
  .post("/", async (page) => {
    const ctx = page.get("ctx");
    signedIn(ctx.actor);
    const input = read(ctx, Address, await sent(page));
    if (!input.ok) return show(page, input.form);
    await askEmailChange(ctx, input.value.email);
    return seeOther(page, paths.myEmail, "geschickt");
  })
  .get("/:token", (page) => {
    const ctx = page.get("ctx");
    signedIn(ctx.actor);
    return page.render(
      <ConfirmEmailView ctx={ctx} formKey={page.get("formKey")} token={page.req.param("token")} />,
      frame(page),
    );
  })
  .post("/:token", async (page) => {
    const ctx = page.get("ctx");
    const outcome = await confirmEmailChange(ctx, page.req.param("token"));
    const words = say(ctx);
    const sentence = outcome.ok ? words("emailDone", { email: outcome.value }) : words(outcome.because);
    return page.render(
      <EmailOutcomeView ctx={ctx} sentence={sentence} />,
      frame(page, outcome.ok ? 200 : 409),
    );
  });

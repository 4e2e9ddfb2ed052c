import * as z from "zod";
import { signedIn } from "#core/actor.ts";
import { allow, found } from "#core/errors.ts";
import { blank, type Filled, line, read, withError } from "#core/input.ts";
import { sessionToken } from "#core/session-cookie.ts";
import { type Page, routes, seeOther, sent } from "#core/web.ts";
import { findAccount } from "#modules/people/accounts/queries.ts";
import { isDemoAccount } from "#modules/people/demo/vocabulary.ts";
import { paths } from "#modules/people/paths.ts";
import { confirmSecondFactor, endSecondFactor, findSetup, startSecondFactor } from "./commands.ts";
import { say } from "./messages.ts";
import { qrModules } from "./policy.ts";
import { SecondFactorView } from "./views.tsx";

const Code = z.object({ code: line(20) });

const show = async (page: Page, form: Filled = blank) => {
  const ctx = page.get("ctx");
  const words = say(ctx);
  const account = found(await findAccount(ctx, signedIn(ctx.actor).accountId));
  allow(!isDemoAccount(ctx.place, account.email));
  const setup = await findSetup(ctx);
  return page.render(
    <SecondFactorView
      ctx={ctx}
      formKey={page.get("formKey")}
      confirmed={account.totpConfirmedAt !== null}
      setup={setup && { ...setup, modules: qrModules(setup.uri) }}
      form={form}
    />,
    {
      title: words("second"),
      crumbs: [
        { href: paths.mine, label: words("mine") },
        { href: paths.security, label: words("title") },
      ],
      hidden: true,
      status: form === blank ? 200 : 422,
    },
  );
};

const wrong = (page: Page) => show(page, withError(blank, "code", say(page.get("ctx"))("wrongCode")));

/** `/mein/sicherheit/zweiter-schritt`. */
export const secondFactorPages = routes()
  .get("/", (page) => show(page))
  .post("/", async (page) => {
    const ctx = page.get("ctx");
    signedIn(ctx.actor);
    const input = read(ctx, Code, await sent(page));
    if (!input.ok) return show(page, input.form);
    const outcome = await confirmSecondFactor(ctx, input.value.code, sessionToken(page) ?? "");
    return outcome.ok ? seeOther(page, paths.security, "gespeichert") : wrong(page);
  })
  .post("/beginn", async (page) => {
    await startSecondFactor(page.get("ctx"));
    return seeOther(page, paths.mySecondFactor);
  })
  .post("/ende", async (page) => {
    const ctx = page.get("ctx");
    signedIn(ctx.actor);
    const input = read(ctx, Code, await sent(page));
    if (!input.ok) return show(page, input.form);
    const outcome = await endSecondFactor(ctx, input.value.code);
    return outcome.ok ? seeOther(page, paths.security, "gespeichert") : wrong(page);
  });

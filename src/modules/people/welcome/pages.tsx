import * as z from "zod";
import { type Filled, line, read, tick, withError } from "#core/input.ts";
import { sessionToken } from "#core/session-cookie.ts";
import { ownPath, type Page, routes, seeOther, sent } from "#core/web.ts";
import { settle } from "#modules/people/accounts/commands.ts";
import { findFileOf } from "#modules/people/accounts/queries.ts";
import { paths } from "#modules/people/paths.ts";
import { findSession } from "#modules/people/sessions/queries.ts";
import { say } from "./messages.ts";
import { WelcomeView } from "./views.tsx";

const Welcome = z.object({ name: line().optional(), takeFile: tick.optional() });

const destination = (value: unknown): string =>
  ownPath(typeof value === "string" ? value : undefined, paths.mine);

/** The signed-in account that is nobody in this town yet. */
const newcomer = async (page: Page) => {
  const token = sessionToken(page);
  return token ? findSession(page.get("ctx"), token) : undefined;
};

const showWelcome = async (page: Page, address: string, to: string, form?: Filled) => {
  const ctx = page.get("ctx");
  const file = await findFileOf(ctx, address);
  return page.render(
    <WelcomeView ctx={ctx} formKey={page.get("formKey")} email={address} to={to} file={file} form={form} />,
    { title: say(ctx)("welcome"), status: form ? 422 : 200, hidden: true },
  );
};

/** `/anmelden/willkommen`: an account becomes somebody in this town. */
export const welcomePages = routes()
  .get("/willkommen", async (page) => {
    const session = await newcomer(page);
    const to = destination(page.req.query("weiter"));
    if (!session) return page.redirect(paths.signIn(to), 303);
    return page.get("ctx").actor.kind === "person"
      ? page.redirect(to, 303)
      : showWelcome(page, session.email, to);
  })
  .post("/willkommen", async (page) => {
    const ctx = page.get("ctx");
    const session = await newcomer(page);
    const body = await sent(page);
    const to = destination(body["weiter"]);
    if (!session) return page.redirect(paths.signIn(to), 303);
    const { accountId, email: address } = session;
    const input = read(ctx, Welcome, body);
    if (!input.ok) return showWelcome(page, address, to, input.form);
    const { name = "", takeFile = false } = input.value;
    if (!name && !takeFile)
      return showWelcome(page, address, to, withError(input.form, "name", say(ctx)("nameMissing")));
    await settle(ctx, { accountId, email: address, name: name || address, takeFile });
    return seeOther(page, to);
  });

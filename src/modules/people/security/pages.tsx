import * as z from "zod";
import { signedIn } from "#core/actor.ts";
import { found } from "#core/errors.ts";
import { type Filled, line, read, withError } from "#core/input.ts";
import { sessionToken } from "#core/session-cookie.ts";
import { asked, type Page, routes, seeOther, sent } from "#core/web.ts";
import { findAccount, holdsGuardedRole } from "#modules/people/accounts/queries.ts";
import { isDemoAccount } from "#modules/people/demo/vocabulary.ts";
import { addPasskey, askForNewPasskey, removePasskey } from "#modules/people/passkeys/commands.ts";
import { listPasskeys } from "#modules/people/passkeys/queries.ts";
import { passwordLength, setPassword } from "#modules/people/passwords/commands.ts";
import { paths } from "#modules/people/paths.ts";
import { endDevice } from "#modules/people/sessions/commands.ts";
import { findSession, listSessions } from "#modules/people/sessions/queries.ts";
import { say } from "./messages.ts";
import { type SecurityNotice, SecurityView } from "./views.tsx";

const Password = z.object({
  current: z.string().max(200).optional(),
  next: z.string().min(passwordLength).max(200),
});
const Passkey = z.object({ name: line(60), answer: z.string().max(200_000) });

const notices: ReadonlyMap<string, SecurityNotice> = new Map([
  ["gespeichert", "saved"],
  ["beendet", "ended"],
]);
const text = (value: unknown): string => (typeof value === "string" ? value : "");

type Shown = {
  readonly password?: Filled;
  readonly notice?: SecurityNotice;
  readonly status?: 200 | 409 | 422;
};

const show = async (page: Page, { password, notice, status = 200 }: Shown = {}) => {
  const ctx = page.get("ctx");
  const { accountId } = signedIn(ctx.actor);
  const token = sessionToken(page) ?? "";
  const account = found(await findAccount(ctx, accountId));
  const session = await findSession(ctx, token);
  const unsecured = !ctx.place.demo && session?.secondFactorAt === null;
  const words = say(ctx);
  return page.render(
    <SecurityView
      ctx={ctx}
      formKey={page.get("formKey")}
      account={account}
      passkeys={await listPasskeys(ctx, accountId)}
      devices={await listSessions(ctx, accountId, token)}
      resting={unsecured && (await holdsGuardedRole(ctx, accountId))}
      locked={isDemoAccount(ctx.place, account.email)}
      notice={notice ?? notices.get(text(asked(page)["hinweis"]))}
      password={password}
    />,
    { title: words("title"), crumbs: [{ href: paths.mine, label: words("mine") }], hidden: true, status },
  );
};

/** `/mein/sicherheit`: how one signs in, and where. */
export const securityPages = routes()
  .get("/", (page) => show(page))
  .post("/passwort", async (page) => {
    const ctx = page.get("ctx");
    signedIn(ctx.actor);
    const input = read(ctx, Password, await sent(page));
    if (!input.ok) return show(page, { password: input.form, status: 422 });
    const outcome = await setPassword(ctx, { ...input.value, session: sessionToken(page) ?? "" });
    if (outcome.ok) return seeOther(page, paths.security, "gespeichert");
    const field = outcome.because === "wrongPassword" ? "current" : "next";
    return show(page, { password: withError(input.form, field, say(ctx)(outcome.because)), status: 422 });
  })
  .post("/schluessel/frage", async (page) => {
    const ctx = page.get("ctx");
    const account = found(await findAccount(ctx, signedIn(ctx.actor).accountId));
    return page.json(await askForNewPasskey(ctx, page.get("origin"), account.email));
  })
  .post("/schluessel", async (page) => {
    const ctx = page.get("ctx");
    signedIn(ctx.actor);
    const input = read(ctx, Passkey, await sent(page));
    if (!input.ok) return show(page, { notice: "passkeyFailed", status: 422 });
    const { name, answer } = input.value;
    const outcome = await addPasskey(ctx, {
      origin: page.get("origin"),
      name,
      json: answer,
      session: sessionToken(page) ?? "",
    });
    return outcome.ok
      ? seeOther(page, paths.security, "gespeichert")
      : show(page, { notice: "passkeyFailed", status: 409 });
  })
  .post("/schluessel/ende", async (page) => {
    await removePasskey(page.get("ctx"), text((await sent(page))["passkey"]));
    return seeOther(page, paths.security, "gespeichert");
  })
  .post("/geraete/ende", async (page) => {
    const ctx = page.get("ctx");
    await endDevice(ctx, signedIn(ctx.actor).accountId, text((await sent(page))["device"]));
    return seeOther(page, paths.security, "beendet");
  });

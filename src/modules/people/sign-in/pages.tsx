import { deleteCookie, getCookie, setCookie } from "hono/cookie";
import * as z from "zod";
import type { Id } from "#core/id.ts";
import { blank, email, type Filled, line, read, withError } from "#core/input.ts";
import { clearSession, sessionToken, setSession } from "#core/session-cookie.ts";
import { asked, ownPath, type Page, routes, seeOther, sent } from "#core/web.ts";
import { findPersonOf, holdsGuardedRole } from "#modules/people/accounts/queries.ts";
import { askForPasskey, checkPasskey } from "#modules/people/passkeys/commands.ts";
import { paths } from "#modules/people/paths.ts";
import { deviceOf, endSession } from "#modules/people/sessions/commands.ts";
import { answerCode, askLink, checkPassword, enter, pendingMinutes, useLink } from "./commands.ts";
import { say } from "./messages.ts";
import { findDemoAccount, findLink, findPending, listDemoPeople } from "./queries.ts";
import { CodeView, LinkExpiredView, LinkSentView, LinkView, type SignInProps, SignInView } from "./views.tsx";

const Link = z.object({ email });
const Password = z.object({ email, password: z.string().max(200) });
const Code = z.object({ code: line(20) });

const text = (value: unknown): string => (typeof value === "string" ? value : "");
const destination = (value: unknown): string => ownPath(text(value), paths.mine);

// The secret between the first factor and the second, kept by this browser for ten minutes.
const isSecure = (page: Page): boolean => page.get("origin").startsWith("https:");
const pendingName = (page: Page): string => (isSecure(page) ? "__Host-anmeldung" : "anmeldung");
const pendingToken = (page: Page): string | undefined => getCookie(page, pendingName(page)) || undefined;
const clearPending = (page: Page) =>
  deleteCookie(page, pendingName(page), { path: "/", secure: isSecure(page) });
const setPending = (page: Page, token: string): void =>
  setCookie(page, pendingName(page), token, {
    path: "/",
    httpOnly: true,
    sameSite: "Lax",
    secure: isSecure(page),
    maxAge: pendingMinutes * 60,
  });

type Status = 200 | 409 | 422;
type Shown = Partial<Pick<SignInProps, "link" | "password" | "refusal" | "signedOut">> & {
  readonly to: string;
};

const showSignIn = async (page: Page, shown: Shown, status: Status = 200) => {
  const ctx = page.get("ctx");
  const people = await listDemoPeople(ctx);
  return page.render(<SignInView ctx={ctx} formKey={page.get("formKey")} people={people} {...shown} />, {
    title: say(ctx)("signIn"),
    status,
    hidden: true,
  });
};

const showExpired = (page: Page) => {
  const ctx = page.get("ctx");
  return page.render(<LinkExpiredView ctx={ctx} />, {
    title: say(ctx)("linkExpired"),
    status: 410,
    hidden: true,
  });
};

const showCode = (page: Page, form: Filled = blank, status: Status = 200) => {
  const ctx = page.get("ctx");
  return page.render(<CodeView ctx={ctx} formKey={page.get("formKey")} form={form} />, {
    title: say(ctx)("code"),
    status,
    hidden: true,
  });
};

/** Signed in: on to where they wanted to go, by way of what is still missing. */
const arrived = async (
  page: Page,
  accountId: Id<"account">,
  token: string,
  { to, secured }: { to: string; secured: boolean },
) => {
  const ctx = page.get("ctx");
  setSession(page, token);
  clearPending(page);
  if (!(await findPersonOf(ctx, accountId))) return seeOther(page, paths.welcome(to));
  const resting = !secured && !ctx.place.demo && (await holdsGuardedRole(ctx, accountId));
  return resting ? seeOther(page, paths.security, "rolleRuht") : seeOther(page, to);
};

type Way = { readonly to: string; readonly secured?: boolean };

const goIn = async (page: Page, accountId: Id<"account">, { to, secured = false }: Way) => {
  const before = sessionToken(page);
  const entry = { accountId, device: deviceOf(page.req.header("user-agent")), before, to, secured };
  const outcome = await enter(page.get("ctx"), entry);
  if (!outcome.ok) return showSignIn(page, { to, refusal: outcome.because }, 409);
  const { kind, token } = outcome.value;
  if (kind === "in") return arrived(page, accountId, token, { to, secured });
  setPending(page, token);
  return seeOther(page, paths.secondFactor);
};

const byLink = routes()
  .post("/link", async (page) => {
    const ctx = page.get("ctx");
    const body = await sent(page);
    const to = destination(body["weiter"]);
    const input = read(ctx, Link, body);
    if (!input.ok) return showSignIn(page, { to, link: input.form }, 422);
    await askLink(ctx, { email: input.value.email, to, network: page.get("network") });
    return seeOther(page, `${paths.linkSent}?an=${encodeURIComponent(input.value.email)}`);
  })
  .get("/gesendet", (page) => {
    const ctx = page.get("ctx");
    const address = email.safeParse(asked(page)["an"]);
    if (!address.success) return page.redirect(paths.signIn(), 303);
    return page.render(<LinkSentView ctx={ctx} email={address.data} />, {
      title: say(ctx)("sent"),
      hidden: true,
    });
  })
  .get("/link/:token", async (page) => {
    const ctx = page.get("ctx");
    const token = page.req.param("token");
    const link = await findLink(ctx, token);
    if (!link?.email) return showExpired(page);
    return page.render(
      <LinkView ctx={ctx} formKey={page.get("formKey")} token={token} email={link.email} />,
      {
        title: say(ctx)("link"),
        hidden: true,
      },
    );
  })
  .post("/link/:token", async (page) => {
    const outcome = await useLink(page.get("ctx"), page.req.param("token"));
    if (!outcome.ok) return showExpired(page);
    return goIn(page, outcome.value.accountId, { to: ownPath(outcome.value.to, paths.mine) });
  });

const bySecret = routes()
  .post("/passwort", async (page) => {
    const ctx = page.get("ctx");
    const body = await sent(page);
    const to = destination(body["weiter"]);
    const input = read(ctx, Password, body);
    if (!input.ok) return showSignIn(page, { to, password: input.form }, 422);
    const outcome = await checkPassword(ctx, { ...input.value, network: page.get("network") });
    if (outcome.ok) return goIn(page, outcome.value, { to });
    return showSignIn(
      page,
      { to, password: withError(input.form, "password", say(ctx)(outcome.because)) },
      422,
    );
  })
  .post("/schluessel/frage", async (page) =>
    page.json(await askForPasskey(page.get("ctx"), page.get("origin"))),
  )
  .post("/schluessel", async (page) => {
    const body = await sent(page);
    const to = destination(body["weiter"]);
    const outcome = await checkPasskey(page.get("ctx"), page.get("origin"), text(body["answer"]));
    if (!outcome.ok) return showSignIn(page, { to, refusal: "passkeyFailed" }, 409);
    return goIn(page, outcome.value, { to, secured: true });
  })
  .post("/demo", async (page) => {
    const body = await sent(page);
    const to = destination(body["weiter"]);
    const accountId = await findDemoAccount(page.get("ctx"), text(body["email"]));
    return accountId ? goIn(page, accountId, { to, secured: true }) : showSignIn(page, { to }, 409);
  });

const secondStep = routes()
  .get("/zweiter-schritt", async (page) => {
    const token = pendingToken(page);
    const pending = token ? await findPending(page.get("ctx"), token) : undefined;
    return pending ? showCode(page) : page.redirect(paths.signIn(), 303);
  })
  .post("/zweiter-schritt", async (page) => {
    const ctx = page.get("ctx");
    const input = read(ctx, Code, await sent(page));
    if (!input.ok) return showCode(page, input.form, 422);
    const token = pendingToken(page) ?? "";
    const device = deviceOf(page.req.header("user-agent"));
    const outcome = await answerCode(ctx, {
      token,
      code: input.value.code,
      device,
      before: sessionToken(page),
    });
    if (outcome.ok) {
      const { accountId, session, to } = outcome.value;
      return arrived(page, accountId, session, { to: ownPath(to, paths.mine), secured: true });
    }
    if (outcome.because === "expired")
      return showSignIn(page, { to: paths.mine, refusal: "codeExpired" }, 409);
    return showCode(page, withError(blank, "code", say(ctx)("codeWrong")), 422);
  });

/** `/anmelden`: all ways in. */
export const signInPages = routes()
  .get("/", (page) =>
    showSignIn(page, {
      to: destination(page.req.query("weiter")),
      signedOut: page.req.query("hinweis") === "abgemeldet",
    }),
  )
  .route("/", byLink)
  .route("/", bySecret)
  .route("/", secondStep);

/** `/abmelden`: out again. Looking at the address does nothing. */
export const signOutPages = routes()
  .get("/", (page) => page.redirect(paths.signIn(), 303))
  .post("/", async (page) => {
    const token = sessionToken(page);
    if (token) await endSession(page.get("ctx"), token);
    clearSession(page);
    return seeOther(page, paths.signIn(), "abgemeldet");
  });

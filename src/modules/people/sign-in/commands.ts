import type { Context } from "#core/context.ts";
import { record } from "#core/events.ts";
import type { Id } from "#core/id.ts";
import { sendMail } from "#core/mail.ts";
import { done, type Outcome, refused } from "#core/outcome.ts";
import { hashToken, newToken } from "#core/token.ts";
import { openAccount } from "#modules/people/accounts/commands.ts";
import { findPersonOf } from "#modules/people/accounts/queries.ts";
import { countTry, forgetTries } from "#modules/people/attempts/commands.ts";
import { isPassword } from "#modules/people/passwords/commands.ts";
import { paths } from "#modules/people/paths.ts";
import { checkCode } from "#modules/people/second-factors/commands.ts";
import { startSession } from "#modules/people/sessions/commands.ts";
import { say } from "./messages.ts";
import { findPending } from "./queries.ts";

export const linkMinutes = 20;
export const pendingMinutes = 10;

const later = ({ now }: Context, minutes: number): Date => new Date(+now + minutes * 60_000);

type Asked = { readonly email: string; readonly to: string; readonly network: string };

/** Sends a link to whoever asks for one. It does the same whether or not there is an account. */
export const askLink = async (ctx: Context, { email, to, network }: Asked): Promise<void> => {
  await countTry(ctx, `link network ${network}`, { tries: 30, minutes: 60 });
  await countTry(ctx, `link ${email}`, { tries: 5, minutes: 60 });
  const { token, hash } = newToken();
  await ctx.db
    .insertInto("signInTokens")
    .values({ tokenHash: hash, kind: "link", email, returnTo: to, expiresAt: later(ctx, linkMinutes) })
    .execute();
  const words = say(ctx);
  await sendMail(ctx, {
    key: `sign-in:${hash.toString("base64url")}`,
    kind: "account.secret",
    to: { email, language: ctx.language },
    subject: words("mailSubject", { town: ctx.place.name }),
    paragraphs: [words("mailText", { n: linkMinutes })],
    actions: [{ label: words("mailAction"), path: paths.link(token) }],
    closing: words("mailClosing"),
  });
};

export type Known = { readonly accountId: Id<"account">; readonly to: string };

/** Uses a link up: it proves the e-mail address, and makes the account when there is none. */
export const useLink = async (ctx: Context, token: string): Promise<Outcome<Known, "expired">> => {
  const row = await ctx.db
    .updateTable("signInTokens")
    .set({ usedAt: ctx.now })
    .where("tokenHash", "=", hashToken(token))
    .where("kind", "=", "link")
    .where("usedAt", "is", null)
    .where("expiresAt", ">", ctx.now)
    .returning(["email", "returnTo"])
    .executeTakeFirst();
  if (!row?.email) return refused("expired");
  return done({ accountId: await openAccount(ctx, row.email), to: row.returnTo });
};

type Typed = { readonly email: string; readonly password: string; readonly network: string };

/** Whose password this is. An unknown address, an account without a password and a wrong one answer alike and as slowly. */
export const checkPassword = async (
  ctx: Context,
  { email, password, network }: Typed,
): Promise<Outcome<Id<"account">, "wrong">> => {
  await countTry(ctx, `password network ${network}`, { tries: 50, minutes: 15 });
  await countTry(ctx, `password ${email}`, { tries: 10, minutes: 15 });
  const account = await ctx.db
    .selectFrom("accounts")
    .select(["id", "passwordHash"])
    .where("email", "=", email)
    .executeTakeFirst();
  if (!(await isPassword(password, account?.passwordHash ?? null)) || !account) return refused("wrong");
  await forgetTries(ctx, `password ${email}`);
  return done(account.id);
};

export type Entry = {
  readonly accountId: Id<"account">;
  readonly device: string;
  readonly before: string | undefined;
  readonly to: string;
  /** The way in was both factors at once: a passkey. */
  readonly secured?: boolean;
};

export type Entered = { readonly kind: "in" | "code"; readonly token: string };

/** After the first factor: in at once, or a code from the app first. */
export const enter = async (ctx: Context, entry: Entry): Promise<Outcome<Entered, "suspended">> => {
  const account = await ctx.db
    .selectFrom("accounts")
    .select(["suspendedAt", "totpConfirmedAt"])
    .where("id", "=", entry.accountId)
    .executeTakeFirstOrThrow();
  if (account.suspendedAt) return refused("suspended");
  if (!account.totpConfirmedAt || entry.secured) {
    return done({ kind: "in", token: await signIn(ctx, entry, entry.secured ?? false) });
  }
  const { token, hash } = newToken();
  await ctx.db
    .insertInto("signInTokens")
    .values({
      tokenHash: hash,
      kind: "second_factor",
      accountId: entry.accountId,
      returnTo: entry.to,
      expiresAt: later(ctx, pendingMinutes),
    })
    .execute();
  return done({ kind: "code", token });
};

const signIn = async (
  ctx: Context,
  { accountId, device, before }: Omit<Entry, "to">,
  secured: boolean,
): Promise<string> => {
  const person = await findPersonOf(ctx, accountId);
  if (person) await record(ctx, "person.signed_in", person.id);
  return startSession(ctx, { accountId, device, secured, before });
};

type Answer = {
  readonly token: string;
  readonly code: string;
  readonly device: string;
  readonly before: string | undefined;
};
type Arrived = Known & { readonly session: string };

/** The code from the app: the second factor, after which the device is signed in. */
export const answerCode = async (
  ctx: Context,
  answer: Answer,
): Promise<Outcome<Arrived, "expired" | "wrongCode">> => {
  const pending = await findPending(ctx, answer.token);
  if (!pending?.accountId) return refused("expired");
  const { accountId, returnTo } = pending;
  if (!(await checkCode(ctx, accountId, answer.code))) return refused("wrongCode");
  await ctx.db
    .updateTable("signInTokens")
    .set({ usedAt: ctx.now })
    .where("tokenHash", "=", hashToken(answer.token))
    .execute();
  return done({
    accountId,
    to: returnTo,
    session: await signIn(ctx, { accountId, device: answer.device, before: answer.before }, true),
  });
};

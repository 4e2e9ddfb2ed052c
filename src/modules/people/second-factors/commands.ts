import { Secret, TOTP } from "otpauth";
import { signedIn } from "#core/actor.ts";
import type { Context } from "#core/context.ts";
import { allow, found } from "#core/errors.ts";
import { record } from "#core/events.ts";
import type { Id } from "#core/id.ts";
import { done, type Outcome, refused } from "#core/outcome.ts";
import { accountOnlyHere } from "#modules/people/accounts/commands.ts";
import { countTry } from "#modules/people/attempts/commands.ts";
import { isDemoAccount } from "#modules/people/demo/vocabulary.ts";
import { mayAccess } from "#modules/people/grants/policy.ts";
import { listGrantsOf } from "#modules/people/grants/queries.ts";
import { findPerson } from "#modules/people/queries.ts";
import { endDevices, secureSession } from "#modules/people/sessions/commands.ts";

const seconds = 30;

const clock = (ctx: Context, email: string, secret: string): TOTP =>
  new TOTP({
    issuer: `Anlaufstelle ${ctx.place.name}`,
    label: email,
    secret: Secret.fromBase32(secret),
    period: seconds,
  });

const secretOf = async (ctx: Context, accountId: Id<"account">) =>
  found(
    await ctx.db
      .selectFrom("accounts")
      .select(["email", "totpSecret", "totpConfirmedAt", "totpLastStep"])
      .where("id", "=", accountId)
      .forUpdate()
      .executeTakeFirst(),
  );

/**
 * Is this the code of the moment? One step of 30 s early or late passes, each code only once, and guessing is
 * slow however many networks it comes from.
 */
export const checkCode = async (ctx: Context, accountId: Id<"account">, typed: string): Promise<boolean> => {
  await countTry(ctx, `code ${accountId}`, { tries: 8, minutes: 15 });
  const { email, totpSecret, totpLastStep } = await secretOf(ctx, accountId);
  const token = typed.replace(/\D/gu, "");
  if (!totpSecret || token.length !== 6) return false;
  const delta = clock(ctx, email, totpSecret).validate({ token, timestamp: +ctx.now, window: 1 });
  if (delta === null) return false;
  const step = Math.floor(+ctx.now / 1000 / seconds) + delta;
  if (totpLastStep !== null && step <= totpLastStep) return false;
  await ctx.db.updateTable("accounts").set({ totpLastStep: step }).where("id", "=", accountId).execute();
  return true;
};

export type Setup = { readonly secret: string; readonly uri: string };

/** Begins to set up one's own second factor: a new secret, which counts only once a code of it was typed. */
export const startSecondFactor = async (ctx: Context): Promise<Outcome<true, "already">> => {
  const { accountId } = signedIn(ctx.actor);
  const account = await secretOf(ctx, accountId);
  allow(!isDemoAccount(ctx.place, account.email));
  if (account.totpConfirmedAt) return refused("already");
  const totpSecret = new Secret({ size: 20 }).base32;
  await ctx.db
    .updateTable("accounts")
    .set({ totpSecret, totpLastStep: null })
    .where("id", "=", accountId)
    .execute();
  return done(true);
};

/** The secret that waits to be confirmed; once confirmed it is never shown again. */
export const findSetup = async (ctx: Context): Promise<Setup | undefined> => {
  const { accountId } = signedIn(ctx.actor);
  const row = await ctx.db
    .selectFrom("accounts")
    .select(["email", "totpSecret"])
    .where("id", "=", accountId)
    .where("totpConfirmedAt", "is", null)
    .where("totpSecret", "is not", null)
    .executeTakeFirst();
  if (!row?.totpSecret) return undefined;
  return {
    secret: row.totpSecret.replace(/(.{4})(?=.)/gu, "$1 "),
    uri: clock(ctx, row.email, row.totpSecret).toString(),
  };
};

/** The first code proves that the app has the secret; from now on every sign-in asks for one. */
export const confirmSecondFactor = async (
  ctx: Context,
  code: string,
  session: string,
): Promise<Outcome<true, "wrongCode">> => {
  const me = signedIn(ctx.actor);
  if (!(await findSetup(ctx))) return refused("wrongCode");
  if (!(await checkCode(ctx, me.accountId, code))) return refused("wrongCode");
  await ctx.db
    .updateTable("accounts")
    .set({ totpConfirmedAt: ctx.now })
    .where("id", "=", me.accountId)
    .execute();
  await secureSession(ctx, session);
  await endDevices(ctx, me.accountId, session);
  await record(ctx, "person.second_factor_set", me.id);
  return done(true);
};

const clear = async (ctx: Context, accountId: Id<"account">): Promise<void> => {
  await ctx.db
    .updateTable("accounts")
    .set({ totpSecret: null, totpConfirmedAt: null, totpLastStep: null })
    .where("id", "=", accountId)
    .execute();
};

/** Gives one's own second factor up, with a code of it. */
export const endSecondFactor = async (ctx: Context, code: string): Promise<Outcome<true, "wrongCode">> => {
  const me = signedIn(ctx.actor);
  if (!(await checkCode(ctx, me.accountId, code))) return refused("wrongCode");
  await clear(ctx, me.accountId);
  await record(ctx, "person.second_factor_ended", me.id);
  return done(true);
};

/**
 * Helps somebody who lost their phone: the office, which knows them, takes the second factor away. All devices are
 * signed out, and guarded roles rest until a new one is set up.
 */
export const resetSecondFactor = async (
  ctx: Context,
  id: Id<"person">,
): Promise<Outcome<true, "noAccount" | "elsewhere">> => {
  const person = found(await findPerson(ctx, id));
  allow(mayAccess.manage(ctx, person, await listGrantsOf(ctx, id)));
  const account = await accountOnlyHere(ctx, person);
  if (!account.ok) return account;
  await clear(ctx, account.value);
  await endDevices(ctx, account.value);
  await record(ctx, "person.second_factor_reset", id);
  return done(true);
};

import { argon2, type BinaryLike, randomBytes, timingSafeEqual } from "node:crypto";
import { promisify } from "node:util";
import { signedIn } from "#core/actor.ts";
import type { Context } from "#core/context.ts";
import { allow, found } from "#core/errors.ts";
import { record } from "#core/events.ts";
import type { Id } from "#core/id.ts";
import { done, type Outcome, refused } from "#core/outcome.ts";
import { countTry } from "#modules/people/attempts/commands.ts";
import { isDemoAccount } from "#modules/people/demo/vocabulary.ts";
import { endDevices } from "#modules/people/sessions/commands.ts";

const hashing = promisify(argon2);

// Argon2id with 19 MiB, two passes, one lane: the floor that OWASP names.
const cost = { memory: 19_456, passes: 2, parallelism: 1, tagLength: 32 };

const derive = (password: string, nonce: BinaryLike): Promise<Buffer> =>
  hashing("argon2id", { ...cost, message: password.normalize("NFKC"), nonce });

const plain = (bytes: Buffer): string => bytes.toString("base64").replace(/=+$/u, "");

/** A password as the database keeps it, in the PHC string format. */
export const hashPassword = async (password: string): Promise<string> => {
  const salt = randomBytes(16);
  const hash = await derive(password, salt);
  return `$argon2id$v=19$m=${cost.memory},t=${cost.passes},p=${cost.parallelism}$${plain(salt)}$${plain(hash)}`;
};

/** Is this the password? Without a hash it takes as long to say no. */
export const isPassword = async (password: string, kept: string | null): Promise<boolean> => {
  const [salt, hash] = kept?.split("$").slice(-2) ?? [];
  const expected = Buffer.from(hash ?? "", "base64");
  const given = await derive(password, salt ? Buffer.from(salt, "base64") : randomBytes(16));
  return expected.length === given.length && timingSafeEqual(expected, given);
};

const weak = /^(.)\1*$|^(?:passwor[td]|hallo|schatz|qwertz?|12345|abcde|weisswasser|weißwasser)/iu;

export const passwordLength = 10;

type PasswordRefusal = "wrongPassword" | "weakPassword";
type Change = { readonly current?: string | undefined; readonly next: string; readonly session: string };

/**
 * Sets or changes one's own password. Whoever has one shows it first, so that an unattended screen is not enough;
 * all other devices are signed out.
 */
export const setPassword = async (
  ctx: Context,
  { current, next, session }: Change,
): Promise<Outcome<true, PasswordRefusal>> => {
  const me = signedIn(ctx.actor);
  const account = found(
    await ctx.db
      .selectFrom("accounts")
      .select(["email", "passwordHash"])
      .where("id", "=", me.accountId)
      .executeTakeFirst(),
  );
  allow(!isDemoAccount(ctx.place, account.email));
  if (account.passwordHash) {
    await countTry(ctx, `password ${account.email}`, { tries: 10, minutes: 15 });
    if (!(await isPassword(current ?? "", account.passwordHash))) return refused("wrongPassword");
  }
  const local = account.email.split("@")[0] ?? "";
  if (weak.test(next) || next.toLowerCase().includes(local.toLowerCase())) return refused("weakPassword");
  await givePassword(ctx, me.accountId, await hashPassword(next));
  await endDevices(ctx, me.accountId, session);
  await record(ctx, "person.password_set", me.id);
  return done(true);
};

/** Gives an account a password that was hashed before: for the example town. */
export const givePassword = async (
  ctx: Context,
  accountId: Id<"account">,
  passwordHash: string,
): Promise<void> => {
  await ctx.db.updateTable("accounts").set({ passwordHash }).where("id", "=", accountId).execute();
};

import { sql } from "kysely";
import { signedIn } from "#core/actor.ts";
import type { Context } from "#core/context.ts";
import { allow, found } from "#core/errors.ts";
import { record } from "#core/events.ts";
import type { Id } from "#core/id.ts";
import { sendMail } from "#core/mail.ts";
import { done, type Outcome, refused } from "#core/outcome.ts";
import { hashToken, newToken } from "#core/token.ts";
import { countTry } from "#modules/people/attempts/commands.ts";
import { isDemoAccount } from "#modules/people/demo/vocabulary.ts";
import { mayAccess } from "#modules/people/grants/policy.ts";
import { listGrantsOf } from "#modules/people/grants/queries.ts";
import { paths } from "#modules/people/paths.ts";
import { findPerson } from "#modules/people/queries.ts";
import type { Person } from "#modules/people/schema.ts";
import { endDevices } from "#modules/people/sessions/commands.ts";
import { personLanguages } from "#modules/people/vocabulary.ts";
import { say } from "./messages.ts";
import { findAccount, findFileOf, findPersonOf } from "./queries.ts";

/** The account of an e-mail address that was proven; made when there is none. */
export const openAccount = async (ctx: Context, email: string): Promise<Id<"account">> => {
  const made = await ctx.db
    .insertInto("accounts")
    .values({ email })
    .onConflict((conflict) => conflict.column("email").doNothing())
    .returning("id")
    .executeTakeFirst();
  if (made) return made.id;
  return (
    await ctx.db.selectFrom("accounts").select("id").where("email", "=", email).executeTakeFirstOrThrow()
  ).id;
};

type Newcomer = {
  readonly accountId: Id<"account">;
  readonly email: string;
  readonly name: string;
  readonly takeFile?: boolean;
};

const languageOf = ({ language }: Context): string =>
  (personLanguages as readonly string[]).includes(language) ? language : "de";

/**
 * Makes an account somebody in this town: a new person, or – when they say that it is theirs – the file the office
 * keeps under the same address. Coming twice changes nothing.
 */
export const settle = async (
  ctx: Context,
  { accountId, email, name, takeFile }: Newcomer,
): Promise<Id<"person">> => {
  const known = await findPersonOf(ctx, accountId);
  if (known) return known.id;
  const file = takeFile ? await findFileOf(ctx, email) : undefined;
  if (file) {
    await ctx.db
      .updateTable("people")
      .set({ accountId, changedAt: ctx.now })
      .where("id", "=", file.id)
      .execute();
    await record(ctx, "person.claimed", file.id, { how: "email" });
    return file.id;
  }
  const { id } = await ctx.db
    .insertInto("people")
    .values({ accountId, name, email, language: languageOf(ctx) })
    .returning("id")
    .executeTakeFirstOrThrow();
  await record(ctx, "person.joined", id);
  return id;
};

/** Asks a new address whether it is really theirs; until the link there is used, the old one holds. */
export const askEmailChange = async (ctx: Context, email: string): Promise<void> => {
  const me = signedIn(ctx.actor);
  const account = found(await findAccount(ctx, me.accountId));
  allow(!isDemoAccount(ctx.place, account.email));
  await countTry(ctx, `email change ${me.accountId}`, { tries: 5, minutes: 60 });
  const { token, hash } = newToken();
  await ctx.db
    .insertInto("signInTokens")
    .values({
      tokenHash: hash,
      kind: "email",
      email,
      accountId: me.accountId,
      expiresAt: new Date(+ctx.now + 86_400_000),
    })
    .execute();
  const words = say(ctx);
  await sendMail(ctx, {
    key: `email-change:${hash.toString("base64url")}`,
    kind: "account.secret",
    to: { email, name: me.name, language: ctx.language },
    subject: words("emailSubject", { town: ctx.place.name }),
    paragraphs: [words("emailText")],
    actions: [{ label: words("emailAction"), path: paths.confirmEmail(token) }],
    closing: words("emailClosing"),
  });
};

/** Signs in with the new address from now on. Whether it belongs to another account is said only to its owner. */
export const confirmEmailChange = async (
  ctx: Context,
  token: string,
): Promise<Outcome<string, "expired" | "taken">> => {
  const me = signedIn(ctx.actor);
  const row = await ctx.db
    .updateTable("signInTokens")
    .set({ usedAt: ctx.now })
    .where("tokenHash", "=", hashToken(token))
    .where("kind", "=", "email")
    .where("accountId", "=", me.accountId)
    .where("usedAt", "is", null)
    .where("expiresAt", ">", ctx.now)
    .returning("email")
    .executeTakeFirst();
  if (!row?.email) return refused("expired");
  const owner = await ctx.db
    .selectFrom("accounts")
    .select("id")
    .where("email", "=", row.email)
    .executeTakeFirst();
  if (owner && owner.id !== me.accountId) return refused("taken");
  await ctx.db.updateTable("accounts").set({ email: row.email }).where("id", "=", me.accountId).execute();
  await ctx.db
    .updateTable("people")
    .set({ email: row.email, changedAt: ctx.now })
    .where("id", "=", me.id)
    .execute();
  await record(ctx, "person.email_changed", me.id);
  return done(row.email);
};

type AccessRefusal = "noAccount" | "elsewhere";

/** The account of a person whom only this town knows: no town decides about another. */
export const accountOnlyHere = async (
  ctx: Context,
  person: Person,
): Promise<Outcome<Id<"account">, AccessRefusal>> => {
  if (!person.accountId) return refused("noAccount");
  const { rows } = await sql<{ towns: number }>`select account_towns(${person.accountId}) as towns`.execute(
    ctx.db,
  );
  return Number(rows[0]?.towns ?? 0) > 1 ? refused("elsewhere") : done(person.accountId);
};

/** Locks somebody out, or lets them in again; their file and history stay. */
export const setSuspended = async (
  ctx: Context,
  id: Id<"person">,
  suspended: boolean,
): Promise<Outcome<true, AccessRefusal>> => {
  const person = found(await findPerson(ctx, id));
  allow(mayAccess.manage(ctx, person, await listGrantsOf(ctx, id)));
  const account = await accountOnlyHere(ctx, person);
  if (!account.ok) return account;
  await ctx.db
    .updateTable("accounts")
    .set({ suspendedAt: suspended ? ctx.now : null })
    .where("id", "=", account.value)
    .execute();
  if (suspended) await endDevices(ctx, account.value);
  await record(ctx, suspended ? "person.suspended" : "person.readmitted", id);
  return done(true);
};

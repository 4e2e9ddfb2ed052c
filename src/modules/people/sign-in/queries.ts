import type { Context } from "#core/context.ts";
import type { Id } from "#core/id.ts";
import { hashToken } from "#core/token.ts";
import { type DemoAccount, demoAccounts, isDemoAccount } from "#modules/people/demo/vocabulary.ts";

/** Does this link still work? Looking at it uses nothing up: mail programs open links before people do. */
export const findLink = (ctx: Context, token: string) =>
  ctx.db
    .selectFrom("signInTokens")
    .select(["email", "returnTo"])
    .where("tokenHash", "=", hashToken(token))
    .where("kind", "=", "link")
    .where("usedAt", "is", null)
    .where("expiresAt", ">", ctx.now)
    .executeTakeFirst();

/** Who is between the first factor and the second. */
export const findPending = (ctx: Context, token: string) =>
  ctx.db
    .selectFrom("signInTokens")
    .select(["accountId", "returnTo"])
    .where("tokenHash", "=", hashToken(token))
    .where("kind", "=", "second_factor")
    .where("usedAt", "is", null)
    .where("expiresAt", ">", ctx.now)
    .executeTakeFirst();

/** Somebody of the demonstration, by one click. */
export const findDemoAccount = async (ctx: Context, email: string): Promise<Id<"account"> | undefined> => {
  if (!isDemoAccount(ctx.place, email)) return undefined;
  const account = await ctx.db
    .selectFrom("people")
    .select("accountId")
    .where("email", "=", email)
    .where("accountId", "is not", null)
    .executeTakeFirst();
  return account?.accountId ?? undefined;
};

/** The people of the demonstration who live in this town; elsewhere nobody. */
export const listDemoPeople = async (ctx: Context): Promise<DemoAccount[]> => {
  if (!ctx.place.demo) return [];
  const rows = await ctx.db
    .selectFrom("people")
    .select("email")
    .where(
      "email",
      "in",
      demoAccounts.map(({ email }) => email),
    )
    .where("accountId", "is not", null)
    .where("leftAt", "is", null)
    .limit(demoAccounts.length)
    .execute();
  const here = new Set(rows.map(({ email }) => email));
  return demoAccounts.filter(({ email }) => here.has(email));
};

import type { Context } from "#core/context.ts";
import type { Id } from "#core/id.ts";
import { guardedRoles } from "#modules/people/policy.ts";

/** How somebody signs in, without the secrets themselves. */
export const findAccount = async (ctx: Context, id: Id<"account">) => {
  const row = await ctx.db
    .selectFrom("accounts")
    .select(["id", "email", "passwordHash", "totpConfirmedAt", "suspendedAt", "createdAt"])
    .where("id", "=", id)
    .executeTakeFirst();
  if (!row) return undefined;
  const { passwordHash, ...account } = row;
  return { ...account, hasPassword: passwordHash !== null };
};

export type AccountRow = NonNullable<Awaited<ReturnType<typeof findAccount>>>;

/** The person an account is in this town. */
export const findPersonOf = (ctx: Context, accountId: Id<"account">) =>
  ctx.db
    .selectFrom("people")
    .select(["id", "name"])
    .where("accountId", "=", accountId)
    .where("leftAt", "is", null)
    .executeTakeFirst();

/**
 * The file that the office keeps under exactly this e-mail address, which the asker has proven to be theirs.
 * Where two files have it – a couple with one mailbox – nobody can say whose it is: then only a code helps.
 */
export const findFileOf = async (ctx: Context, email: string) => {
  const files = await ctx.db
    .selectFrom("people")
    .select(["id", "name", "createdAt"])
    .where("email", "=", email)
    .where("accountId", "is", null)
    .where("keptByOffice", "=", true)
    .where("leftAt", "is", null)
    .limit(2)
    .execute();
  return files.length === 1 ? files[0] : undefined;
};

/** Does this account hold a role here that counts only in a session with a second factor? */
export const holdsGuardedRole = async (ctx: Context, accountId: Id<"account">): Promise<boolean> => {
  const row = await ctx.db
    .selectFrom("people")
    .innerJoin("grants", (join) => join.onRef("grants.personId", "=", "people.id"))
    .select("grants.id")
    .where("people.accountId", "=", accountId)
    .where("grants.role", "in", [...guardedRoles])
    .where("grants.endedAt", "is", null)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
};

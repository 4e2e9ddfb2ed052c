import type { Context } from "#core/context.ts";
import type { Id } from "#core/id.ts";

/** The passkeys of an account, the newest first. */
export const listPasskeys = (ctx: Context, accountId: Id<"account">) =>
  ctx.db
    .selectFrom("passkeys")
    .select(["credentialId", "name", "transports", "addedAt", "usedAt"])
    .where("accountId", "=", accountId)
    .orderBy("addedAt", "desc")
    .limit(20)
    .execute();

export type PasskeyRow = Awaited<ReturnType<typeof listPasskeys>>[number];

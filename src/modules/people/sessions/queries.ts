import type { Context } from "#core/context.ts";
import type { Id } from "#core/id.ts";
import { hashToken } from "#core/token.ts";

/** The session itself, also of an account that this town does not know as a person yet. */
export const findSession = (ctx: Context, token: string) =>
  ctx.db
    .selectFrom("sessions")
    .innerJoin("accounts", "accounts.id", "sessions.accountId")
    .select(["accounts.id as accountId", "accounts.email", "sessions.secondFactorAt", "sessions.startedAt"])
    .where("sessions.tokenHash", "=", hashToken(token))
    .where("sessions.expiresAt", ">", ctx.now)
    .where("accounts.suspendedAt", "is", null)
    .executeTakeFirst();

export type DeviceRow = {
  /** Names the session in a form; it opens nothing. */
  readonly mark: string;
  readonly device: string;
  readonly startedAt: Date;
  readonly seenAt: Date;
  readonly here: boolean;
};

/** The devices on which an account is signed in, the one in use first. */
export const listSessions = async (
  ctx: Context,
  accountId: Id<"account">,
  token: string,
): Promise<DeviceRow[]> => {
  const rows = await ctx.db
    .selectFrom("sessions")
    .select(["tokenHash", "device", "startedAt", "seenAt"])
    .where("accountId", "=", accountId)
    .where("expiresAt", ">", ctx.now)
    .orderBy("seenAt", "desc")
    .limit(50)
    .execute();
  const own = hashToken(token);
  return rows
    .map(({ tokenHash, device, startedAt, seenAt }) => ({
      mark: tokenHash.toString("base64url"),
      device,
      startedAt,
      seenAt,
      here: tokenHash.equals(own),
    }))
    .sort((one, other) => Number(other.here) - Number(one.here));
};

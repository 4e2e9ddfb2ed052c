import type { Context } from "#core/context.ts";
import type { Id } from "#core/id.ts";
import { hashToken, newToken } from "#core/token.ts";

/** Days after which a device that nobody used must sign in again. */
const sessionDays = 30;

const expiry = ({ now }: Pick<Context, "now">): Date => new Date(+now + sessionDays * 86_400_000);

const browsers = [
  ["Edg/", "Edge"],
  ["Firefox/", "Firefox"],
  ["OPR/", "Opera"],
  ["Chrome/", "Chrome"],
  ["Safari/", "Safari"],
] as const;
const systems = [
  ["iPhone", "iPhone"],
  ["iPad", "iPad"],
  ["Android", "Android"],
  ["Windows", "Windows"],
  ["Mac OS", "Mac"],
  ["Linux", "Linux"],
] as const;

const named = (list: readonly (readonly [sign: string, name: string])[], agent: string): string | undefined =>
  list.find(([sign]) => agent.includes(sign))?.[1];

/** "Firefox, Linux": enough to know one's own devices again, and no more. */
export const deviceOf = (agent = ""): string =>
  [named(browsers, agent), named(systems, agent)].filter(Boolean).join(", ");

type Start = {
  readonly accountId: Id<"account">;
  readonly device: string;
  /** A passkey, or a code after the password or the link. */
  readonly secured: boolean;
  /** The session this device had before: it ends, so nobody can have planted it. */
  readonly before: string | undefined;
};

/** Signs a device in with a secret that did not exist before. */
export const startSession = async (
  ctx: Context,
  { accountId, device, secured, before }: Start,
): Promise<string> => {
  if (before) await endSession(ctx, before);
  const { token, hash } = newToken();
  await ctx.db
    .insertInto("sessions")
    .values({
      tokenHash: hash,
      accountId,
      device,
      secondFactorAt: secured ? ctx.now : null,
      expiresAt: expiry(ctx),
    })
    .execute();
  return token;
};

/** A device that is used stays signed in; written at most once a day. */
export const touchSession = async (ctx: Context, token: string): Promise<void> => {
  await ctx.db
    .updateTable("sessions")
    .set({ seenAt: ctx.now, expiresAt: expiry(ctx) })
    .where("tokenHash", "=", hashToken(token))
    .where("expiresAt", ">", ctx.now)
    .where("seenAt", "<", new Date(+ctx.now - 86_400_000))
    .execute();
};

/** Signs this device out. */
export const endSession = async (ctx: Context, token: string): Promise<void> => {
  await ctx.db.deleteFrom("sessions").where("tokenHash", "=", hashToken(token)).execute();
};

/** Signs one device of an account out, by the mark in the list of devices. */
export const endDevice = async (ctx: Context, accountId: Id<"account">, mark: string): Promise<void> => {
  await ctx.db
    .deleteFrom("sessions")
    .where("accountId", "=", accountId)
    .where("tokenHash", "=", Buffer.from(mark, "base64url"))
    .execute();
};

/** Signs every device of an account out, but for the one in use when its secret is given. */
export const endDevices = async (ctx: Context, accountId: Id<"account">, but?: string): Promise<void> => {
  await ctx.db
    .deleteFrom("sessions")
    .where("accountId", "=", accountId)
    .$if(but !== undefined, (query) => query.where("tokenHash", "!=", hashToken(but ?? "")))
    .execute();
};

/** The second factor was shown in this session: guarded roles count from now on. */
export const secureSession = async (ctx: Context, token: string): Promise<void> => {
  await ctx.db
    .updateTable("sessions")
    .set({ secondFactorAt: ctx.now })
    .where("tokenHash", "=", hashToken(token))
    .execute();
};

import { createHash } from "node:crypto";
import { sql } from "kysely";
import type { Context } from "#core/context.ts";
import { TooMany } from "#core/errors.ts";

export type Limit = { readonly tries: number; readonly minutes: number };

// A bucket names an e-mail address or a network: the table need not know which.
const sealed = (bucket: string): string => createHash("sha256").update(bucket).digest("base64url");

const windowOf = ({ now }: Pick<Context, "now">, minutes: number): Date => {
  const length = minutes * 60_000;
  return new Date(Math.floor(+now / length) * length);
};

/**
 * Counts one try, and stops the request when there were too many in this window. A page that answers keeps the
 * count; one that stops here is undone, and the count stays at its limit.
 */
export const countTry = async (ctx: Context, bucket: string, { tries, minutes }: Limit): Promise<void> => {
  const windowStart = windowOf(ctx, minutes);
  const row = await ctx.db
    .insertInto("attempts")
    .values({ bucket: sealed(bucket), windowStart })
    .onConflict((conflict) =>
      conflict.columns(["bucket", "windowStart"]).doUpdateSet({ tries: sql`attempts.tries + 1` }),
    )
    .returning("tries")
    .executeTakeFirstOrThrow();
  if (row.tries <= tries) return;
  throw new TooMany(Math.ceil((+windowStart + minutes * 60_000 - +ctx.now) / 1000));
};

/** Whoever got in had no bad intent: the tries before do not count against them. */
export const forgetTries = async (ctx: Context, bucket: string): Promise<void> => {
  await ctx.db.deleteFrom("attempts").where("bucket", "=", sealed(bucket)).execute();
};

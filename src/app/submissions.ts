import type { Context } from "#core/context.ts";
import { type Page, sent } from "#core/web.ts";

const shape = /^[\w-]{16,64}$/u;

/** The key of a sent form, when it carries one. */
export const keyOf = async (page: Page): Promise<string | undefined> => {
  const type = page.req.header("content-type") ?? "";
  if (!type.startsWith("multipart/form-data") && !type.startsWith("application/x-www-form-urlencoded"))
    return undefined;
  const { _key: key } = await sent(page);
  return typeof key === "string" && shape.test(key) ? key : undefined;
};

/**
 * Takes a form's key for this request. When the form was sent before – a double click, a retry – the answer is
 * where the first one led. A second sending that comes while the first is still at work waits for it here.
 */
export const takeKey = async (
  ctx: Context,
  key: string,
  address: string,
): Promise<{ readonly first: true } | { readonly first: false; readonly location: string }> => {
  const taken = await ctx.db
    .insertInto("submissions")
    .values({ key, address })
    .onConflict((conflict) => conflict.doNothing())
    .returning("key")
    .executeTakeFirst();
  if (taken) return { first: true };
  const before = await ctx.db
    .selectFrom("submissions")
    .select("location")
    .where("key", "=", key)
    .where("address", "=", address)
    .executeTakeFirst();
  return { first: false, location: before?.location ?? "/" };
};

/** What was refused may be sent again with the same key; what was done may not. */
export const settleKey = async (
  ctx: Context,
  key: string,
  address: string,
  location: string | null,
): Promise<void> => {
  if (location === null) {
    await ctx.db.deleteFrom("submissions").where("key", "=", key).where("address", "=", address).execute();
    return;
  }
  await ctx.db
    .updateTable("submissions")
    .set({ location })
    .where("key", "=", key)
    .where("address", "=", address)
    .execute();
};

const memoryDays = 2;

/** Forgets the keys of forms that nobody will send again. */
export const forgetKeys = async (ctx: Context): Promise<void> => {
  const before = new Date(ctx.now.getTime() - memoryDays * 86_400_000);
  await ctx.db.deleteFrom("submissions").where("sentAt", "<", before).execute();
};

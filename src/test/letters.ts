import type { Context } from "#core/context.ts";

/** The secret at the end of a link in the newest mail of this kind, as its reader would click it. */
export const tokenIn = async (ctx: Context, kind: string, address: string): Promise<string> => {
  const mail = await ctx.db
    .selectFrom("mails")
    .select("textBody")
    .where("kind", "=", kind)
    .where("textBody", "like", `%${address}/%`)
    .orderBy("id", "desc")
    .limit(1)
    .executeTakeFirst();
  const [, token] = new RegExp(`${address}/([\\w-]{40,})`, "u").exec(mail?.textBody ?? "") ?? [];
  if (!token) throw new Error(`no mail of the kind ${kind} leads to ${address}`);
  return token;
};

import type { Context } from "./context.ts";
import type { Settings } from "./env.ts";
import { found } from "./errors.ts";
import { isId } from "./id.ts";
import type { OutwardJob } from "./jobs.ts";
import { sendingJob } from "./mail.ts";
import type { Envelope, MailTransport } from "./mail-transport.ts";
import { originMark, originOf, withOrigin } from "./origin.ts";
import type { Mail } from "./tables.ts";

type SendingSettings = Pick<Settings, "BASE_URL" | "PORT" | "MAIL_FROM">;

/** What is older than this says nothing new any more: it leaves only when somebody asks for it. */
const freshDays = 5;

/** The job that carries one mail to the mail server, and keeps what went wrong beside the mail. */
export const mailJob = (transport: MailTransport, settings: SendingSettings): OutwardJob => ({
  name: sendingJob,
  reach: async (open, data) => {
    const id = String(data["mail"]);
    const envelope = await open((ctx) => take(ctx, id, data["again"] === true, settings));
    if (!envelope) return;
    try {
      await transport.send(envelope);
    } catch (error) {
      await open((ctx) => keepError(ctx, id, error));
      throw error;
    }
    // Alone in its moment: nothing that comes after may undo it, or the mail would leave twice.
    await open((ctx) => markSent(ctx, id));
    await open((ctx) => closeDoors(ctx, id));
  },
});

const byId = (ctx: Context, id: string) => {
  if (!isId<"mail">(id)) throw new TypeError(`not a mail: ${id}`);
  return ctx.db.updateTable("mails").where("id", "=", id).where("sentAt", "is", null);
};

const take = async (ctx: Context, id: string, again: boolean, settings: SendingSettings) => {
  const oldest = new Date(ctx.now.getTime() - freshDays * 24 * 60 * 60 * 1000);
  const mail = await byId(ctx, id)
    .$if(!again, (query) => query.where("writtenAt", ">=", oldest))
    .set((row) => ({ attempts: row("attempts", "+", 1) }))
    .returningAll()
    .executeTakeFirst();
  return mail && enclose(ctx, mail, settings);
};

const keepError = (ctx: Context, id: string, error: unknown) => {
  const lastError = (error instanceof Error ? error.message : String(error)).slice(0, 500);
  return byId(ctx, id).set({ lastError }).execute();
};

const markSent = (ctx: Context, id: string) =>
  byId(ctx, id).set({ sentAt: ctx.now, lastError: null }).execute();

/** The address of the town as mail keeps it, a path, and a token of 32 bytes. */
const linkWithToken = /(\{\{origin\}\}\/[\w/-]*\/)([\w-]{43})(?![\w-])/gu;

/** A code to type, as `newCode` makes it: three groups of four, at least one of them with a letter. */
const typedCode = /(?<![\w-])(?=[\d-]*[A-Z])[A-HJ-NP-Z2-9]{4}(?:-[A-HJ-NP-Z2-9]{4}){2}(?![\w-])/gu;

const forgetTokens = (text: string): string =>
  text
    .replace(typedCode, "…")
    .replace(linkWithToken, (link, path: string, token: string) =>
      /[A-Z]/u.test(token) ? `${path}…` : link,
    );

// A mail that has left keeps its words, but whoever reads the outbox later must not be able to use its links.
const closeDoors = async (ctx: Context, id: string): Promise<void> => {
  if (!isId<"mail">(id)) return;
  const mail = await ctx.db
    .selectFrom("mails")
    .select(["textBody", "htmlBody", "unsubscribePath"])
    .where("id", "=", id)
    .executeTakeFirst();
  if (!mail) return;
  const words = { textBody: forgetTokens(mail.textBody), htmlBody: forgetTokens(mail.htmlBody) };
  const unsubscribePath = mail.unsubscribePath && forgetTokens(originMark + mail.unsubscribePath);
  const doors = { ...words, unsubscribePath: unsubscribePath?.slice(originMark.length) ?? null };
  await ctx.db.updateTable("mails").set(doors).where("id", "=", id).execute();
};

const enclose = async (ctx: Context, mail: Mail, settings: SendingSettings): Promise<Envelope> => {
  const { place } = ctx;
  const { hosts } = found(
    await ctx.db.selectFrom("places").select("hosts").where("id", "=", place.id).executeTakeFirst(),
  );
  const origin = originOf({ hosts }, settings);
  const { hostname } = new URL(origin);
  return {
    // Made from the mail's own id: should it arrive twice, the reader's program sees that it is one.
    messageId: `<${mail.id}@${hostname}>`,
    from: sender(settings.MAIL_FROM ?? `post@${hostname}`, place.officeName || place.name),
    replyTo: place.officeEmail || undefined,
    to: { name: mail.recipientName, address: mail.recipientEmail },
    subject: mail.subject,
    text: withOrigin(mail.textBody, origin),
    html: withOrigin(mail.htmlBody, origin),
    language: mail.language,
    unsubscribe: mail.unsubscribePath === null ? undefined : `${origin}${mail.unsubscribePath}`,
  };
};

// "Name <address>" or the bare address; without a name the town's office signs.
const sender = (from: string, office: string): Envelope["from"] => {
  const parts = /^\s*"?([^"<]*?)"?\s*<([^>]+)>\s*$/u.exec(from);
  return { name: parts?.[1] || office, address: (parts?.[2] ?? from).trim() };
};

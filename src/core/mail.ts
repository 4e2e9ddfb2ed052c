import type { Context } from "./context.ts";
import type { Id } from "./id.ts";
import { enqueue } from "./jobs.ts";
import { writeLetter } from "./mail-letter.ts";

/** A mail in plain words; its looks, greeting and footer are made here, alike for all. */
export type MailDraft = {
  /** Whatever has the same key is the same mail, and leaves the house once. */
  readonly key: string;
  /** What sort of mail it is, as "referral.asked". */
  readonly kind: string;
  readonly to: {
    readonly email: string;
    readonly name?: string;
    readonly personId?: Id<"person">;
    /** The language the reader chose; else that of this request. */
    readonly language?: string;
  };
  readonly subject: string;
  /** Instead of "Guten Tag …,". */
  readonly greeting?: string;
  readonly paragraphs: readonly string[];
  /** One to three links, each drawn as a button; the first is the main one. */
  readonly actions?: readonly { readonly label: string; readonly path: string }[];
  /** Instead of "Freundliche Grüße" and the name of the office. */
  readonly closing?: string;
  readonly unsubscribePath?: string;
};

/** The name of the job that carries one mail out of the house. */
export const sendingJob = "mail.send";

/** Writes the mail down in this transaction and asks for its sending; a second mail of the same key does nothing. */
export const sendMail = async (ctx: Context, draft: MailDraft): Promise<void> => {
  const language = draft.to.language ?? ctx.language;
  const letter = writeLetter(ctx.place, language, draft);
  const row = await ctx.db
    .insertInto("mails")
    .values({
      key: draft.key,
      kind: draft.kind,
      recipientEmail: draft.to.email,
      recipientName: oneLine(draft.to.name ?? ""),
      personId: draft.to.personId ?? null,
      subject: oneLine(draft.subject),
      textBody: letter.text,
      htmlBody: letter.html,
      language,
      unsubscribePath: draft.unsubscribePath ?? null,
    })
    .onConflict((conflict) => conflict.columns(["placeId", "key"]).doNothing())
    .returning("id")
    .executeTakeFirst();
  if (row) await enqueue(ctx, sendingJob, { mail: row.id }, { key: row.id });
};

// A line end in a name or a subject could begin a header of its own.
const oneLine = (text: string): string => text.replace(/\s+/gu, " ").trim();

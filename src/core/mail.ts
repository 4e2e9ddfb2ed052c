import type { Context } from "./context.ts";
import { enqueue } from "./jobs.ts";
import { type MailDraft, writeLetter } from "./mail-letter.ts";

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

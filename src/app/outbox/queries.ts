import { sql } from "kysely";
import type { Context } from "#core/context.ts";
import { found } from "#core/errors.ts";
import type { Id } from "#core/id.ts";
import type { Mail } from "#core/tables.ts";

export const states = ["waiting", "failed", "sent"] as const;
export type State = (typeof states)[number];
export const pageSize = 30;

export type MailRow = Pick<
  Mail,
  "id" | "subject" | "recipientEmail" | "recipientName" | "writtenAt" | "sentAt" | "attempts" | "lastError"
>;

/** Has it left, was it refused, or has it not been tried yet? */
export const stateOf = (mail: Pick<Mail, "sentAt" | "lastError">): State =>
  mail.sentAt ? "sent" : mail.lastError === null ? "waiting" : "failed";

const inState = (ctx: Context, state: State | undefined) =>
  ctx.db
    .selectFrom("mails")
    .$if(state === "sent", (query) => query.where("sentAt", "is not", null))
    .$if(state === "waiting", (query) => query.where("sentAt", "is", null).where("lastError", "is", null))
    .$if(state === "failed", (query) => query.where("sentAt", "is", null).where("lastError", "is not", null));

/** One page of the mails of this town, newest first. */
export const listMails = (ctx: Context, state: State | undefined, page: number): Promise<MailRow[]> =>
  inState(ctx, state)
    .select([
      "id",
      "subject",
      "recipientEmail",
      "recipientName",
      "writtenAt",
      "sentAt",
      "attempts",
      "lastError",
    ])
    .orderBy("writtenAt", "desc")
    .orderBy("id", "desc")
    .limit(pageSize)
    .offset((page - 1) * pageSize)
    .execute();

export type Counts = Readonly<Record<State, number>>;

/** How many wait, were refused, and have left. */
export const countMails = (ctx: Context): Promise<Counts> =>
  ctx.db
    .selectFrom("mails")
    .select((row) => [
      row.fn.count<number>("id").filterWhere("sentAt", "is not", null).as("sent"),
      row.fn
        .count<number>("id")
        .filterWhere((at) => at.and([at("sentAt", "is", null), at("lastError", "is", null)]))
        .as("waiting"),
      row.fn
        .count<number>("id")
        .filterWhere((at) => at.and([at("sentAt", "is", null), at("lastError", "is not", null)]))
        .as("failed"),
    ])
    .executeTakeFirstOrThrow();

/** Mail whose link opens an account, and mail with a code that lets one person answer a survey. */
const secretKinds = new Set(["account.secret", "survey.asked"]);

/**
 * One mail with its words; what opens somebody's account or lets them answer is nobody else's, except in a
 * demonstration. A code of a survey is taken out of the words when the mail has left.
 */
export const findMail = async (
  ctx: Context,
  id: Id<"mail">,
): Promise<Mail & { readonly withheld: boolean }> => {
  const mail = found(await ctx.db.selectFrom("mails").selectAll().where("id", "=", id).executeTakeFirst());
  const withheld = secretKinds.has(mail.kind) && !ctx.place.demo;
  return withheld ? { ...mail, textBody: "", htmlBody: "", withheld } : { ...mail, withheld };
};

/** Does a job still carry this mail, now or at its next try? */
export const isUnderway = async (ctx: Context, id: Id<"mail">): Promise<boolean> => {
  const { rows } = await sql`
    select from jobs.job_common
    where name = 'mail' and state < 'completed' and data -> 'data' ->> 'mail' = ${id} limit 1`.execute(
    ctx.db,
  );
  return rows.length > 0;
};

import { sql } from "kysely";
import type { Context } from "#core/context.ts";
import { record } from "#core/events.ts";
import type { Id } from "#core/id.ts";
import { dayOf } from "#core/local-time.ts";
import { sendMail } from "#core/mail.ts";
import { linkToChoices } from "#modules/people/choices/commands.ts";
import { paths } from "#modules/people/paths.ts";
import { say } from "./messages.ts";
import { type DueNotice, listRecipients, takeWaiting } from "./queries.ts";
import { kindName, knownKind, noticeKinds } from "./vocabulary.ts";

/** Something to be told to one person: it goes into their next letter, together with all the rest. */
export type NewNotice = {
  readonly personId: Id<"person">;
  /** Of one key a person is told only once, however often it is written. */
  readonly key: string;
  /** A noun, as "reminder", "search", "call". */
  readonly kind: string;
  /** Finished words in the person's language. */
  readonly title: string;
  readonly text?: string;
  readonly path: string;
  /** Not told before this moment; at once when it is left out. */
  readonly notBefore?: Date;
  /** What is over by then is not told any more. */
  readonly until?: Date | null;
};

/** Lays a notice into somebody's next letter. What cannot wait for that letter is a mail of its own. */
export const notify = (ctx: Context, notice: NewNotice): Promise<void> => notifyAll(ctx, [notice]);

const atOnce = 2_000;

/** The same for many people, in few statements. */
export const notifyAll = async (ctx: Context, notices: readonly NewNotice[]): Promise<void> => {
  for (let at = 0; at < notices.length; at += atOnce) {
    await ctx.db
      .insertInto("notices")
      .values(
        notices.slice(at, at + atOnce).map(({ text = "", notBefore = ctx.now, until = null, ...notice }) => ({
          ...notice,
          text,
          notBefore,
          until,
        })),
      )
      .onConflict((conflict) => conflict.columns(["placeId", "personId", "key"]).doNothing())
      .execute();
  }
};

/** Takes back what was not told yet, because it does not hold any more. */
export const unnotify = async (ctx: Context, personId: Id<"person">, key: string): Promise<void> => {
  await ctx.db
    .deleteFrom("notices")
    .where("personId", "=", personId)
    .where("key", "=", key)
    .where("toldAt", "is", null)
    .execute();
};

/** More than that nobody reads in a letter; the rest stands on the page. */
const mostInLetter = 40;

const listsOf = (language: string, notices: readonly DueNotice[]) =>
  noticeKinds.flatMap((kind) => {
    const items = notices.filter((notice) => knownKind(notice.kind) === kind);
    return items.length === 0 ? [] : [{ heading: kindName({ language }, kind), items }];
  });

const writeLetter = async (
  ctx: Context,
  { personId, name, email, language, title }: DueNotice,
  notices: readonly DueNotice[],
) => {
  if (email === null) return;
  const reader = ctx.place.languages.includes(language) ? language : ctx.language;
  const words = say({ language: reader });
  const n = notices.length;
  const rest = n - mostInLetter;
  const leaving = await linkToChoices(ctx, personId);
  await sendMail(ctx, {
    key: `notices ${personId} ${dayOf(ctx.now)}`,
    kind: "notices",
    to: { name, email, personId, language: reader },
    subject: n === 1 ? title : words("subject", { n }),
    paragraphs: [words("intro", { n }), ...(rest > 0 ? [words("more", { n: rest })] : [])],
    lists: listsOf(reader, notices.slice(0, mostInLetter)),
    actions: [
      { label: words("mine"), path: paths.mine },
      { label: words("choices"), path: leaving },
    ],
    ...(ctx.place.officePhone ? { closing: words("closing", { phone: ctx.place.officePhone }) } : {}),
    unsubscribePath: leaving,
  });
};

// Whoever cannot be written to is told by the office: it hears of it and does it by phone, by post or at the counter.
const handToOffice = (ctx: Context, { personId, name, phone }: DueNotice, notices: readonly DueNotice[]) =>
  record(ctx, "notices.unsendable", `${personId} ${dayOf(ctx.now)}`, {
    personId,
    name,
    phone,
    lines: notices.map(({ title }) => title),
  });

const markTold = async (ctx: Context, notices: readonly DueNotice[], how: "digest" | "office") => {
  const ids = notices.map(({ id }) => id);
  await ctx.db.updateTable("notices").set({ toldAt: ctx.now, toldHow: how }).where("id", "in", ids).execute();
};

const dropOver = async (ctx: Context): Promise<void> => {
  await ctx.db
    .updateTable("notices")
    .set({ toldAt: ctx.now, toldHow: "dropped" })
    .where("toldAt", "is", null)
    .where("until", "<=", ctx.now)
    .execute();
};

const forOne = async (ctx: Context, notices: readonly DueNotice[]): Promise<void> => {
  const [first] = notices;
  if (!first) return;
  await (first.byMail ? writeLetter : handToOffice)(ctx, first, notices);
  await markTold(ctx, notices, first.byMail ? "digest" : "office");
};

// Whoever comes second waits until the letters of the first are known, and so writes none of them again.
const oneAtATime = (ctx: Context) =>
  sql`select pg_advisory_xact_lock(hashtextextended('notices ' || ${ctx.place.id}, 0))`.execute(ctx.db);

/**
 * Writes the letters that are due: one a person and day, with everything that waits, at their hour. What is over is
 * dropped. The letters and the note that they were told are one transaction, so nobody is told twice or not at all.
 * Answers how many people were told.
 */
export const tellWaiting = async (ctx: Context, limit = 200): Promise<number> => {
  await oneAtATime(ctx);
  await dropOver(ctx);
  const waiting = await takeWaiting(ctx, await listRecipients(ctx, limit));
  const people = Map.groupBy(waiting, ({ personId }) => personId);
  for (const notices of people.values()) await forOne(ctx, notices);
  return people.size;
};

const keptDays = 400;

/** Forgets what was told long ago. */
export const forgetOldNotices = async (ctx: Context): Promise<void> => {
  await ctx.db
    .deleteFrom("notices")
    .where("madeAt", "<", new Date(+ctx.now - keptDays * 86_400_000))
    .where("notBefore", "<", new Date(+ctx.now - keptDays * 86_400_000))
    .execute();
};

/** Forgets what waits for somebody, when they leave. */
export const forgetNotices = async (ctx: Context, personId: Id<"person">): Promise<void> => {
  await ctx.db.deleteFrom("notices").where("personId", "=", personId).execute();
};

import type { Context } from "#core/context.ts";
import { record } from "#core/events.ts";
import type { Id } from "#core/id.ts";
import { slugFor } from "#modules/content/calendar/commands.ts";
import { missingLegalNotice } from "#modules/places/queries.ts";

/** A public date that belongs to another part of the house. */
export type KeptDate = {
  /** What it is, the same through every change: "meeting:…". */
  readonly keptFor: string;
  /** Where it belongs: there it is changed, and there the calendar leads. */
  readonly keptPath: string;
  readonly title: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly whereText: string;
  readonly body: string;
  readonly organizationId?: Id<"organization"> | null;
  readonly canceled: boolean;
};

const titleLength = 150;
const whereLength = 200;

const shortened = (words: string, most: number): string =>
  words.length <= most ? words : `${words.slice(0, most - 1).trimEnd()}…`;

/**
 * Keeps a public date of another part of the house in the calendar, new or as it is now. Whoever calls has asked whether
 * the asker may do what the date says. A town without a legal notice publishes nothing.
 */
export const keepInCalendar = async (
  ctx: Context,
  { keptFor, canceled, organizationId = null, ...given }: KeptDate,
): Promise<void> => {
  const date = {
    ...given,
    organizationId,
    title: shortened(given.title, titleLength),
    whereText: shortened(given.whereText, whereLength),
  };
  const before = await ctx.db
    .selectFrom("calendarDates")
    .select(["id", "revision", "canceledAt"])
    .where("keptFor", "=", keptFor)
    .forUpdate()
    .executeTakeFirst();
  if (before) {
    await ctx.db
      .updateTable("calendarDates")
      .set({
        ...date,
        canceledAt: canceled ? (before.canceledAt ?? ctx.now) : null,
        changedAt: ctx.now,
        revision: before.revision + 1,
      })
      .where("id", "=", before.id)
      .execute();
    await record(ctx, "date.changed", before.id, { keptFor });
    return;
  }
  if (canceled || (await missingLegalNotice(ctx)).length > 0) return;
  const { id } = await ctx.db
    .insertInto("calendarDates")
    .values({ ...date, keptFor, slug: await slugFor(ctx, date), publishedAt: ctx.now })
    .returning("id")
    .executeTakeFirstOrThrow();
  await record(ctx, "date.published", id, { keptFor });
};

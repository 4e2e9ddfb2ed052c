import { sql } from "kysely";
import type { Context } from "#core/context.ts";
import type { ItemId } from "#modules/consortium/agenda/queries.ts";
import type { MeetingId } from "#modules/consortium/meetings/queries.ts";

/** The item that was last written for a meeting, and the mark of its words then. */
export const findListing = (
  ctx: Context,
  meeting: MeetingId,
): Promise<{ readonly item: ItemId; readonly mark: string } | undefined> =>
  ctx.db
    .selectFrom("events")
    .select([sql<ItemId>`data ->> 'item'`.as("item"), sql<string>`data ->> 'mark'`.as("mark")])
    .where("subjectId", "=", meeting)
    .where("name", "=", "meeting.promises_listed")
    .orderBy("happenedAt", "desc")
    .orderBy("id", "desc")
    .limit(1)
    .executeTakeFirst();

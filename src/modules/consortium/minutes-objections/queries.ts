import { sql } from "kysely";
import type { Context } from "#core/context.ts";
import type { Id } from "#core/id.ts";
import type { ItemId } from "#modules/consortium/agenda/queries.ts";
import type { MeetingId } from "#modules/consortium/meetings/queries.ts";
import { minutesOf } from "#modules/consortium/minutes/queries.ts";
import { windowEnd } from "#modules/consortium/minutes/vocabulary.ts";

type Sent = { readonly meetingId: MeetingId; readonly sentAt: Date | null };

/** To which items one can object now: to all in the first window, after that to those that changed since. */
export const listOpenItems = async (
  ctx: Context,
  { meetingId, sentAt }: Sent,
  days: number,
): Promise<"all" | ReadonlySet<ItemId>> => {
  if (sentAt === null) return new Set();
  if (ctx.now < windowEnd(sentAt, days)) return "all";
  const changed = await ctx.db
    .selectFrom("minutesObjections")
    .select(["agendaItemId", "settledAt"])
    .where("meetingId", "=", minutesOf(meetingId))
    .where("state", "=", "accepted")
    .where("agendaItemId", "is not", null)
    .limit(200)
    .execute();
  return new Set(
    changed.flatMap(({ agendaItemId, settledAt }) =>
      agendaItemId && settledAt && ctx.now < windowEnd(settledAt, days) ? [agendaItemId] : [],
    ),
  );
};

/** The objections somebody wrote, for their own file. */
export const tellObjections = (ctx: Context, person: Id<"person">) =>
  ctx.db
    .selectFrom("minutesObjections as o")
    .innerJoin("meetings as m", (join) => join.on(sql<boolean>`m.id = o.meeting_id`))
    .select(["m.title as meeting", "o.words", "o.state", "o.answer", "o.madeAt"])
    .where("o.madeBy", "=", person)
    .orderBy("o.madeAt")
    .limit(500)
    .execute();

import type { Context } from "#core/context.ts";
import type { Id } from "#core/id.ts";
import type { CalendarEntry } from "#core/module.ts";
import { say } from "#modules/network/groups/messages.ts";
import type { GroupId } from "#modules/network/groups/queries.ts";

const kept = 90 * 86_400_000;

/** When the group meets: what is ahead and the last three months; for everybody only what is open. */
export const listGroupDates = (ctx: Context, id: GroupId, all: boolean) =>
  ctx.db
    .selectFrom("workingGroupDates")
    .selectAll()
    .where("groupId", "=", id)
    .where("endsAt", ">=", new Date(+ctx.now - kept))
    .$if(!all, (query) => query.where("open", "=", true))
    .orderBy("startsAt")
    .orderBy("id")
    .limit(200)
    .execute();
export type GroupDate = Awaited<ReturnType<typeof listGroupDates>>[number];

/** The dates of the groups somebody works in, for their own calendar. */
export const calendarOf = async (ctx: Context, person: Id<"person">): Promise<readonly CalendarEntry[]> => {
  const rows = await ctx.db
    .selectFrom("workingGroupDates as d")
    .innerJoin("workingGroups as g", "g.id", "d.groupId")
    .selectAll("d")
    .select("g.name as group")
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom("workingGroupMembers as m")
          .select("m.id")
          .whereRef("m.groupId", "=", "d.groupId")
          .where("m.personId", "=", person)
          .where("m.endsOn", "is", null),
      ),
    )
    .where("d.endsAt", ">=", new Date(+ctx.now - kept))
    .orderBy("d.startsAt")
    .limit(200)
    .execute();
  return rows.map((row) => ({
    id: `group-date-${row.id}`,
    revision: row.revision,
    changedAt: row.changedAt,
    title: say(ctx)("meeting", { group: row.group, title: row.title }),
    text: row.words,
    whereText: row.whereWords,
    start: row.startsAt,
    end: row.endsAt,
    canceled: row.canceled,
  }));
};

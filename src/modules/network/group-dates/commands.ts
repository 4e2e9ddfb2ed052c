import * as z from "zod";
import type { Context } from "#core/context.ts";
import { allow, found } from "#core/errors.ts";
import { record } from "#core/events.ts";
import type { Id } from "#core/id.ts";
import { day, line, paragraph, tick, time } from "#core/input.ts";
import { instantAt } from "#core/local-time.ts";
import { done, type Outcome, refused } from "#core/outcome.ts";
import { keepInCalendar } from "#modules/content/kept/commands.ts";
import {
  findGroup,
  type GroupId,
  type GroupRow,
  listGroupMembers,
  ownPart,
} from "#modules/network/groups/queries.ts";
import { paths } from "#modules/network/paths.ts";
import { may } from "#modules/network/policy.ts";

/** When and where the group meets, and whether others may come along. */
export const GroupDateInput = z
  .object({
    title: line(200),
    words: paragraph(2_000)
      .optional()
      .transform((text) => text ?? ""),
    whereWords: line(300),
    day,
    from: time,
    until: time,
    open: tick,
  })
  .refine(({ from, until }) => until > from, { error: "order", path: ["until"] });
export type GroupDateInput = z.output<typeof GroupDateInput>;

/** Whoever leads the group keeps its dates, and the office. */
export const mayKeepDates = async (ctx: Context, id: GroupId): Promise<boolean> =>
  may.run(ctx) || ownPart(ctx, await listGroupMembers(ctx, [id])) === "lead";

export type GroupDateRefusal = "ended" | "past" | "canceled";

type DateRow = Pick<GroupDateInput, "title" | "words" | "whereWords" | "open"> & {
  readonly id: Id<"workingGroupDate">;
  readonly startsAt: Date;
  readonly endsAt: Date;
};

/** Whoever may come along finds it in the calendar of the town. */
const showInCalendar = async (
  ctx: Context,
  group: GroupRow,
  { id, title, words, whereWords, open, startsAt, endsAt }: DateRow,
  canceled: boolean,
): Promise<void> => {
  if (!open || group.internal) return;
  await keepInCalendar(ctx, {
    keptFor: `working-group-date:${id}`,
    keptPath: paths.group(group.slug),
    title: `${group.name}: ${title}`,
    startsAt,
    endsAt,
    whereText: whereWords,
    body: words,
    canceled,
  });
};

/** The group meets. */
export const addGroupDate = async (
  ctx: Context,
  id: GroupId,
  { day: on, from, until, ...input }: GroupDateInput,
): Promise<Outcome<Id<"workingGroupDate">, GroupDateRefusal>> => {
  const group = found(await findGroup(ctx, id));
  allow(await mayKeepDates(ctx, id));
  if (group.endedOn !== null) return refused("ended");
  const startsAt = instantAt(on, from);
  if (startsAt < ctx.now) return refused("past");
  const row = await ctx.db
    .insertInto("workingGroupDates")
    .values({
      ...input,
      groupId: id,
      startsAt,
      endsAt: instantAt(on, until),
      madeBy: ctx.actor.kind === "person" ? ctx.actor.id : null,
    })
    .returningAll()
    .executeTakeFirstOrThrow();
  await showInCalendar(ctx, group, row, false);
  await record(ctx, "working_group.dated", id);
  return done(row.id);
};

/** It does not take place; it stays in the calendars, marked as canceled. */
export const cancelGroupDate = async (
  ctx: Context,
  id: GroupId,
  date: Id<"workingGroupDate">,
): Promise<Outcome<null, GroupDateRefusal>> => {
  const group = found(await findGroup(ctx, id));
  allow(await mayKeepDates(ctx, id));
  const row = found(
    await ctx.db
      .selectFrom("workingGroupDates")
      .selectAll()
      .where("id", "=", date)
      .where("groupId", "=", id)
      .forUpdate()
      .executeTakeFirst(),
  );
  if (row.canceled) return refused("canceled");
  await ctx.db
    .updateTable("workingGroupDates")
    .set({ canceled: true, revision: row.revision + 1, changedAt: ctx.now })
    .where("id", "=", date)
    .execute();
  await showInCalendar(ctx, group, row, true);
  await record(ctx, "working_group.undated", id);
  return done(null);
};

import { type RawBuilder, sql } from "kysely";
import type { Context } from "#core/context.ts";
import { allow } from "#core/errors.ts";
import type { Id } from "#core/id.ts";
import { dayOf, instantAt, mondayOf, plusDays } from "#core/local-time.ts";
import { may } from "./policy.ts";
import type { TaskKind } from "./vocabulary.ts";

/** Which tasks one wants to see. */
export const taskViews = ["all", "mine", "nobody"] as const;
export type TaskView = (typeof taskViews)[number];

/** What nobody owns stands on top, then by the day it is due. */
export const taskGroups = ["nobody", "late", "today", "week", "later"] as const;
export type TaskGroup = (typeof taskGroups)[number];

export type TaskRow = {
  readonly id: Id<"task">;
  readonly kind: TaskKind;
  readonly subjectId: string;
  readonly title: string;
  readonly detail: string;
  readonly path: string;
  readonly personId: Id<"person"> | null;
  readonly dueAt: Date;
  readonly openedAt: Date;
  readonly group: TaskGroup;
  readonly total: number;
  /** Who has it today: the owner, or whoever stands in for them. */
  readonly keeperId: Id<"person"> | null;
  readonly keeper: string | null;
  /** The absent owner, when somebody stands in. */
  readonly absent: string | null;
};

/** Who stands in for an absent owner on the day of the request; asked by the list, so new tasks follow as well. */
const substitute = (ctx: Context): RawBuilder<unknown> => sql`
  left join lateral (
    select s.substitute_id from substitutions s
    where s.place_id = t.place_id and s.absent_id = t.owner_id and s.ended_at is null
      and ${dayOf(ctx.now)}::date between s.from_day and s.to_day
    order by s.made_at desc limit 1) s on true`;

const keeper = sql`coalesce(s.substitute_id, t.owner_id)`;

// Asked for the few rows that are shown; as a join it would read everybody in town first.
const nameOf = (id: RawBuilder<unknown>): RawBuilder<string | null> =>
  sql`(select p.name from people p where p.place_id = r.place_id and p.id = ${id})`;

const me = (ctx: Context): string | null => (ctx.actor.kind === "person" ? ctx.actor.id : null);

/** On Saturday and Sunday the week that counts is the next one. */
const weekEnd = (today: string): string => plusDays(mondayOf(plusDays(today, 2)), 7);

const groupOf = (ctx: Context): RawBuilder<TaskGroup> => {
  const today = dayOf(ctx.now);
  return sql<TaskGroup>`(case
    when ${keeper} is null then 'nobody'
    when t.due_at < ${instantAt(today)} then 'late'
    when t.due_at < ${instantAt(plusDays(today, 1))} then 'today'
    when t.due_at < ${instantAt(weekEnd(today))} then 'week'
    else 'later' end) collate "C"`;
};

const seenIn = (ctx: Context, view: TaskView): RawBuilder<unknown> => {
  if (view === "mine") return sql`and ${keeper} = ${me(ctx)}`;
  return view === "nobody" ? sql`and ${keeper} is null` : sql``;
};

type ListOptions = {
  readonly view: TaskView;
  readonly group?: TaskGroup | undefined;
  readonly id?: Id<"task"> | undefined;
};

const perGroup = 20;
const perOneGroup = 200;

/** What waits: the first twenty of each group with the true number of all, or two hundred of one group. */
export const listTasks = async (
  ctx: Context,
  { view, group, id }: ListOptions,
): Promise<readonly TaskRow[]> => {
  allow(may.work(ctx));
  const one = id ? sql`and t.id = ${id}` : sql``;
  const { rows } = await sql<TaskRow>`
    with waiting as (
      select t.*, ${keeper} as keeper_id, ${groupOf(ctx)} as bunch
      from tasks t ${substitute(ctx)}
      where t.done_at is null ${seenIn(ctx, view)} ${one}
    ), ranked as (
      select *, count(*) over (partition by bunch)::int as total,
        row_number() over (partition by bunch order by due_at, opened_at, id) as rank
      from waiting ${group ? sql`where bunch = ${group}` : sql``}
    )
    select r.id, r.kind, r.subject_id, r.title, r.detail, r.path, r.person_id, r.due_at, r.opened_at,
      r.bunch as "group", r.total, r.keeper_id, ${nameOf(sql`r.keeper_id`)} as keeper,
      case when r.keeper_id <> r.owner_id then ${nameOf(sql`r.owner_id`)} end as absent
    from ranked r
    where r.rank <= ${group ? perOneGroup : perGroup}
    order by r.due_at, r.opened_at, r.id`.execute(ctx.db);
  return rows;
};

/** One open task as the list shows it. */
export const findTask = async (ctx: Context, id: Id<"task">): Promise<TaskRow | undefined> =>
  (await listTasks(ctx, { view: "all", id }))[0];

export type TaskCounts = {
  readonly all: number;
  readonly mine: number;
  readonly nobody: number;
  readonly late: number;
  readonly today: number;
};

/** How much waits, for the views and the first sentence of the list. */
export const countTasks = async (ctx: Context): Promise<TaskCounts> => {
  allow(may.work(ctx));
  const today = dayOf(ctx.now);
  const { rows } = await sql<TaskCounts>`
    select count(*)::int as "all", count(*) filter (where ${keeper} = ${me(ctx)})::int as mine,
      count(*) filter (where ${keeper} is null)::int as nobody,
      count(*) filter (where t.due_at < ${instantAt(today)})::int as late,
      count(*) filter (where t.due_at >= ${instantAt(today)} and t.due_at < ${instantAt(plusDays(today, 1))})::int as today
    from tasks t ${substitute(ctx)}
    where t.done_at is null`.execute(ctx.db);
  return rows[0] ?? { all: 0, mine: 0, nobody: 0, late: 0, today: 0 };
};

/** What was done last, and by whom. */
export const listDoneTasks = (ctx: Context, limit = 50) => {
  allow(may.work(ctx));
  return ctx.db
    .selectFrom("tasks")
    .leftJoin("people", (join) =>
      join.onRef("people.placeId", "=", "tasks.placeId").onRef("people.id", "=", "tasks.doneBy"),
    )
    .select([
      "tasks.id",
      "tasks.kind",
      "tasks.title",
      "tasks.path",
      "tasks.doneAt",
      "tasks.outcome",
      "people.name as doneBy",
    ])
    .where("tasks.doneAt", "is not", null)
    .orderBy("tasks.doneAt", "desc")
    .limit(limit)
    .execute();
};
export type DoneTask = Awaited<ReturnType<typeof listDoneTasks>>[number];

/** How the person of a task can be reached; a task about a thing has nobody. */
export const personOfTask = (ctx: Context, personId: Id<"person">) => {
  allow(may.work(ctx));
  return ctx.db
    .selectFrom("people")
    .select(["id", "name", "email", "phone", "reachable", "townName", "language", "contactBy"])
    .where("id", "=", personId)
    .executeTakeFirst();
};
export type TaskPerson = NonNullable<Awaited<ReturnType<typeof personOfTask>>>;

export type TrailRow = {
  readonly at: Date;
  readonly sort: "inquiry" | "appointment" | "task";
  readonly kind: string;
  readonly text: string;
};

/** What the desk had to do with a person, newest first. */
export const trailOf = async (
  ctx: Context,
  personId: Id<"person">,
  limit = 12,
): Promise<readonly TrailRow[]> => {
  allow(may.work(ctx));
  const { rows } = await sql<TrailRow>`
    select * from (
      select i.arrived_at as at, 'inquiry' as sort, i.topic as kind, left(i.words, 160) as text
        from inquiries i where i.person_id = ${personId}
      union all
      select a.starts_at, 'appointment', a.kind, case when a.held_at is not null then 'held'
        when a.missed_at is not null then 'missed' when a.canceled_at is not null then 'canceled' else 'booked' end
        from appointments a where a.person_id = ${personId}
      union all
      select t.done_at, 'task', t.kind, t.title from tasks t where t.person_id = ${personId} and t.done_at is not null
    ) trail order by at desc limit ${limit}`.execute(ctx.db);
  return rows;
};

/** What was asked and how to answer it: for a task that is about an inquiry. */
export const inquiryOfTask = (ctx: Context, id: string) => {
  allow(may.work(ctx));
  return ctx.db
    .selectFrom("inquiries")
    .select(["words", "name", "email", "phone", "reachable", "language"])
    .where(sql<string>`id::text`, "=", id)
    .executeTakeFirst();
};
export type TaskInquiry = NonNullable<Awaited<ReturnType<typeof inquiryOfTask>>>;

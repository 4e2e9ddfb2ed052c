import type { Context } from "#core/context.ts";
import { dayWithYear } from "#core/date.ts";
import { allow, found } from "#core/errors.ts";
import { record } from "#core/events.ts";
import type { Id } from "#core/id.ts";
import { dayOf, instantAt } from "#core/local-time.ts";
import { done, type Outcome, refused } from "#core/outcome.ts";
import type { ItemId } from "#modules/consortium/agenda/queries.ts";
import type { MeetingId } from "#modules/consortium/meetings/queries.ts";
import { paths } from "#modules/consortium/paths.ts";
import { may } from "#modules/consortium/policy.ts";
import type { ConsortiumTask } from "#modules/consortium/schema.ts";
import { ownSeats } from "#modules/consortium/seats/queries.ts";
import { closeTask, openTask } from "#modules/desk/commands.ts";
import { notifyAll } from "#modules/people/notices/commands.ts";
import { tie } from "#modules/threads/commands.ts";
import { say } from "./messages.ts";
import { findConsortiumTask, listLateTasks, listTaskOwners, ownerOf, type TaskId } from "./queries.ts";

/** What is to be done until when; by a seat, an organization, or whoever the words name. */
export type NewTask = {
  readonly title: string;
  readonly words?: string | undefined;
  readonly dueOn: string;
  readonly seatId?: Id<"seat"> | null | undefined;
  readonly organizationId?: Id<"organization"> | null | undefined;
  readonly ownerWords?: string | undefined;
  readonly meetingId?: MeetingId | null | undefined;
  readonly agendaItemId?: ItemId | null | undefined;
  readonly resolutionId?: Id<"resolution"> | null | undefined;
};

export type TaskRefusal = "nobody";

const myself = ({ actor }: Context): Id<"person"> | null => (actor.kind === "person" ? actor.id : null);

const hasOwner = ({ seatId, organizationId, ownerWords }: NewTask): boolean =>
  Boolean(seatId) || Boolean(organizationId) || Boolean(ownerWords?.trim());

const tell = async (
  ctx: Context,
  {
    id,
    title,
    dueOn,
    seatId,
    organizationId,
  }: Pick<ConsortiumTask, "id" | "title" | "dueOn" | "seatId" | "organizationId">,
  kind: "given" | "late",
): Promise<void> => {
  const me = myself(ctx);
  const owners = await listTaskOwners(ctx, { seatId, organizationId });
  const words = say(ctx);
  await notifyAll(
    ctx,
    owners
      .filter((personId) => personId !== me)
      .map((personId) => ({
        personId,
        key: `consortium_task.${kind}:${id}:${dueOn}`,
        kind: "reminder",
        title: words(`${kind}Title`, { title }),
        text: words(`${kind}Text`, { day: dayWithYear(ctx, dueOn) }),
        path: `${paths.tasks}#aufgabe-${id}`,
      })),
  );
};

/** Writes a task down; whoever took it on hears of it, and it is tied to the resolution it came of. */
export const addConsortiumTask = async (
  ctx: Context,
  task: NewTask,
): Promise<Outcome<TaskId, TaskRefusal>> => {
  allow(may.run(ctx));
  if (!hasOwner(task)) return refused("nobody");
  const row = await ctx.db
    .insertInto("consortiumTasks")
    .values({ ...task, madeBy: myself(ctx) })
    .returning(["id", "title", "dueOn", "seatId", "organizationId"])
    .executeTakeFirstOrThrow();
  if (task.resolutionId)
    await tie(
      { ...ctx, actor: { kind: "system" } },
      { kind: "resolution", id: task.resolutionId },
      { kind: "consortiumTask", id: row.id },
    );
  await tell(ctx, row, "given");
  await record(ctx, "consortium_task.added", row.id, {
    meetingId: task.meetingId ?? null,
    resolutionId: task.resolutionId ?? null,
  });
  return done(row.id);
};

const lockTask = async (ctx: Context, id: TaskId): Promise<ConsortiumTask> =>
  found(
    await ctx.db
      .selectFrom("consortiumTasks")
      .selectAll()
      .where("id", "=", id)
      .forUpdate()
      .executeTakeFirst(),
  );

/** Changes a task; a new owner or a new day is told. */
export const changeConsortiumTask = async (
  ctx: Context,
  id: TaskId,
  { title, words = "", dueOn, seatId = null, organizationId = null, ownerWords = "" }: NewTask,
): Promise<Outcome<null, TaskRefusal>> => {
  allow(may.run(ctx));
  const before = await lockTask(ctx, id);
  const after = { title, words, dueOn, seatId, organizationId, ownerWords };
  if (!hasOwner(after)) return refused("nobody");
  await ctx.db
    .updateTable("consortiumTasks")
    .set({ ...after, changedAt: ctx.now })
    .where("id", "=", id)
    .execute();
  const other = before.seatId !== seatId || before.organizationId !== organizationId;
  if (other || before.dueOn !== dueOn) await tell(ctx, { id, ...after }, "given");
  if (dueOn >= dayOf(ctx.now)) await closeTask(ctx, "consortium", id, say(ctx)("worklistMoved"));
  await record(ctx, "consortium_task.changed", id, { from: before.dueOn, to: dueOn });
  return done(null);
};

// The seat that took it on may say itself that it is done; nobody else but the office and the chair.
const mayFinish = async (ctx: Context, { seatId }: ConsortiumTask): Promise<boolean> =>
  may.run(ctx) || (await ownSeats(ctx)).some(({ id }) => id === seatId);

/** Done, or dropped with a reason; or taken up again. */
export const finishTask = async (
  ctx: Context,
  id: TaskId,
  state: ConsortiumTask["state"],
  stateWords: string,
): Promise<Outcome<null, "why">> => {
  const task = await lockTask(ctx, id);
  allow(await mayFinish(ctx, task));
  if (state === "dropped" && stateWords.trim() === "") return refused("why");
  // Said once more, it stays done on the day on which it was done.
  const since = state === task.state ? task.doneOn : null;
  const doneOn = state === "open" ? null : (since ?? dayOf(ctx.now));
  await ctx.db
    .updateTable("consortiumTasks")
    .set({ state, stateWords, doneOn, changedAt: ctx.now })
    .where("id", "=", id)
    .execute();
  if (state !== "open") await closeTask(ctx, "consortium", id, say(ctx)("worklistClosed"));
  await record(ctx, `consortium_task.${state === "open" ? "reopened" : state}`, id, {
    resolutionId: task.resolutionId,
  });
  return done(null);
};

/** Puts what is late on the worklist, and tells its owner once. */
export const watchTasks = async (ctx: Context): Promise<number> => {
  const late = await listLateTasks(ctx);
  for (const task of late) {
    const words = { title: task.title, who: ownerOf(task), day: dayWithYear(ctx, task.dueOn) };
    await openTask(ctx, {
      kind: "consortium",
      subjectId: task.id,
      title: say(ctx)("worklistTitle", words),
      detail: say(ctx)("worklistDetail", words),
      path: paths.officeTask(task.id),
      dueAt: instantAt(task.dueOn),
    });
    await tell(ctx, task, "late");
  }
  return late.length;
};

/** Where two organizations became one, its tasks are those of the one that stays. */
export const followMerge = async (
  ctx: Context,
  from: Id<"organization">,
  to: Id<"organization">,
): Promise<void> => {
  await ctx.db
    .updateTable("consortiumTasks")
    .set({ organizationId: to })
    .where("organizationId", "=", from)
    .execute();
};

export const findTaskToWork = async (ctx: Context, id: TaskId) => {
  allow(may.run(ctx));
  return found(await findConsortiumTask(ctx, id));
};

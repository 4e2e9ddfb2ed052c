import type { Context } from "#core/context.ts";
import { allow, found } from "#core/errors.ts";
import { record } from "#core/events.ts";
import type { Id } from "#core/id.ts";
import { done, type Outcome, refused } from "#core/outcome.ts";
import { may } from "./policy.ts";
import type { Task } from "./schema.ts";
import type { TaskKind } from "./vocabulary.ts";

/** What waits for the office: what it is about, where it is done, for whom, and until when. */
export type NewTask = {
  readonly kind: TaskKind;
  /** The id of what it is about: of one kind and subject only one task is open. */
  readonly subjectId: string;
  readonly title: string;
  readonly detail?: string;
  readonly path: string;
  readonly personId?: Id<"person"> | null;
  readonly ownerId?: Id<"person"> | null;
  readonly dueAt: Date;
};

export type TaskRefusal = "taken" | "finished";

/**
 * Puts something on the worklist. Called again while it is open, it renews words and due date, and never doubles;
 * an owner once found stays.
 */
export const openTask = async (ctx: Context, task: NewTask): Promise<Id<"task">> => {
  const words = { title: task.title, detail: task.detail ?? "", path: task.path, dueAt: task.dueAt };
  const row = await ctx.db
    .insertInto("tasks")
    .values({
      ...words,
      kind: task.kind,
      subjectId: task.subjectId,
      personId: task.personId ?? null,
      ownerId: task.ownerId ?? null,
    })
    .onConflict((conflict) =>
      conflict
        .columns(["placeId", "kind", "subjectId"])
        .where("doneAt", "is", null)
        .doUpdateSet((set) => ({
          ...words,
          personId: set.fn.coalesce("excluded.personId", "tasks.personId"),
          ownerId: set.fn.coalesce("tasks.ownerId", "excluded.ownerId"),
        })),
    )
    .returning("id")
    .executeTakeFirstOrThrow();
  await record(ctx, "task.opened", row.id, { kind: task.kind, subjectId: task.subjectId });
  return row.id;
};

/** Takes it off the worklist because the matter itself moved on; without such a task nothing happens. */
export const closeTask = async (
  ctx: Context,
  kind: TaskKind,
  subjectId: string,
  outcome = "",
): Promise<void> => {
  const row = await ctx.db
    .updateTable("tasks")
    .set({ doneAt: ctx.now, doneBy: ctx.actor.kind === "person" ? ctx.actor.id : null, outcome })
    .where("kind", "=", kind)
    .where("subjectId", "=", subjectId)
    .where("doneAt", "is", null)
    .returning("id")
    .executeTakeFirst();
  if (row) await record(ctx, "task.done", row.id, { kind, subjectId, outcome });
};

// Two coordinators may reach for one task; the row lock makes them queue.
const locked = async (ctx: Context, id: Id<"task">): Promise<Task> => {
  allow(may.work(ctx));
  return found(
    await ctx.db.selectFrom("tasks").selectAll().where("id", "=", id).forUpdate().executeTakeFirst(),
  );
};

/** "Ich übernehme": what nobody owns becomes mine. */
export const takeTask = async (ctx: Context, id: Id<"task">): Promise<Outcome<Id<"task">, TaskRefusal>> => {
  const task = await locked(ctx, id);
  if (task.doneAt) return refused("finished");
  const me = ctx.actor.kind === "person" ? ctx.actor.id : null;
  if (task.ownerId && task.ownerId !== me) return refused("taken");
  await ctx.db.updateTable("tasks").set({ ownerId: me }).where("id", "=", id).execute();
  await record(ctx, "task.taken", id);
  return done(id);
};

/** Hands it to somebody, or with null back to everybody. */
export const assignTask = async (
  ctx: Context,
  id: Id<"task">,
  ownerId: Id<"person"> | null,
): Promise<Outcome<Id<"task">, "finished">> => {
  const task = await locked(ctx, id);
  if (task.doneAt) return refused("finished");
  await ctx.db.updateTable("tasks").set({ ownerId }).where("id", "=", id).execute();
  await record(ctx, "task.assigned", id, { ownerId });
  return done(id);
};

/** Puts it off to another day. */
export const postponeTask = async (
  ctx: Context,
  id: Id<"task">,
  dueAt: Date,
): Promise<Outcome<Id<"task">, "finished">> => {
  const task = await locked(ctx, id);
  if (task.doneAt) return refused("finished");
  await ctx.db.updateTable("tasks").set({ dueAt }).where("id", "=", id).execute();
  await record(ctx, "task.postponed", id, { from: task.dueAt, to: dueAt });
  return done(id);
};

/** "Erledigt": somebody of the office did it. */
export const finishTask = async (
  ctx: Context,
  id: Id<"task">,
  outcome = "",
): Promise<Outcome<Id<"task">, "finished">> => {
  const task = await locked(ctx, id);
  if (task.doneAt) return refused("finished");
  const doneBy = ctx.actor.kind === "person" ? ctx.actor.id : null;
  await ctx.db.updateTable("tasks").set({ doneAt: ctx.now, doneBy, outcome }).where("id", "=", id).execute();
  await record(ctx, "task.done", id, { kind: task.kind, subjectId: task.subjectId, outcome });
  return done(id);
};

/** Undoes "erledigt", unless the same matter waits again already. */
export const reopenTask = async (ctx: Context, id: Id<"task">): Promise<Outcome<Id<"task">, "taken">> => {
  const task = await locked(ctx, id);
  if (!task.doneAt) return done(id);
  const again = await ctx.db
    .selectFrom("tasks")
    .select("id")
    .where("kind", "=", task.kind)
    .where("subjectId", "=", task.subjectId)
    .where("doneAt", "is", null)
    .executeTakeFirst();
  if (again) return refused("taken");
  await ctx.db
    .updateTable("tasks")
    .set({ doneAt: null, doneBy: null, outcome: "" })
    .where("id", "=", id)
    .execute();
  await record(ctx, "task.reopened", id);
  return done(id);
};

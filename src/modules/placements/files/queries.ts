import type { Context } from "#core/context.ts";
import { allow } from "#core/errors.ts";
import type { Id } from "#core/id.ts";
import type { TaskKind } from "#modules/desk/vocabulary.ts";
import { may } from "#modules/placements/policy.ts";

/** What waits to be done for a person, the most pressing first. */
export const tasksOf = async (ctx: Context, personId: Id<"person">) => {
  allow(may.consult(ctx));
  return ctx.db
    .selectFrom("tasks")
    .leftJoin("people as owner", "owner.id", "tasks.ownerId")
    .select([
      "tasks.id",
      "tasks.kind",
      "tasks.subjectId",
      "tasks.title",
      "tasks.detail",
      "tasks.path",
      "tasks.dueAt",
    ])
    .select("owner.name as owner")
    .where("tasks.personId", "=", personId)
    .where("tasks.doneAt", "is", null)
    .orderBy("tasks.dueAt")
    .limit(10)
    .execute();
};

export type FileTask = Awaited<ReturnType<typeof tasksOf>>[number] & { readonly kind: TaskKind };

import type { Context } from "#core/context.ts";
import type { Id } from "#core/id.ts";
import type { ProcessId } from "#modules/participation/queries.ts";

export type Follower = { readonly id: Id<"person">; readonly language: string };

/** Whoever wants to hear how a process goes on, and is still here. */
export const listFollowers = (ctx: Context, process: ProcessId): Promise<Follower[]> =>
  ctx.db
    .selectFrom("processFollowers")
    .innerJoin("people", "people.id", "processFollowers.personId")
    .select(["people.id", "people.language"])
    .where("processId", "=", process)
    .where("people.leftAt", "is", null)
    .orderBy("people.id")
    .limit(100_000)
    .execute();

/** Those of these people who are still here. */
export const listReaders = async (ctx: Context, people: readonly Id<"person">[]): Promise<Follower[]> =>
  people.length === 0
    ? []
    : ctx.db
        .selectFrom("people")
        .select(["id", "language"])
        .where("id", "in", [...people])
        .where("leftAt", "is", null)
        .limit(people.length)
        .execute();

import type { Context } from "#core/context.ts";
import { isoDay } from "#core/date.ts";
import type { Id } from "#core/id.ts";
import type { Home } from "./policy.ts";
import { may } from "./policy.ts";
import type { Process, ProcessPhase } from "./schema.ts";
import { type PhaseKind, phaseKinds } from "./vocabulary.ts";

export type ProcessId = Id<"process">;

/** A process in the hand of the office; for everybody else it is not there. */
export const findProcess = async (ctx: Context, id: ProcessId): Promise<Process | undefined> =>
  may.run(ctx)
    ? ctx.db.selectFrom("processes").selectAll().where("id", "=", id).executeTakeFirst()
    : undefined;

/** A process that the town was told of; a draft is not there. */
export const findPublicProcess = (ctx: Context, slug: string): Promise<Process | undefined> =>
  ctx.db
    .selectFrom("processes")
    .selectAll()
    .where("slug", "=", slug)
    .where("state", "<>", "draft")
    .executeTakeFirst();

/** The phases of a process, in their order. */
export const listPhases = async (ctx: Context, id: ProcessId): Promise<readonly ProcessPhase[]> => {
  const rows = await ctx.db
    .selectFrom("processPhases")
    .selectAll()
    .where("processId", "=", id)
    .limit(phaseKinds.length)
    .execute();
  return rows.sort((a, b) => phaseKinds.indexOf(a.kind) - phaseKinds.indexOf(b.kind));
};

/** The phase of today, or undefined between two and outside of all. */
export const phaseOn = (
  phases: readonly Pick<ProcessPhase, "kind" | "startsOn" | "endsOn">[],
  day: string,
): PhaseKind | undefined => phases.find(({ startsOn, endsOn }) => startsOn <= day && day <= endsOn)?.kind;

/** The phase in which a process is now. */
export const currentPhase = async (ctx: Context, process: Process): Promise<PhaseKind | undefined> =>
  process.state === "published" ? phaseOn(await listPhases(ctx, process.id), isoDay(ctx.now)) : undefined;

/** Where the signed-in person lives, by their own file. */
export const homeOf = async (ctx: Context): Promise<Home> => {
  if (ctx.actor.kind !== "person") return { postcode: null };
  const row = await ctx.db
    .selectFrom("people")
    .select("postcode")
    .where("id", "=", ctx.actor.id)
    .executeTakeFirst();
  return { postcode: row?.postcode ?? null };
};

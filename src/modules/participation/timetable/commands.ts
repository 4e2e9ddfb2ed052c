import type { Context } from "#core/context.ts";
import { isoDay, period } from "#core/date.ts";
import { record } from "#core/events.ts";
import { done, type Outcome, refused } from "#core/outcome.ts";
import { processToWrite } from "#modules/participation/drafting/commands.ts";
import { type News, tellInvolved } from "#modules/participation/letters/commands.ts";
import { paths } from "#modules/participation/paths.ts";
import { turnPhases } from "#modules/participation/phases/commands.ts";
import { listPhases, type ProcessId } from "#modules/participation/queries.ts";
import type { Process, ProcessPhase } from "#modules/participation/schema.ts";
import { phaseName } from "#modules/participation/vocabulary.ts";
import { say } from "./messages.ts";
import { type Dates, type PhaseInput, wrongDates } from "./queries.ts";

export type DatesRefusal = "over" | "none" | "backwards" | "overlap" | "begun" | "past" | "reason";

const sameDates = (a: Dates | undefined, b: Dates | undefined): boolean =>
  a?.startsOn === b?.startsOn && a?.endsOn === b?.endsOn;

/** The phases whose dates are not what they were, also those that came or went. */
const movedOf = (before: readonly Dates[], after: readonly Dates[]) => {
  const kinds = new Set([...before, ...after].map(({ kind }) => kind));
  return [...kinds]
    .map((kind) => ({
      kind,
      from: before.find((phase) => phase.kind === kind),
      to: after.find((phase) => phase.kind === kind),
    }))
    .filter(({ from, to }) => !sameDates(from, to));
};
type Moved = ReturnType<typeof movedOf>;

const problemOf = (
  ctx: Context,
  process: Process,
  before: readonly ProcessPhase[],
  moved: Moved,
  reason: string,
): DatesRefusal | undefined => {
  if (process.state === "draft" || moved.length === 0) return undefined;
  const today = isoDay(ctx.now);
  for (const { kind, from, to } of moved) {
    const begun = before.find((phase) => phase.kind === kind)?.begunAt ?? null;
    // What has begun has begun; what would be over at once never was.
    if (begun !== null && from?.startsOn !== to?.startsOn) return "begun";
    if (to && to.endsOn < today) return "past";
  }
  return reason === "" ? "reason" : undefined;
};

const newsOfMove =
  ({ title }: Process, moved: Moved, reason: string): News["say"] =>
  (reader) => {
    const words = say(reader);
    const lines = moved.map(({ kind, to }) => {
      const phase = phaseName(reader, kind);
      return to
        ? words("movedTo", { phase, dates: period(reader, to.startsOn, to.endsOn) })
        : words("movedAway", { phase });
    });
    return { title: words("moved", { title }), text: [...lines, words("because", { reason })].join(" ") };
  };

const keepPhases = async (ctx: Context, process: Process, phases: readonly PhaseInput[]): Promise<void> => {
  const kept = phases.map(({ kind }) => kind);
  await ctx.db
    .deleteFrom("processPhases")
    .where("processId", "=", process.id)
    .$if(kept.length > 0, (query) => query.where("kind", "not in", kept))
    .execute();
  await ctx.db
    .insertInto("processPhases")
    .values(phases.map((phase) => ({ ...phase, processId: process.id })))
    .onConflict((conflict) =>
      conflict.columns(["placeId", "processId", "kind"]).doUpdateSet((set) => ({
        words: set.ref("excluded.words"),
        startsOn: set.ref("excluded.startsOn"),
        endsOn: set.ref("excluded.endsOn"),
      })),
    )
    .execute();
  // A phase that was over and now lasts longer runs again.
  await ctx.db
    .updateTable("processPhases")
    .set({ endedAt: null })
    .where("processId", "=", process.id)
    .where("endsOn", ">=", isoDay(ctx.now))
    .execute();
  await ctx.db.updateTable("processes").set({ changedAt: ctx.now }).where("id", "=", process.id).execute();
};

/**
 * Says from when to when each phase lasts. They stand in the order of the vocabulary and never overlap; gaps are fine.
 * Once the town was told, moving a date needs a reason, which stands on the page and is told to everybody involved.
 */
export const setPhases = async (
  ctx: Context,
  id: ProcessId,
  phases: readonly PhaseInput[],
  reason = "",
): Promise<Outcome<null, DatesRefusal>> => {
  const process = await processToWrite(ctx, id);
  if (process.state === "closed" || process.state === "canceled") return refused("over");
  if (phases.length === 0) return refused("none");
  const wrong = wrongDates(phases);
  if (wrong) return refused(wrong);
  const before = await listPhases(ctx, id);
  const moved = movedOf(before, phases);
  const problem = problemOf(ctx, process, before, moved, reason);
  if (problem) return refused(problem);
  await keepPhases(ctx, process, phases);
  if (process.state === "draft" || moved.length === 0) return done(null);
  await record(ctx, "process.phases_moved", id, {
    reason,
    moved: moved.map(({ kind, from, to }) => ({
      kind,
      from: from && { startsOn: from.startsOn, endsOn: from.endsOn },
      to: to && { startsOn: to.startsOn, endsOn: to.endsOn },
    })),
  });
  await tellInvolved(ctx, process, {
    key: `phases-moved ${id} ${ctx.now.toISOString()}`,
    say: newsOfMove(process, moved, reason),
    path: paths.show(process.slug),
  });
  await turnPhases(ctx, id);
  return done(null);
};

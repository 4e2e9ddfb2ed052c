import type { Context } from "#core/context.ts";
import { day, daysBetween, isoDay } from "#core/date.ts";
import { allow, found } from "#core/errors.ts";
import { record } from "#core/events.ts";
import { instantAt, plusDays } from "#core/local-time.ts";
import { closeTask, openTask } from "#modules/desk/commands.ts";
import { type News, tellInvolved } from "#modules/participation/letters/commands.ts";
import { paths } from "#modules/participation/paths.ts";
import { may } from "#modules/participation/policy.ts";
import { listPhases, type ProcessId } from "#modules/participation/queries.ts";
import type { Process, ProcessPhase } from "#modules/participation/schema.ts";
import { type PhaseKind, phaseName } from "#modules/participation/vocabulary.ts";
import { say } from "./messages.ts";
import { type Ending, listDue, listEnding } from "./queries.ts";

/** How many processes one run looks at; the rest waits for the next. */
const atOnce = 100;

// Phases that begin with work for the office.
const officeKinds: ReadonlySet<PhaseKind> = new Set(["refine", "decide", "followUp"]);

const lockProcess = async (ctx: Context, id: ProcessId): Promise<Process> =>
  found(await ctx.db.selectFrom("processes").selectAll().where("id", "=", id).forUpdate().executeTakeFirst());

const newsOfBeginning =
  ({ title }: Process, { kind, endsOn }: ProcessPhase): News["say"] =>
  (reader) => {
    const words = say(reader);
    const phase = phaseName(reader, kind);
    return {
      title: words("begun", { title, phase }),
      text: words(`begun_${kind}`, { date: day(reader, endsOn) }),
    };
  };

const newsOfEnd =
  ({ title }: Process, { kind }: ProcessPhase, next: ProcessPhase | undefined): News["say"] =>
  (reader) => {
    const words = say(reader);
    return {
      title: words("ended", { title, phase: phaseName(reader, kind) }),
      text: next
        ? words("endedNext", { phase: phaseName(reader, next.kind), date: day(reader, next.startsOn) })
        : words("endedLast"),
    };
  };

const begin = async (ctx: Context, process: Process, phase: ProcessPhase): Promise<void> => {
  await ctx.db
    .updateTable("processPhases")
    .set({ begunAt: ctx.now })
    .where("id", "=", phase.id)
    .where("begunAt", "is", null)
    .execute();
  await record(ctx, "process.phase_begun", process.id, { kind: phase.kind });
  // What is over already is told as its end only.
  if (phase.endsOn < isoDay(ctx.now)) return;
  await tellInvolved(ctx, process, {
    key: `phase-begun ${phase.id}`,
    say: newsOfBeginning(process, phase),
    path: paths.show(process.slug),
    until: instantAt(plusDays(phase.endsOn, 1)),
  });
  if (!officeKinds.has(phase.kind)) return;
  await openTask(ctx, {
    kind: "participation",
    subjectId: phase.id,
    title: say(ctx)("task", { phase: phaseName(ctx, phase.kind), title: process.title }),
    detail: say(ctx)(`task_${phase.kind === "refine" || phase.kind === "decide" ? phase.kind : "followUp"}`),
    path: paths.office(process.id),
    dueAt: instantAt(plusDays(phase.startsOn, 3)),
  });
};

const end = async (
  ctx: Context,
  process: Process,
  phase: ProcessPhase,
  next: ProcessPhase | undefined,
): Promise<void> => {
  await ctx.db
    .updateTable("processPhases")
    .set({ endedAt: ctx.now })
    .where("id", "=", phase.id)
    .where("endedAt", "is", null)
    .execute();
  await record(ctx, "process.phase_ended", process.id, { kind: phase.kind });
  await closeTask(ctx, "participation", phase.id, say(ctx)("taskOver"));
  if (next === undefined)
    await openTask(ctx, {
      kind: "participation",
      subjectId: process.id,
      title: say(ctx)("taskClose", { title: process.title }),
      detail: say(ctx)("taskCloseDetail"),
      path: paths.office(process.id),
      dueAt: instantAt(plusDays(isoDay(ctx.now), 14)),
    });
  // The beginning of the next one says it as well.
  if (next !== undefined && next.startsOn <= isoDay(ctx.now)) return;
  await tellInvolved(ctx, process, {
    key: `phase-ended ${phase.id} ${phase.endsOn}`,
    say: newsOfEnd(process, phase, next),
    path: paths.show(process.slug),
  });
};

/**
 * Begins and ends the phases of one process whose day has come, in their order, each once: under the lock of the
 * process, so two at a time change nothing twice. Days on which nobody looked are caught up.
 */
export const turnPhases = async (ctx: Context, id: ProcessId): Promise<void> => {
  allow(may.run(ctx));
  const process = await lockProcess(ctx, id);
  if (process.state !== "published") return;
  const today = isoDay(ctx.now);
  const phases = await listPhases(ctx, id);
  for (const [at, phase] of phases.entries()) {
    if (phase.begunAt === null && phase.startsOn <= today) await begin(ctx, process, phase);
    if (phase.endedAt === null && phase.endsOn < today) await end(ctx, process, phase, phases[at + 1]);
  }
};

const newsOfEnding =
  ({ kind, endsOn, title }: Ending): News["say"] =>
  (reader) => {
    const n = daysBetween(reader.now, endsOn);
    const words = say(reader);
    const phase = phaseName(reader, kind);
    return {
      title: n === 0 ? words("endingToday", { title, phase }) : words("ending", { n, title, phase }),
      text: words(`ending_${kind === "followUp" ? "refine" : kind}`, { date: day(reader, endsOn) }),
    };
  };

/** Tells everybody involved, once, that a phase ends within three days. */
export const announceEnds = async (ctx: Context): Promise<void> => {
  allow(may.run(ctx));
  for (const ending of await listEnding(ctx, atOnce))
    await tellInvolved(
      ctx,
      { id: ending.processId },
      {
        key: `phase-ending ${ending.id} ${ending.endsOn}`,
        say: newsOfEnding(ending),
        path: paths.show(ending.slug),
        until: instantAt(plusDays(ending.endsOn, 1)),
      },
    );
};

/** What happens every hour: phases begin, end, and are announced to end. */
export const turnAll = async (ctx: Context): Promise<void> => {
  for (const id of await listDue(ctx, atOnce)) await turnPhases(ctx, id);
  await announceEnds(ctx);
};

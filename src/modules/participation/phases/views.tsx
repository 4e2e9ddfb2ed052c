import type { Context } from "#core/context.ts";
import { day, daysBetween, isoDay, period } from "#core/date.ts";
import { phaseOn } from "#modules/participation/queries.ts";
import type { Process, ProcessPhase } from "#modules/participation/schema.ts";
import { phaseName } from "#modules/participation/vocabulary.ts";
import { State } from "#ui/facts.tsx";
import { ItemList } from "#ui/task.tsx";
import { say } from "./messages.ts";

/** What one can do in a process today, in words: "Vorschläge machen bis Di 8. Dezember". */
export const nowWords = (
  ctx: Context,
  process: Pick<Process, "state">,
  phases: readonly ProcessPhase[],
): string => {
  const words = say(ctx);
  if (process.state !== "published") return words(process.state === "canceled" ? "isCanceled" : "isClosed");
  const today = isoDay(ctx.now);
  const current = phases.find(({ kind }) => kind === phaseOn(phases, today));
  if (current) return words(`now_${current.kind}`, { date: day(ctx, current.endsOn) });
  const next = phases.find(({ startsOn }) => startsOn > today);
  if (!next) return words("nowOver");
  return words("nowNext", { phase: phaseName(ctx, next.kind), date: day(ctx, next.startsOn) });
};

const PhaseState = ({ ctx, phase }: { readonly ctx: Context; readonly phase: ProcessPhase }) => {
  const words = say(ctx);
  const today = isoDay(ctx.now);
  if (phase.endsOn < today) return <State kind="yes">{words("phaseOver")}</State>;
  if (phase.startsOn > today)
    return <State kind="info">{words("phaseAhead", { n: daysBetween(today, phase.startsOn) })}</State>;
  return <State kind="wait">{words("phaseNow", { n: daysBetween(today, phase.endsOn) + 1 })}</State>;
};

/** The phases in their order, with where today stands among them. */
export const Phases = ({
  ctx,
  phases,
}: {
  readonly ctx: Context;
  readonly phases: readonly ProcessPhase[];
}) => (
  <ItemList
    items={phases.map((phase, at) => ({
      title: `${at + 1}. ${phaseName(ctx, phase.kind)}`,
      kind: period(ctx, phase.startsOn, phase.endsOn),
      text: phase.words || say(ctx)(`phase_${phase.kind}`),
      end: <PhaseState ctx={ctx} phase={phase} />,
    }))}
  />
);

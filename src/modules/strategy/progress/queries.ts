import type { Context } from "#core/context.ts";
import type { Stand } from "#methods/indicator-stand.ts";
import type { ObjectiveRow } from "#modules/strategy/fields/queries.ts";
import { type IndicatorRow, standOf } from "#modules/strategy/indicators/queries.ts";
import { isLate, isOpen, type MeasureRow } from "#modules/strategy/measures/queries.ts";

export type MeasureGroups = {
  readonly late: readonly MeasureRow[];
  readonly red: readonly MeasureRow[];
  readonly yellow: readonly MeasureRow[];
  readonly green: readonly MeasureRow[];
  readonly done: readonly MeasureRow[];
  readonly dropped: readonly MeasureRow[];
};

/** Every measure once: what is late stands there whatever its light says. */
export const groupMeasures = (ctx: Pick<Context, "now">, measures: readonly MeasureRow[]): MeasureGroups => {
  const inTime = measures.filter((measure) => isOpen(measure.state) && !isLate(ctx, measure));
  const of = (light: MeasureRow["light"]) => inTime.filter((measure) => measure.light === light);
  return {
    late: measures
      .filter((measure) => isLate(ctx, measure))
      .sort((one, other) => one.dueOn.localeCompare(other.dueOn)),
    red: of("red"),
    yellow: of("yellow"),
    green: of("green"),
    done: measures.filter(({ state }) => state === "done"),
    dropped: measures.filter(({ state }) => state === "dropped"),
  };
};

export type IndicatorCount = {
  readonly all: number;
  /** Those with a value that is young enough to say something. */
  readonly evidenced: number;
  /** Of these: on track or at the target. */
  readonly good: number;
};

const unknown: ReadonlySet<Stand> = new Set(["missing", "stale"]);

export const countIndicators = (
  ctx: Pick<Context, "now">,
  indicators: readonly IndicatorRow[],
): IndicatorCount => {
  const stands = indicators.map((row) => standOf(ctx, row));
  return {
    all: stands.length,
    evidenced: stands.filter((stand) => !unknown.has(stand)).length,
    good: stands.filter((stand) => stand === "reached" || stand === "onTrack").length,
  };
};

export type Gaps = {
  readonly objectives: readonly ObjectiveRow[];
  readonly silent: readonly MeasureRow[];
  readonly unmeasured: readonly MeasureRow[];
};

/** What is missing: objectives for which nothing is done, measures of which nobody told, measures nobody measures. */
export const gapsOf = (
  objectives: readonly ObjectiveRow[],
  measures: readonly MeasureRow[],
  indicators: readonly IndicatorRow[],
): Gaps => {
  const served = new Set<string>(
    measures.filter(({ state }) => state !== "dropped").map(({ topicId }) => topicId),
  );
  const shown = new Set(indicators.map(({ measureId }) => measureId));
  const open = measures.filter(({ state }) => isOpen(state));
  return {
    objectives: objectives.filter(({ topicId, state }) => !served.has(topicId) && state !== "dropped"),
    silent: open.filter(({ checkedOn }) => checkedOn === null),
    unmeasured: open.filter(({ id }) => !shown.has(id)),
  };
};

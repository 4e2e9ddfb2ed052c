import type { Context } from "#core/context.ts";
import { dayWithYear } from "#core/date.ts";
import { number } from "#core/number.ts";
import type { Stand } from "#methods/indicator-stand.ts";
import { paths } from "#modules/strategy/paths.ts";
import { State, type StateKind } from "#ui/facts.tsx";
import { ItemList } from "#ui/task.tsx";
import { say } from "./messages.ts";
import { type IndicatorRow, standOf } from "./queries.ts";
import { standName } from "./vocabulary.ts";

const kinds: Readonly<Record<Stand, StateKind>> = {
  reached: "yes",
  onTrack: "yes",
  behind: "wait",
  worse: "late",
  stale: "info",
  missing: "info",
};

/** Where an indicator stands, in words; that evidence is missing is said like everything else. */
export const StandView = ({ ctx, stand }: { readonly ctx: Context; readonly stand: Stand }) => (
  <State kind={kinds[stand]}>{standName(ctx, stand)}</State>
);

/** "12,5 Prozent". */
export const valueText = (ctx: Context, { unit }: Pick<IndicatorRow, "unit">, value: number): string =>
  `${number(ctx, value, 2)} ${unit}`;

/** Indicators as rows: from where to where, what it came to last, and whether that is enough. */
export const IndicatorList = ({
  ctx,
  indicators,
}: {
  readonly ctx: Context;
  readonly indicators: readonly IndicatorRow[];
}) => {
  const words = say(ctx);
  return (
    <ItemList
      items={indicators.map((row) => ({
        kind: words("kind", { number: row.number }),
        title: row.title,
        href: paths.indicator(row.number),
        text: (
          <>
            <p>
              {words("line", {
                baseline: valueText(ctx, row, row.baseline),
                baselineOn: dayWithYear(ctx, row.baselineOn),
                target: valueText(ctx, row, row.target),
                targetOn: dayWithYear(ctx, row.targetOn),
              })}
            </p>
            <p class="al-soft al-small">
              {row.lastValue === null || row.lastOn === null
                ? words("none")
                : words("last", {
                    value: valueText(ctx, row, row.lastValue),
                    day: dayWithYear(ctx, row.lastOn),
                    source: row.lastSource ?? "",
                  })}
            </p>
          </>
        ),
        end: <StandView ctx={ctx} stand={standOf(ctx, row)} />,
      }))}
    />
  );
};

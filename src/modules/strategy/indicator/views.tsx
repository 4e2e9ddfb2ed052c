import type { Context } from "#core/context.ts";
import { dayWithYear, isoDay } from "#core/date.ts";
import { expectedOn } from "#methods/indicator-stand.ts";
import { paths as consortium } from "#modules/consortium/paths.ts";
import { type IndicatorRow, standOf, type ValueRow } from "#modules/strategy/indicators/queries.ts";
import { StandView, valueText } from "#modules/strategy/indicators/views.tsx";
import { paths } from "#modules/strategy/paths.ts";
import { directionName } from "#modules/strategy/vocabulary.ts";
import { Pairs } from "#ui/facts.tsx";
import { Section, Stack, Title } from "#ui/page.tsx";
import { Table } from "#ui/table.tsx";
import { Trend } from "#ui/trend.tsx";
import { say } from "./messages.ts";

type Props = {
  readonly ctx: Context;
  readonly indicator: IndicatorRow;
  readonly values: readonly ValueRow[];
};

const Drawing = ({ ctx, indicator, values }: Props) => {
  const words = say(ctx);
  const { title, baseline, baselineOn, target, targetOn, lastValue } = indicator;
  return (
    <Trend
      aim={{ from: { day: baselineOn, value: baseline }, to: { day: targetOn, value: target } }}
      points={values.map(({ measuredOn, value }) => ({ day: measuredOn, value }))}
      description={words("trend", {
        title,
        baseline: valueText(ctx, indicator, baseline),
        last: lastValue === null ? "–" : valueText(ctx, indicator, lastValue),
        target: valueText(ctx, indicator, target),
        until: dayWithYear(ctx, targetOn),
      })}
      names={{ measured: words("measured"), planned: words("planned"), target: words("target") }}
    />
  );
};

const ValueTable = ({ ctx, indicator, values }: Props) => {
  const words = say(ctx);
  const { baseline, baselineOn, baselineSource, target, targetOn } = indicator;
  const rows = [
    { day: baselineOn, value: baseline, source: baselineSource, what: words("began") },
    ...values.map(({ measuredOn, value, source }) => ({ day: measuredOn, value, source, what: "" })),
    { day: targetOn, value: target, source: "", what: words("aim") },
  ];
  return (
    <Table
      id="werte"
      caption={words("values")}
      rows={rows}
      columns={[
        {
          heading: words("day"),
          cell: ({ day, what }) => [dayWithYear(ctx, day), what].filter(Boolean).join(" · "),
        },
        { heading: words("value"), number: true, cell: ({ value }) => valueText(ctx, indicator, value) },
        { heading: words("source"), cell: ({ source }) => source },
      ]}
    />
  );
};

/** One indicator: where it stands, the way to its target, every value with its source. */
export const IndicatorView = (props: Props) => {
  const { ctx, indicator } = props;
  const words = say(ctx);
  const { lastOn, measure, measureNumber } = indicator;
  const expected = lastOn && Math.round(expectedOn(indicator, isoDay(lastOn)) * 10) / 10;
  return (
    <Stack wide>
      <Title
        kind={words("kind", { number: indicator.number, field: indicator.field })}
        heading={indicator.title}
      />
      <Stack>
        <p>
          <StandView ctx={ctx} stand={standOf(ctx, indicator)} />
        </p>
        {expected !== null && (
          <p>{words("expected", { expected: valueText(ctx, indicator, Number(expected)) })}</p>
        )}
      </Stack>
      <Drawing {...props} />
      <Section id="alle-werte" heading={words("measuredHeading")}>
        <ValueTable {...props} />
      </Section>
      <Pairs
        pairs={[
          [
            words("forMeasure"),
            measureNumber !== null && <a href={paths.measure(measureNumber)}>{measure}</a>,
          ],
          [words("for"), <a href={consortium.topic(indicator.objectiveNumber)}>{indicator.objective}</a>],
          [words("better"), directionName(ctx, indicator.direction)],
        ]}
      />
    </Stack>
  );
};

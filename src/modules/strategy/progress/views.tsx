import type { Context } from "#core/context.ts";
import { asOf, dayWithYear } from "#core/date.ts";
import { paths as consortium } from "#modules/consortium/paths.ts";
import type { CommitmentRow } from "#modules/strategy/commitments/queries.ts";
import { sumsOf } from "#modules/strategy/commitments/queries.ts";
import { Sums } from "#modules/strategy/commitments/views.tsx";
import { type IndicatorRow, standOf } from "#modules/strategy/indicators/queries.ts";
import { StandView, valueText } from "#modules/strategy/indicators/views.tsx";
import type { listLatestUpdates, MeasureRow } from "#modules/strategy/measures/queries.ts";
import { LightState, MeasureList } from "#modules/strategy/measures/views.tsx";
import { paths } from "#modules/strategy/paths.ts";
import { Facts } from "#ui/facts.tsx";
import { Note, Section, Title } from "#ui/page.tsx";
import { Table } from "#ui/table.tsx";
import { Timeline } from "#ui/timeline.tsx";
import { say } from "./messages.ts";
import type { Gaps, IndicatorCount, MeasureGroups } from "./queries.ts";

type Base = { readonly ctx: Context };
type Updates = Awaited<ReturnType<typeof listLatestUpdates>>;

type ProgressProps = Base & {
  readonly groups: MeasureGroups;
  readonly indicators: readonly IndicatorRow[];
  readonly count: IndicatorCount;
  readonly updates: Updates;
  readonly commitments: readonly CommitmentRow[];
  readonly gaps: Gaps;
};

const Numbers = ({ ctx, groups, count }: Pick<ProgressProps, "ctx" | "groups" | "count">) => {
  const words = say(ctx);
  const { late, red, yellow, green } = groups;
  const open = late.length + red.length + yellow.length + green.length;
  return (
    <Facts
      facts={[
        { value: green.length, of: words("of", { n: open }), sentence: words("factGreen") },
        { value: late.length, of: words("of", { n: open }), sentence: words("factLate") },
        {
          value: count.good,
          of: words("of", { n: count.evidenced }),
          sentence: words("factIndicators", { n: count.all - count.evidenced }),
        },
      ]}
    />
  );
};

const Group = ({
  ctx,
  id,
  measures,
}: Base & { readonly id: keyof MeasureGroups; readonly measures: readonly MeasureRow[] }) =>
  measures.length === 0 ? null : (
    <Section id={id} heading={`${say(ctx)(id)} (${measures.length})`}>
      <MeasureList ctx={ctx} measures={measures} />
    </Section>
  );

const Changed = ({ ctx, updates }: Base & { readonly updates: Updates }) => (
  <Section id="geaendert" heading={say(ctx)("changed")}>
    {updates.length === 0 ? (
      <p class="al-soft">{say(ctx)("changedNone")}</p>
    ) : (
      <Timeline
        ctx={ctx}
        moments={updates.map((update) => ({
          when: update.happenedOn,
          text: (
            <>
              <p>
                <a href={paths.measure(update.number)}>{update.title}</a>{" "}
                <LightState ctx={ctx} measure={update} />
              </p>
              <p>{update.words}</p>
            </>
          ),
        }))}
      />
    )}
  </Section>
);

const IndicatorTable = ({ ctx, indicators, count }: Pick<ProgressProps, "ctx" | "indicators" | "count">) => {
  const words = say(ctx);
  const missing = count.all - count.evidenced;
  return (
    <Table
      id="kennzahlen-tabelle"
      caption={words("indicatorsCaption", { good: count.good, evidenced: count.evidenced, missing })}
      rows={indicators}
      columns={[
        {
          heading: words("indicator"),
          cell: ({ number, title }) => <a href={paths.indicator(number)}>{title}</a>,
        },
        {
          heading: words("last"),
          cell: (row) =>
            row.lastValue === null || row.lastOn === null
              ? words("noEvidence")
              : words("on", {
                  value: valueText(ctx, row, row.lastValue),
                  day: dayWithYear(ctx, row.lastOn),
                }),
        },
        {
          heading: words("aim"),
          cell: (row) =>
            words("by", { value: valueText(ctx, row, row.target), day: dayWithYear(ctx, row.targetOn) }),
        },
        { heading: words("stands"), cell: (row) => <StandView ctx={ctx} stand={standOf(ctx, row)} /> },
      ]}
    />
  );
};

const Missing = ({ ctx, gaps }: Base & { readonly gaps: Gaps }) => {
  const words = say(ctx);
  const toMeasure = ({ number, title }: MeasureRow) => ({ href: paths.measure(number), title });
  const lists = [
    {
      heading: words("gapObjectives"),
      links: gaps.objectives.map(({ number, title }) => ({ href: consortium.topic(number), title })),
    },
    { heading: words("gapSilent"), links: gaps.silent.map(toMeasure) },
    { heading: words("gapUnmeasured"), links: gaps.unmeasured.map(toMeasure) },
  ].filter(({ links }) => links.length > 0);
  return (
    <Note id="luecken" heading={words("gaps")}>
      <p>{words(lists.length > 0 ? "gapsLead" : "gapsNone")}</p>
      {lists.map(({ heading, links }) => (
        <>
          <p>
            <b>{heading}</b>
          </p>
          <ul>
            {links.map(({ href, title }) => (
              <li>
                <a href={href}>{title}</a>
              </li>
            ))}
          </ul>
        </>
      ))}
    </Note>
  );
};

/** How far everything is: what is late first, what has changed, what works, and what is missing. */
export const ProgressView = (props: ProgressProps) => {
  const { ctx, groups, updates, commitments, gaps } = props;
  const words = say(ctx);
  return (
    <>
      <Title heading={words("heading")} lead={words("lead", { asOf: asOf(ctx, ctx.now) })}>
        <p class="al-actions">
          <a href={paths.front}>{words("plan")}</a>
        </p>
      </Title>
      <Numbers {...props} />
      {groups.late.length === 0 ? (
        <p class="al-soft">{words("lateNone")}</p>
      ) : (
        <Group ctx={ctx} id="late" measures={groups.late} />
      )}
      <Group ctx={ctx} id="red" measures={groups.red} />
      <Group ctx={ctx} id="yellow" measures={groups.yellow} />
      <Group ctx={ctx} id="green" measures={groups.green} />
      <Group ctx={ctx} id="done" measures={groups.done} />
      <Group ctx={ctx} id="dropped" measures={groups.dropped} />
      <Changed ctx={ctx} updates={updates} />
      <Section id="wirkung" heading={words("indicators")}>
        <p>{words("indicatorsLead")}</p>
        <IndicatorTable {...props} />
      </Section>
      <Section id="zugesagt" heading={words("promised")}>
        <p>{words(sumsOf(ctx, commitments).length > 0 ? "promisedLead" : "promisedNone")}</p>
        <Sums ctx={ctx} commitments={commitments} />
      </Section>
      <Missing ctx={ctx} gaps={gaps} />
    </>
  );
};

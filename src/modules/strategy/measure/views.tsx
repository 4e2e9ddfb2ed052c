import type { ComponentChildren } from "preact";
import type { Context } from "#core/context.ts";
import { dayWithYear, isoDay } from "#core/date.ts";
import { money } from "#core/number.ts";
import { paths as consortium } from "#modules/consortium/paths.ts";
import { paths as organizations } from "#modules/organizations/paths.ts";
import type { CommitmentRow } from "#modules/strategy/commitments/queries.ts";
import { PromisesView } from "#modules/strategy/commitments/views.tsx";
import type { IndicatorRow } from "#modules/strategy/indicators/queries.ts";
import { IndicatorList } from "#modules/strategy/indicators/views.tsx";
import {
  isOpen,
  type MeasureRow,
  type MilestoneRow,
  type UpdateRow,
} from "#modules/strategy/measures/queries.ts";
import { LightState, MeasureStateView } from "#modules/strategy/measures/views.tsx";
import { paths } from "#modules/strategy/paths.ts";
import { may } from "#modules/strategy/policy.ts";
import { type Branch, type Following, stationsOf } from "#modules/threads/following/queries.ts";
import { paths as threads } from "#modules/threads/paths.ts";
import { may as mayTie } from "#modules/threads/policy.ts";
import { Pairs, State } from "#ui/facts.tsx";
import { Notice } from "#ui/notice.tsx";
import { Section, Stack, Title } from "#ui/page.tsx";
import { Table } from "#ui/table.tsx";
import { Thread, Timeline } from "#ui/timeline.tsx";
import { say } from "./messages.ts";

type Base = { readonly ctx: Context };
type Paragraphs = { readonly text: string };

const Paragraphs = ({ text }: Paragraphs) => (
  <>
    {text.split(/\n{2,}/u).map((part) => (
      <p>{part}</p>
    ))}
  </>
);

const Tree = ({ ctx, branches }: Base & { readonly branches: readonly Branch[] }) => (
  <ul class="al-branches">
    {branches.map(({ title, path, noun, words, again, branches: beyond }) => (
      <li>
        <span class="al-soft al-small">{noun}</span> <a href={path}>{title}</a>
        {words && <p>{words}</p>}
        {again && <p class="al-soft al-small">{say(ctx)("again")}</p>}
        {beyond.length > 0 && <Tree ctx={ctx} branches={beyond} />}
      </li>
    ))}
  </ul>
);

/** The way of a thing in one line, when there are at least three stations. */
export const Ray = ({ ctx, following }: Base & { readonly following: Following }) => {
  const { thing } = following;
  const stations = stationsOf(following);
  if (stations.length < 3) return null;
  return (
    <Thread
      stations={stations.map(({ kind, id, noun, title, path }) => {
        const here = kind === thing.kind && id === thing.id;
        return { kind: noun, date: here ? say(ctx)("here") : "", title, href: here ? undefined : path };
      })}
    />
  );
};

type WayProps = Base & { readonly following: Following };

/** Where it comes from: the line, and everything in front of it as an indented list. */
export const Whence = ({ ctx, following }: WayProps) => {
  const words = say(ctx);
  return (
    <Section id="herkunft" heading={words("whence")}>
      <p>{words("whenceLead")}</p>
      <Ray ctx={ctx} following={following} />
      {following.up.length > 0 ? (
        <Tree ctx={ctx} branches={following.up} />
      ) : (
        <p class="al-soft">{words("noWhence")}</p>
      )}
    </Section>
  );
};

// Promises and indicators have parts of their own on this page.
const ownParts: ReadonlySet<string> = new Set(["measureCommitment", "indicator"]);

/** What came of it, beyond what has a part of its own on the page; and the ways to more. */
export const Result = ({ ctx, following }: WayProps) => {
  const words = say(ctx);
  const down = following.down.filter(({ kind, branches }) => !ownParts.has(kind) || branches.length > 0);
  const { thing } = following;
  return (
    <Section id="ergebnis" heading={words("result")}>
      {down.length > 0 ? (
        <>
          <p>{words("resultLead")}</p>
          <Tree ctx={ctx} branches={down} />
        </>
      ) : (
        <p class="al-soft">{words("noResult")}</p>
      )}
      <p class="al-actions">
        <a href={threads.following(thing)}>{words("follow")}</a>
        {mayTie.tie(ctx) && <a href={threads.tying(thing)}>{words("tie")}</a>}
      </p>
    </Section>
  );
};

const Milestones = ({ ctx, steps }: Base & { readonly steps: readonly MilestoneRow[] }) => {
  const words = say(ctx);
  const today = isoDay(ctx.now);
  const stateOf = ({ dueOn, doneOn }: MilestoneRow): ComponentChildren => {
    if (doneOn) return <State kind="yes">{words("stepDone", { day: dayWithYear(ctx, doneOn) })}</State>;
    return dueOn < today ? (
      <State kind="late">{words("stepLate")}</State>
    ) : (
      <State kind="wait">{words("stepAhead")}</State>
    );
  };
  return (
    <Table
      id="schritte-tabelle"
      caption={words("milestonesTable")}
      rows={steps}
      columns={[
        { heading: words("step"), cell: ({ title }) => title },
        { heading: words("due"), cell: ({ dueOn }) => dayWithYear(ctx, dueOn) },
        { heading: words("stands"), cell: stateOf },
      ]}
    />
  );
};

const Stands = ({ ctx, measure }: Base & { readonly measure: MeasureRow }) => {
  const words = say(ctx);
  return (
    <Stack>
      <p>
        <MeasureStateView ctx={ctx} measure={measure} />
      </p>
      {measure.stateWords ? <Paragraphs text={measure.stateWords} /> : <p>{words("noUpdate")}</p>}
      <p class="al-soft al-small">
        {measure.checkedOn && words("saidOn", { day: dayWithYear(ctx, measure.checkedOn) })}{" "}
        {measure.checkOn && words("nextCheck", { day: dayWithYear(ctx, measure.checkOn) })}
      </p>
    </Stack>
  );
};

const About = ({ ctx, measure }: Base & { readonly measure: MeasureRow }) => {
  const words = say(ctx);
  const { budgetCents, budgetWords, owner, ownerSlug } = measure;
  const budget = [budgetCents === null ? "" : money(ctx, budgetCents), budgetWords]
    .filter(Boolean)
    .join(", ");
  return (
    <Pairs
      pairs={[
        [words("objective"), <a href={consortium.topic(measure.objectiveNumber)}>{measure.objective}</a>],
        [words("field"), <a href={paths.field(measure.fieldSlug)}>{measure.field}</a>],
        [words("owner"), ownerSlug ? <a href={organizations.show(ownerSlug)}>{owner}</a> : owner],
        [
          words("time"),
          words("span", { from: dayWithYear(ctx, measure.startsOn), to: dayWithYear(ctx, measure.dueOn) }),
        ],
        [words("budget"), budget],
      ]}
    />
  );
};

type MeasureProps = Base & {
  readonly measure: MeasureRow;
  readonly following: Following;
  readonly milestones: readonly MilestoneRow[];
  readonly updates: readonly UpdateRow[];
  readonly commitments: readonly CommitmentRow[];
  readonly indicators: readonly IndicatorRow[];
  readonly speaks: boolean;
};

/** One measure with everything about it, from the card it comes of to what was given. */
export const MeasureView = (props: MeasureProps) => {
  const { ctx, measure, following, milestones, updates, indicators } = props;
  const words = say(ctx);
  return (
    <>
      <Title kind={words("kind", { number: measure.number, field: measure.field })} heading={measure.title}>
        {may.run(ctx) && (
          <p class="al-actions">
            <a href={paths.officeMeasure(measure.id)}>{words("office")}</a>
          </p>
        )}
      </Title>
      {!measure.public && <Notice ctx={ctx} heading={words("hidden")} />}
      <Section id="stand" heading={words("stands")} space="none">
        <Stands ctx={ctx} measure={measure} />
      </Section>
      <Section id="was" heading={words("what")}>
        {measure.words && <Paragraphs text={measure.words} />}
        <About ctx={ctx} measure={measure} />
      </Section>
      <Whence ctx={ctx} following={following} />
      <PromisesView {...props} open={isOpen(measure.state)} />
      {milestones.length > 0 && (
        <Section id="schritte" heading={words("milestones")}>
          <Milestones ctx={ctx} steps={milestones} />
        </Section>
      )}
      <Section id="kennzahlen" heading={words("indicators")}>
        {indicators.length > 0 ? (
          <IndicatorList ctx={ctx} indicators={indicators} />
        ) : (
          <p class="al-soft">{words("indicatorsNone")}</p>
        )}
      </Section>
      {updates.length > 0 && (
        <Section id="verlauf" heading={words("updates")}>
          <Timeline
            ctx={ctx}
            moments={updates.map((update) => ({
              when: update.happenedOn,
              text: (
                <>
                  <p>
                    <LightState ctx={ctx} measure={update} />
                  </p>
                  <Paragraphs text={update.words} />
                </>
              ),
            }))}
          />
        </Section>
      )}
      <Result ctx={ctx} following={following} />
    </>
  );
};

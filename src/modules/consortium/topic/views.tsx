import type { Context } from "#core/context.ts";
import { dayWithYear } from "#core/date.ts";
import { paths } from "#modules/consortium/paths.ts";
import type { listTopicStates, TopicMeeting, TopicRow } from "#modules/consortium/topics/queries.ts";
import {
  type TopicKind,
  type TopicState,
  topicKindName,
  topicKinds,
  topicStateName,
} from "#modules/consortium/vocabulary.ts";
import { ButtonLink } from "#ui/button.tsx";
import { Pairs, State, type StateKind } from "#ui/facts.tsx";
import { Actions, Empty, Section, Stack, Title } from "#ui/page.tsx";
import { type Item, ItemList } from "#ui/task.tsx";
import { Timeline } from "#ui/timeline.tsx";
import { say } from "./messages.ts";

type Base = { readonly ctx: Context };
export type States = Awaited<ReturnType<typeof listTopicStates>>;

const stateKinds: Readonly<Record<TopicState, StateKind>> = {
  open: "wait",
  working: "info",
  answered: "yes",
  paused: "wait",
  dropped: "no",
};

const StateOf = ({ ctx, topic }: Base & { readonly topic: Pick<TopicRow, "state"> }) => (
  <State kind={stateKinds[topic.state]}>{topicStateName(ctx, topic.state)}</State>
);

const item = (ctx: Context, topic: TopicRow, href: string): Item => ({
  title: topic.title,
  href,
  kind: `${topicKindName(ctx, topic.kind)} · ${say(ctx)("number", { number: topic.number })}`,
  ...(topic.stateWords ? { text: topic.stateWords } : {}),
  end: <StateOf ctx={ctx} topic={topic} />,
});

const groupHeadings: Readonly<Record<TopicKind, string>> = {
  question: "leitfragen",
  problem: "probleme",
  objective: "ziele",
};

type ListProps = Base & {
  readonly topics: readonly TopicRow[];
  readonly office?: boolean;
};

const Groups = ({ ctx, topics, office }: ListProps) => (
  <>
    {topicKinds.map((kind) => {
      const some = topics.filter((topic) => topic.kind === kind);
      if (some.length === 0) return null;
      const href = (topic: TopicRow) => (office ? paths.officeTopic(topic.id) : paths.topic(topic.number));
      return (
        <Section id={groupHeadings[kind]} heading={topicKindName(ctx, kind)}>
          <ItemList items={some.map((topic) => item(ctx, topic, href(topic)))} />
        </Section>
      );
    })}
  </>
);

/** Everything the consortium deliberates on, by what it is. */
export const ListView = ({ ctx, topics, office = false }: ListProps) => {
  const words = say(ctx);
  return (
    <Stack wide>
      <Title
        heading={words(office ? "officeHeading" : "heading")}
        lead={words(office ? "officeLead" : "lead")}
      />
      {office && (
        <Actions>
          <ButtonLink href={paths.addTopic}>{words("add")}</ButtonLink>
          <a href={paths.topics}>{words("toPublic")}</a>
        </Actions>
      )}
      {topics.length === 0 ? (
        <Empty heading={words("none")}>
          <p>{words("noneText")}</p>
        </Empty>
      ) : (
        <Groups ctx={ctx} topics={topics} office={office} />
      )}
    </Stack>
  );
};

type TopicProps = Base & {
  readonly topic: TopicRow;
  readonly below: readonly TopicRow[];
  readonly states: States;
  readonly meetings: readonly TopicMeeting[];
  readonly runs: boolean;
};

// The latest first; the oldest line says that it was taken up.
const History = ({ ctx, states }: Base & { readonly states: States }) => {
  const words = say(ctx);
  return (
    <Timeline
      ctx={ctx}
      moments={states.map(({ state, title, words: why, madeAt }, index) => {
        const before = states[index + 1];
        const renamed = before !== undefined && before.title !== title;
        const said = before === undefined ? words("taken") : topicStateName(ctx, state);
        return {
          when: madeAt,
          text: renamed ? (
            words("renamed", { title })
          ) : (
            <>
              <b>{said}</b> {why}
            </>
          ),
        };
      })}
    />
  );
};

/** One question, problem or objective with everything about it. */
export const TopicView = ({ ctx, topic, below, states, meetings, runs }: TopicProps) => {
  const words = say(ctx);
  const { parentNumber, parentKind, parentTitle } = topic;
  return (
    <Stack wide>
      <Title
        kind={`${topicKindName(ctx, topic.kind)} · ${words("number", { number: topic.number })}`}
        heading={topic.title}
        lead={topic.words}
      />
      <Pairs
        pairs={[
          [words("stands"), <StateOf ctx={ctx} topic={topic} />],
          [
            words("belongs"),
            parentNumber !== null && parentKind !== null && (
              <a href={paths.topic(parentNumber)}>
                {topicKindName(ctx, parentKind)} {parentNumber}: {parentTitle}
              </a>
            ),
          ],
        ]}
      />
      {runs && (
        <Actions>
          <a href={paths.officeTopic(topic.id)}>{words("edit")}</a>
        </Actions>
      )}
      {below.length > 0 && (
        <Section id="darunter" heading={words("below")}>
          <ItemList items={below.map((one) => item(ctx, one, paths.topic(one.number)))} />
        </Section>
      )}
      <Section id="verlauf" heading={words("history")}>
        <History ctx={ctx} states={states} />
      </Section>
      {meetings.length > 0 && (
        <Section id="sitzungen" heading={words("meetings")}>
          <ItemList
            items={meetings.map(({ number, title, startsAt }) => ({
              title: words("meeting", { number, title }),
              href: paths.meeting(number),
              kind: dayWithYear(ctx, startsAt),
            }))}
          />
        </Section>
      )}
    </Stack>
  );
};

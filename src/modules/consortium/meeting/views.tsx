import type { Context } from "#core/context.ts";
import { day, dayAndTime } from "#core/date.ts";
import { timeOf } from "#core/local-time.ts";
import type { AgendaItem, Paper } from "#modules/consortium/agenda/queries.ts";
import { isAhead, type Meeting } from "#modules/consortium/meetings/queries.ts";
import { paths } from "#modules/consortium/paths.ts";
import { may } from "#modules/consortium/policy.ts";
import type { Conflict } from "#modules/consortium/presence/queries.ts";
import type { ResolutionRow } from "#modules/consortium/resolutions/queries.ts";
import { ResolutionItems } from "#modules/consortium/resolutions/views.tsx";
import { ownerOf, type TaskRow } from "#modules/consortium/tasks/queries.ts";
import { agendaKindName, meetingStateName } from "#modules/consortium/vocabulary.ts";
import { Pairs, State } from "#ui/facts.tsx";
import { Notice } from "#ui/notice.tsx";
import { Actions, Empty, Section, Stack, Title } from "#ui/page.tsx";
import { ItemList, TaskList } from "#ui/task.tsx";
import { say } from "./messages.ts";
import type { Turnout } from "./queries.ts";

type Base = { readonly ctx: Context };

const Rows = ({ ctx, meetings }: Base & { readonly meetings: readonly Meeting[] }) => (
  <TaskList
    tasks={meetings.map((meeting) => ({
      when: day(ctx, meeting.startsAt),
      time: `${timeOf(meeting.startsAt)}–${timeOf(meeting.endsAt)}`,
      title: meeting.title,
      href: paths.meeting(meeting.number),
      where: meeting.whereWords,
      reason:
        meeting.state === "canceled" ? (
          <State kind="no">{meetingStateName(ctx, "canceled")}</State>
        ) : undefined,
    }))}
  />
);

/** Every meeting that was announced, for everybody. */
export const ListView = ({
  ctx,
  ahead,
  past,
}: Base & { readonly ahead: readonly Meeting[]; readonly past: readonly Meeting[] }) => {
  const words = say(ctx);
  return (
    <Stack wide>
      <Title heading={words("heading")} lead={words("lead")}>
        <p>
          <a href={paths.calendar}>{words("subscribe")}</a>
        </p>
      </Title>
      <Section id="kommende" heading={words("ahead")}>
        {ahead.length > 0 ? <Rows ctx={ctx} meetings={ahead} /> : <Empty heading={words("none")} />}
      </Section>
      {past.length > 0 && (
        <Section id="gehaltene" heading={words("past")}>
          <Rows ctx={ctx} meetings={past} />
        </Section>
      )}
    </Stack>
  );
};

type OneProps = Base & {
  readonly meeting: Meeting;
  readonly agenda: readonly AgendaItem[];
  readonly hidden: number;
  readonly papers: readonly Paper[];
  readonly resolutions: readonly ResolutionRow[];
  readonly tasks: readonly TaskRow[];
  readonly conflicts: readonly Conflict[];
  readonly turnout: Turnout;
  /** Whether the minutes are there to read for everybody. */
  readonly minutes: boolean;
  readonly seated: boolean;
};

const Papers = ({ papers }: { readonly papers: readonly Paper[] }) =>
  papers.length === 0 ? null : (
    <ul>
      {papers.map(({ id, title, url }) => (
        <li>
          <a href={url || paths.paper(id)}>{title}</a>
        </li>
      ))}
    </ul>
  );

const Below = ({ item, papers }: Pick<OneProps, "papers"> & { readonly item: AgendaItem }) => (
  <>
    {item.words && <p class="al-lines">{item.words}</p>}
    {item.topicNumber && (
      <p>
        <a href={paths.topic(item.topicNumber)}>{item.topicTitle}</a>
      </p>
    )}
    <Papers papers={papers.filter(({ agendaItemId }) => agendaItemId === item.id)} />
  </>
);

const Agenda = ({ ctx, agenda, hidden, papers }: OneProps) => {
  const words = say(ctx);
  return (
    <Section id="tagesordnung" heading={words("agenda")}>
      {agenda.length === 0 ? (
        <p>{words("noAgenda")}</p>
      ) : (
        <ItemList
          items={agenda.map((item) => ({
            kind: `${timeOf(item.startsAt)} · ${agendaKindName(ctx, item.kind)}`,
            title: `${item.number}. ${item.title}`,
            text: <Below item={item} papers={papers} />,
          }))}
        />
      )}
      {hidden > 0 && <p class="al-soft">{words("hidden", { n: hidden })}</p>}
    </Section>
  );
};

const Outcome = ({ ctx, agenda, resolutions, tasks, conflicts, turnout, meeting }: OneProps) => {
  const words = say(ctx);
  return (
    <>
      {meeting.state === "closed" && (
        <Section id="anwesenheit" heading={words("attendance")}>
          <p>{words("present", { ...turnout })}</p>
        </Section>
      )}
      {resolutions.length > 0 && (
        <Section id="beschluesse" heading={words("resolutions")}>
          <ResolutionItems ctx={ctx} resolutions={resolutions} />
        </Section>
      )}
      {may.read(ctx) && conflicts.length > 0 && (
        <Section id="befangen" heading={words("conflicts")}>
          <ul>
            {conflicts.map(({ agendaItemId, seatTitle, words: why }) => (
              <li>
                {words("conflictLine", {
                  number: agenda.find(({ id }) => id === agendaItemId)?.number ?? "",
                  seat: seatTitle,
                  words: why,
                })}
              </li>
            ))}
          </ul>
        </Section>
      )}
      {tasks.length > 0 && (
        <Section id="aufgaben" heading={words("tasks")}>
          <ul>
            {tasks.map((task) => (
              <li>
                {words("taskLine", { who: ownerOf(task), title: task.title, day: day(ctx, task.dueOn) })}{" "}
                {task.state === "done" && <State kind="yes">{task.stateWords}</State>}
              </li>
            ))}
          </ul>
        </Section>
      )}
    </>
  );
};

/** One meeting with everything about it. */
export const OneView = (props: OneProps) => {
  const { ctx, meeting, minutes, seated } = props;
  const words = say(ctx);
  const { number, state, stateWords } = meeting;
  return (
    <Stack wide>
      <Title
        kind={words("kind", { number, state: meetingStateName(ctx, state) })}
        heading={meeting.title}
        lead={dayAndTime(ctx, meeting.startsAt, meeting.endsAt)}
      >
        <Actions>
          {seated && isAhead(state) && <a href={paths.reply(meeting.id)}>{words("reply")}</a>}
          {seated && state === "running" && <a href={paths.voting(meeting.id)}>{words("phone")}</a>}
          {isAhead(state) && <a href={paths.invitationPaper(number)}>{words("paper")}</a>}
          {isAhead(state) && <a href={paths.meetingCalendar(number)}>{words("download")}</a>}
          {minutes && <a href={paths.minutes(number)}>{words("minutes")}</a>}
          {may.run(ctx) && <a href={paths.office(meeting.id)}>{words("office")}</a>}
        </Actions>
      </Title>
      {state === "canceled" && (
        <Notice ctx={ctx} kind="warning" heading={words("canceled")}>
          {stateWords}
        </Notice>
      )}
      <Pairs
        pairs={[
          [words("where"), meeting.whereWords],
          [words("online"), may.read(ctx) && meeting.onlineWords],
          [words("reason"), state !== "canceled" && stateWords && words("late", { words: stateWords })],
        ]}
      />
      {meeting.words && <p>{meeting.words}</p>}
      <Agenda {...props} />
      <Outcome {...props} />
      {state === "closed" && !minutes && <p class="al-soft">{words("notApproved")}</p>}
    </Stack>
  );
};

import type { Context } from "#core/context.ts";
import { day, dayAndTime } from "#core/date.ts";
import { timeOf } from "#core/local-time.ts";
import type { AgendaItem } from "#modules/consortium/agenda/queries.ts";
import type { Absence, Deadline } from "#modules/consortium/invitations/queries.ts";
import { say } from "#modules/consortium/meeting-planning/messages.ts";
import { isAhead, type Meeting } from "#modules/consortium/meetings/queries.ts";
import { paths } from "#modules/consortium/paths.ts";
import { agendaKindName, meetingStateName } from "#modules/consortium/vocabulary.ts";
import { ActionLink, ButtonLink } from "#ui/button.tsx";
import { Pairs } from "#ui/facts.tsx";
import { Notice } from "#ui/notice.tsx";
import { Actions, Empty, Section, Stack, Title } from "#ui/page.tsx";
import { ItemList } from "#ui/task.tsx";

type Props = { readonly ctx: Context };

const notices = ["neu", "reihe", "gespeichert", "abgesagt", "eingeladen", "folgende", "ende"] as const;

export const Happened = ({ ctx, notice }: { readonly ctx: Context; readonly notice: string | undefined }) => {
  const known = notices.find((name) => name === notice);
  return known ? <Notice ctx={ctx} kind="success" heading={say(ctx)(`notice_${known}`)} /> : null;
};

const Meetings = ({ ctx, meetings }: { readonly ctx: Context; readonly meetings: readonly Meeting[] }) => (
  <ItemList
    items={meetings.map((meeting) => ({
      kind: `${meeting.number} · ${meetingStateName(ctx, meeting.state)}`,
      title: meeting.title,
      href: paths.office(meeting.id),
      text: [dayAndTime(ctx, meeting.startsAt, meeting.endsAt), meeting.whereWords]
        .filter(Boolean)
        .join(" · "),
      end:
        meeting.state === "running" ? (
          <ActionLink href={paths.running(meeting.id)} label={say(ctx)("run")} object={meeting.title} />
        ) : undefined,
    }))}
  />
);

type ListProps = Props & {
  readonly ahead: readonly Meeting[];
  readonly past: readonly Meeting[];
  readonly absences: readonly Absence[];
  readonly notice: string | undefined;
};

/** Every meeting, for whoever plans them. */
export const ListView = ({ ctx, ahead, past, absences, notice }: ListProps) => {
  const words = say(ctx);
  return (
    <Stack wide>
      <Title heading={words("heading")} lead={words("lead")}>
        <Actions>
          <ButtonLink href={paths.addMeeting}>{words("add")}</ButtonLink>
          <ButtonLink href={paths.series} kind="secondary">
            {words("addSeries")}
          </ButtonLink>
        </Actions>
      </Title>
      <Happened ctx={ctx} notice={notice} />
      <Section id="kommende" heading={words("ahead")}>
        {ahead.length > 0 ? (
          <Meetings ctx={ctx} meetings={ahead} />
        ) : (
          <Empty heading={words("none")}>{words("noneText")}</Empty>
        )}
      </Section>
      {absences.length > 0 && (
        <Section id="fehlen" heading={words("absences")}>
          <ul>
            {absences.map(({ seatId, title, missed }) => (
              <li>
                <a href={paths.seat(seatId)}>{words("absence", { seat: title, n: missed })}</a>
              </li>
            ))}
          </ul>
          <p class="al-soft">{words("absencesText")}</p>
        </Section>
      )}
      <Section id="gehalten" heading={words("past")}>
        {past.length > 0 ? <Meetings ctx={ctx} meetings={past} /> : <p>{words("nonePast")}</p>}
      </Section>
    </Stack>
  );
};

type OneProps = Props & {
  readonly meeting: Meeting;
  readonly agenda: readonly AgendaItem[];
  readonly deadline: Deadline;
  readonly coming: number;
  readonly notice: string | undefined;
};

const invitedWords = ({ ctx, meeting, deadline }: OneProps): string => {
  const words = say(ctx);
  if (meeting.invitedAt) return words("invited", { day: day(ctx, meeting.invitedAt) });
  return words(deadline.late ? "late" : "notInvited", { day: day(ctx, deadline.day) });
};

const Doing = ({ ctx, meeting, agenda }: OneProps) => {
  const words = say(ctx);
  const { id, number, state, invitedAt } = meeting;
  const open = isAhead(state);
  return (
    <Actions>
      {(invitedAt !== null || state === "running") && state !== "canceled" && (
        <ButtonLink href={paths.running(id)} kind={state === "closed" ? "secondary" : "primary"}>
          {words("run")}
        </ButtonLink>
      )}
      {open && invitedAt === null && agenda.length > 0 && (
        <ButtonLink href={paths.invitation(id)}>{words("toInvitation")}</ButtonLink>
      )}
      {open && (
        <ButtonLink href={paths.agenda(id)} kind={agenda.length > 0 ? "secondary" : "primary"}>
          {words("toAgenda")}
        </ButtonLink>
      )}
      {invitedAt !== null && <a href={paths.invitation(id)}>{words("toReplies")}</a>}
      {(state === "running" || state === "closed") && (
        <a href={paths.officeMinutes(id)}>{words("minutesLink")}</a>
      )}
      {open && <a href={paths.editMeeting(id)}>{words("edit")}</a>}
      {invitedAt !== null && <a href={paths.meeting(number)}>{words("publicPage")}</a>}
    </Actions>
  );
};

/** One meeting in the hand of the office: where it stands, and what is to be done next. */
export const OneView = (props: OneProps) => {
  const { ctx, meeting, agenda, coming, notice } = props;
  const words = say(ctx);
  const invited = meeting.invitedAt !== null;
  return (
    <Stack wide>
      <Title
        kind={`${words("heading")} · ${meeting.number}`}
        heading={meeting.title}
        lead={dayAndTime(ctx, meeting.startsAt, meeting.endsAt)}
      >
        <Doing {...props} />
      </Title>
      <Happened ctx={ctx} notice={notice} />
      <Pairs
        pairs={[
          [words("state"), meetingStateName(ctx, meeting.state)],
          [words("reason"), meeting.stateWords],
          [words("place"), meeting.whereWords],
          [words("online"), meeting.onlineWords],
          [words("invitation"), isAhead(meeting.state) || invited ? invitedWords(props) : null],
          [words("replies"), invited && words("coming", { n: coming })],
        ]}
      />
      <Section id="tagesordnung" heading={words("agenda")}>
        {agenda.length === 0 ? (
          <p>{words("noAgenda")}</p>
        ) : (
          <ol>
            {agenda.map((item) => (
              <li value={item.number}>
                {item.number}. <a href={paths.item(meeting.id, item.id)}>{item.title}</a>{" "}
                <span class="al-soft">
                  ({timeOf(item.startsAt)} · {agendaKindName(ctx, item.kind)})
                </span>
              </li>
            ))}
          </ol>
        )}
      </Section>
    </Stack>
  );
};

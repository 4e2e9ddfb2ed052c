import type { Context } from "#core/context.ts";
import { dayAndTime } from "#core/date.ts";
import { timeOf } from "#core/local-time.ts";
import type { AgendaItem } from "#modules/consortium/agenda/queries.ts";
import { isThere } from "#modules/consortium/attendance/queries.ts";
import { QuorumState } from "#modules/consortium/attendance/views.tsx";
import { isAhead } from "#modules/consortium/meetings/queries.ts";
import { paths } from "#modules/consortium/paths.ts";
import { say } from "#modules/consortium/running-item/messages.ts";
import { ItemPart, type RunningProps } from "#modules/consortium/running-item/views.tsx";
import { meetingStateName } from "#modules/consortium/vocabulary.ts";
import { ActionForm } from "#ui/button.tsx";
import { State } from "#ui/facts.tsx";
import { Notice } from "#ui/notice.tsx";
import { Actions, Empty, Section, Stack, Title, TwoColumns } from "#ui/page.tsx";

const notices = ["gespeichert", "aufgabe", "befangen"] as const;

const Happened = ({ ctx, notice, refusal }: RunningProps) => {
  const known = notices.find((name) => name === notice);
  return (
    <>
      {known && <Notice ctx={ctx} kind="success" heading={say(ctx)(`notice_${known}`)} />}
      {refusal && <Notice ctx={ctx} kind="warning" heading={refusal} />}
    </>
  );
};

const Opening = ({ ctx, formKey, meeting }: RunningProps) => {
  const words = say(ctx);
  return (
    <Section id="eroeffnen" heading={words("openHeading")}>
      <p>{words("openText")}</p>
      <ActionForm
        action={paths.running(meeting.id)}
        formKey={`${formKey}-open`}
        label={words("open")}
        values={{ was: "eroeffnen" }}
        kind="primary"
      />
    </Section>
  );
};

const Closing = ({ ctx, formKey, meeting }: RunningProps) => {
  const words = say(ctx);
  return (
    <Section id="schliessen" heading={words("closeHeading")}>
      <p>{words("closeText")}</p>
      <ActionForm
        action={paths.running(meeting.id)}
        formKey={`${formKey}-close`}
        label={words("close")}
        values={{ was: "schliessen" }}
        kind="secondary"
      />
    </Section>
  );
};

const markOf = (ctx: Context, { begunAt, endedAt }: AgendaItem) => {
  const words = say(ctx);
  if (begunAt && !endedAt) return <State kind="wait">{words("current")}</State>;
  return endedAt ? <State kind="yes">{words("ended")}</State> : null;
};

const Side = (props: RunningProps) => {
  const { ctx, meeting, agenda, item, attendance } = props;
  const words = say(ctx);
  const here = attendance.presences.filter((one) => isThere(one, ctx.now));
  const guests = here.filter(({ part }) => part === "guest").length;
  return (
    <Stack wide>
      {meeting.state === "running" && (
        <Section id="anwesend" heading={words("presence")} space="none">
          <p>
            <QuorumState ctx={ctx} quorum={attendance.quorum} />
          </p>
          <p>{words("present", { n: here.length - guests, guests })}</p>
          <p>
            <a href={paths.presence(meeting.id)}>{words("toPresence")}</a>
          </p>
        </Section>
      )}
      <Section id="tagesordnung" heading={words("agenda")} space="none">
        <ol>
          {agenda.map((one) => (
            <li value={one.number}>
              {one.number}.{" "}
              <a
                href={`${paths.running(meeting.id)}?punkt=${one.id}`}
                aria-current={one.id === item?.id ? "page" : undefined}
              >
                {one.title}
              </a>{" "}
              <span class="al-soft">{timeOf(one.startsAt)}</span> {markOf(ctx, one)}
            </li>
          ))}
        </ol>
        <Actions>
          <a href={paths.agenda(meeting.id)}>{words("agenda")}</a>
          <a href={paths.screen(meeting.id)}>{words("toScreen")}</a>
        </Actions>
      </Section>
      {meeting.state === "running" && <Closing {...props} />}
    </Stack>
  );
};

const Next = ({ ctx, formKey, meeting, agenda, item }: RunningProps) => {
  const at = agenda.findIndex(({ id }) => id === item?.id);
  const next = agenda[at + 1];
  if (!next || meeting.state !== "running") return null;
  return (
    <ActionForm
      action={paths.running(meeting.id)}
      formKey={`${formKey}-next`}
      label={say(ctx)("next", { number: next.number, title: next.title })}
      values={{ was: "punkt", punkt: next.id }}
      kind="secondary"
    />
  );
};

/** The one page from which a meeting is run: what is on now, who is there, and what comes next. */
export const RunningView = (props: RunningProps) => {
  const { ctx, meeting, item } = props;
  const words = say(ctx);
  const state = meetingStateName(ctx, meeting.state);
  return (
    <Stack wide>
      <Title
        kind={words("kind", { number: meeting.number, state })}
        heading={item ? `${item.number}. ${item.title}` : meeting.title}
        lead={item ? undefined : dayAndTime(ctx, meeting.startsAt, meeting.endsAt)}
      />
      <Happened {...props} />
      {isAhead(meeting.state) && <Opening {...props} />}
      {meeting.state === "closed" && (
        <Notice ctx={ctx} kind="info" heading={words("closed")}>
          <a href={paths.officeMinutes(meeting.id)}>{words("toMinutes")}</a>
        </Notice>
      )}
      <TwoColumns>
        {item ? (
          <Stack wide>
            <ItemPart {...props} item={item} />
            <Next {...props} />
          </Stack>
        ) : (
          <Empty heading={words("noItems")}>
            <a href={paths.agenda(meeting.id)}>{words("agenda")}</a>
          </Empty>
        )}
        <Side {...props} />
      </TwoColumns>
    </Stack>
  );
};

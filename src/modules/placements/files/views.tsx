import type { ComponentChildren } from "preact";
import type { Context } from "#core/context.ts";
import { day, due, duration, isLate } from "#core/date.ts";
import { dayOf } from "#core/local-time.ts";
import type { AppointmentRow } from "#modules/desk/appointments/queries.ts";
import type { inquiriesOf } from "#modules/desk/inquiries/queries.ts";
import { appointmentName, taskName } from "#modules/desk/vocabulary.ts";
import type { Person } from "#modules/people/schema.ts";
import type { FollowUpRow } from "#modules/placements/follow-ups/queries.ts";
import { FollowUpNote } from "#modules/placements/follow-ups/views.tsx";
import { momentsOf } from "#modules/placements/history/views.tsx";
import { Referrals } from "#modules/placements/overview/views.tsx";
import { paths } from "#modules/placements/paths.ts";
import type { ConsultationRow } from "#modules/placements/queries.ts";
import type { ReferralRow, StepRow } from "#modules/placements/referrals/queries.ts";
import { Happened } from "#modules/placements/register/views.tsx";
import { consultationChannelName } from "#modules/placements/vocabulary.ts";
import { ActionLink, ButtonLink } from "#ui/button.tsx";
import { Pairs, State } from "#ui/facts.tsx";
import { telephone } from "#ui/link.ts";
import { Notice } from "#ui/notice.tsx";
import { Actions, Section, Stack } from "#ui/page.tsx";
import { ItemList } from "#ui/task.tsx";
import type { Moment } from "#ui/timeline.tsx";
import { Desk } from "#ui/work.tsx";
import { say } from "./messages.ts";
import type { FileTask } from "./queries.ts";

export type FileProps = {
  readonly ctx: Context;
  readonly formKey: string;
  readonly person: Person;
  readonly tasks: readonly FileTask[];
  readonly consultations: readonly ConsultationRow[];
  readonly referrals: readonly ReferralRow[];
  readonly steps: readonly StepRow[];
  readonly followUps: readonly FollowUpRow[];
  readonly inquiries: Awaited<ReturnType<typeof inquiriesOf>>;
  readonly appointments: readonly AppointmentRow[];
  readonly notice?: string | undefined;
  /** The person beside it: contact, wishes, consents, who has seen the file. */
  readonly aside: ComponentChildren;
  /** What fits, and what is kept. */
  readonly children?: ComponentChildren;
};

const Task = ({
  ctx,
  formKey,
  task,
  followUps,
}: Pick<FileProps, "ctx" | "formKey" | "followUps"> & { readonly task: FileTask }) => {
  const followUp = followUps.find(
    ({ id, answer }) => id === task.subjectId && (answer === null || answer === "unreachable"),
  );
  const late = isLate(ctx, task.dueAt);
  return (
    <li>
      <Stack>
        <p class="al-soft al-small">
          {taskName(ctx, task.kind)} ·{" "}
          {late ? <State kind="late">{due(ctx, task.dueAt)}</State> : due(ctx, task.dueAt)}
          {task.owner && ` · ${task.owner}`}
        </p>
        <div>
          <h3>{task.title}</h3>
          {task.detail && <p>{task.detail}</p>}
        </div>
        {followUp && (
          <FollowUpNote
            ctx={ctx}
            formKey={`${formKey}${task.id.slice(-6)}`}
            row={followUp}
            id={`n-${task.id.slice(-6)}`}
          />
        )}
      </Stack>
      {!followUp && (
        <div class="al-items__end">
          <ActionLink href={task.path} label={say(ctx)("open")} object={task.title} />
        </div>
      )}
    </li>
  );
};

const Today = (props: FileProps) => {
  const { ctx, person, tasks, consultations } = props;
  const words = say(ctx);
  const ahead = tasks.length > 0 && tasks.every(({ dueAt }) => dayOf(dueAt) > dayOf(ctx.now));
  return (
    <Section id="heute" heading={words(ahead ? "todayAhead" : "today")}>
      {tasks.length > 0 && (
        <ul class="al-items">
          {tasks.map((task) => (
            <Task {...props} task={task} />
          ))}
        </ul>
      )}
      {tasks.length === 0 && <p>{words(consultations.length === 0 ? "firstTalk" : "nothing")}</p>}
      <Actions>
        <ButtonLink
          href={paths.newConsultation(person.id)}
          kind={tasks.length === 0 ? "primary" : "secondary"}
        >
          {words("hold")}
        </ButtonLink>
        <a href={paths.sheet(person.id)}>{words("sheet")}</a>
      </Actions>
    </Section>
  );
};

const talkName = (ctx: Context, { kind, channel, minutes }: ConsultationRow): string => {
  const words = say(ctx);
  const text = words("consultation", { kind: words(kind), channel: consultationChannelName(ctx, channel) });
  return minutes ? words("lasting", { text, duration: duration(ctx, minutes) }) : text;
};

const Consultations = ({ ctx, person, consultations }: FileProps) => {
  const words = say(ctx);
  if (consultations.length === 0) return null;
  return (
    <Section id="gespraeche" heading={words("consultations")}>
      <ItemList
        items={consultations.map((talk) => ({
          kind: day(ctx, talk.heldAt),
          title: talkName(ctx, talk),
          href: paths.consultation(person.id, talk.id),
          text: (
            <Pairs
              pairs={[
                [words("motives"), talk.motives],
                [words("experience"), talk.experience],
                [words("situation"), talk.situation],
                [words("agreed"), talk.agreed],
                [words("by"), talk.adviser],
              ]}
            />
          ),
        }))}
      />
    </Section>
  );
};

const appointmentText = (ctx: Context, row: AppointmentRow): string => {
  const key = row.canceledAt ? "appointmentCanceled" : row.missedAt ? "appointmentMissed" : "appointmentHeld";
  return say(ctx)(key, { kind: appointmentName(ctx, row.kind) });
};

/** Everything that happened with this person, newest first; what is ahead on top. */
export const fileMoments = (props: FileProps): readonly Moment[] => {
  const { ctx, consultations, referrals, steps, followUps, inquiries, appointments, person } = props;
  const words = say(ctx);
  const titles = new Map(referrals.map(({ id, title }) => [id, title]));
  const ahead = momentsOf(ctx, [], followUps).filter((moment) => moment.ahead);
  const dates = appointments.map((row) => ({
    when: row.startsAt,
    text: appointmentText(ctx, row),
    ahead: row.startsAt > ctx.now && !row.canceledAt,
  }));
  const past: Moment[] = [
    ...momentsOf(ctx, [], followUps).filter((moment) => !moment.ahead),
    ...steps.flatMap((step) =>
      momentsOf(ctx, [step], []).map(({ when, text }) => ({
        when,
        text: words("referralStep", { step: String(text), title: titles.get(step.referralId) ?? "" }),
      })),
    ),
    ...consultations.map((talk) => ({ when: talk.heldAt, text: talkName(ctx, talk) })),
    ...inquiries.map((asked) => ({
      when: asked.arrivedAt,
      text: words("inquiry", { words: asked.words.slice(0, 120) }),
    })),
    ...dates.filter((moment) => !moment.ahead),
    { when: person.createdAt, text: words("known") },
  ];
  return [
    ...dates.filter((moment) => moment.ahead),
    ...ahead,
    ...past.sort((one, other) => +new Date(other.when) - +new Date(one.when)),
  ];
};

const Lead = ({ ctx, person }: FileProps) => {
  if (person.leftAt) return <>{say(ctx)("left")}</>;
  const { phone, reachable, townName } = person;
  return (
    <>
      {phone && <a href={telephone(phone)}>{phone}</a>}
      {phone && (reachable || townName) && " · "}
      {[reachable, townName].filter(Boolean).join(" · ")}
    </>
  );
};

const own = ["gespraech", "gemerkt", "gestrichen", "person"] as const;

/** The file of a person: what is to be done, how the referrals stand, what fits, and what was said. */
export const FilePage = (props: FileProps) => {
  const { ctx, person, notice, aside, children } = props;
  const words = say(ctx);
  const known = own.find((name) => name === notice);
  return (
    <Desk heading={person.name} lead={<Lead {...props} />} file={aside}>
      <Happened ctx={ctx} notice={notice} />
      {known && <Notice ctx={ctx} kind="success" heading={words(`notice_${known}`)} />}
      <Today {...props} />
      <Referrals {...props} />
      {children}
      <Consultations {...props} />
    </Desk>
  );
};

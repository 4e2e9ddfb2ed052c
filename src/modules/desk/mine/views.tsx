import type { Context } from "#core/context.ts";
import { ago, dayAndTime } from "#core/date.ts";
import type { AppointmentRow } from "#modules/desk/appointments/queries.ts";
import type { answersTo, inquiriesOf } from "#modules/desk/inquiries/queries.ts";
import { paths } from "#modules/desk/paths.ts";
import { appointmentName, topicName } from "#modules/desk/vocabulary.ts";
import { ActionForm, ButtonLink } from "#ui/button.tsx";
import { State } from "#ui/facts.tsx";
import { Notice } from "#ui/notice.tsx";
import { Actions, Section, Stack, Title } from "#ui/page.tsx";
import { ItemList } from "#ui/task.tsx";
import { say } from "./messages.ts";

type Props = {
  readonly ctx: Context;
  readonly formKey: string;
  readonly appointments: readonly AppointmentRow[];
  readonly questions: Awaited<ReturnType<typeof inquiriesOf>>;
  readonly answers: Awaited<ReturnType<typeof answersTo>>;
  readonly notice?: string | undefined;
  readonly refused?: boolean | undefined;
};

const appointmentEnd = ({ ctx, formKey }: Props, row: AppointmentRow) => {
  if (row.canceledAt) return <State kind="no">{say(ctx)("canceled")}</State>;
  if (row.startsAt <= ctx.now) return <State kind="yes">{say(ctx)("past")}</State>;
  return (
    <ActionForm
      action={paths.cancelMine(row.id)}
      formKey={`${formKey}-${row.id}`.slice(0, 64)}
      label={say(ctx)("cancel")}
      object={dayAndTime(ctx, row.startsAt)}
    />
  );
};

const Questions = ({ ctx, questions, answers }: Props) => (
  <ItemList
    items={questions.map(({ id, number, topic, words, arrivedAt, closedAt }) => ({
      kind: say(ctx)("number", { number, ago: ago(ctx, arrivedAt) }),
      title: topicName(ctx, topic),
      text: (
        <>
          <p>{words}</p>
          {answers
            .filter(({ inquiryId }) => inquiryId === id)
            .map((answer) => (
              <p class="al-soft">{say(ctx)("answered", { words: answer.words })}</p>
            ))}
        </>
      ),
      end: <State kind={closedAt ? "yes" : "wait"}>{say(ctx)(closedAt ? "closed" : "open")}</State>,
    }))}
  />
);

/** A person's own questions and appointments. */
export const MinePage = (props: Props) => {
  const { ctx, appointments, questions, notice, refused } = props;
  const words = say(ctx);
  return (
    <Stack wide>
      <Title heading={words("heading")} lead={words("lead")}>
        <Actions>
          <ButtonLink href={paths.ask}>{words("ask")}</ButtonLink>
        </Actions>
      </Title>
      {notice === "abgesagt" && (
        <Notice ctx={ctx} kind="success">
          {words("notice_abgesagt")}
        </Notice>
      )}
      {refused && (
        <Notice ctx={ctx} kind="warning">
          {words("refused_over")}
        </Notice>
      )}
      <Section id="termine" heading={words("appointments")}>
        {appointments.length === 0 && <p>{words("noAppointments")}</p>}
        <ItemList
          items={appointments.map((row) => ({
            title: dayAndTime(ctx, row.startsAt, row.endsAt),
            text: words("withAdviser", { kind: appointmentName(ctx, row.kind), name: row.adviser }),
            end: appointmentEnd(props, row),
          }))}
        />
      </Section>
      <Section id="fragen" heading={words("questions")}>
        {questions.length === 0 ? <p>{words("noQuestions")}</p> : <Questions {...props} />}
      </Section>
    </Stack>
  );
};

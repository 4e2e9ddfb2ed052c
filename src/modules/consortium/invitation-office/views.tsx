import type { Context } from "#core/context.ts";
import { day } from "#core/date.ts";
import type { Filled } from "#core/input.ts";
import type { AgendaItem } from "#modules/consortium/agenda/queries.ts";
import { type Deadline, type Invited, type Reply, whenOf } from "#modules/consortium/invitations/queries.ts";
import { isAhead, type Meeting } from "#modules/consortium/meetings/queries.ts";
import { paths } from "#modules/consortium/paths.ts";
import { replies as codes, replyName } from "#modules/consortium/vocabulary.ts";
import { options, RadioGroup, Select } from "#ui/choices.tsx";
import { HiddenField, TextArea, TextField } from "#ui/fields.tsx";
import { Form } from "#ui/form.tsx";
import { Notice } from "#ui/notice.tsx";
import { More, Section, Stack, Title } from "#ui/page.tsx";
import { Table } from "#ui/table.tsx";
import { say } from "./messages.ts";

type Props = {
  readonly ctx: Context;
  readonly formKey: string;
  readonly meeting: Meeting;
  readonly agenda: readonly AgendaItem[];
  readonly deadline: Deadline;
  readonly invited: readonly Invited[];
  readonly replies: readonly Reply[];
  readonly form?: Filled | undefined;
  readonly replyForm?: Filled | undefined;
  readonly refusal?: string | undefined;
  readonly notice?: string | undefined;
};

const notices = ["eingeladen", "antwort"] as const;

const Send = ({ ctx, formKey, meeting, agenda, deadline, invited, form }: Props) => {
  const words = say(ctx);
  const first = meeting.invitedAt === null;
  const fresh = agenda.filter(({ announced }) => !announced).map(({ title }) => title);
  if (!isAhead(meeting.state) || (!first && fresh.length === 0)) return null;
  const mails = new Set(invited.flatMap(({ email }) => email ?? [])).size;
  const letters = invited.filter(({ email }) => email === null).length;
  const days = { day: day(ctx, deadline.day), n: deadline.days };
  return (
    <Section id="senden" heading={words(first ? "heading" : "againHeading")}>
      {first && <p>{words(deadline.late ? "tooLate" : "inTime", days)}</p>}
      {first && deadline.late && <p>{words("tooLateText")}</p>}
      {!first && <p>{words(deadline.late ? "againLate" : "againText", { titles: fresh.join(", ") })}</p>}
      <Form
        ctx={ctx}
        action={paths.invitation(meeting.id)}
        formKey={formKey}
        form={form}
        submit={words(first ? "send" : "sendAgain")}
        next={words("next", { mails, letters })}
      >
        {first && deadline.late && (
          <TextArea name="reason" label={words("reason")} rows={2} maximum={1_000} optional />
        )}
      </Form>
    </Section>
  );
};

type Row = { readonly seat: string; readonly people: string; readonly reply: Reply | undefined };

const rowsOf = ({ invited, replies }: Props): readonly Row[] =>
  [...Map.groupBy(invited, ({ seatId }) => seatId)].map(([seatId, people]) => ({
    seat: people[0]?.seatTitle ?? "",
    people: people.map(({ name }) => name).join(", "),
    reply: replies.find((one) => one.seatId === seatId),
  }));

const Replies = (props: Props) => {
  const { ctx, formKey, meeting, invited, replyForm } = props;
  const words = say(ctx);
  const seats = [...new Map(invited.map(({ seatId, seatTitle }) => [seatId, seatTitle]))];
  return (
    <Section id="antworten" heading={words("replies")}>
      <Table
        id="liste"
        caption={words("repliesCaption")}
        rows={rowsOf(props)}
        columns={[
          { heading: words("seat"), cell: ({ seat }) => seat },
          { heading: words("people"), cell: ({ people }) => people },
          {
            heading: words("reply"),
            cell: ({ reply }) => (reply ? replyName(ctx, reply.reply) : words("none")),
          },
          { heading: words("words"), cell: ({ reply }) => reply?.words },
        ]}
      />
      {isAhead(meeting.state) && (
        <More summary={words("note")} open={replyForm !== undefined}>
          <Form
            ctx={ctx}
            id="v"
            action={paths.invitation(meeting.id)}
            formKey={`${formKey}-v`}
            form={replyForm}
            submit={words("noteSave")}
            quiet
          >
            <HiddenField name="was" value="antwort" />
            <Select
              name="seat"
              label={words("seat")}
              options={seats.map(([value, label]) => ({ value, label }))}
            />
            <RadioGroup
              name="reply"
              label={words("reply")}
              options={options(codes, (code) => replyName(ctx, code))}
            />
            <TextField name="words" label={words("words")} maximum={500} optional />
          </Form>
        </More>
      )}
    </Section>
  );
};

const Post = ({ ctx, meeting, agenda, invited }: Props) => {
  const words = say(ctx);
  const without = invited.filter(({ email }) => email === null);
  if (agenda.length === 0) return null;
  return (
    <Section id="post" heading={words("post")}>
      {without.length > 0 && (
        <p>{words("paperText", { names: without.map(({ name }) => name).join(", ") })}</p>
      )}
      <p>
        <a href={paths.invitationPaper(meeting.number)}>{words("paper")}</a>
      </p>
    </Section>
  );
};

/** Inviting to a meeting: until when, whom, by which way, and what they said. */
export const InvitationView = (props: Props) => {
  const { ctx, meeting, agenda, refusal, notice } = props;
  const words = say(ctx);
  const known = notices.find((name) => name === notice);
  return (
    <Stack wide>
      <Title
        kind={meeting.title}
        heading={words("heading")}
        lead={meeting.invitedAt ? words("sent", { day: day(ctx, meeting.invitedAt) }) : whenOf(ctx, meeting)}
      >
        {agenda.length === 0 && (
          <p>
            <a href={paths.agenda(meeting.id)}>{words("toAgenda")}</a>
          </p>
        )}
      </Title>
      {known && <Notice ctx={ctx} kind="success" heading={words(`notice_${known}`)} />}
      {refusal && <Notice ctx={ctx} kind="warning" heading={refusal} />}
      <Send {...props} />
      <Replies {...props} />
      <Post {...props} />
    </Stack>
  );
};

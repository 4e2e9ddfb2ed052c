import type { Context } from "#core/context.ts";
import { time } from "#core/date.ts";
import { type Filled, filledWith } from "#core/input.ts";
import type { ProcedureRules } from "#methods/resolution.ts";
import type { AgendaItem } from "#modules/consortium/agenda/queries.ts";
import { isAhead, type Meeting } from "#modules/consortium/meetings/queries.ts";
import { paths } from "#modules/consortium/paths.ts";
import type { OwnSeat } from "#modules/consortium/seats/queries.ts";
import { replies as codes, replyName } from "#modules/consortium/vocabulary.ts";
import { options, RadioGroup, Select } from "#ui/choices.tsx";
import { HiddenField, TextArea, TextField } from "#ui/fields.tsx";
import { Form } from "#ui/form.tsx";
import { Notice } from "#ui/notice.tsx";
import { Section, Stack, Title } from "#ui/page.tsx";
import { say } from "./messages.ts";
import { type Reply, whenOf } from "./queries.ts";

type Props = {
  readonly ctx: Context;
  readonly formKey: string;
  readonly meeting: Meeting;
  readonly agenda: readonly AgendaItem[];
  readonly seats: readonly OwnSeat[];
  readonly replies: readonly Reply[];
  readonly form?: Filled | undefined;
  readonly proposal?: Filled | undefined;
  readonly rules: Pick<ProcedureRules, "deputies" | "remote">;
  readonly notice: string | undefined;
};

const SeatForm = ({
  ctx,
  formKey,
  meeting,
  seats,
  replies,
  rules,
  form,
  seat,
}: Props & { readonly seat: OwnSeat }) => {
  const words = say(ctx);
  const said = replies.find(({ seatId }) => seatId === seat.id);
  const own = seats.length === 1 || form?.values["seat"] === seat.id;
  return (
    <Form
      ctx={ctx}
      id={`s${seat.position}`}
      action={paths.reply(meeting.id)}
      formKey={`${formKey}-${seat.id}`}
      form={(own ? form : undefined) ?? filledWith({ reply: said?.reply, words: said?.words })}
      submit={words("save")}
      next={words("next")}
    >
      <HiddenField name="seat" value={seat.id} />
      <RadioGroup
        name="reply"
        label={words("reply", { seat: seat.title })}
        hint={[
          words(rules.deputies ? "deputyHint" : "deputyListens"),
          ...(rules.remote ? [] : [words("remoteListens")]),
        ].join(" ")}
        options={options(codes, (code) => replyName(ctx, code))}
      />
      <TextArea name="words" label={words("replyWords")} rows={2} maximum={500} optional />
    </Form>
  );
};

const Propose = ({ ctx, formKey, meeting, seats, proposal }: Props) => {
  const words = say(ctx);
  if (seats.length === 0 || !isAhead(meeting.state)) return null;
  return (
    <Section id="vorschlag" heading={words("propose")}>
      <Form
        ctx={ctx}
        id="v"
        action={paths.propose(meeting.id)}
        formKey={`${formKey}-v`}
        form={proposal}
        submit={words("proposeSave")}
        next={words(meeting.invitedAt ? "proposeLate" : "proposeNext")}
        quiet
      >
        <Select
          name="seat"
          label={words("proposeSeat")}
          options={seats.map(({ id, title }) => ({ value: id, label: title }))}
          blank={false}
        />
        <TextField name="title" label={words("proposeTitle")} maximum={300} />
        <TextArea name="words" label={words("proposeWords")} rows={3} maximum={500} optional />
      </Form>
    </Section>
  );
};

/** An invitation, and what somebody says to it for each of their seats. */
export const ReplyView = (props: Props) => {
  const { ctx, meeting, agenda, seats, notice } = props;
  const words = say(ctx);
  return (
    <Stack wide>
      <Title
        heading={words("heading")}
        lead={words("lead", { title: meeting.title, when: whenOf(ctx, meeting) })}
      >
        <p>{[meeting.whereWords, meeting.onlineWords].filter(Boolean).join(" · ")}</p>
        <p>
          <a href={paths.meeting(meeting.number)}>{words("toMeeting")}</a>
        </p>
      </Title>
      {notice === "antwort" && <Notice ctx={ctx} kind="success" heading={words("notice")} />}
      {notice === "vorschlag" && <Notice ctx={ctx} kind="success" heading={words("noticeProposal")} />}
      {seats.length === 0 && <p>{words("noSeat")}</p>}
      {seats.map((seat) => (
        <SeatForm {...props} seat={seat} />
      ))}
      {agenda.length > 0 && (
        <Section id="tagesordnung" heading={words("agendaHeading")}>
          <ol>
            {agenda.map(({ number, title, startsAt }) => (
              <li value={number}>
                {number}. {title} <span class="al-soft">({time(ctx, startsAt)})</span>
              </li>
            ))}
          </ol>
        </Section>
      )}
      <Propose {...props} />
    </Stack>
  );
};

import type { ComponentChildren } from "preact";
import type { Context } from "#core/context.ts";
import type { Filled } from "#core/input.ts";
import type { Reply } from "#modules/consortium/invitations/queries.ts";
import type { Meeting } from "#modules/consortium/meetings/queries.ts";
import { paths } from "#modules/consortium/paths.ts";
import type { Presence } from "#modules/consortium/presence/queries.ts";
import type { SeatRow } from "#modules/consortium/seats/queries.ts";
import { presenceWays, replyName } from "#modules/consortium/vocabulary.ts";
import { ActionForm } from "#ui/button.tsx";
import { RadioGroup, Select } from "#ui/choices.tsx";
import { SectorSign, State } from "#ui/facts.tsx";
import { HiddenField, TextField, TimeField } from "#ui/fields.tsx";
import { Form } from "#ui/form.tsx";
import { Notice } from "#ui/notice.tsx";
import { Actions, Columns, Section, Stack, Title } from "#ui/page.tsx";
import { Table } from "#ui/table.tsx";
import { say } from "./messages.ts";
import { type Attendance, countedHolders, isThere, limitsOf, lineOf } from "./queries.ts";

type Props = {
  readonly ctx: Context;
  readonly formKey: string;
  readonly meeting: Meeting;
  readonly attendance: Attendance;
  readonly replies: readonly Reply[];
  readonly notice?: string | undefined;
  readonly refusal?: string | undefined;
  readonly form?: Filled | undefined;
  readonly guestForm?: Filled | undefined;
};

/** Whether enough are there to decide, in a sentence. */
export const QuorumState = ({ ctx, quorum }: { readonly ctx: Context } & Pick<Attendance, "quorum">) => (
  <State kind={quorum.met ? "yes" : "late"}>
    {say(ctx)(quorum.met ? "quorumMet" : "quorumMissing", {
      present: quorum.present,
      entitled: quorum.entitled,
      needed: quorum.needed,
    })}
  </State>
);

const Press = ({ ctx, formKey, meeting, attendance: { rules }, seat, presence }: Props & RowProps) => {
  const words = say(ctx);
  const action = paths.presence(meeting.id);
  if (presence)
    return (
      <Actions>
        {(["leave", "strike"] as const).map((was) => (
          <ActionForm
            action={action}
            formKey={`${formKey}-${was}-${presence.id}`}
            label={words(was)}
            object={presence.name}
            values={{ was, presence: presence.id }}
          />
        ))}
      </Actions>
    );
  return (
    <Stack>
      {countedHolders(rules, seat).map(({ id, name, part }) => (
        <Actions>
          {(rules.remote ? presenceWays : (["room"] as const)).map((way) => (
            <ActionForm
              action={action}
              formKey={`${formKey}-${way}-${id}`}
              label={way === "remote" ? words("comeRemote") : words(`come_${part}`, { name })}
              object={way === "remote" ? name : seat.title}
              values={{ was: "come", holder: id, way }}
              kind={way === "room" && part === "member" ? "secondary" : undefined}
            />
          ))}
        </Actions>
      ))}
    </Stack>
  );
};

type RowProps = { readonly seat: SeatRow; readonly presence: Presence | undefined };

const Who = ({ ctx, attendance, ...row }: Props & RowProps): ComponentChildren => {
  const mine = attendance.presences.filter(({ seatId }) => seatId === row.seat.id);
  const open = mine.find((one) => isThere(one, ctx.now));
  return mine.map((one) => (
    <p class="al-soft">{one === open ? <State kind="yes">{lineOf(ctx, one)}</State> : lineOf(ctx, one)}</p>
  ));
};

const replyWords = (ctx: Context, reply: Reply | undefined): string =>
  reply ? replyName(ctx, reply.reply) : say(ctx)("noReply");

const Seats = (props: Props) => {
  const { ctx, meeting, attendance, replies } = props;
  const words = say(ctx);
  const rows = attendance.seats.map((seat) => ({
    seat,
    presence: attendance.presences.find((one) => one.seatId === seat.id && isThere(one, ctx.now)),
    reply: replies.find(({ seatId }) => seatId === seat.id),
  }));
  return (
    <Table
      id="sitze"
      caption={words("caption")}
      rows={rows}
      columns={[
        {
          heading: words("seat"),
          cell: ({ seat }) => (
            <>
              <SectorSign sector={seat.sector} /> {seat.title}
              {!seat.voting && <span class="al-soft"> ({words("advisory")})</span>}
            </>
          ),
        },
        { heading: words("reply"), cell: ({ reply }) => replyWords(ctx, reply) },
        {
          heading: words("who"),
          cell: (row) => (
            <Stack>
              <Who {...props} {...row} />
              {meeting.state === "running" && <Press {...props} {...row} />}
            </Stack>
          ),
        },
      ]}
    />
  );
};

const Later = ({ ctx, formKey, meeting, attendance: { seats, rules }, form }: Props) => {
  const words = say(ctx);
  const holders = seats.flatMap((seat) =>
    countedHolders(rules, seat).map(({ id, name }) => ({ value: id, label: `${name} (${seat.title})` })),
  );
  return (
    <Section id="nachtragen" heading={words("later")} space="none">
      <Form
        ctx={ctx}
        id="n"
        action={paths.presence(meeting.id)}
        formKey={`${formKey}-n`}
        form={form}
        submit={words("laterSave")}
        quiet
      >
        <HiddenField name="was" value="later" />
        <Select name="holder" label={words("laterWho")} options={holders} />
        <TimeField name="time" label={words("laterTime")} />
        <RadioGroup
          name="what"
          label={words("laterWhat")}
          value="room"
          options={[
            { value: "room", label: words("laterCame") },
            ...(rules.remote ? [{ value: "remote", label: words("laterCameRemote") }] : []),
            { value: "left", label: words("laterLeft") },
          ]}
        />
      </Form>
    </Section>
  );
};

const Guests = ({ ctx, formKey, meeting, attendance, guestForm }: Props) => {
  const words = say(ctx);
  return (
    <Section id="gaeste" heading={words("guests")} space="none">
      <ul>
        {attendance.presences
          .filter(({ part }) => part === "guest")
          .map((guest) => (
            <li>
              {lineOf(ctx, guest)}{" "}
              {isThere(guest, ctx.now) && meeting.state === "running" && (
                <ActionForm
                  action={paths.presence(meeting.id)}
                  formKey={`${formKey}-g-${guest.id}`}
                  label={words("leave")}
                  object={guest.name}
                  values={{ was: "leave", presence: guest.id }}
                />
              )}
            </li>
          ))}
      </ul>
      {meeting.state === "running" && (
        <Form
          ctx={ctx}
          id="g"
          action={paths.presence(meeting.id)}
          formKey={`${formKey}-g`}
          form={guestForm}
          submit={words("guestSave")}
          quiet
        >
          <HiddenField name="was" value="guest" />
          <TextField name="name" label={words("guestName")} maximum={200} />
        </Form>
      )}
    </Section>
  );
};

/** Everybody who could be there, with one press for each. */
export const AttendanceView = (props: Props) => {
  const { ctx, formKey, meeting, attendance, replies, notice, refusal } = props;
  const words = say(ctx);
  const running = meeting.state === "running";
  return (
    <Stack wide>
      <Title
        kind={meeting.title}
        heading={words("heading")}
        lead={[words("lead"), ...limitsOf(ctx, attendance.rules)].join(" ")}
      >
        <p>
          <QuorumState ctx={ctx} quorum={attendance.quorum} />
        </p>
        <p>
          <a href={paths.running(meeting.id)}>{words("back")}</a>
        </p>
      </Title>
      {notice && <Notice ctx={ctx} kind="warning" heading={notice} />}
      {refusal && <Notice ctx={ctx} kind="warning" heading={refusal} />}
      {running && replies.some(({ reply }) => reply !== "absent") && attendance.presences.length === 0 && (
        <div>
          <ActionForm
            action={paths.presence(meeting.id)}
            formKey={`${formKey}-alle`}
            label={words("together")}
            values={{ was: "together" }}
            kind="primary"
          />
          <p class="al-soft">{words("togetherNext")}</p>
        </div>
      )}
      <Seats {...props} />
      <Columns>
        <Guests {...props} />
        {running && <Later {...props} />}
      </Columns>
    </Stack>
  );
};

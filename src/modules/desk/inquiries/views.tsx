import type { Context } from "#core/context.ts";
import { ago, dayAndTime } from "#core/date.ts";
import type { Filled } from "#core/input.ts";
import type { FreeSlot } from "#modules/desk/appointments/queries.ts";
import { paths } from "#modules/desk/paths.ts";
import {
  appointmentKinds,
  appointmentName,
  channelName,
  replyKinds,
  replyName,
  resultName,
  results,
  topicName,
} from "#modules/desk/vocabulary.ts";
import { paths as offers } from "#modules/opportunities/paths.ts";
import type { Double } from "#modules/people/queries.ts";
import { personLanguageName } from "#modules/people/vocabulary.ts";
import { Checkbox, RadioGroup, Select } from "#ui/choices.tsx";
import { Pairs } from "#ui/facts.tsx";
import { TextArea } from "#ui/fields.tsx";
import { Form } from "#ui/form.tsx";
import { telephone } from "#ui/link.ts";
import { Notice } from "#ui/notice.tsx";
import { Section, Stack, Title, TwoColumns } from "#ui/page.tsx";
import { Timeline } from "#ui/timeline.tsx";
import { say } from "./messages.ts";
import type { InquiryRow, ReplyRow } from "./queries.ts";

export type InquiryProps = {
  readonly ctx: Context;
  readonly formKey: string;
  readonly inquiry: InquiryRow;
  readonly replies: readonly ReplyRow[];
  readonly slots: readonly FreeSlot[];
  readonly candidates: readonly Double[];
  readonly about?: { readonly slug: string; readonly title: string } | undefined;
  readonly answers: readonly (readonly [string, string])[];
  readonly form?: Filled | undefined;
  readonly refusal?: "closed" | "noEmail" | "taken" | "past" | undefined;
  readonly notice?: string | undefined;
};

const notices = ["notiert", "beantwortet", "verbunden", "vereinbart", "abgeschlossen"] as const;

const News = ({ ctx, notice, refusal }: Pick<InquiryProps, "ctx" | "notice" | "refusal">) => {
  const known = notices.find((name) => name === notice);
  return (
    <>
      {known && (
        <Notice ctx={ctx} kind="success">
          {say(ctx)(`notice_${known}`)}
        </Notice>
      )}
      {refusal && (
        <Notice ctx={ctx} kind="warning">
          {say(ctx)(`refused_${refusal}`)}
        </Notice>
      )}
    </>
  );
};

const Facts = ({ ctx, inquiry, about, answers }: InquiryProps) => {
  const words = say(ctx);
  return (
    <Pairs
      pairs={[
        [words("contact"), inquiry.phone && <a href={telephone(inquiry.phone)}>{inquiry.phone}</a>],
        [words("email"), inquiry.email && <a href={`mailto:${inquiry.email}`}>{inquiry.email}</a>],
        [words("reachable"), inquiry.reachable],
        [words("language"), inquiry.language !== "de" && personLanguageName(ctx, inquiry.language)],
        [words("about"), about && <a href={offers.show(about.slug)}>{about.title}</a>],
        ...answers,
        [words("person"), inquiry.personId && <a href={paths.file(inquiry.personId)}>{words("openFile")}</a>],
      ]}
    />
  );
};

const History = ({ ctx, inquiry, replies }: InquiryProps) => (
  <Timeline
    ctx={ctx}
    moments={[
      ...replies
        .map(({ kind, words, by, writtenAt }) => ({
          when: writtenAt,
          text: `${[replyName(ctx, kind), by].filter(Boolean).join(", ")}: ${words}`,
        }))
        .reverse(),
      { when: inquiry.arrivedAt, text: `${inquiry.who} ${say(ctx)("asked")}` },
    ]}
  />
);

const Reply = ({ ctx, formKey, inquiry, form }: InquiryProps) => {
  const words = say(ctx);
  return (
    <Form
      ctx={ctx}
      id="antwort"
      action={paths.inquiryPart(inquiry.id, "antworten")}
      formKey={`${formKey}r`}
      form={form}
      submit={words("replySubmit")}
    >
      <RadioGroup
        name="art"
        label={words("replyKind")}
        hint={words("replyHint")}
        value={inquiry.email ? "answer" : "call"}
        options={replyKinds.map((value) => ({ value, label: replyName(ctx, value) }))}
        row
      />
      <TextArea name="worte" label={words("replyWords")} maximum={5000} />
      <Checkbox name="fertig" label={words("replyDone")} />
    </Form>
  );
};

const Link = ({ ctx, formKey, inquiry, candidates }: InquiryProps) => {
  const words = say(ctx);
  const known = candidates.map(({ id, name, townName }) => ({
    value: id,
    label: townName ? words("fileKnown", { name, where: townName }) : name,
  }));
  return (
    <Form
      ctx={ctx}
      id="person"
      action={paths.inquiryPart(inquiry.id, "person")}
      formKey={`${formKey}p`}
      submit={words("linkSubmit")}
    >
      <RadioGroup
        name="akte"
        label={words("linkHeading")}
        hint={words("fileHint")}
        value={known[0]?.value ?? "neu"}
        options={[...known, { value: "neu", label: words("fileNew") }]}
      />
    </Form>
  );
};

const Appointment = ({ ctx, formKey, inquiry, slots }: InquiryProps) => {
  const words = say(ctx);
  if (slots.length === 0) {
    return (
      <p>
        {words("appointmentNone")} <a href={`${paths.appointments}#zeiten`}>{words("appointmentOffer")}</a>
      </p>
    );
  }
  return (
    <Form
      ctx={ctx}
      id="termin"
      action={paths.inquiryPart(inquiry.id, "termin")}
      formKey={`${formKey}t`}
      submit={words("appointmentSubmit")}
    >
      <Select
        name="termin"
        label={words("appointmentSlot")}
        options={slots.map((slot) => ({
          value: slot.id,
          label: `${dayAndTime(ctx, slot.startsAt, slot.endsAt)}, ${slot.adviser}`,
        }))}
        blank={false}
      />
      <RadioGroup
        name="art"
        label={words("appointmentKind")}
        value="visit"
        options={appointmentKinds.map((value) => ({ value, label: appointmentName(ctx, value) }))}
        row
      />
    </Form>
  );
};

const Close = ({ ctx, formKey, inquiry }: InquiryProps) => (
  <Form
    ctx={ctx}
    id="abschluss"
    action={paths.inquiryPart(inquiry.id, "abschluss")}
    formKey={`${formKey}c`}
    submit={say(ctx)("closeSubmit")}
  >
    <Select
      name="ergebnis"
      label={say(ctx)("closeResult")}
      options={results.map((value) => ({ value, label: resultName(ctx, value) }))}
    />
  </Form>
);

/** One inquiry: what was asked, what was said since, and what one can do about it. */
export const InquiryPage = (props: InquiryProps) => {
  const { ctx, inquiry, notice, refusal } = props;
  const words = say(ctx);
  const { channel, topic, arrivedAt, closedAt, result } = inquiry;
  const arrived = words("arrived", { channel: channelName(ctx, channel), ago: ago(ctx, arrivedAt) });
  return (
    <Stack wide>
      <Title
        kind={words("title", { number: inquiry.number })}
        heading={inquiry.who}
        lead={`${topicName(ctx, topic)} · ${arrived}`}
      />
      <News ctx={ctx} notice={notice} refusal={refusal} />
      {closedAt && (
        <p>{words("closed", { result: result ? resultName(ctx, result) : "", ago: ago(ctx, closedAt) })}</p>
      )}
      <TwoColumns>
        <Stack wide>
          <blockquote>{inquiry.words}</blockquote>
          <Facts {...props} />
          {!closedAt && (
            <Section id="antworten" heading={words("reply")} space="none">
              <Reply {...props} />
            </Section>
          )}
          <Section id="verlauf" heading={words("history")} space="none">
            <History {...props} />
          </Section>
        </Stack>
        <Stack wide>
          {!inquiry.personId && (
            <Section id="akte" heading={words("file")} space="none">
              <Link {...props} />
            </Section>
          )}
          {!closedAt && (
            <Section id="gespraech" heading={words("appointment")} space="none">
              <Appointment {...props} />
            </Section>
          )}
          {!closedAt && (
            <Section id="schluss" heading={words("close")} space="none">
              <Close {...props} />
            </Section>
          )}
        </Stack>
      </TwoColumns>
    </Stack>
  );
};

import type { ComponentChildren } from "preact";
import type { Context } from "#core/context.ts";
import { day, dayOnly } from "#core/date.ts";
import type { Filled } from "#core/input.ts";
import { paths as offers } from "#modules/opportunities/paths.ts";
import type { SharedRow } from "#modules/placements/referrals/queries.ts";
import { declineReasons, type ReferralState, reasonName } from "#modules/placements/vocabulary.ts";
import { RadioGroup, Select } from "#ui/choices.tsx";
import { Pairs } from "#ui/facts.tsx";
import { TextArea } from "#ui/fields.tsx";
import { Form } from "#ui/form.tsx";
import { telephone } from "#ui/link.ts";
import { Notice } from "#ui/notice.tsx";
import { Section, Stack, Title } from "#ui/page.tsx";
import { answers } from "./commands.ts";
import { say } from "./messages.ts";

/** What was released: nothing else of the person is known to this page. */
export const SharedFacts = ({ ctx, shared }: { readonly ctx: Context; readonly shared: SharedRow }) => {
  const words = say(ctx);
  const { name, phone, email, note, stateSince } = shared;
  const onlyUs = !phone && !email;
  return (
    <Section id="angaben" heading={words("who")} space="none">
      <Pairs
        pairs={[
          [words("name"), name],
          [words("phone"), phone && <a href={telephone(phone)}>{phone}</a>],
          [words("email"), email && <a href={`mailto:${email}`}>{email}</a>],
          [words("note"), note && `„${note}“`],
          [words("asked"), shared.state === "sent" && day(ctx, stateSince)],
        ]}
      />
      {onlyUs && <p>{words("onlyUs", { phone: ctx.place.officePhone })}</p>}
      <p class="al-soft al-small">{words("care")}</p>
    </Section>
  );
};

export type AnswerFormProps = {
  readonly ctx: Context;
  readonly formKey: string;
  readonly action: string;
  readonly form?: Filled | undefined;
  /** Noted by the office, in its words. */
  readonly office?: boolean | undefined;
  /** What the office notes besides. */
  readonly children?: ComponentChildren;
};

const spoken = (ctx: Context) => {
  const words = say(ctx);
  return {
    options: answers.map((answer) => ({
      value: answer,
      label: words(answer),
      hint: words(`${answer}_hint`),
    })),
    label: words("answer"),
    reason: words("reason"),
    words: words("words"),
    hint: words("wordsHint"),
    submit: words("send"),
    next: words("next"),
  };
};

const noted = (ctx: Context) => {
  const words = say(ctx);
  return {
    options: answers.map((answer) => ({ value: answer, label: words(`office_${answer}`) })),
    label: words("office"),
    reason: words("office_reason"),
    words: words("office_words"),
    hint: undefined,
    submit: words("office_send"),
    next: undefined,
  };
};

/** Yes, a question, or no with its reason: said by the organization, or noted by the office. */
export const AnswerForm = ({ ctx, formKey, action, form, office, children }: AnswerFormProps) => {
  const text = office ? noted(ctx) : spoken(ctx);
  const { submit, next } = text;
  return (
    <Form ctx={ctx} id="antwort" action={action} formKey={formKey} form={form} submit={submit} next={next}>
      <RadioGroup name="antwort" label={text.label} options={text.options} />
      <Select
        name="grund"
        label={text.reason}
        options={declineReasons.map((reason) => ({ value: reason, label: reasonName(ctx, reason) }))}
        optional
      />
      <TextArea name="worte" label={text.words} hint={text.hint} rows={4} maximum={2_000} optional />
      {children}
    </Form>
  );
};

const standing = (ctx: Context, state: ReferralState, placedOn: string | null): string | undefined => {
  const words = say(ctx);
  if (state === "sent") return undefined;
  if (state === "accepted" || state === "trial") return words(`state_${state}`);
  if (state === "placed") return words("state_placed", { day: dayOnly(ctx, placedOn ?? ctx.now) });
  return words(state === "withdrawn" ? "state_withdrawn" : "state_over");
};

export type AnswerPageProps = AnswerFormProps & {
  readonly title: string;
  readonly slug: string;
  readonly organization: string;
  readonly state: ReferralState;
  /** Nothing, when the organization may no longer know anything. */
  readonly shared?: SharedRow | undefined;
  readonly notice?: string | undefined;
  readonly refusal?: "notNow" | undefined;
};

const notices = ["accepted", "question", "declined"] as const;

/** The organization sees what was released for it, and answers. */
export const AnswerPage = (props: AnswerPageProps) => {
  const { ctx, title, slug, organization, state, shared, refusal } = props;
  const words = say(ctx);
  const notice = notices.find((name) => name === props.notice);
  return (
    <Stack wide>
      <Title heading={words("heading")} lead={words("lead", { title, organization })} />
      {refusal && <Notice ctx={ctx} kind="warning" heading={words("refused_notNow")} />}
      {notice && <Notice ctx={ctx} kind="success" heading={words(`notice_${notice}`)} />}
      {!notice && standing(ctx, state, shared?.placedOn ?? null) && (
        <p>{standing(ctx, state, shared?.placedOn ?? null)}</p>
      )}
      {shared && <SharedFacts ctx={ctx} shared={shared} />}
      <p>
        <a href={offers.show(slug)}>{words("showOffer")}</a>
      </p>
      {state === "sent" && shared && <AnswerForm {...props} />}
      {ctx.place.officePhone && <p class="al-soft">{words("call", { phone: ctx.place.officePhone })}</p>}
    </Stack>
  );
};

/** The link was right once. */
export const Expired = ({ ctx }: { readonly ctx: Context }) => (
  <Stack wide>
    <Title heading={say(ctx)("expiredTitle")} />
    <p>{say(ctx)("expired", { phone: ctx.place.officePhone })}</p>
  </Stack>
);

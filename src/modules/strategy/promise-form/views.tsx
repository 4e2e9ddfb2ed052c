import type { ComponentChildren } from "preact";
import type { Context } from "#core/context.ts";
import { dayWithYear, isoDay } from "#core/date.ts";
import type { Filled } from "#core/input.ts";
import type { CommitmentRow } from "#modules/strategy/commitments/queries.ts";
import { givenLine, PromiseState } from "#modules/strategy/commitments/views.tsx";
import { amountText } from "#modules/strategy/commitments/vocabulary.ts";
import { isOpen } from "#modules/strategy/measures/queries.ts";
import { paths } from "#modules/strategy/paths.ts";
import { commitmentKindName, commitmentKinds, commitmentStateName } from "#modules/strategy/vocabulary.ts";
import { options, RadioGroup, Select } from "#ui/choices.tsx";
import { Pairs } from "#ui/facts.tsx";
import { DateField, NumberField, TextArea, TextField } from "#ui/fields.tsx";
import { Form } from "#ui/form.tsx";
import { Notice } from "#ui/notice.tsx";
import { Section } from "#ui/page.tsx";
import { say } from "./messages.ts";

export type Base = { readonly ctx: Context; readonly formKey: string };
export type Choice = { readonly id: string; readonly name: string };

/** What just happened, as the address says it. */
export const heard = ["angeboten", "gegeben", "verlaengert", "beendet", "beantwortet", "zusage"] as const;
export type Heard = (typeof heard)[number];
export type Refusal = "closed" | "over" | "answered" | "notConfirmed" | "renewed" | "earlier";

/** What just happened, or why it did not. */
export const Spoken = ({
  ctx,
  notice,
  refusal,
}: {
  readonly ctx: Context;
  readonly notice?: Heard | undefined;
  readonly refusal?: Refusal | undefined;
}) => (
  <>
    {notice && <Notice ctx={ctx} kind="success" heading={say(ctx)(`notice_${notice}`)} />}
    {refusal && <Notice ctx={ctx} kind="warning" heading={say(ctx)(`refused_${refusal}`)} />}
  </>
);

type FieldsProps = { readonly ctx: Context; readonly organizations: readonly Choice[] };

/** What is given, by whom, from when to when. */
export const PromiseFields = ({ ctx, organizations }: FieldsProps) => {
  const words = say(ctx);
  const [only, ...others] = organizations;
  return (
    <>
      <Select
        name="organizationId"
        label={words("organization")}
        options={organizations.map(({ id, name }) => ({ value: id, label: name }))}
        {...(others.length === 0 ? { value: only?.id, blank: false as const } : {})}
      />
      <RadioGroup
        name="kind"
        label={words("kind")}
        options={options(commitmentKinds, (code) => commitmentKindName(ctx, code))}
        row
      />
      <NumberField name="amount" label={words("amount")} hint={words("amountHint")} decimal />
      <TextField name="words" label={words("words")} hint={words("wordsHint")} maximum={500} />
      <DateField name="startsOn" label={words("startsOn")} value={isoDay(ctx.now)} />
      <DateField name="endsOn" label={words("endsOn")} />
    </>
  );
};

/** One promise in a few lines. */
export const PromisePairs = ({
  ctx,
  promise,
}: {
  readonly ctx: Context;
  readonly promise: CommitmentRow;
}) => {
  const words = say(ctx);
  return (
    <Pairs
      pairs={[
        [words("measure"), <a href={paths.measure(promise.measureNumber)}>{promise.measure}</a>],
        [words("organization"), promise.organization],
        [words("amount"), amountText(ctx, promise.kind, promise.amount)],
        [words("words"), promise.words],
        [
          words("period"),
          words("span", { from: dayWithYear(ctx, promise.startsOn), to: dayWithYear(ctx, promise.endsOn) }),
        ],
        [words("givenSoFar"), givenLine(ctx, promise)],
        [
          words("state"),
          promise.state === "confirmed" ? (
            commitmentStateName(ctx, promise.state)
          ) : (
            <PromiseState ctx={ctx} promise={promise} />
          ),
        ],
      ]}
    />
  );
};

type Forms = {
  readonly answering?: Filled | undefined;
  readonly giving?: Filled | undefined;
  readonly renewing?: Filled | undefined;
  readonly ending?: Filled | undefined;
};

export type PartsProps = Base &
  Forms & {
    readonly promise: CommitmentRow;
    /** Where this promise is handled: of its own people, or of the office. */
    readonly at: string;
    readonly children?: ComponentChildren;
  };

const Given = ({ ctx, formKey, promise, at, giving }: PartsProps) => (
  <Section id="gegeben" heading={say(ctx)("tellGiven")}>
    <Form
      ctx={ctx}
      id="g"
      action={`${at}/stand`}
      submit={say(ctx)("tellGiven")}
      next={say(ctx)("givenNext")}
      formKey={formKey}
      form={giving}
    >
      <NumberField
        name="given"
        label={say(ctx)("given")}
        hint={say(ctx)("givenHint", { amount: amountText(ctx, promise.kind, promise.amount) })}
        decimal
      />
    </Form>
  </Section>
);

const Renewal = ({ ctx, formKey, promise, at, renewing }: PartsProps) => (
  <Section id="verlaengern" heading={say(ctx)("renewNow")}>
    {promise.renewed ? (
      <p>{say(ctx)("renewed")}</p>
    ) : (
      <Form
        ctx={ctx}
        id="v"
        action={`${at}/verlaengerung`}
        submit={say(ctx)("renewNow")}
        next={say(ctx)("renewNext")}
        formKey={formKey}
        form={renewing}
        quiet
      >
        <DateField name="endsOn" label={say(ctx)("renew")} min={promise.endsOn} />
      </Form>
    )}
  </Section>
);

const End = ({ ctx, formKey, promise, at, ending }: PartsProps) => {
  const words = say(ctx);
  const offered = promise.state === "offered";
  return (
    <Section id="beenden" heading={words(offered ? "withdraw" : "end")}>
      <Form
        ctx={ctx}
        id="e"
        action={`${at}/ende`}
        submit={words(offered ? "withdraw" : "endNow")}
        next={offered ? undefined : words("endNext")}
        formKey={formKey}
        form={ending}
        quiet
      >
        <TextArea name="words" label={words("endWords")} rows={2} maximum={1_000} />
      </Form>
    </Section>
  );
};

/** What can be done with a promise as it stands: tell what was given, renew, end. */
export const PromiseParts = (props: PartsProps) => {
  const { state, measureState } = props.promise;
  return (
    <>
      {(state === "confirmed" || state === "ended") && <Given {...props} />}
      {state === "confirmed" && isOpen(measureState) && <Renewal {...props} />}
      {(state === "confirmed" || state === "offered") && <End {...props} />}
    </>
  );
};

/** The answer of the office to an offer: yes, or no with a reason. */
export const Answer = ({ ctx, formKey, at, answering }: PartsProps) => {
  const words = say(ctx);
  return (
    <Section id="antwort" heading={words("answer")}>
      <Form
        ctx={ctx}
        id="a"
        action={`${at}/antwort`}
        submit={words("answerNow")}
        next={words("answerNext")}
        formKey={formKey}
        form={answering}
      >
        <RadioGroup
          name="answer"
          label={words("answer")}
          options={[
            { value: "confirmed", label: words("yes") },
            { value: "declined", label: words("no") },
          ]}
        />
        <TextArea
          name="words"
          label={words("answerWords")}
          hint={words("answerHint")}
          rows={2}
          maximum={1_000}
          optional
        />
      </Form>
    </Section>
  );
};

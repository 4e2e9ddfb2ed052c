import type { Context } from "#core/context.ts";
import { dayOnly } from "#core/date.ts";
import type { Filled } from "#core/input.ts";
import { dayOf } from "#core/local-time.ts";
import { AnswerForm } from "#modules/placements/answers/views.tsx";
import { paths } from "#modules/placements/paths.ts";
import type { ReferralRow } from "#modules/placements/referrals/queries.ts";
import { DataBoxes } from "#modules/placements/releases/views.tsx";
import {
  endReasons,
  notedWays,
  type Reason,
  reasonName,
  wayName,
  withdrawReasons,
} from "#modules/placements/vocabulary.ts";
import { ActionForm } from "#ui/button.tsx";
import { RadioGroup, Select } from "#ui/choices.tsx";
import { DateField, TextArea } from "#ui/fields.tsx";
import { Form } from "#ui/form.tsx";
import { More, Section, Stack } from "#ui/page.tsx";
import { say } from "./messages.ts";

export type StepProps = {
  readonly ctx: Context;
  readonly formKey: string;
  readonly referral: ReferralRow;
  /** The form that was sent and came back, and which one it was. */
  readonly sent?: { readonly part: string; readonly form: Filled } | undefined;
};

const formOf = ({ sent }: StepProps, part: string): Filled | undefined =>
  sent?.part === part ? sent.form : undefined;

const Way = ({ ctx }: { readonly ctx: Context }) => (
  <RadioGroup
    name="weg"
    label={say(ctx)("way")}
    row
    options={notedWays.map((way) => ({ value: way, label: wayName(ctx, way) }))}
    value="phone"
  />
);

const Release = (props: StepProps) => {
  const { ctx, formKey, referral } = props;
  const words = say(ctx);
  return (
    <Section id="freigabe" heading={words("releaseHeading")} space="none">
      <Stack wide>
        <p>{words("releaseText", referral)}</p>
        <Form
          ctx={ctx}
          id="freigeben"
          action={paths.referralPart(referral.id, "freigabe")}
          formKey={`${formKey}f`}
          form={formOf(props, "freigabe")}
          submit={words("releaseAndAsk")}
          next={words("releaseNext", referral)}
        >
          <DataBoxes ctx={ctx} person={referral} />
          <Way ctx={ctx} />
          <TextArea
            name="notiz"
            label={words("note")}
            hint={words("noteHint")}
            rows={2}
            maximum={1_000}
            optional
          />
        </Form>
        {referral.email && (
          <>
            <p>{words("linkText", referral)}</p>
            <ActionForm
              action={paths.referralPart(referral.id, "link")}
              formKey={`${formKey}l`}
              label={words("sendLink")}
              kind="secondary"
            />
          </>
        )}
      </Stack>
    </Section>
  );
};

const Ask = ({ ctx, formKey, referral }: StepProps) => {
  const action = paths.referralPart(referral.id, "anfrage");
  return (
    <Stack wide>
      <p>{say(ctx)("askText", referral)}</p>
      <ActionForm action={action} formKey={`${formKey}a`} label={say(ctx)("askedByPhone")} kind="primary" />
    </Stack>
  );
};

const Answer = (props: StepProps) => {
  const { ctx, formKey, referral } = props;
  return (
    <Section id="antwort" heading={say(ctx)("answerHeading")} space="none">
      <Stack wide>
        <p>
          {say(ctx)("waiting", {
            organization: referral.organization,
            day: dayOnly(ctx, referral.stateSince),
          })}
        </p>
        <AnswerForm
          ctx={ctx}
          formKey={`${formKey}w`}
          action={paths.referralPart(referral.id, "antwort")}
          form={formOf(props, "antwort")}
          office
        >
          <Way ctx={ctx} />
        </AnswerForm>
      </Stack>
    </Section>
  );
};

type DayFormProps = StepProps & {
  readonly part: "schnuppern" | "einsatz";
  readonly heading: string;
  readonly label: string;
  readonly submit: string;
  readonly next: string;
};

const DayForm = (props: DayFormProps) => {
  const { ctx, formKey, referral, part } = props;
  return (
    <Section id={part} heading={props.heading} space="none">
      <Form
        ctx={ctx}
        id={`f-${part}`}
        action={paths.referralPart(referral.id, part)}
        formKey={`${formKey}${part.slice(0, 2)}`}
        form={formOf(props, part)}
        submit={props.submit}
        next={props.next}
      >
        <DateField name="tag" label={props.label} value={dayOf(ctx.now)} />
      </Form>
    </Section>
  );
};

const Trial = (props: StepProps) => {
  const words = say(props.ctx);
  const facts = {
    heading: words("trialHeading"),
    label: words("day"),
    submit: words("trial"),
    next: words("trialNext"),
  };
  return <DayForm {...props} {...facts} part="schnuppern" />;
};

const Place = (props: StepProps) => {
  const words = say(props.ctx);
  const facts = {
    heading: words("placeHeading"),
    label: words("placeDay"),
    submit: words("place"),
    next: words("placeNext"),
  };
  return <DayForm {...props} {...facts} part="einsatz" />;
};

type ReasonFormProps = StepProps & {
  readonly part: "ende" | "ruecknahme";
  readonly heading: string;
  readonly submit: string;
  readonly next: string;
  readonly reasons: readonly Reason[];
};

const ReasonForm = (props: ReasonFormProps) => {
  const { ctx, formKey, referral, part, reasons, sent } = props;
  return (
    <div id={part}>
      <More summary={props.heading} open={sent?.part === part}>
        <Form
          ctx={ctx}
          id={`f-${part}`}
          action={paths.referralPart(referral.id, part)}
          formKey={`${formKey}${part.slice(0, 2)}`}
          form={formOf(props, part)}
          submit={props.submit}
          next={props.next}
        >
          <Select
            name="grund"
            label={say(ctx)("endReason")}
            options={reasons.map((reason) => ({ value: reason, label: reasonName(ctx, reason) }))}
            optional={part === "ruecknahme"}
          />
          <Way ctx={ctx} />
        </Form>
      </More>
    </div>
  );
};

const End = (props: StepProps) => {
  const words = say(props.ctx);
  const facts = { heading: words("endHeading"), submit: words("end"), next: words("endNext") };
  return <ReasonForm {...props} {...facts} part="ende" reasons={endReasons} />;
};

const Withdraw = (props: StepProps) => {
  const words = say(props.ctx);
  const next = words("withdrawNext", props.referral);
  const facts = { heading: words("withdrawHeading"), submit: words("withdraw"), next };
  return <ReasonForm {...props} {...facts} part="ruecknahme" reasons={withdrawReasons} />;
};

/** Everything that can be done to a referral as it stands: first what comes next, then what may happen instead. */
export const Steps = (props: StepProps) => {
  const { ctx, referral } = props;
  const words = say(ctx);
  const { state } = referral;
  const canEnd = state === "accepted" || state === "trial" || state === "placed";
  const canWithdraw = canEnd || state === "proposed" || state === "released" || state === "sent";
  if (!canWithdraw) return <p>{words("over")}</p>;
  return (
    <Stack wide>
      {state === "proposed" && <Release {...props} />}
      {state === "released" && <Ask {...props} />}
      {state === "sent" && <Answer {...props} />}
      {state === "trial" && <Place {...props} />}
      {state === "accepted" && <Trial {...props} />}
      {state === "accepted" && <Place {...props} />}
      {canEnd && <End {...props} />}
      {state !== "placed" && <Withdraw {...props} />}
    </Stack>
  );
};

import type { Context } from "#core/context.ts";
import { cooperationKindName, cooperationKinds } from "#modules/network/vocabulary.ts";
import { fieldName, fields } from "#modules/organizations/vocabulary.ts";
import { Checkbox, options, RadioGroup, Select } from "#ui/choices.tsx";
import { DateField, TextArea, TextField } from "#ui/fields.tsx";
import { Notice } from "#ui/notice.tsx";
import { say } from "./messages.ts";

type Base = { readonly ctx: Context };

export const notices = [
  "neu",
  "bestaetigt",
  "abgelehnt",
  "gespeichert",
  "gefragt",
  "beendet",
  "zurueck",
  "beleg",
  "entfernt",
] as const;
export type NoticeName = (typeof notices)[number];

export type Refusal =
  | "notAsked"
  | "same"
  | "over"
  | "why"
  | "double"
  | "notConfirmed"
  | "order"
  | "ended"
  | "confirmed"
  | "future"
  | "outside"
  | "alone"
  | "notAPdf"
  | "tooBig"
  | "few"
  | "gone"
  | "notRenewable";

/** What was done, or why it was not. */
export const Heard = ({
  ctx,
  notice,
  refusal,
}: Base & { readonly notice?: NoticeName | undefined; readonly refusal?: Refusal | undefined }) => (
  <>
    {notice && <Notice ctx={ctx} kind="success" heading={say(ctx)(`notice_${notice}`)} />}
    {refusal && <Notice ctx={ctx} kind="warning" heading={say(ctx)(`refused_${refusal}`)} />}
  </>
);

/** What two or more do together: the fields of a proposal and of a correction. */
export const CooperationFields = ({ ctx }: Base) => {
  const words = say(ctx);
  return (
    <>
      <TextField name="topic" label={words("topic")} hint={words("topicHint")} maximum={300} />
      <RadioGroup
        name="kind"
        label={words("kind")}
        options={cooperationKinds.map((value) => ({
          value,
          label: cooperationKindName(ctx, value),
          hint: words(`kind_${value}`),
        }))}
      />
      <TextArea
        name="agreement"
        label={words("agreement")}
        hint={words("agreementHint")}
        rows={3}
        maximum={6_000}
        optional
      />
      <DateField name="startsOn" label={words("startsOn")} />
      <DateField name="endsOn" label={words("endsOn")} hint={words("endsOnHint")} optional />
      <Select
        name="field"
        label={words("field")}
        blank={words("fieldBlank")}
        options={options(fields, (code) => fieldName(ctx, code))}
        optional
      />
      <Checkbox name="internal" label={words("internal")} />
    </>
  );
};

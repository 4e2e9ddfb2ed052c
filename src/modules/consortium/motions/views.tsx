import type { Context } from "#core/context.ts";
import { type Filled, filledWith } from "#core/input.ts";
import { subjectName, subjects } from "#modules/consortium/vocabulary.ts";
import { Checkbox, options, Select } from "#ui/choices.tsx";
import { TextArea, TextField } from "#ui/fields.tsx";
import { Form } from "#ui/form.tsx";
import { say } from "./messages.ts";
import type { MotionRow } from "./queries.ts";

type Base = { readonly ctx: Context };
type Seat = { readonly id: string; readonly title: string };

/** What a motion says of itself. */
export const MotionFields = ({ ctx, seats }: Base & { readonly seats: readonly Seat[] }) => {
  const words = say(ctx);
  return (
    <>
      <TextField name="title" label={words("title")} maximum={300} />
      <TextArea
        name="wording"
        label={words("wording")}
        hint={words("wordingHint")}
        rows={4}
        maximum={10_000}
      />
      <TextArea name="reason" label={words("reason")} rows={3} maximum={6_000} optional />
      <Select
        name="subject"
        label={words("subject")}
        hint={words("subjectHint")}
        options={options(subjects, (code) => subjectName(ctx, code))}
        blank={false}
      />
      <Select
        name="proposedBySeatId"
        label={words("seat")}
        blank={words("noSeat")}
        options={seats.map(({ id, title }) => ({ value: id, label: title }))}
        optional
      />
      <Checkbox name="hidden" label={words("hidden")} hint={words("hiddenHint")} />
    </>
  );
};

type FormProps = Base & {
  readonly action: string;
  readonly formKey: string;
  readonly seats: readonly Seat[];
  readonly motion?: MotionRow | undefined;
  readonly form?: Filled | undefined;
  /** Only where a page has several of these. */
  readonly id?: string | undefined;
};

/** Puts a motion, or changes one. */
export const MotionForm = ({ ctx, action, formKey, seats, motion, form, id = "antrag" }: FormProps) => (
  <Form
    ctx={ctx}
    id={id}
    action={action}
    formKey={`${formKey}-${id}`}
    form={form ?? (motion ? filledWith({ ...motion, hidden: !motion.public }) : undefined)}
    submit={say(ctx)(motion ? "change" : "add")}
    quiet
  >
    <MotionFields ctx={ctx} seats={seats} />
  </Form>
);

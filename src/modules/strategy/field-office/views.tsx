import type { Context } from "#core/context.ts";
import { dayWithYear } from "#core/date.ts";
import type { Filled } from "#core/input.ts";
import type { FieldRow, listUnplaced, ObjectiveRow } from "#modules/strategy/fields/queries.ts";
import { paths } from "#modules/strategy/paths.ts";
import { ActionForm } from "#ui/button.tsx";
import { Select } from "#ui/choices.tsx";
import { NumberField, TextArea, TextField } from "#ui/fields.tsx";
import { Form } from "#ui/form.tsx";
import { Notice } from "#ui/notice.tsx";
import { Section, Stack, Title } from "#ui/page.tsx";
import { ItemList } from "#ui/task.tsx";
import { say } from "./messages.ts";

type Base = { readonly ctx: Context; readonly formKey: string };
export type Heard = "neu" | "gespeichert" | "ziel";
type Said = {
  readonly notice?: Heard | undefined;
  readonly refusal?: "there" | "noObjective" | undefined;
};

const Spoken = ({ ctx, notice, refusal }: { readonly ctx: Context } & Said) => (
  <>
    {notice && <Notice ctx={ctx} kind="success" heading={say(ctx)(`notice_${notice}`)} />}
    {refusal && <Notice ctx={ctx} kind="warning" heading={say(ctx)(`refused_${refusal}`)} />}
  </>
);

const Fields = ({ ctx, field }: { readonly ctx: Context; readonly field?: FieldRow }) => {
  const words = say(ctx);
  return (
    <>
      <TextField name="title" label={words("title")} maximum={300} value={field?.title} />
      <TextArea name="words" label={words("words")} rows={4} maximum={6_000} value={field?.words} optional />
      <NumberField
        name="position"
        label={words("position")}
        hint={words("positionHint")}
        value={field && String(field.position)}
        optional
      />
    </>
  );
};

type ListProps = Base &
  Said & {
    readonly fields: readonly FieldRow[];
    readonly objectives: readonly ObjectiveRow[];
    readonly unplaced: Awaited<ReturnType<typeof listUnplaced>>;
    readonly adding?: Filled | undefined;
    readonly placing?: Filled | undefined;
  };

const Placing = ({ ctx, formKey, fields, objectives, unplaced, placing }: ListProps) => {
  const words = say(ctx);
  const choices = [
    ...unplaced.map(({ id, title }) => ({ value: id, label: `${title} (${words("unplaced")})` })),
    ...objectives.map(({ topicId, title, field }) => ({ value: topicId, label: `${title} (${field})` })),
  ];
  if (choices.length === 0) return <p class="al-soft">{words("noObjective")}</p>;
  return (
    <Form
      ctx={ctx}
      id="ziel"
      action={paths.placeObjective}
      submit={words("placeNow")}
      next={words("placeNext")}
      formKey={formKey}
      form={placing}
      quiet
    >
      <Select name="topicId" label={words("objective")} options={choices} />
      <Select
        name="fieldId"
        label={words("field")}
        options={fields.map(({ id, title }) => ({ value: id, label: title }))}
      />
      <NumberField name="untilYear" label={words("untilYear")} optional />
    </Form>
  );
};

/** The fields, the form for the next one, and objectives on their way into a field. */
export const ListView = (props: ListProps) => {
  const { ctx, formKey, fields, objectives, adding } = props;
  const words = say(ctx);
  return (
    <Stack wide>
      <Title heading={words("heading")} lead={words("lead")}>
        <p class="al-actions">
          <a href={paths.front}>{words("toPublic")}</a>
        </p>
      </Title>
      <Spoken {...props} />
      {fields.length === 0 ? (
        <Stack>
          <p>{words("startText")}</p>
          <ActionForm action={paths.startFields} label={words("start")} formKey={formKey} kind="primary" />
        </Stack>
      ) : (
        <ItemList
          items={fields.map(({ id, title, position, endedOn }) => ({
            title,
            href: paths.officeField(id),
            kind: String(position),
            text: words("objectives", { n: objectives.filter(({ fieldId }) => fieldId === id).length }),
            end: endedOn ? words("endedOn", { day: dayWithYear(ctx, endedOn) }) : undefined,
          }))}
        />
      )}
      {fields.length > 0 && (
        <Section id="ziele" heading={words("place")}>
          <Placing {...props} />
        </Section>
      )}
      <Section id="neu" heading={words("add")}>
        <Form
          ctx={ctx}
          action={paths.fields}
          submit={words("addNow")}
          formKey={formKey}
          form={adding}
          quiet={fields.length === 0}
        >
          <Fields ctx={ctx} />
        </Form>
      </Section>
    </Stack>
  );
};

type OneProps = Base & Said & { readonly field: FieldRow; readonly form?: Filled | undefined };

/** One field: its words and its end. */
export const OneView = (props: OneProps) => {
  const { ctx, formKey, field, form } = props;
  const words = say(ctx);
  return (
    <Stack wide>
      <Title kind={words("field")} heading={field.title} />
      <Spoken {...props} />
      <Form
        ctx={ctx}
        action={paths.officeField(field.id)}
        submit={words("save")}
        formKey={formKey}
        form={form}
        cancel={{ href: paths.fields, label: words("heading") }}
      >
        <Fields ctx={ctx} field={field} />
      </Form>
      <Stack>
        {!field.endedOn && <p>{words("endText")}</p>}
        <ActionForm
          action={paths.endField(field.id)}
          label={words(field.endedOn ? "resume" : "end")}
          values={field.endedOn ? {} : { ends: "on" }}
          formKey={formKey}
          kind="secondary"
        />
      </Stack>
    </Stack>
  );
};

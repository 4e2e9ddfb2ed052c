import type { Context } from "#core/context.ts";
import { dayWithYear, isoDay } from "#core/date.ts";
import type { Filled } from "#core/input.ts";
import { amountText } from "#core/number.ts";
import type { ObjectiveRow } from "#modules/strategy/fields/queries.ts";
import { isLate, type MeasureRow } from "#modules/strategy/measures/queries.ts";
import { MeasureStateView } from "#modules/strategy/measures/views.tsx";
import { paths } from "#modules/strategy/paths.ts";
import { lightName, lights, measureStateName, measureStates } from "#modules/strategy/vocabulary.ts";
import { ButtonLink } from "#ui/button.tsx";
import { Checkbox, options, RadioGroup, Select } from "#ui/choices.tsx";
import { DateField, TextArea, TextField } from "#ui/fields.tsx";
import { Form } from "#ui/form.tsx";
import { Actions, Empty, Stack, Title } from "#ui/page.tsx";
import { ItemList } from "#ui/task.tsx";
import { say } from "./messages.ts";

type Base = { readonly ctx: Context; readonly formKey: string };

/** All measures for the office, those that are late on top of each objective's. */
export const ListView = ({
  ctx,
  measures,
}: {
  readonly ctx: Context;
  readonly measures: readonly MeasureRow[];
}) => {
  const words = say(ctx);
  const late = measures.filter((measure) => isLate(ctx, measure));
  const rest = measures.filter((measure) => !isLate(ctx, measure));
  return (
    <Stack wide>
      <Title heading={words("heading")} lead={words("lead")} />
      <Actions>
        <ButtonLink href={paths.addMeasure}>{words("add")}</ButtonLink>
      </Actions>
      {measures.length === 0 ? (
        <Empty heading={words("none")} />
      ) : (
        <ItemList
          items={[...late, ...rest].map((measure) => ({
            title: measure.title,
            href: paths.officeMeasure(measure.id),
            kind: [
              words("number", { number: measure.number }),
              measure.owner,
              measure.public ? "" : words("hidden"),
            ]
              .filter(Boolean)
              .join(" · "),
            text: measure.checkOn && words("check", { day: dayWithYear(ctx, measure.checkOn) }),
            end: <MeasureStateView ctx={ctx} measure={measure} />,
          }))}
        />
      )}
    </Stack>
  );
};

export type Choices = {
  readonly objectives: readonly ObjectiveRow[];
  readonly organizations: readonly { readonly id: string; readonly name: string }[];
};

type FieldsProps = Choices & { readonly ctx: Context; readonly measure?: MeasureRow | undefined };

const Responsible = ({ ctx, organizations, measure }: FieldsProps) => {
  const words = say(ctx);
  return (
    <>
      <Select
        name="organizationId"
        label={words("organization")}
        blank="–"
        options={organizations.map(({ id, name }) => ({ value: id, label: name }))}
        value={measure?.organizationId ?? undefined}
        optional
      />
      <TextField
        name="ownerWords"
        label={words("ownerWords")}
        hint={words("ownerHint")}
        maximum={200}
        value={measure?.ownerWords}
        optional
      />
    </>
  );
};

const MeasureFields = (props: FieldsProps) => {
  const { ctx, objectives, measure } = props;
  const words = say(ctx);
  const cents = measure?.budgetCents ?? null;
  return (
    <>
      <TextField name="title" label={words("title")} maximum={300} value={measure?.title} />
      <Select
        name="topicId"
        label={words("objective")}
        options={objectives.map(({ topicId, title }) => ({ value: topicId, label: title }))}
        value={measure?.topicId}
      />
      <TextArea
        name="words"
        label={words("words")}
        hint={words("wordsHint")}
        maximum={10_000}
        value={measure?.words}
        optional
      />
      <Responsible {...props} />
      <DateField name="startsOn" label={words("startsOn")} value={measure?.startsOn ?? isoDay(ctx.now)} />
      <DateField name="dueOn" label={words("dueOn")} value={measure?.dueOn} />
      <TextField
        name="budgetCents"
        label={words("budget")}
        value={cents === null ? undefined : amountText(ctx, cents)}
        width="short"
        optional
      />
      <TextField
        name="budgetWords"
        label={words("budgetWords")}
        maximum={500}
        value={measure?.budgetWords}
        optional
      />
      <Checkbox name="public" label={words("public")} checked={measure?.public ?? true} />
    </>
  );
};

type EditProps = Base &
  Choices & { readonly measure?: MeasureRow | undefined; readonly form?: Filled | undefined };

/** The form of a measure, new or changed. */
export const EditView = (props: EditProps) => {
  const { ctx, formKey, objectives, measure, form } = props;
  const words = say(ctx);
  if (objectives.length === 0)
    return (
      <Empty heading={words("noObjective")}>
        <p>
          <a href={paths.fields}>{words("toFields")}</a>
        </p>
      </Empty>
    );
  return (
    <>
      <Title heading={words(measure ? "edit" : "add")} />
      <Form
        ctx={ctx}
        action={measure ? paths.editMeasure(measure.id) : paths.addMeasure}
        submit={words(measure ? "save" : "addNow")}
        next={measure ? undefined : words("addNext")}
        formKey={formKey}
        form={form}
        cancel={{ href: paths.officeMeasures, label: words("heading") }}
      >
        <MeasureFields {...props} />
      </Form>
    </>
  );
};

export type OneProps = Base & { readonly measure: MeasureRow; readonly form?: Filled | undefined };

/** How it goes, with a reason. */
export const UpdateForm = ({ ctx, formKey, measure, form }: OneProps) => {
  const words = say(ctx);
  return (
    <Form
      ctx={ctx}
      action={paths.updates(measure.id)}
      submit={words("updateNow")}
      next={words("updateNext")}
      formKey={formKey}
      form={form}
    >
      <DateField
        name="happenedOn"
        label={words("happenedOn")}
        value={isoDay(ctx.now)}
        max={isoDay(ctx.now)}
      />
      <RadioGroup
        name="state"
        label={words("state")}
        options={options(measureStates, (code) => measureStateName(ctx, code))}
        value={measure.state === "planned" ? "running" : measure.state}
        row
      />
      <RadioGroup
        name="light"
        label={words("light")}
        options={options(lights, (code) => lightName(ctx, code))}
        value={measure.light}
        row
      />
      <TextArea
        name="words"
        label={words("updateWords")}
        hint={words("updateHint")}
        rows={4}
        maximum={4_000}
      />
    </Form>
  );
};

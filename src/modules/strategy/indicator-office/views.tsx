import type { Context } from "#core/context.ts";
import { dayWithYear, isoDay } from "#core/date.ts";
import type { Filled } from "#core/input.ts";
import { number } from "#core/number.ts";
import type { ObjectiveRow } from "#modules/strategy/fields/queries.ts";
import { type IndicatorRow, standOf, type ValueRow } from "#modules/strategy/indicators/queries.ts";
import { StandView, valueText } from "#modules/strategy/indicators/views.tsx";
import type { MeasureRow } from "#modules/strategy/measures/queries.ts";
import { paths } from "#modules/strategy/paths.ts";
import { directionName, directions } from "#modules/strategy/vocabulary.ts";
import { ActionForm, ButtonLink } from "#ui/button.tsx";
import { options, RadioGroup, Select } from "#ui/choices.tsx";
import { DateField, NumberField, TextField } from "#ui/fields.tsx";
import { Form } from "#ui/form.tsx";
import { Notice } from "#ui/notice.tsx";
import { Actions, Empty, Section, Title } from "#ui/page.tsx";
import { ItemList } from "#ui/task.tsx";
import { say } from "./messages.ts";

type Base = { readonly ctx: Context; readonly formKey: string };

/** All indicators for the office, each with where it stands. */
export const ListView = ({
  ctx,
  indicators,
}: {
  readonly ctx: Context;
  readonly indicators: readonly IndicatorRow[];
}) => {
  const words = say(ctx);
  return (
    <>
      <Title heading={words("heading")} lead={words("lead")} />
      <Actions>
        <ButtonLink href={paths.addIndicator}>{words("add")}</ButtonLink>
      </Actions>
      {indicators.length === 0 ? (
        <Empty heading={words("none")} />
      ) : (
        <ItemList
          items={indicators.map((row) => ({
            title: row.title,
            href: paths.officeIndicator(row.id),
            kind: row.measure ?? row.objective,
            text:
              row.lastValue !== null &&
              row.lastOn !== null &&
              words("row", { value: valueText(ctx, row, row.lastValue), day: dayWithYear(ctx, row.lastOn) }),
            end: <StandView ctx={ctx} stand={standOf(ctx, row)} />,
          }))}
        />
      )}
    </>
  );
};

export type Choices = {
  readonly objectives: readonly ObjectiveRow[];
  readonly measures: readonly MeasureRow[];
};

type EditProps = Base &
  Choices & {
    readonly indicator?: IndicatorRow | undefined;
    readonly form?: Filled | undefined;
    readonly chosen?: string | undefined;
  };

const Subject = ({ ctx, objectives, measures, indicator, chosen }: EditProps) => (
  <>
    <Select
      name="topicId"
      label={say(ctx)("topic")}
      blank="–"
      options={objectives.map(({ topicId, title }) => ({ value: topicId, label: title }))}
      value={indicator?.topicId ?? undefined}
      optional
    />
    <Select
      name="measureId"
      label={say(ctx)("measure")}
      blank="–"
      options={measures.map(({ id, title }) => ({ value: id, label: title }))}
      value={indicator?.measureId ?? chosen}
      optional
    />
  </>
);

const plain = (ctx: Context, value: number | undefined) =>
  value === undefined ? undefined : number(ctx, value, 6);

/** The form of an indicator, new or changed. */
export const EditForm = (props: EditProps) => {
  const { ctx, formKey, indicator, form } = props;
  const words = say(ctx);
  return (
    <Form
      ctx={ctx}
      id="kennzahl"
      action={indicator ? paths.officeIndicator(indicator.id) : paths.addIndicator}
      submit={words(indicator ? "save" : "addNow")}
      formKey={formKey}
      form={form}
      quiet={indicator !== undefined}
      cancel={{ href: paths.indicators, label: words("heading") }}
    >
      <TextField name="title" label={words("title")} maximum={300} value={indicator?.title} />
      <TextField
        name="unit"
        label={words("unit")}
        hint={words("unitHint")}
        maximum={60}
        value={indicator?.unit}
        width="medium"
      />
      <RadioGroup
        name="direction"
        label={words("direction")}
        options={options(directions, (code) => directionName(ctx, code))}
        value={indicator?.direction ?? "up"}
        row
      />
      <Subject {...props} />
      <NumberField
        name="baseline"
        label={words("baseline")}
        value={plain(ctx, indicator?.baseline)}
        decimal
      />
      <DateField name="baselineOn" label={words("baselineOn")} value={indicator?.baselineOn} />
      <TextField
        name="baselineSource"
        label={words("baselineSource")}
        maximum={500}
        value={indicator?.baselineSource}
      />
      <NumberField name="target" label={words("target")} value={plain(ctx, indicator?.target)} decimal />
      <DateField name="targetOn" label={words("targetOn")} value={indicator?.targetOn} />
    </Form>
  );
};

type OneProps = EditProps & {
  readonly indicator: IndicatorRow;
  readonly values: readonly ValueRow[];
  readonly valuing?: Filled | undefined;
  readonly notice?: "neu" | "gespeichert" | "wert" | undefined;
  readonly refusal?: "ahead" | "beforeBaseline" | undefined;
};

/** One indicator: a value is entered, earlier ones can go, its aim can change. */
export const OneView = (props: OneProps) => {
  const { ctx, formKey, indicator, values, valuing, notice, refusal } = props;
  const words = say(ctx);
  return (
    <>
      <Title kind={indicator.measure ?? indicator.objective} heading={indicator.title}>
        <p>
          <StandView ctx={ctx} stand={standOf(ctx, indicator)} />
        </p>
        <p class="al-actions">
          <a href={paths.indicator(indicator.number)}>{words("toPublic")}</a>
        </p>
      </Title>
      {notice && <Notice ctx={ctx} kind="success" heading={words(`notice_${notice}`)} />}
      {refusal && <Notice ctx={ctx} kind="warning" heading={words(`refused_${refusal}`)} />}
      <Section id="wert" heading={words("newValue")}>
        <Form
          ctx={ctx}
          action={paths.values(indicator.id)}
          submit={words("valueNow")}
          next={words("valueNext")}
          formKey={formKey}
          form={valuing}
        >
          <NumberField name="value" label={words("value")} decimal />
          <DateField
            name="measuredOn"
            label={words("measuredOn")}
            value={isoDay(ctx.now)}
            max={isoDay(ctx.now)}
          />
          <TextField name="source" label={words("source")} hint={words("sourceHint")} maximum={500} />
        </Form>
      </Section>
      {values.length > 0 && (
        <Section id="werte" heading={words("values")}>
          <ItemList
            items={values.toReversed().map(({ id, value, measuredOn, source }) => {
              const title = words("row", {
                value: valueText(ctx, indicator, value),
                day: dayWithYear(ctx, measuredOn),
              });
              return {
                title,
                text: source,
                end: (
                  <ActionForm
                    action={paths.value(indicator.id, id)}
                    label={words("remove")}
                    object={title}
                    formKey={formKey}
                  />
                ),
              };
            })}
          />
        </Section>
      )}
      <Section id="aendern" heading={words("edit")}>
        <EditForm {...props} />
      </Section>
    </>
  );
};

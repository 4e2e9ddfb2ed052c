import type { Context } from "#core/context.ts";
import { day, dayLong } from "#core/date.ts";
import type { Filled } from "#core/input.ts";
import { dayOf, timeOf } from "#core/local-time.ts";
import type { CommitmentRow } from "#modules/shifts/commitments/queries.ts";
import { paths } from "#modules/shifts/paths.ts";
import type { Plan } from "#modules/shifts/queries.ts";
import { say } from "#modules/shifts/recurring/messages.ts";
import {
  DateState,
  inWords,
  News,
  Regulars,
  type Roles,
  SeriesFields,
  SignedUp,
} from "#modules/shifts/recurring/views.tsx";
import type { MadeShift, SeriesDate, SeriesRow } from "#modules/shifts/series/queries.ts";
import { PlanHead } from "#modules/shifts/views.tsx";
import { ActionForm, ActionLink } from "#ui/button.tsx";
import { Fieldset } from "#ui/choices.tsx";
import { DateField, HiddenField, TextField, TimeField } from "#ui/fields.tsx";
import { Form } from "#ui/form.tsx";
import { More, Section, Stack } from "#ui/page.tsx";
import { Table } from "#ui/table.tsx";

/** Each form of the page by its name: the one that was sent comes back with its words. */
export type Sent = { readonly which: "day" | "move" | "change" | "end" | "note"; readonly form: Filled };

type Props = {
  readonly ctx: Context;
  readonly formKey: string;
  readonly plan: Plan;
  readonly roles: Roles;
  readonly series: SeriesRow;
  readonly dates: readonly SeriesDate[];
  readonly shifts: readonly MadeShift[];
  readonly regulars: readonly CommitmentRow[];
  readonly known: readonly { readonly id: string; readonly name: string }[];
  /** The series as its form shows it. */
  readonly form: Filled;
  /** The day that is looked at. */
  readonly chosen?: string | undefined;
  readonly sent?: Sent | undefined;
  readonly refusal?: string | undefined;
  readonly notice?: string | undefined;
};

const sentForm = ({ sent }: Props, which: Sent["which"]): Filled | undefined =>
  sent?.which === which ? sent.form : undefined;

const shiftOn = ({ shifts }: Props, date: SeriesDate): MadeShift | undefined =>
  shifts.find(({ seriesDay }) => seriesDay === date.day);

/** A holiday, or canceled: everybody knows, and nothing is left to decide. */
const isSettled = ({ without }: SeriesDate, shift: MadeShift | undefined): boolean =>
  Boolean(shift?.canceledAt) || (without !== undefined && without !== "leftOut");

const Dates = (props: Props) => {
  const { ctx, plan, series, dates } = props;
  const words = say(ctx);
  if (dates.length === 0) return <p>{words("noDates")}</p>;
  const path = paths.oneSeries(plan.id, series.id);
  return (
    <Table
      id="termine-liste"
      caption={inWords(ctx, series)}
      rows={dates}
      columns={[
        { heading: words("date"), cell: (date) => day(ctx, date.day) },
        {
          heading: words("state"),
          cell: (date) => <DateState ctx={ctx} date={date} shift={shiftOn(props, date)} />,
        },
        {
          heading: words("action"),
          cell: (date) =>
            isSettled(date, shiftOn(props, date)) ? null : (
              <ActionLink
                href={`${path}?tag=${date.day}#tag`}
                label={words("action")}
                object={day(ctx, date.day)}
              />
            ),
        },
      ]}
    />
  );
};

const Move = (props: Props & { readonly shift: MadeShift; readonly date: SeriesDate }) => {
  const { ctx, formKey, plan, series, shift, date } = props;
  const words = say(ctx);
  return (
    <Form
      ctx={ctx}
      id="verlegen"
      action={paths.seriesMove(plan.id, series.id)}
      formKey={`${formKey}m`}
      form={sentForm(props, "move")}
      submit={words("move")}
      next={words("moveNext")}
      label={words("move")}
      quiet
    >
      <HiddenField name="day" value={date.day} />
      <Fieldset legend={words("move")}>
        <DateField name="newDay" label={words("newDay")} value={dayOf(shift.startsAt)} min={dayOf(ctx.now)} />
        <TimeField name="startTime" label={words("startTime")} value={timeOf(shift.startsAt)} />
        <TimeField name="endTime" label={words("endTime")} value={timeOf(shift.endsAt)} />
      </Fieldset>
    </Form>
  );
};

const OneDay = (props: Props) => {
  const { ctx, formKey, plan, series, dates, chosen } = props;
  const words = say(ctx);
  const date = dates.find((one) => one.day === chosen);
  if (!date) return null;
  const shift = shiftOn(props, date);
  const action = paths.seriesDay(plan.id, series.id);
  const people = shift && !shift.canceledAt ? shift.people : 0;
  return (
    <Section id="tag" heading={words("dayHeading", { day: dayLong(ctx, date.day) })}>
      <Stack wide>
        {date.without === "leftOut" && !shift?.canceledAt && (
          <ActionForm
            action={action}
            formKey={formKey}
            kind="primary"
            label={words("takeIn")}
            values={{ day: date.day, what: "in" }}
          />
        )}
        {!date.without && !shift?.canceledAt && (
          <Form
            ctx={ctx}
            id="ausfall"
            action={action}
            formKey={`${formKey}d`}
            form={sentForm(props, "day")}
            submit={words("leaveOut")}
            label={words("leaveOut")}
            next={people > 0 ? words("leaveOutPeople", { n: people }) : undefined}
            quiet
          >
            <HiddenField name="day" value={date.day} />
            <HiddenField name="what" value="out" />
            {people > 0 && (
              <TextField name="why" label={words("why")} hint={words("whyHint")} maximum={300} />
            )}
          </Form>
        )}
        {shift && !shift.canceledAt && <Move {...props} shift={shift} date={date} />}
      </Stack>
    </Section>
  );
};

const Change = (props: Props) => {
  const { ctx, formKey, plan, roles, series, shifts } = props;
  const words = say(ctx);
  const form = sentForm(props, "change") ?? props.form;
  const hasPeople = shifts.some(({ people, canceledAt }) => people > 0 && !canceledAt);
  return (
    <>
      <Section id="aendern" heading={words("changeHeading")}>
        <p>{words("changeLead")}</p>
        <More summary={words("changeHeading")} open={props.sent?.which === "change"}>
          <Form
            ctx={ctx}
            id="serie"
            action={paths.oneSeries(plan.id, series.id)}
            formKey={`${formKey}c`}
            form={form}
            submit={words("save")}
            label={words("changeHeading")}
            quiet
          >
            <SeriesFields ctx={ctx} roles={roles} form={form} changes />
            {hasPeople && <SignedUp ctx={ctx} />}
          </Form>
        </More>
      </Section>
      <Section id="beenden" heading={words("endHeading")}>
        <Form
          ctx={ctx}
          id="ende"
          action={paths.seriesEnd(plan.id, series.id)}
          formKey={`${formKey}e`}
          form={sentForm(props, "end")}
          submit={words("end")}
          label={words("endHeading")}
          next={words("endNext")}
          quiet
        >
          <DateField name="lastDay" label={words("lastDay")} value={dayOf(ctx.now)} />
          {hasPeople && <SignedUp ctx={ctx} ends />}
        </Form>
      </Section>
    </>
  );
};

/** One series: its rule in words, its next dates, who comes every time, and what can be changed. */
export const OneSeriesPage = (props: Props) => {
  const { ctx, plan, series, notice, refusal } = props;
  return (
    <Stack wide>
      <PlanHead
        ctx={ctx}
        plan={plan}
        part="series"
        heading={series.title || plan.title}
        lead={inWords(ctx, series)}
      />
      <News ctx={ctx} notice={notice} refusal={refusal} />
      <OneDay {...props} />
      <Section id="termine" heading={say(ctx)("dates")}>
        <Dates {...props} />
      </Section>
      <Regulars {...props} note={sentForm(props, "note")} />
      {!series.endedAt && <Change {...props} />}
    </Stack>
  );
};

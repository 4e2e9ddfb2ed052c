import type { Context } from "#core/context.ts";
import { day, dayAndTime } from "#core/date.ts";
import type { Filled } from "#core/input.ts";
import { dayOf } from "#core/local-time.ts";
import type { CommitmentRow } from "#modules/shifts/commitments/queries.ts";
import { paths } from "#modules/shifts/paths.ts";
import type { Plan, Role } from "#modules/shifts/queries.ts";
import type { MadeShift, SeriesDate, SeriesRow } from "#modules/shifts/series/queries.ts";
import {
  hoursInWords,
  ordinalName,
  ordinals,
  ruleInWords,
  weekdayName,
  weekdays,
} from "#modules/shifts/series/vocabulary.ts";
import { Checkbox, CheckboxGroup, Fieldset, options, RadioGroup, Select } from "#ui/choices.tsx";
import { State } from "#ui/facts.tsx";
import { DateField, NumberField, TextField, TimeField } from "#ui/fields.tsx";
import { Form } from "#ui/form.tsx";
import { Notice } from "#ui/notice.tsx";
import { Columns, More, Section } from "#ui/page.tsx";
import { ItemList } from "#ui/task.tsx";
import { say } from "./messages.ts";
import { leastField, mostField, rhythms } from "./queries.ts";

export type Roles = readonly Pick<Role, "id" | "name">[];

const notices = ["angelegt", "geaendert", "behalten", "termin", "beendet", "zusage"] as const;

type NewsProps = {
  readonly ctx: Context;
  readonly notice?: string | undefined;
  readonly refusal?: string | undefined;
};

/** What just happened, and what could not happen. */
export const News = ({ ctx, notice, refusal }: NewsProps) => {
  if (refusal) return <Notice ctx={ctx} kind="warning" heading={refusal} />;
  const known = notices.find((name) => name === notice);
  return known ? <Notice ctx={ctx} kind="success" heading={say(ctx)(`notice_${known}`)} /> : null;
};

/** "jeden Dienstag, nicht an Feiertagen · 15–17 Uhr". */
export const inWords = (ctx: Context, series: SeriesRow): string =>
  [ruleInWords(ctx, series), hoursInWords(ctx, series)].join(" · ");

type DateProps = { readonly ctx: Context; readonly date: SeriesDate; readonly shift?: MadeShift | undefined };

/** What happens on a day of a series, in a few words. */
export const DateState = ({ ctx, date, shift }: DateProps) => {
  const words = say(ctx);
  const { without } = date;
  if (shift?.canceledAt) return <State kind="no">{words("dateCanceled")}</State>;
  if (without === "leftOut") return <State kind="no">{words("dateLeftOut")}</State>;
  if (without) return <State kind="no">{words("dateHoliday", without)}</State>;
  if (!shift) return <State kind="wait">{words("dateLater")}</State>;
  if (+shift.startsAt !== +date.startsAt) {
    return <State kind="info">{words("dateMoved", { when: dayAndTime(ctx, shift.startsAt) })}</State>;
  }
  const n = shift.people;
  return <State kind="yes">{n > 0 ? words("datePeople", { n }) : words("dateTakesPlace")}</State>;
};

const When = ({ ctx, changes }: Pick<FieldsProps, "ctx" | "changes">) => {
  const words = say(ctx);
  const today = dayOf(ctx.now);
  return (
    <Fieldset legend={words("period")}>
      <DateField
        name="startsOn"
        label={words(changes ? "changeFrom" : "startsOn")}
        hint={changes ? words("changeFromHint") : undefined}
        min={today}
      />
      <Columns>
        <TimeField name="startTime" label={words("startTime")} />
        <TimeField name="endTime" label={words("endTime")} hint={words("endTimeHint")} />
      </Columns>
      <Columns>
        <DateField name="until" label={words("until")} hint={words("untilHint")} min={today} optional />
        <NumberField name="count" label={words("count")} optional />
      </Columns>
      <Checkbox name="skipsHolidays" label={words("skipsHolidays")} />
    </Fieldset>
  );
};

const HowOften = ({ ctx, form }: { readonly ctx: Context; readonly form: Filled }) => {
  const words = say(ctx);
  return (
    <>
      <RadioGroup
        name="rhythm"
        label={words("rhythm")}
        options={options(rhythms, (one) => words(`rhythm_${one}`))}
      />
      <CheckboxGroup
        name="weekdays"
        label={words("weekdays")}
        options={options(weekdays, (one) => weekdayName(ctx, one))}
        optional
        row
      />
      <Columns>
        <Select
          name="ordinal"
          label={words("ordinal")}
          options={options(ordinals, (one) => (one === "-1" ? words("ordinalLast") : ordinalName(ctx, one)))}
          optional
        />
        <Select
          name="weekday"
          label={words("weekday")}
          options={options(weekdays, (one) => weekdayName(ctx, one))}
          optional
        />
      </Columns>
      <NumberField name="every" label={words("every")} hint={words("everyHint")} optional />
      <More summary={words("rhythm_rule")} open={form.values["rhythm"] === "rule" || "rule" in form.errors}>
        <TextField name="rule" label={words("rule")} hint={words("ruleHint")} maximum={500} optional />
      </More>
    </>
  );
};

const Needs = ({ ctx, roles }: { readonly ctx: Context; readonly roles: Roles }) => {
  const words = say(ctx);
  return (
    <Fieldset legend={words("who")} hint={words("whoHint")}>
      {roles.map(({ id, name }) => (
        <Columns>
          <NumberField name={leastField(id)} label={`${name}: ${words("minimum")}`} optional />
          <NumberField name={mostField(id)} label={`${name}: ${words("maximum")}`} optional />
        </Columns>
      ))}
    </Fieldset>
  );
};

/** What becomes of those who have signed up for later dates. */
export const SignedUp = ({ ctx, ends }: { readonly ctx: Context; readonly ends?: boolean | undefined }) => {
  const words = say(ctx);
  return (
    <>
      <RadioGroup
        name="signedUp"
        label={words("signedUp")}
        options={options(["keep", "change"] as const, (one) =>
          words(one === "change" && ends ? "signedUp_end" : `signedUp_${one}`),
        )}
        optional
      />
      <TextField name="why" label={words("why")} hint={words("whyHint")} maximum={300} optional />
    </>
  );
};

type FieldsProps = {
  readonly ctx: Context;
  readonly roles: Roles;
  readonly form: Filled;
  /** An existing series is changed. */
  readonly changes?: boolean | undefined;
};

/** All that a series needs to know. */
export const SeriesFields = ({ ctx, roles, form, changes }: FieldsProps) => {
  const words = say(ctx);
  return (
    <>
      <HowOften ctx={ctx} form={form} />
      <When ctx={ctx} changes={changes} />
      <Needs ctx={ctx} roles={roles} />
      <Fieldset legend={words("more")}>
        <TextField name="title" label={words("title")} hint={words("titleHint")} maximum={120} optional />
        <TextField name="whereText" label={words("where")} maximum={200} optional />
      </Fieldset>
    </>
  );
};

type RegularsProps = {
  readonly ctx: Context;
  readonly formKey: string;
  readonly plan: Pick<Plan, "id">;
  readonly series: Pick<SeriesRow, "id">;
  readonly roles: Roles;
  readonly regulars: readonly CommitmentRow[];
  readonly known: readonly { readonly id: string; readonly name: string }[];
  /** What was typed, when it comes back. */
  readonly note?: Filled | undefined;
};

/** Who comes every time, and the form with which a planner notes it. */
export const Regulars = (props: RegularsProps) => {
  const { ctx, formKey, plan, roles, series, regulars, known } = props;
  const words = say(ctx);
  return (
    <Section id="zusagen" heading={words("regulars")}>
      {regulars.length === 0 && <p>{words("regularsNone")}</p>}
      <ItemList
        items={regulars.map(({ id, name, role, every, startsOn, endsOn, pausedFrom }) => ({
          title: name,
          href: paths.myCommitment(id),
          text: [
            role,
            words("regularEvery", { n: every }),
            words("regularSince", { day: day(ctx, startsOn) }),
            endsOn ? words("regularUntil", { day: day(ctx, endsOn) }) : "",
          ]
            .filter(Boolean)
            .join(" · "),
          end: pausedFrom ? <State kind="wait">{words("regularPaused")}</State> : undefined,
        }))}
      />
      {known.length > 0 && (
        <More summary={words("note")} open={props.note !== undefined}>
          <Form
            ctx={ctx}
            id="zusage"
            action={paths.seriesCommitments(plan.id, series.id)}
            formKey={`${formKey}n`}
            form={props.note}
            submit={words("noteSubmit")}
            label={words("note")}
            quiet
          >
            <Select
              name="person"
              label={words("person")}
              hint={words("personHint")}
              options={known.map(({ id, name }) => ({ value: id, label: name }))}
            />
            <Select
              name="role"
              label={words("role")}
              options={roles.map(({ id, name }) => ({ value: id, label: name }))}
            />
            <NumberField name="every" label={words("everyTime")} hint={words("everyTimeHint")} value="1" />
            <DateField name="from" label={words("from")} value={dayOf(ctx.now)} min={dayOf(ctx.now)} />
          </Form>
        </More>
      )}
    </Section>
  );
};

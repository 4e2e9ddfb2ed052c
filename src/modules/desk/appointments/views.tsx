import type { Context } from "#core/context.ts";
import { day, dayAndTime, dayLong, time } from "#core/date.ts";
import type { Filled } from "#core/input.ts";
import { dayOf, plusDays } from "#core/local-time.ts";
import { readOpeningHours } from "#methods/opening-hours.ts";
import { paths } from "#modules/desk/paths.ts";
import { appointmentKinds, appointmentName } from "#modules/desk/vocabulary.ts";
import { ActionForm, ActionLink } from "#ui/button.tsx";
import { CheckboxGroup, RadioGroup, Select } from "#ui/choices.tsx";
import { Pairs } from "#ui/facts.tsx";
import { DateField, HiddenField, NumberField, TextField, TimeField } from "#ui/fields.tsx";
import { Form } from "#ui/form.tsx";
import { telephone } from "#ui/link.ts";
import { Notice } from "#ui/notice.tsx";
import { Actions, Section, Stack, Title } from "#ui/page.tsx";
import { ItemList } from "#ui/task.tsx";
import { say } from "./messages.ts";
import type { AppointmentRow } from "./queries.ts";

type Props = { readonly ctx: Context; readonly formKey: string };
type Choice = { readonly id: string; readonly name: string };

const notices = ["angeboten", "vergeben", "vermerkt", "abgesagt", "verlegt"] as const;

const Happened = ({ ctx, notice }: { readonly ctx: Context; readonly notice: string | undefined }) => {
  const known = notices.find((name) => name === notice);
  if (!known) return null;
  return (
    <Notice ctx={ctx} kind="success">
      {say(ctx)(`notice_${known}`)}
    </Notice>
  );
};

const stateOf = (row: AppointmentRow): "canceled" | "held" | "missed" | "booked" | "free" => {
  if (row.canceledAt) return "canceled";
  if (row.heldAt) return "held";
  if (row.missedAt) return "missed";
  return row.bookedAt ? "booked" : "free";
};

const Day = ({ ctx, date, rows }: { ctx: Context; date: string; rows: readonly AppointmentRow[] }) => {
  const words = say(ctx);
  return (
    <Section id={`tag-${date}`} heading={dayLong(ctx, date)} space="none">
      <ItemList
        items={rows.map((row) => {
          const state = stateOf(row);
          return {
            kind: `${time(ctx, row.startsAt, row.endsAt)} · ${words("withAdviser", { name: row.adviser })}`,
            title: state === "free" ? words("free") : row.name,
            href: paths.appointment(row.id),
            text: state === "free" ? undefined : `${appointmentName(ctx, row.kind)}, ${words(state)}`,
            end: (
              <ActionLink
                href={paths.appointment(row.id)}
                label={words(state === "free" ? "book" : "open")}
                object={`${dayAndTime(ctx, row.startsAt)}, ${row.name}`}
              />
            ),
          };
        })}
      />
    </Section>
  );
};

type OfferProps = Props & { readonly staff: readonly Choice[]; readonly form?: Filled | undefined };

const Offer = ({ ctx, formKey, staff, form }: OfferProps) => {
  const words = say(ctx);
  const me = ctx.actor.kind === "person" ? ctx.actor.id : undefined;
  const hours = readOpeningHours(ctx.place.openingHours);
  const weekdays = ["0", "1", "2", "3", "4", "5", "6"] as const;
  return (
    <Form ctx={ctx} action={paths.slots} formKey={formKey} form={form} submit={words("offerSubmit")}>
      <p class="al-soft">{words("offerLead", { hours: ctx.place.openingHours || words("noHours") })}</p>
      <Select
        name="wer"
        label={words("adviser")}
        options={staff.map(({ id, name }) => ({ value: id, label: name }))}
        value={me}
      />
      <DateField name="von" label={words("from")} value={plusDays(dayOf(ctx.now), 1)} />
      <DateField name="bis" label={words("to")} value={plusDays(dayOf(ctx.now), 14)} />
      <CheckboxGroup
        name="tage"
        label={words("weekdays")}
        hint={words("weekdaysHint")}
        options={weekdays.map((value) => ({ value, label: words(`day_${value}`) }))}
        optional
        row
      />
      <TimeField name="ab" label={words("fromTime")} optional={hours.length > 0} />
      <TimeField name="ende" label={words("toTime")} optional={hours.length > 0} />
      <NumberField name="minuten" label={words("minutes")} value="45" />
      <TextField name="ort" label={words("where")} optional maximum={200} />
    </Form>
  );
};

type WeekProps = OfferProps & {
  readonly monday: string;
  readonly rows: readonly AppointmentRow[];
  readonly notice?: string | undefined;
};

/** A week of the office, day by day, and the form that offers more times. */
export const WeekPage = ({ ctx, formKey, staff, form, monday, rows, notice }: WeekProps) => {
  const words = say(ctx);
  const dates = [...new Set(rows.map((row) => dayOf(row.startsAt)))];
  return (
    <Stack wide>
      <Title heading={words("heading")} lead={words("week", { day: day(ctx, monday) })}>
        <Actions>
          <a href={paths.week(plusDays(monday, -7))}>{words("previousWeek")}</a>
          <a href={paths.week(plusDays(monday, 7))}>{words("nextWeek")}</a>
        </Actions>
      </Title>
      <Happened ctx={ctx} notice={notice} />
      {rows.length === 0 && <p>{words("emptyWeek")}</p>}
      {dates.map((date) => (
        <Day ctx={ctx} date={date} rows={rows.filter((row) => dayOf(row.startsAt) === date)} />
      ))}
      <Section id="zeiten" heading={words("offer")}>
        <Offer ctx={ctx} formKey={formKey} staff={staff} form={form} />
      </Section>
    </Stack>
  );
};

type AppointmentProps = Props & {
  readonly row: AppointmentRow;
  readonly guest: { readonly name?: string; readonly email?: string; readonly phone?: string };
  readonly hidden: Readonly<Record<string, string>>;
  readonly form?: Filled | undefined;
  readonly refusal?: "taken" | "past" | "over" | undefined;
  readonly notice?: string | undefined;
};

const Book = ({ ctx, formKey, row, guest, hidden, form }: AppointmentProps) => {
  const words = say(ctx);
  return (
    <Form
      ctx={ctx}
      action={paths.appointmentPart(row.id, "buchung")}
      formKey={formKey}
      form={form}
      submit={words("bookSubmit")}
      next={words("bookNext")}
    >
      {Object.entries(hidden).map(([name, value]) => (
        <HiddenField name={name} value={value} />
      ))}
      <TextField name="name" label={words("name")} value={guest.name} />
      <TextField name="email" type="email" label={words("email")} value={guest.email} optional />
      <TextField name="telefon" type="tel" label={words("phone")} value={guest.phone} optional />
      <RadioGroup
        name="art"
        label={words("bookKind")}
        value="visit"
        options={appointmentKinds.map((value) => ({ value, label: appointmentName(ctx, value) }))}
        row
      />
    </Form>
  );
};

const Result = ({ ctx, formKey, row }: AppointmentProps) => {
  const words = say(ctx);
  const action = paths.appointmentPart(row.id, "ergebnis");
  return (
    <Actions>
      <ActionForm
        action={action}
        formKey={`${formKey}h`}
        label={words("recordHeld")}
        object={row.name}
        values={{ ergebnis: "held" }}
        kind="primary"
      />
      <ActionForm
        action={action}
        formKey={`${formKey}m`}
        label={words("recordMissed")}
        object={row.name}
        values={{ ergebnis: "missed" }}
        kind="secondary"
      />
    </Actions>
  );
};

const Contact = ({ row }: { readonly row: AppointmentRow }) => (
  <>
    {row.phone && <a href={telephone(row.phone)}>{row.phone}</a>} {row.email}
  </>
);

/** One time: to give away, or with whoever took it. */
export const AppointmentPage = (props: AppointmentProps) => {
  const { ctx, formKey, row, refusal, notice } = props;
  const words = say(ctx);
  const state = stateOf(row);
  return (
    <Stack wide>
      <Title
        kind={words(state)}
        heading={words("bookHeading", { day: dayAndTime(ctx, row.startsAt, row.endsAt) })}
      />
      <Happened ctx={ctx} notice={notice} />
      {refusal && (
        <Notice ctx={ctx} kind="warning">
          {words(`refused_${refusal}`)}
        </Notice>
      )}
      <Pairs
        pairs={[
          [words("name"), state !== "free" && row.name],
          [words("contact"), (row.phone || row.email) && <Contact row={row} />],
          [words("kind"), state !== "free" && appointmentName(ctx, row.kind)],
          [words("where"), row.whereText],
          [words("adviser"), row.adviser],
          [words("file"), row.personId && <a href={paths.file(row.personId)}>{words("openFile")}</a>],
        ]}
      />
      {state === "free" && (
        <Section id="vergeben" heading={words("bookLead")}>
          <Book {...props} />
        </Section>
      )}
      {state === "booked" && (
        <Section id="ergebnis" heading={words("record")}>
          <Result {...props} />
        </Section>
      )}
      {(state === "free" || state === "booked") && (
        <ActionForm
          action={paths.appointmentPart(row.id, "absage")}
          formKey={`${formKey}a`}
          label={words(state === "free" ? "withdraw" : "cancel")}
          object={row.name}
          kind="tertiary"
        />
      )}
    </Stack>
  );
};

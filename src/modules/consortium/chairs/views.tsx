import { isoDay } from "#core/date.ts";
import { filledWith } from "#core/input.ts";
import { paths } from "#modules/consortium/paths.ts";
import type { ConsortiumRow, OfficeRow, SeatRow } from "#modules/consortium/seats/queries.ts";
import { say } from "#modules/consortium/terms/messages.ts";
import { EndTerm, type FormProps, Heard, Term } from "#modules/consortium/terms/views.tsx";
import { officeKindName, officeKinds } from "#modules/consortium/vocabulary.ts";
import { Checkbox, options, RadioGroup, Select } from "#ui/choices.tsx";
import { DateField, TextArea, TextField } from "#ui/fields.tsx";
import { Form } from "#ui/form.tsx";
import { Empty, Section, Stack, Title } from "#ui/page.tsx";
import { Table } from "#ui/table.tsx";

type OfficesProps = FormProps & {
  readonly offices: readonly OfficeRow[];
  readonly seats: readonly SeatRow[];
};

const List = ({ ctx, formKey, offices }: Omit<OfficesProps, "seats">) => {
  const words = say(ctx);
  return (
    <Table
      id="aemter-tabelle"
      caption={words("offices")}
      rows={offices}
      columns={[
        { heading: words("kind"), cell: ({ kind }) => officeKindName(ctx, kind) },
        {
          heading: words("holderName"),
          cell: ({ name, words: about }) => [name, about].filter(Boolean).join(", "),
        },
        { heading: words("officeSeat"), cell: ({ seatTitle }) => seatTitle ?? "–" },
        {
          heading: words("startsOn"),
          cell: ({ startsOn, endsOn }) => <Term ctx={ctx} from={startsOn} to={endsOn} />,
        },
        {
          heading: words("end"),
          cell: ({ id, endsOn }) =>
            endsOn === null && (
              <EndTerm ctx={ctx} formKey={`${formKey}-${id}`} action={paths.endOffice(id)} name={id} />
            ),
        },
      ]}
    />
  );
};

/** Patron and chair, from when to when. */
export const OfficesView = ({ ctx, formKey, form, notice, refusal, offices, seats }: OfficesProps) => {
  const words = say(ctx);
  return (
    <Stack wide>
      <Title heading={words("offices")} lead={words("officesLead")} />
      <Heard ctx={ctx} notice={notice} refusal={refusal} />
      {offices.length === 0 ? (
        <Empty heading={words("officesNone")} />
      ) : (
        <List ctx={ctx} formKey={formKey} offices={offices} />
      )}
      <Section id="eintragen" heading={words("hold")}>
        <Form
          ctx={ctx}
          action={paths.offices}
          formKey={formKey}
          form={form ?? filledWith({ startsOn: isoDay(ctx.now) })}
          submit={words("hold")}
          next={words("holdNext")}
        >
          <RadioGroup
            name="kind"
            label={words("kind")}
            options={options(officeKinds, (code) => officeKindName(ctx, code))}
          />
          <TextField name="name" label={words("holderName")} maximum={200} />
          <TextField name="email" type="email" label={words("email")} hint={words("emailHint")} optional />
          <Select
            name="seatId"
            label={words("officeSeat")}
            blank={words("officeSeatBlank")}
            options={seats.map(({ id, title }) => ({ value: id, label: title }))}
            optional
          />
          <TextField name="words" label={words("words")} maximum={500} optional />
          <DateField name="startsOn" label={words("startsOn")} />
          <Checkbox name="public" label={words("public")} />
        </Form>
      </Section>
    </Stack>
  );
};

/** What the consortium is called, and what it is for. */
export const ProfileView = ({
  ctx,
  formKey,
  form,
  notice,
  consortium,
}: FormProps & { readonly consortium: ConsortiumRow | undefined }) => {
  const words = say(ctx);
  return (
    <Stack wide>
      <Title heading={words("profile")} lead={words("profileLead")} />
      <Heard ctx={ctx} notice={notice} />
      <Form
        ctx={ctx}
        action={paths.profile}
        formKey={formKey}
        form={form ?? filledWith({ ...consortium })}
        submit={words("save")}
      >
        <TextField name="name" label={words("name")} maximum={200} />
        <TextArea
          name="purpose"
          label={words("purpose")}
          hint={words("purposeHint")}
          rows={8}
          maximum={20_000}
          optional
        />
        <DateField name="foundedOn" label={words("foundedOn")} />
      </Form>
    </Stack>
  );
};

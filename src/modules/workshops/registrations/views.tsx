import type { Context } from "#core/context.ts";
import { type Filled, filledWith } from "#core/input.ts";
import { paths } from "#modules/workshops/paths.ts";
import type { Workshop, WorkshopRegistration, WorkshopTable } from "#modules/workshops/schema.ts";
import { type Sector, sectorName, sectors } from "#modules/workshops/vocabulary.ts";
import { ActionForm } from "#ui/button.tsx";
import { options, RadioGroup, Select } from "#ui/choices.tsx";
import { Facts, State } from "#ui/facts.tsx";
import { TextArea, TextField } from "#ui/fields.tsx";
import { Form } from "#ui/form.tsx";
import { Notice } from "#ui/notice.tsx";
import { Actions, Empty, Section, Stack, Title } from "#ui/page.tsx";
import { type Column, Table } from "#ui/table.tsx";
import { say } from "./messages.ts";

export type Refusal = "closed" | "twice" | "full" | "over";

const notices = ["angemeldet", "wartet", "gespeichert", "abgesagt"] as const;

type ToldProps = {
  readonly ctx: Context;
  readonly refusal?: Refusal | undefined;
  readonly notice?: string | undefined;
};

/** What just happened with a registration, or why it did not. */
export const Told = ({ ctx, refusal, notice }: ToldProps) => {
  const words = say(ctx);
  const known = notices.find((one) => one === notice);
  const phone = ctx.place.officePhone;
  if (refusal) return <Notice ctx={ctx} kind="warning" heading={words(`refused_${refusal}`, { phone })} />;
  return known ? <Notice ctx={ctx} kind="success" heading={words(`notice_${known}`)} /> : null;
};

/** A registration as its form knows it. */
export const formOfRegistration = (row: WorkshopRegistration): Filled =>
  filledWith({ ...row, photo: row.photoConsent ? "ja" : "nein" });

type FieldsProps = {
  readonly ctx: Context;
  readonly tables: readonly WorkshopTable[];
  readonly person?: { readonly name: string; readonly email: string } | undefined;
};

/** What somebody says of themselves: the same on the public page and in the office. */
export const RegistrationFields = ({ ctx, tables, person }: FieldsProps) => {
  const words = say(ctx);
  return (
    <>
      <TextField name="name" label={words("name")} value={person?.name} autocomplete="name" />
      <TextField
        name="email"
        label={words("email")}
        hint={words("reach")}
        type="email"
        value={person?.email}
        autocomplete="email"
        optional
      />
      <TextField name="phone" label={words("phone")} type="tel" autocomplete="tel" optional />
      <TextField
        name="organizationName"
        label={words("organization")}
        autocomplete="organization"
        maximum={300}
        optional
      />
      <RadioGroup
        name="sector"
        label={words("sector")}
        options={options(sectors, (sector) => sectorName(ctx, sector))}
        optional
      />
      {tables.length > 0 && (
        <Select
          name="tableId"
          label={words("table")}
          options={tables.map(({ id, title }) => ({ value: id, label: title }))}
          blank={words("tableAny")}
          optional
        />
      )}
      <TextArea
        name="needs"
        label={words("needs")}
        hint={words("needsHint")}
        rows={2}
        maximum={1000}
        optional
      />
      <RadioGroup
        name="photo"
        label={words("photo")}
        options={[
          { value: "ja", label: words("photoYes") },
          { value: "nein", label: words("photoNo") },
        ]}
      />
    </>
  );
};

type PeopleProps = ToldProps & {
  readonly formKey: string;
  readonly workshop: Workshop;
  readonly rows: readonly WorkshopRegistration[];
  readonly tables: readonly WorkshopTable[];
  readonly form?: Filled | undefined;
};

const tally = (rows: readonly WorkshopRegistration[]): readonly (readonly [Sector | null, number])[] =>
  [...sectors, null].map((sector) => [sector, rows.filter((row) => row.sector === sector).length]);

const columnsOf = ({ ctx, formKey, workshop, tables }: PeopleProps): Column<WorkshopRegistration>[] => {
  const words = say(ctx);
  const tableNames = new Map(tables.map(({ id, title }) => [id, title]));
  return [
    {
      heading: words("name"),
      cell: ({ id, name, organizationName }) => (
        <>
          <a href={paths.person(workshop.id, id)}>{name}</a>
          {organizationName && <span class="al-soft"> {organizationName}</span>}
        </>
      ),
    },
    {
      heading: words("seat"),
      cell: ({ state, present, tableId }) => (
        <>
          <State kind={present ? "yes" : state === "waiting" ? "wait" : "info"}>
            {present ? words("isHere") : words(`state_${state}`)}
          </State>{" "}
          {tableId && tableNames.get(tableId)}
        </>
      ),
    },
    { heading: words("columnNeeds"), cell: ({ needs }) => needs },
    {
      heading: words("columnPhoto"),
      cell: ({ photoConsent }) => words(photoConsent ? "photoAllowed" : "photoForbidden"),
    },
    {
      heading: words("present"),
      cell: ({ id, name, present, state }) =>
        state === "registered" && (
          <ActionForm
            action={paths.person(workshop.id, id)}
            formKey={`${formKey}${id.slice(-8)}`}
            values={{ was: present ? "absent" : "present" }}
            label={words(present ? "absent" : "present")}
            object={name}
          />
        ),
    },
  ];
};

/** Everybody who registered, for those who run the day. */
export const PeoplePage = (props: PeopleProps) => {
  const { ctx, formKey, workshop, rows, tables, form } = props;
  const words = say(ctx);
  const coming = rows.filter(({ state }) => state === "registered");
  const waiting = rows.length - coming.length;
  const here = coming.filter(({ present }) => present).length;
  return (
    <Stack>
      <Title heading={words("people")} kind={workshop.title} lead={words("peopleLead")} />
      <Told {...props} />
      <Facts
        facts={[
          {
            value: coming.length,
            of: words("ofSeats", { n: workshop.seats }),
            sentence: words("coming"),
          },
          { value: waiting, sentence: words("waiting") },
          { value: here, sentence: words("here") },
        ]}
      />
      {rows.length === 0 ? (
        <Empty heading={words("nobody")} />
      ) : (
        <>
          <Table
            id="sektoren"
            caption={words("sectors")}
            columns={[
              {
                heading: words("columnSector"),
                cell: ([sector]) => (sector ? sectorName(ctx, sector) : words("sectorNone")),
              },
              { heading: words("columnPeople"), cell: ([, n]) => n, number: true },
            ]}
            rows={tally(coming)}
          />
          <Table id="liste" caption={words("list")} columns={columnsOf(props)} rows={rows} />
          <Actions>
            <a href={paths.peopleOnPaper(workshop.id, "liste")}>{words("printList")}</a>
            <a href={paths.peopleOnPaper(workshop.id, "schilder")}>{words("badges")}</a>
          </Actions>
        </>
      )}
      <Section id="anmelden" heading={words("add")}>
        <p>{words("addLead")}</p>
        <Form
          ctx={ctx}
          action={paths.people(workshop.id)}
          formKey={formKey}
          form={form}
          submit={words("addSubmit")}
          quiet
        >
          <RegistrationFields ctx={ctx} tables={tables} />
        </Form>
      </Section>
    </Stack>
  );
};

type PersonProps = Omit<PeopleProps, "rows"> & { readonly row: WorkshopRegistration };

/** One registration, to be changed or canceled by the office. */
export const PersonPage = ({ ctx, formKey, workshop, tables, row, form, refusal }: PersonProps) => (
  <Stack>
    <Title heading={row.name} kind={workshop.title} />
    <Told ctx={ctx} refusal={refusal} />
    <Form
      ctx={ctx}
      action={paths.person(workshop.id, row.id)}
      formKey={formKey}
      form={form ?? formOfRegistration(row)}
      submit={say(ctx)("save")}
      secondary={[{ label: say(ctx)("cancel"), name: "was", value: "cancel" }]}
      cancel={{ href: paths.people(workshop.id), label: say(ctx)("people") }}
    >
      <RegistrationFields ctx={ctx} tables={tables} />
    </Form>
  </Stack>
);

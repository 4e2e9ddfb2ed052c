import type { Context } from "#core/context.ts";
import { filledWith } from "#core/input.ts";
import { paths } from "#modules/workshops/paths.ts";
import { say } from "#modules/workshops/planning/messages.ts";
import { type Shown, Told } from "#modules/workshops/planning/views.tsx";
import type { Workshop, WorkshopTable } from "#modules/workshops/schema.ts";
import { ActionLink } from "#ui/button.tsx";
import { TextField } from "#ui/fields.tsx";
import { Form } from "#ui/form.tsx";
import { Empty, Section, Stack, Title } from "#ui/page.tsx";
import { type Column, Table } from "#ui/table.tsx";

const TableFields = ({ ctx }: { readonly ctx: Context }) => {
  const words = say(ctx);
  return (
    <>
      <TextField name="title" label={words("tableTitle")} maximum={200} />
      <TextField name="question" label={words("tableQuestion")} maximum={1000} optional />
      <TextField name="hostName" label={words("host")} hint={words("hostHint")} maximum={200} optional />
    </>
  );
};

type TablesProps = Shown & { readonly workshop: Workshop; readonly tables: readonly WorkshopTable[] };

/** The tables of the hall. */
export const TablesPage = ({ ctx, formKey, workshop, tables, form, refusal, notice }: TablesProps) => {
  const words = say(ctx);
  const columns: Column<WorkshopTable>[] = [
    { heading: words("tableTitle"), cell: ({ title }) => title },
    { heading: words("tableQuestion"), cell: ({ question }) => question },
    { heading: words("host"), cell: ({ hostName }) => hostName },
    {
      heading: words("change"),
      cell: ({ id, title }) => (
        <ActionLink href={paths.table(workshop.id, id)} label={words("change")} object={title} />
      ),
    },
  ];
  return (
    <Stack>
      <Title heading={words("tables")} kind={workshop.title} lead={words("tablesLead")} />
      <Told ctx={ctx} refusal={refusal} notice={notice} />
      {tables.length === 0 ? (
        <Empty heading={words("noTables")} />
      ) : (
        <Table id="tische" caption={words("tables")} columns={columns} rows={tables} />
      )}
      <Section id="neu" heading={words("addTable")}>
        <Form
          ctx={ctx}
          action={paths.tables(workshop.id)}
          formKey={formKey}
          form={form}
          submit={words("add")}
          quiet
        >
          <TableFields ctx={ctx} />
        </Form>
      </Section>
    </Stack>
  );
};

type TableProps = Shown & { readonly workshop: Workshop; readonly table: WorkshopTable };

/** One table, to be changed or taken out. */
export const TablePage = ({ ctx, formKey, workshop, table, form, refusal, notice }: TableProps) => (
  <Stack>
    <Title heading={table.title} kind={say(ctx)("changeTable")} />
    <Told ctx={ctx} refusal={refusal} notice={notice} />
    <Form
      ctx={ctx}
      action={paths.table(workshop.id, table.id)}
      formKey={formKey}
      form={form ?? filledWith(table)}
      submit={say(ctx)("save")}
      secondary={[{ label: say(ctx)("remove"), name: "was", value: "remove" }]}
      cancel={{ href: paths.tables(workshop.id), label: say(ctx)("tables") }}
    >
      <TableFields ctx={ctx} />
    </Form>
  </Stack>
);

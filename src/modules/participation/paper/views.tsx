import type { Context } from "#core/context.ts";
import { dayWithYear } from "#core/date.ts";
import type { Filled } from "#core/input.ts";
import { number } from "#core/number.ts";
import { paths } from "#modules/participation/paths.ts";
import type { AuthorRow, ProposalRow } from "#modules/participation/proposals/queries.ts";
import type { Process } from "#modules/participation/schema.ts";
import type { PaperList } from "#modules/participation/supports/queries.ts";
import { WordsFields } from "#modules/participation/writing/views.tsx";
import { ButtonLink } from "#ui/button.tsx";
import { Select } from "#ui/choices.tsx";
import { NumberField, TextField } from "#ui/fields.tsx";
import { Form } from "#ui/form.tsx";
import { Notice } from "#ui/notice.tsx";
import { Actions, Empty, Section, Title } from "#ui/page.tsx";
import { Table } from "#ui/table.tsx";
import { ItemList } from "#ui/task.tsx";
import type { PaperRefusal } from "./commands.ts";
import { say } from "./messages.ts";
import type { ThemeRow } from "./queries.ts";

type ListProps = {
  readonly ctx: Context;
  readonly process: Process;
  readonly rows: readonly ProposalRow[];
  readonly authors: readonly AuthorRow[];
  readonly notice: "gezaehlt" | "neu" | undefined;
};

const fromOf = ({ authors }: ListProps, row: ProposalRow): string =>
  [
    row.organization,
    row.authorWords,
    ...authors.filter(({ proposalId }) => proposalId === row.id).map(({ name }) => name),
  ]
    .filter(Boolean)
    .join(", ");

/** All open proposals of a process, for the office. */
export const OfficeListView = (props: ListProps) => {
  const { ctx, process, rows, notice } = props;
  const words = say(ctx);
  return (
    <>
      <Title kind={process.title} heading={words("listHeading")} lead={words("listLead")}>
        <Actions>
          <ButtonLink href={paths.paperProposal(process.id)}>{words("typePaper")}</ButtonLink>
          <ButtonLink kind="secondary" href={paths.paperSupports(process.id)}>
            {words("typeSignatures")}
          </ButtonLink>
        </Actions>
      </Title>
      {notice && <Notice ctx={ctx} kind="success" heading={words(`notice_${notice}`)} />}
      {rows.length === 0 ? (
        <Empty heading={words("none")} />
      ) : (
        <Table
          id="vorschlaege"
          caption={words("caption")}
          rows={rows}
          columns={[
            {
              heading: words("title"),
              cell: (row) => (
                <a href={paths.proposal(process.slug, row.number)}>{words("proposalOption", row)}</a>
              ),
            },
            { heading: words("from"), cell: (row) => fromOf(props, row) },
            { heading: words("supports"), number: true, cell: (row) => number(ctx, row.supports) },
            { heading: words("ofPaper"), number: true, cell: (row) => number(ctx, row.paperSupports) },
          ]}
        />
      )}
    </>
  );
};

type PaperProps = {
  readonly ctx: Context;
  readonly formKey: string;
  readonly process: Process;
  readonly themes: readonly ThemeRow[];
  readonly form?: Filled | undefined;
  readonly refusal?: PaperRefusal | undefined;
};

/** One sheet typed in. */
export const PaperView = ({ ctx, formKey, process, themes, form, refusal }: PaperProps) => {
  const words = say(ctx);
  return (
    <>
      <Title kind={process.title} heading={words("paperHeading")} lead={words("paperLead")} />
      {refusal && <Notice ctx={ctx} kind="warning" heading={words(`refused_${refusal}`)} />}
      <Form
        ctx={ctx}
        action={paths.paperProposal(process.id)}
        submit={words("save")}
        next={words("next")}
        formKey={formKey}
        form={form}
      >
        <WordsFields ctx={ctx} process={process} />
        <TextField
          name="authorWords"
          label={words("author")}
          hint={words("authorHint")}
          maximum={300}
          optional
        />
        <TextField name="email" type="email" label={words("email")} hint={words("emailHint")} optional />
        {themes.length > 0 && (
          <Select
            name="theme"
            label={words("theme")}
            hint={words("themeHint")}
            optional
            options={themes.map((theme) => ({ value: theme.id, label: words("themeOption", theme) }))}
          />
        )}
      </Form>
    </>
  );
};

type SignaturesProps = {
  readonly ctx: Context;
  readonly formKey: string;
  readonly process: Process;
  readonly rows: readonly ProposalRow[];
  readonly lists: readonly (PaperList & { readonly proposalId: string })[];
  readonly form?: Filled | undefined;
  readonly refusal?: "notOpen" | "lessThanNone" | undefined;
};

/** A list of signatures, counted. */
export const SignaturesView = ({ ctx, formKey, process, rows, lists, form, refusal }: SignaturesProps) => {
  const words = say(ctx);
  const titleOf = (id: string) => rows.find((row) => row.id === id)?.title ?? "";
  return (
    <>
      <Title kind={process.title} heading={words("signaturesHeading")} lead={words("signaturesLead")} />
      {refusal && (
        <Notice
          ctx={ctx}
          kind="warning"
          heading={words(refusal === "notOpen" ? "gone" : `refused_${refusal}`)}
        />
      )}
      <Form
        ctx={ctx}
        action={paths.paperSupports(process.id)}
        submit={words("add")}
        formKey={formKey}
        form={form}
      >
        <Select
          name="proposal"
          label={words("proposal")}
          options={rows.map((row) => ({ value: String(row.number), label: words("proposalOption", row) }))}
        />
        <NumberField name="count" label={words("count")} hint={words("countHint")} />
        <TextField name="words" label={words("note")} hint={words("noteHint")} maximum={300} />
      </Form>
      {lists.length > 0 && (
        <Section id="listen" heading={words("listsHeading")}>
          <ItemList
            items={lists.map((list) => ({
              kind: dayWithYear(ctx, list.at),
              title: titleOf(list.proposalId),
              text: list.words,
              end: words("listItem", { n: list.count }),
            }))}
          />
        </Section>
      )}
    </>
  );
};

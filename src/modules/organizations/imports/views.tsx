import type { Context } from "#core/context.ts";
import { dayWithYear } from "#core/date.ts";
import type { Filled } from "#core/input.ts";
import { number } from "#core/number.ts";
import { type ColumnName, columns } from "#modules/organizations/drafts/vocabulary.ts";
import { paths } from "#modules/organizations/paths.ts";
import type { Import } from "#modules/organizations/schema.ts";
import { ButtonLink } from "#ui/button.tsx";
import { CheckboxGroup, RadioGroup } from "#ui/choices.tsx";
import { Facts, State, type StateKind } from "#ui/facts.tsx";
import { FileField, TextField } from "#ui/fields.tsx";
import { Form } from "#ui/form.tsx";
import { Notice } from "#ui/notice.tsx";
import { Actions, Section, Title } from "#ui/page.tsx";
import { Table } from "#ui/table.tsx";
import { ItemList } from "#ui/task.tsx";
import { megabytes } from "./commands.ts";
import { say } from "./messages.ts";
import type { listImports, Plan, PlanRow } from "./queries.ts";

type Ctx = { readonly ctx: Context };
type Key = { readonly formKey: string };

type Figures = Readonly<Record<"new" | "changed" | "same" | "left", number>>;
const figuresOf = (summary: unknown): Figures => ({
  new: 0,
  changed: 0,
  same: 0,
  left: 0,
  ...(typeof summary === "object" ? summary : {}),
});

type StartProps = Ctx &
  Key & { readonly form: Filled; readonly last: Awaited<ReturnType<typeof listImports>> };

/** Which file, from where; and the files of the last time. */
export const ImportsPage = ({ ctx, form, formKey, last }: StartProps) => {
  const words = say(ctx);
  return (
    <>
      <Title heading={words("title")} lead={words("lead")}>
        <p>
          <a href={paths.template}>{words("template")}</a> ·{" "}
          <a href={`${paths.imports}/angebote`}>{words("offers")}</a>
        </p>
      </Title>
      <Form
        ctx={ctx}
        action={paths.imports}
        form={form}
        formKey={formKey}
        submit={words("try")}
        next={words("limits")}
        files
      >
        <FileField
          name="file"
          label={words("file")}
          hint={words("fileHint")}
          accept=".csv,.txt,.tsv,.json"
          kinds="CSV, JSON"
          megabytes={megabytes}
        />
        <RadioGroup
          name="kind"
          label={words("kind")}
          value="organizations"
          options={[
            { value: "organizations", label: words("kindTable") },
            { value: "hsds", label: words("kindHsds") },
          ]}
        />
        <TextField name="source" label={words("source")} hint={words("sourceHint")} maximum={80} />
      </Form>
      {last.length > 0 && (
        <Section id="letzte" heading={words("last")}>
          <ItemList
            items={last.map(({ id, fileName, source, madeAt, appliedAt, summary, by }) => ({
              title: fileName,
              href: paths.importFile(id),
              kind: [source, dayWithYear(ctx, madeAt), by].filter(Boolean).join(" · "),
              text: <p>{appliedAt ? words("applied", figuresOf(summary)) : words("tried")}</p>,
            }))}
          />
        </Section>
      )}
    </>
  );
};

type Named = Exclude<ColumnName, "externalId"> | "services";
const isNamed = (name: string): name is Named =>
  name !== "externalId" && (name === "services" || name in columns);

const columnWords = (ctx: Context, changed: readonly string[]): string =>
  [...new Set(changed.filter(isNamed).map((name) => say(ctx)(`c_${name}`)))].join(", ");

const stateKinds: Readonly<Record<PlanRow["state"], StateKind>> = {
  new: "yes",
  changed: "info",
  same: "no",
  double: "wait",
  wrong: "late",
};

const What = ({ ctx, row }: Ctx & { readonly row: PlanRow }) => {
  const words = say(ctx);
  const { state, changed, organization, reasons, draft } = row;
  return (
    <>
      <State kind={stateKinds[state]}>
        {state === "changed"
          ? words("s_changed", { columns: columnWords(ctx, changed) })
          : words(`s_${state}`)}
      </State>
      {state === "double" && organization && (
        <>
          {" "}
          <a href={paths.record(organization.id)}>{organization.name}</a> (
          {reasons.map((reason) => words(`r_${reason}`)).join(", ")})
        </>
      )}
      {draft.problems.length > 0 && (
        <ul>
          {draft.problems.map((problem) => (
            <li>{problem}</li>
          ))}
        </ul>
      )}
    </>
  );
};

const states = ["wrong", "double", "changed", "new", "same"] as const;
const shownPerState = 200;

const Rows = ({ ctx, rows }: Ctx & { readonly rows: readonly PlanRow[] }) => {
  const words = say(ctx);
  const groups = states.map((state) => rows.filter((row) => row.state === state));
  const hidden = groups.reduce((sum, group) => sum + Math.max(0, group.length - shownPerState), 0);
  return (
    <>
      <Table
        id="zeilen"
        caption={words("table")}
        columns={[
          { heading: words("line"), cell: ({ draft }: PlanRow) => number(ctx, draft.line), number: true },
          { heading: words("name"), cell: ({ draft }: PlanRow) => draft.name },
          { heading: words("what"), cell: (row: PlanRow) => <What ctx={ctx} row={row} /> },
        ]}
        rows={groups.flatMap((group) => group.slice(0, shownPerState))}
      />
      {hidden > 0 && <p class="al-soft">{words("more", { n: hidden })}</p>}
    </>
  );
};

const Apply = ({
  ctx,
  file,
  rows,
  formKey,
}: Ctx & Key & { readonly file: Import; readonly rows: readonly PlanRow[] }) => {
  const words = say(ctx);
  const doubles = rows.filter(({ state }) => state === "double").slice(0, shownPerState);
  if (rows.some(({ state }) => state === "wrong"))
    return (
      <Notice ctx={ctx} kind="warning">
        {words("wrong")}
      </Notice>
    );
  if (rows.every(({ state }) => state === "same")) return <Notice ctx={ctx}>{words("nothing")}</Notice>;
  return (
    <Form
      ctx={ctx}
      action={paths.importFile(file.id)}
      formKey={formKey}
      submit={words("apply")}
      next={words("applyNext")}
    >
      {doubles.length > 0 && (
        <CheckboxGroup
          name="add"
          label={words("addAnyway")}
          hint={words("addHint")}
          optional
          options={doubles.map(({ draft, organization }) => ({
            value: String(draft.line),
            label: draft.name,
            hint: `${words("s_double")} ${organization?.name ?? ""}`,
          }))}
        />
      )}
    </Form>
  );
};

type PlanProps = Ctx &
  Key & {
    readonly file: Import;
    readonly plan: Plan | undefined;
    readonly refusal?: "already" | "wrong" | undefined;
  };

/** The dry run: what would happen to each row; after it was taken over, its figures. */
export const PlanPage = ({ ctx, file, plan, formKey, refusal }: PlanProps) => {
  const words = say(ctx);
  const figures = figuresOf(file.summary);
  const count = (state: PlanRow["state"]) =>
    plan?.ok ? plan.rows.filter((row) => row.state === state).length : 0;
  const lead = file.appliedAt
    ? words("doneLead", { date: dayWithYear(ctx, file.appliedAt), ...figures })
    : words("planLead", { source: file.source });
  return (
    <>
      {refusal && (
        <Notice ctx={ctx} kind="warning">
          {words(refusal)}
        </Notice>
      )}
      <Title
        heading={file.appliedAt ? file.fileName : words("planHeading", { file: file.fileName })}
        lead={lead}
      />
      {plan && !plan.ok && (
        <Notice ctx={ctx} kind="error" heading={words("unreadable")}>
          {plan.problem}
        </Notice>
      )}
      {plan?.ok && (
        <>
          <Facts
            facts={[...states].reverse().map((state) => ({
              value: number(ctx, count(state)),
              sentence: words(`n_${state}`),
            }))}
          />
          <Apply ctx={ctx} file={file} rows={plan.rows} formKey={formKey} />
          <Rows ctx={ctx} rows={plan.rows} />
        </>
      )}
      <Actions>
        <ButtonLink kind="secondary" href={file.appliedAt ? paths.office : paths.imports}>
          {words(file.appliedAt ? "toList" : "again")}
        </ButtonLink>
      </Actions>
    </>
  );
};

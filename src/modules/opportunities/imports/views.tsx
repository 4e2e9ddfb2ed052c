import type { Context } from "#core/context.ts";
import type { Filled } from "#core/input.ts";
import { manage, paths } from "#modules/opportunities/paths.ts";
import type { Import } from "#modules/organizations/schema.ts";
import { Checkbox } from "#ui/choices.tsx";
import { FileField, TextField } from "#ui/fields.tsx";
import { Form } from "#ui/form.tsx";
import { Notice } from "#ui/notice.tsx";
import { Title } from "#ui/page.tsx";
import { Table } from "#ui/table.tsx";
import { say } from "./messages.ts";
import type { Plan, PlanRow } from "./queries.ts";

type UploadProps = { readonly ctx: Context; readonly form: Filled; readonly formKey: string };

/** Choose a file and say where it is from. */
export const UploadPage = ({ ctx, form, formKey }: UploadProps) => {
  const words = say(ctx);
  return (
    <>
      <Title heading={words("heading")} lead={words("lead")} />
      <Form
        ctx={ctx}
        action={paths.imports}
        submit={words("try")}
        form={form}
        formKey={formKey}
        files
        next={words("tryNext")}
      >
        <TextField
          name="source"
          label={words("source")}
          hint={words("sourceHint")}
          maximum={80}
          value="Freinet"
        />
        <FileField name="file" label={words("file")} accept=".csv,.txt,text/csv" kinds="CSV" megabytes={10} />
      </Form>
      <p>
        <a href={paths.importTemplate}>{words("template")}</a>
      </p>
    </>
  );
};

const shown = 200;

const stateOf = (ctx: Context, { state, draft }: PlanRow): string =>
  [say(ctx)(`state_${state}`), draft.problem && say(ctx)(`wrong_${draft.problem}`)]
    .filter(Boolean)
    .join(": ");

const Rows = ({ ctx, rows }: { readonly ctx: Context; readonly rows: readonly PlanRow[] }) => {
  const words = say(ctx);
  // What is wrong comes first: that is what somebody has to look at.
  const sorted = [...rows].sort(
    (a, b) => Number(b.state === "wrong") - Number(a.state === "wrong") || a.draft.line - b.draft.line,
  );
  return (
    <>
      <Table
        id="zeilen"
        caption={words("caption")}
        rows={sorted.slice(0, shown)}
        columns={[
          { heading: words("line"), cell: ({ draft }) => draft.line },
          { heading: words("what"), cell: (row) => stateOf(ctx, row) },
          { heading: words("title"), cell: ({ draft }) => draft.title },
          { heading: words("organization"), cell: ({ draft }) => draft.organization },
        ]}
      />
      {rows.length > shown && <p>{words("moreRows", { n: rows.length - shown })}</p>}
    </>
  );
};

type DryProps = {
  readonly ctx: Context;
  readonly file: Import;
  readonly plan: Plan;
  readonly formKey: string;
  readonly refusal: "already" | "wrong" | undefined;
};

/** What would happen to every row; and the one button that lets it happen. */
export const DryRunPage = ({ ctx, file, plan, formKey, refusal }: DryProps) => {
  const words = say(ctx);
  if (!plan.ok) {
    return (
      <>
        <Title heading={words("dryHeading", { file: file.fileName })} />
        <Notice ctx={ctx} kind="warning" heading={words(`problem_${plan.problem}`)}>
          <a href={paths.imports}>{words("back")}</a>
        </Notice>
      </>
    );
  }
  const count = (state: PlanRow["state"]) => plan.rows.filter((row) => row.state === state).length;
  const wrong = count("wrong");
  const figures = {
    n: plan.rows.length,
    added: count("new"),
    changed: count("changed"),
    same: count("same"),
    wrong,
  };
  return (
    <>
      <Title heading={words("dryHeading", { file: file.fileName })} lead={words("dryLead", figures)} />
      {refusal && <Notice ctx={ctx} kind="warning" heading={words(refusal)} />}
      {wrong > 0 ? (
        <Notice ctx={ctx} kind="warning" heading={words("cannotApply")}>
          <a href={paths.imports}>{words("back")}</a>
        </Notice>
      ) : (
        <Form
          ctx={ctx}
          action={paths.importFile(file.id)}
          submit={words("apply")}
          formKey={formKey}
          next={words("applyNext")}
        >
          <Checkbox name="publish" label={words("publish")} hint={words("publishHint")} checked />
        </Form>
      )}
      <Rows ctx={ctx} rows={plan.rows} />
    </>
  );
};

/** What happened, once the file was taken over. */
export const AppliedPage = ({ ctx, file, refusal }: Pick<DryProps, "ctx" | "file" | "refusal">) => {
  const words = say(ctx);
  const summary = Object(file.summary) as Readonly<Record<string, unknown>>;
  const n = (name: string): number => Number(summary[name] ?? 0);
  return (
    <>
      <Title heading={file.fileName} />
      {refusal && <Notice ctx={ctx} kind="warning" heading={words(refusal)} />}
      <Notice
        ctx={ctx}
        kind="success"
        heading={words("applied", {
          added: n("new"),
          changed: n("changed"),
          same: n("same"),
          published: n("published"),
          stubs: n("stubs"),
        })}
      >
        <a href={manage.office.list}>{words("toOffers")}</a> · <a href={paths.imports}>{words("back")}</a>
      </Notice>
    </>
  );
};

import type { Context } from "#core/context.ts";
import { dayAndTime } from "#core/date.ts";
import type { Filled } from "#core/input.ts";
import type { NewcomersPlan, PlannedHelper } from "#modules/shifts/newcomers/queries.ts";
import { paths } from "#modules/shifts/paths.ts";
import type { Plan } from "#modules/shifts/queries.ts";
import { PlanHead } from "#modules/shifts/views.tsx";
import { Button } from "#ui/button.tsx";
import { FileField, HiddenField, TextArea } from "#ui/fields.tsx";
import { Form } from "#ui/form.tsx";
import { Notice } from "#ui/notice.tsx";
import { Actions, More, Section, Stack } from "#ui/page.tsx";
import { Table } from "#ui/table.tsx";
import { say } from "./messages.ts";
import type { PlannedShift, ShiftsPlan } from "./queries.ts";
import { type TableKind, tables } from "./vocabulary.ts";

type Base = { readonly ctx: Context; readonly formKey: string; readonly plan: Plan };

type UploadProps = Base & {
  readonly form?: Filled | undefined;
  /** The table whose form comes back. */
  readonly kind?: TableKind | undefined;
  readonly notice?: string | undefined;
};

const Upload = ({ ctx, formKey, plan, form, kind }: UploadProps & { readonly kind: TableKind }) => {
  const words = say(ctx);
  return (
    <Section id={kind} heading={words(`tab_${kind}`)}>
      <Stack>
        <p>{words(`hint_${kind}`)}</p>
        <p>
          <a href={`${paths.imports(plan.id)}/${kind}.csv`}>{words("template")}</a>
        </p>
        <Form
          ctx={ctx}
          id={kind}
          action={paths.imports(plan.id)}
          submit={words("try")}
          next={words("tryNext")}
          formKey={`${formKey}-${kind}`}
          form={form}
          quiet={kind === "menschen"}
          files
        >
          <HiddenField name="tabelle" value={kind} />
          <FileField
            name="file"
            label={words("file")}
            accept=".csv,.txt,.tsv,text/csv"
            kinds="CSV"
            megabytes={10}
            optional
          />
          <TextArea name="text" label={words("text")} hint={words("textHint")} rows={5} optional />
        </Form>
      </Stack>
    </Section>
  );
};

/** Choose or paste a table. */
export const ImportPage = (props: UploadProps) => {
  const { ctx, plan, notice, form, kind } = props;
  const words = say(ctx);
  return (
    <Stack wide>
      <PlanHead ctx={ctx} plan={plan} part="imports" heading={words("heading")} lead={words("lead")} />
      {notice && <Notice ctx={ctx} kind="success" heading={notice} />}
      {tables.map((one) => (
        <Upload {...props} kind={one} form={one === kind ? form : undefined} />
      ))}
    </Stack>
  );
};

const shown = 300;

// What is wrong comes first: that is what somebody has to look at.
const wrongFirst = <Row extends { readonly state: string }>(rows: readonly Row[]): readonly Row[] =>
  [...rows].sort((one, other) => Number(other.state === "wrong") - Number(one.state === "wrong"));

const Shifts = ({ ctx, shifts }: { readonly ctx: Context; readonly shifts: readonly PlannedShift[] }) => {
  const words = say(ctx);
  return (
    <Table
      id="zeilen"
      caption={words("caption")}
      rows={wrongFirst(shifts).slice(0, shown)}
      columns={[
        { heading: words("line"), cell: ({ lines }) => lines.map(({ line }) => line).join(", ") },
        {
          heading: words("what"),
          cell: ({ state, problem }) =>
            [words(`state_${state}`), problem && words(`wrong_${problem}`)].filter(Boolean).join(": "),
        },
        {
          heading: words("when"),
          cell: ({ lines: [first] }) =>
            first?.startsAt && first.endsAt ? dayAndTime(ctx, first.startsAt, first.endsAt) : "–",
        },
        { heading: words("where"), cell: ({ lines: [first] }) => first?.whereText || "–" },
        {
          heading: words("roles"),
          cell: ({ lines }) =>
            lines
              .map(({ role, minimum, maximum }) =>
                words(minimum === maximum ? "needOne" : "needOf", { role, minimum, maximum }),
              )
              .join(", "),
        },
      ]}
    />
  );
};

const toldOf = (ctx: Context, { mostShifts, wishes, together, words: said }: PlannedHelper): string => {
  const words = say(ctx);
  const wished = wishes.filter(({ preference }) => preference > 0).length;
  return (
    [
      mostShifts === undefined ? "" : words("shiftsMost", { n: mostShifts }),
      wished === 0 ? "" : words("wishesCount", { n: wished }),
      together.length === 0 ? "" : words("pairsCount", { n: together.length }),
      said,
    ]
      .filter(Boolean)
      .join(", ") || "–"
  );
};

const problemOf = (ctx: Context, { problem, about = "" }: PlannedHelper): string =>
  problem ? say(ctx)(`wrong_${problem}`, { about }) : "";

const Helpers = ({ ctx, helpers }: { readonly ctx: Context; readonly helpers: readonly PlannedHelper[] }) => {
  const words = say(ctx);
  return (
    <Table
      id="zeilen"
      caption={words("caption")}
      rows={wrongFirst(helpers).slice(0, shown)}
      columns={[
        { heading: words("line"), cell: ({ person }) => person.draft.line },
        {
          heading: words("what"),
          cell: (row) => (
            <>
              {[words(`person_${row.state}`), problemOf(ctx, row)].filter(Boolean).join(": ")}
              {row.state === "double" && (
                <label class="al-small">
                  {" "}
                  <input type="checkbox" form="uebernahme" name="add" value={row.person.draft.line} />{" "}
                  {words("addDouble")}
                </label>
              )}
            </>
          ),
        },
        { heading: words("name"), cell: ({ person }) => person.draft.name || "–" },
        { heading: words("more"), cell: (row) => toldOf(ctx, row) },
      ]}
    />
  );
};

type DryProps = Base & {
  readonly kind: TableKind;
  readonly content: string;
  readonly rows: ShiftsPlan | NewcomersPlan;
  readonly refusal?: "blocked" | undefined;
};

const summaryOf = ({ ctx, rows }: DryProps): string => {
  if (!rows.ok) return "";
  const states: readonly string[] =
    "shifts" in rows ? rows.shifts.map(({ state }) => state) : rows.helpers.map(({ state }) => state);
  const count = (...names: string[]) => states.filter((state) => names.includes(state)).length;
  const [added, wrong] = [count("new"), count("wrong")];
  return "shifts" in rows
    ? say(ctx)("summary", { added, wrong, changed: count("changed"), same: count("same") })
    : say(ctx)("summaryPeople", { added, wrong, known: count("known", "member"), double: count("double") });
};

const faultOf = ({ ctx, kind, rows }: DryProps): string | undefined => {
  if (rows.ok) return undefined;
  const { problem } = rows;
  return problem === "noColumns" ? say(ctx)(`problem_noColumns_${kind}`) : say(ctx)(`problem_${problem}`);
};

/** What would happen to every row, and the one button that lets it happen; or the table to be put right. */
export const DryRunPage = (props: DryProps) => {
  const { ctx, formKey, plan, kind, content, rows, refusal } = props;
  const words = say(ctx);
  const list = rows.ok ? ("shifts" in rows ? rows.shifts : rows.helpers) : [];
  const wrong = !rows.ok || list.some(({ state }) => state === "wrong");
  return (
    <Stack wide>
      <PlanHead
        ctx={ctx}
        plan={plan}
        part="imports"
        heading={words(`dry_${kind}`)}
        lead={summaryOf(props) || undefined}
      />
      {refusal && <Notice ctx={ctx} kind="warning" heading={words(refusal)} />}
      {wrong && <Notice ctx={ctx} kind="warning" heading={faultOf(props) ?? words("cannot")} />}
      {rows.ok && "shifts" in rows && rows.newRoles.length > 0 && (
        <p>{words("newRoles", { roles: rows.newRoles.join(", ") })}</p>
      )}
      {!wrong && (
        <Stack>
          {kind === "menschen" && <p>{words("word_menschen")}</p>}
          {list.some(({ state }) => state === "double") && <p>{words("doublesHint")}</p>}
          <form id="uebernahme" class="al-form" method="post" action={paths.imports(plan.id)}>
            <input type="hidden" name="_key" value={formKey} />
            <HiddenField name="tabelle" value={kind} />
            <HiddenField name="schritt" value="uebernehmen" />
            <HiddenField name="text" value={content} />
            <Actions>
              <Button>{words("apply")}</Button>
              <a href={paths.imports(plan.id)}>{words("back")}</a>
            </Actions>
            <p class="al-soft">{words("applyNext")}</p>
          </form>
        </Stack>
      )}
      {rows.ok &&
        ("shifts" in rows ? (
          <Shifts ctx={ctx} shifts={rows.shifts} />
        ) : (
          <Helpers ctx={ctx} helpers={rows.helpers} />
        ))}
      {list.length > shown && <p>{words("moreRows", { n: list.length - shown })}</p>}
      <More summary={words("correct")} open={wrong}>
        <Form
          ctx={ctx}
          action={paths.imports(plan.id)}
          submit={words("again")}
          formKey={`${formKey}-c`}
          quiet={!wrong}
        >
          <HiddenField name="tabelle" value={kind} />
          <TextArea name="text" label={words("text")} rows={12} value={content} />
        </Form>
      </More>
    </Stack>
  );
};

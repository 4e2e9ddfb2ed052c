import type { Context } from "#core/context.ts";
import type { Filled } from "#core/input.ts";
import type { PlannedPerson } from "#modules/people/imports/queries.ts";
import { ageBandName, ageBands } from "#modules/people/vocabulary.ts";
import { paths } from "#modules/shifts/paths.ts";
import type { Plan } from "#modules/shifts/queries.ts";
import { PlanHead } from "#modules/shifts/views.tsx";
import { ActionForm } from "#ui/button.tsx";
import { Checkbox, options, Select } from "#ui/choices.tsx";
import { NumberField, TextField } from "#ui/fields.tsx";
import { Form } from "#ui/form.tsx";
import { Notice } from "#ui/notice.tsx";
import { Empty, More, Section, Stack } from "#ui/page.tsx";
import { Pager } from "#ui/pager.tsx";
import { Table } from "#ui/table.tsx";
import { say } from "./messages.ts";
import { seesContact } from "./policy.ts";
import { type HelperRow, helperPageSize, limitsOf, type PairRow, pairsOf } from "./queries.ts";

export type PoolNotice = "addedNotice" | "removedNotice";
export type PoolRefusal = "errorAlready" | "errorGuardian" | "errorLeft";

type Props = {
  readonly ctx: Context;
  readonly formKey: string;
  readonly plan: Plan;
  readonly items: readonly HelperRow[];
  readonly total: number;
  readonly page: number;
  readonly sought: string;
  readonly pairs: readonly PairRow[];
  readonly form?: Filled | undefined;
  readonly notice?: PoolNotice | undefined;
  readonly refusal?: PoolRefusal | undefined;
  /** Somebody who seems to be known, and what was typed about them. */
  readonly double?: PlannedPerson | undefined;
};

const Helpers = ({ ctx, plan, items, pairs, total, sought }: Props) => {
  const words = say(ctx);
  return (
    <Table
      id="liste"
      caption={words(sought ? "countNamed" : "count", { n: total })}
      rows={items}
      columns={[
        {
          heading: words("name"),
          cell: ({ id, name }) => <a href={paths.helper(plan.id, id)}>{name}</a>,
        },
        {
          heading: words("contact"),
          cell: (row) =>
            seesContact(ctx, row) ? (
              (row.phone ?? row.email ?? "–")
            ) : (
              <span class="al-soft">{words("noContact")}</span>
            ),
        },
        { heading: words("limits"), cell: (row) => limitsOf(ctx, row) },
        {
          heading: words("wished"),
          cell: ({ wished }) => (wished === 0 ? words("wishedNone") : words("wishedCount", { n: wished })),
        },
        { heading: words("places"), cell: ({ places }) => words("placesCount", { n: places }) },
        { heading: words("withWhom"), cell: ({ id }) => pairsOf(ctx, pairs, id).join(", ") || "–" },
      ]}
    />
  );
};

/** How often somebody can come at most, and what else to know. */
export const LimitFields = ({
  ctx,
  row,
}: {
  readonly ctx: Context;
  readonly row?: HelperRow | undefined;
}) => {
  const words = say(ctx);
  const text = (minutes: number | null | undefined) =>
    minutes ? String(Math.max(1, Math.floor(minutes / 60))) : undefined;
  return (
    <>
      <NumberField
        name="mostShifts"
        label={words("mostShiftsLabel")}
        optional
        value={row?.mostShifts ? String(row.mostShifts) : undefined}
      />
      <NumberField
        name="hoursADay"
        label={words("hoursADayLabel")}
        optional
        value={text(row?.mostMinutesADay)}
      />
      <NumberField
        name="hoursAWeek"
        label={words("hoursAWeekLabel")}
        optional
        value={text(row?.mostMinutesAWeek)}
      />
      <TextField
        name="words"
        label={words("wordsLabel")}
        hint={words("wordsHint")}
        maximum={500}
        optional
        value={row?.words}
      />
    </>
  );
};

const AddForm = ({ ctx, formKey, plan, form }: Pick<Props, "ctx" | "formKey" | "plan" | "form">) => {
  const words = say(ctx);
  return (
    <Form
      ctx={ctx}
      action={paths.helpers(plan.id)}
      submit={words("add")}
      next={words("addNext")}
      formKey={formKey}
      form={form}
    >
      <TextField name="name" label={words("nameLabel")} maximum={200} autocomplete="off" />
      <TextField
        name="phone"
        label={words("phoneLabel")}
        type="tel"
        maximum={40}
        optional
        autocomplete="off"
      />
      <TextField
        name="email"
        label={words("emailLabel")}
        type="email"
        maximum={254}
        optional
        autocomplete="off"
      />
      <Select
        name="ageBand"
        label={words("ageLabel")}
        optional
        options={options(ageBands, (code) => ageBandName(ctx, code))}
      />
      <More summary={words("guardianHint")} open={Boolean(form?.values["guardianName"])}>
        <Stack>
          <TextField name="guardianName" label={words("guardianNameLabel")} maximum={200} optional />
          <TextField name="guardianContact" label={words("guardianContactLabel")} maximum={300} optional />
          <Checkbox name="guardianAgreed" label={words("guardianAgreedLabel")} />
        </Stack>
      </More>
      <LimitFields ctx={ctx} />
    </Form>
  );
};

const Double = ({ ctx, formKey, plan, double, form }: Props) => {
  if (!double?.known || !form) return null;
  const words = say(ctx);
  const { name, id } = double.known;
  const typed = Object.fromEntries(
    Object.entries(form.values).flatMap(([field, value]) =>
      typeof value === "string" && field !== "_key" ? [[field, value]] : [],
    ),
  );
  return (
    <Notice ctx={ctx} kind="warning" heading={words("doubleHeading", { name })}>
      <Stack>
        <p>{words("doubleText")}</p>
        <ActionForm
          action={paths.helpers(plan.id)}
          label={words("doubleTake", { name })}
          kind="secondary"
          formKey={`${formKey}-d1`}
          values={{ ...typed, personId: id }}
        />
        <ActionForm
          action={paths.helpers(plan.id)}
          label={words("doubleNew")}
          kind="secondary"
          formKey={`${formKey}-d2`}
          values={{ ...typed, despite: "on" }}
        />
      </Stack>
    </Notice>
  );
};

/** The pool of an offer: who is in it, and the form for somebody more. */
export const PoolPage = (props: Props) => {
  const { ctx, plan, items, total, page, sought, notice, refusal } = props;
  const words = say(ctx);
  return (
    <Stack wide>
      <PlanHead ctx={ctx} plan={plan} part="helpers" heading={words("heading")} lead={words("lead")} />
      {notice && <Notice ctx={ctx} kind="success" heading={words(notice)} />}
      {refusal && <Notice ctx={ctx} kind="warning" heading={words(refusal)} />}
      <Double {...props} />
      {(total > 10 || sought !== "") && (
        <Form
          ctx={ctx}
          id="suche"
          action={paths.helpers(plan.id)}
          method="get"
          submit={words("searchGo")}
          narrow
          quiet
        >
          <TextField name="q" type="search" label={words("search")} value={sought} optional />
        </Form>
      )}
      {items.length === 0 ? (
        <Empty heading={words(sought ? "noneNamed" : "none")}>
          <p>{words("noneText")}</p>
        </Empty>
      ) : (
        <div>
          <Helpers {...props} />
          <Pager
            ctx={ctx}
            page={page}
            size={helperPageSize}
            total={total}
            href={(number) =>
              `${paths.helpers(plan.id)}?${new URLSearchParams({ q: sought, seite: String(number) })}`
            }
          />
        </div>
      )}
      <Section
        id="neu"
        space="none"
        heading={words("addHeading")}
        link={{ href: paths.imports(plan.id), label: words("toImport") }}
      >
        <Stack>
          <p>{words("addLead")}</p>
          <AddForm {...props} />
        </Stack>
      </Section>
    </Stack>
  );
};

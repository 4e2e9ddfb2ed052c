import type { Context } from "#core/context.ts";
import { day, dayWithYear, isoDay } from "#core/date.ts";
import type { Filled } from "#core/input.ts";
import type { ClusterRow } from "#modules/workshops/clusters/queries.ts";
import { paths } from "#modules/workshops/paths.ts";
import type { Workshop } from "#modules/workshops/schema.ts";
import { options, RadioGroup, Select } from "#ui/choices.tsx";
import { State } from "#ui/facts.tsx";
import { DateField, TextArea, TextField } from "#ui/fields.tsx";
import { Form } from "#ui/form.tsx";
import { Notice } from "#ui/notice.tsx";
import { Empty, Section, Title } from "#ui/page.tsx";
import { Table } from "#ui/table.tsx";
import { ItemList } from "#ui/task.tsx";
import { ownerOf } from "./commands.ts";
import { say } from "./messages.ts";
import type { StepRow } from "./queries.ts";
import { stateName, stepStates } from "./vocabulary.ts";

const kinds = { planned: "wait", started: "info", done: "yes", dropped: "no" } as const;

/** How a step stands, and whether its day is over. */
export const StepStateView = ({ ctx, step }: { readonly ctx: Context; readonly step: StepRow }) => {
  const name = stateName(ctx, step.state);
  const late = ["planned", "started"].includes(step.state) && step.dueOn < isoDay(ctx.now);
  return (
    <>
      <State kind={late ? "late" : kinds[step.state]}>
        {late ? say(ctx)("late", { state: name }) : name}
      </State>
      {step.stateWords && <p class="al-small">{step.stateWords}</p>}
    </>
  );
};

/** Steps for everybody: what, who, until when, and how it stands. */
export const StepList = ({ ctx, steps }: { readonly ctx: Context; readonly steps: readonly StepRow[] }) => (
  <ItemList
    items={steps.map((step) => ({
      kind: `${ownerOf(step)} · ${say(ctx)("until")} ${dayWithYear(ctx, step.dueOn)}`,
      title: step.title,
      text: (
        <>
          {step.words && <p>{step.words}</p>}
          {step.clusterId && (
            <p class="al-small">
              {say(ctx)("theme")}: <a href={paths.cluster(step.slug, step.clusterId)}>{step.cluster}</a>
            </p>
          )}
        </>
      ),
      end: (
        <span id={`schritt-${step.id}`}>
          <StepStateView ctx={ctx} step={step} />
        </span>
      ),
    }))}
  />
);

type PublicProps = {
  readonly ctx: Context;
  readonly workshop: Pick<Workshop, "title" | "slug">;
  readonly steps: readonly StepRow[];
};

/** What was agreed on a day, for everybody. */
export const PublicStepsView = ({ ctx, workshop, steps }: PublicProps) => (
  <>
    <Title
      heading={say(ctx)("publicHeading", workshop)}
      lead={say(ctx)("publicLead", { day: dayWithYear(ctx, ctx.now) })}
    >
      <p>
        <a href={paths.show(workshop.slug)}>{say(ctx)("back")}</a>
      </p>
    </Title>
    {steps.length > 0 ? <StepList ctx={ctx} steps={steps} /> : <Empty heading={say(ctx)("nonePublic")} />}
  </>
);

type OfficeProps = {
  readonly ctx: Context;
  readonly formKey: string;
  readonly workshop: Workshop;
  readonly clusters: readonly ClusterRow[];
  readonly organizations: readonly { readonly id: string; readonly name: string }[];
  readonly form?: Filled | undefined;
};
type FieldsProps = Omit<OfficeProps, "workshop" | "formKey"> & { readonly step?: StepRow | undefined };

const Who = ({ ctx, organizations, step }: FieldsProps) => {
  const words = say(ctx);
  return (
    <>
      <TextField
        name="ownerName"
        label={words("ownerName")}
        hint={words("ownerNameHint")}
        maximum={200}
        value={step?.ownerName}
        optional
      />
      <Select
        name="organizationId"
        label={words("organization")}
        blank="–"
        options={organizations.map(({ id, name }) => ({ value: id, label: name }))}
        value={step?.organizationId ?? undefined}
        optional
      />
      <TextField
        name="ownerEmail"
        type="email"
        label={words("ownerEmail")}
        hint={words("ownerEmailHint")}
        value={step?.ownerEmail ?? undefined}
        optional
      />
    </>
  );
};

const Fields = (props: FieldsProps) => {
  const { ctx, clusters, step } = props;
  const words = say(ctx);
  return (
    <>
      <TextField
        name="title"
        label={words("title")}
        hint={words("titleHint")}
        maximum={300}
        value={step?.title}
      />
      <Who {...props} />
      <DateField name="dueOn" label={words("dueOn")} value={step?.dueOn} />
      {clusters.length > 0 && (
        <Select
          name="clusterId"
          label={words("cluster")}
          hint={words("clusterHint")}
          blank="–"
          options={clusters.map(({ id, title, phase }) => ({ value: id, label: `${title} (${phase})` }))}
          value={step?.clusterId ?? undefined}
          optional
        />
      )}
      <TextArea name="words" label={words("words")} rows={3} maximum={4_000} value={step?.words} optional />
      {step && (
        <>
          <RadioGroup
            name="state"
            label={words("state")}
            options={options(stepStates, (code) => stateName(ctx, code))}
            value={step.state}
            row
          />
          <TextArea
            name="stateWords"
            label={words("stateWords")}
            hint={words("stateWordsHint")}
            rows={2}
            maximum={1_000}
            value={step.stateWords}
            optional
          />
        </>
      )}
    </>
  );
};

const columns = (ctx: Context, workshop: Workshop) => {
  const words = say(ctx);
  return [
    {
      heading: words("what"),
      cell: (step: StepRow) => <a href={paths.step(workshop.id, step.id)}>{step.title}</a>,
    },
    { heading: words("who"), cell: (step: StepRow) => ownerOf(step) },
    { heading: words("until"), cell: (step: StepRow) => day(ctx, step.dueOn) },
    { heading: words("state"), cell: (step: StepRow) => <StepStateView ctx={ctx} step={step} /> },
  ];
};

type ListProps = OfficeProps & { readonly steps: readonly StepRow[]; readonly notice: boolean };

/** The steps of a workshop, and the form for the next one. */
export const StepsView = (props: ListProps) => {
  const { ctx, formKey, workshop, steps, form, notice } = props;
  const words = say(ctx);
  return (
    <>
      <Title kind={workshop.title} heading={words("heading")} lead={words("lead")} />
      {notice && <Notice ctx={ctx} kind="success" heading={words("notice_neu")} />}
      {steps.length > 0 ? (
        <Table id="liste" caption={words("caption")} rows={steps} columns={columns(ctx, workshop)} />
      ) : (
        <Empty heading={words("none")}>{words("noneText")}</Empty>
      )}
      <Section id="neu" heading={words("add")}>
        <Form
          ctx={ctx}
          action={paths.steps(workshop.id)}
          submit={words("addNow")}
          next={words("next")}
          formKey={formKey}
          form={form}
        >
          <Fields {...props} />
        </Form>
      </Section>
    </>
  );
};

type OneProps = OfficeProps & { readonly step: StepRow; readonly notice: boolean };

/** One step: what changes in it, and how it stands. */
export const StepView = (props: OneProps) => {
  const { ctx, formKey, workshop, step, form, notice } = props;
  const words = say(ctx);
  return (
    <>
      <Title
        kind={words("noun")}
        heading={step.title}
        lead={`${ownerOf(step)}, ${dayWithYear(ctx, step.dueOn)}`}
      />
      {notice && <Notice ctx={ctx} kind="success" heading={words("notice_gespeichert")} />}
      <Form
        ctx={ctx}
        action={paths.step(workshop.id, step.id)}
        submit={words("save")}
        next={words("next")}
        formKey={formKey}
        form={form}
        cancel={{ href: paths.steps(workshop.id), label: words("heading") }}
      >
        <Fields {...props} />
      </Form>
    </>
  );
};

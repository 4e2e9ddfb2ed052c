import type { Context } from "#core/context.ts";
import { duration, time } from "#core/date.ts";
import { type Filled, filledWith } from "#core/input.ts";
import { paths } from "#modules/workshops/paths.ts";
import { type Scheduled, scheduleOf } from "#modules/workshops/queries.ts";
import type { Workshop, WorkshopPhase } from "#modules/workshops/schema.ts";
import { kindName, phaseKinds, takesName } from "#modules/workshops/vocabulary.ts";
import { ActionForm, ActionLink } from "#ui/button.tsx";
import { options, Select } from "#ui/choices.tsx";
import { State } from "#ui/facts.tsx";
import { NumberField, TextField } from "#ui/fields.tsx";
import { Form } from "#ui/form.tsx";
import { Notice } from "#ui/notice.tsx";
import { Actions, Empty, Section, Stack, Title } from "#ui/page.tsx";
import { type Column, Table } from "#ui/table.tsx";
import { say } from "./messages.ts";

export type Refusal =
  | "order"
  | "over"
  | "tooMany"
  | "hasPhases"
  | "hasCards"
  | "notRunning"
  | "notFrom"
  | "noQuestion"
  | "noPhases";

/** What every page of the planning is drawn from. */
export type Shown = {
  readonly ctx: Context;
  readonly formKey: string;
  readonly form?: Filled | undefined;
  readonly refusal?: Refusal | undefined;
  readonly notice?: string | undefined;
};

const notices = ["gespeichert", "weg", "offen"] as const;
const isNotice = (text: string | undefined): text is (typeof notices)[number] =>
  notices.some((notice) => notice === text);

/** What just happened on a page of the planning, or why it did not. */
export const Told = ({ ctx, refusal, notice }: Pick<Shown, "ctx" | "refusal" | "notice">) => (
  <>
    {refusal && <Notice ctx={ctx} kind="warning" heading={say(ctx)(`refused_${refusal}`)} />}
    {!refusal && isNotice(notice) && (
      <Notice ctx={ctx} kind="success" heading={say(ctx)(`notice_${notice}`)} />
    )}
  </>
);

const PhaseFields = ({ ctx }: { readonly ctx: Context }) => {
  const words = say(ctx);
  return (
    <>
      <Select
        name="kind"
        label={words("kind")}
        options={options(phaseKinds, (kind) => kindName(ctx, kind))}
        blank={false}
      />
      <TextField name="title" label={words("title")} maximum={200} />
      <TextField
        name="question"
        label={words("question")}
        hint={words("questionHint")}
        maximum={1000}
        optional
      />
      <NumberField name="minutes" label={words("minutes")} value="45" />
      <NumberField name="dots" label={words("dots")} hint={words("dotsHint")} value="3" />
    </>
  );
};

type DayProps = Shown & { readonly workshop: Workshop; readonly phases: readonly WorkshopPhase[] };

const Let = ({ ctx, formKey, workshop, phase }: Omit<DayProps, "phases"> & { readonly phase: Scheduled }) => {
  const words = say(ctx);
  const button = { action: paths.phase(workshop.id, phase.id), object: phase.title };
  const key = (part: string) => `${formKey}${part}${phase.id.slice(-6)}`;
  return (
    <Actions>
      {phase.takes !== "cards" && (
        <ActionForm {...button} formKey={key("k")} values={{ was: "cards" }} label={words("takeCards")} />
      )}
      {phase.takes !== "dots" && phase.dots > 0 && (
        <ActionForm {...button} formKey={key("d")} values={{ was: "dots" }} label={words("takeDots")} />
      )}
      {phase.takes !== "nothing" && (
        <ActionForm {...button} formKey={key("n")} values={{ was: "nothing" }} label={words("closePhase")} />
      )}
    </Actions>
  );
};

const Order = ({
  ctx,
  formKey,
  workshop,
  phase,
}: Omit<DayProps, "phases"> & { readonly phase: Scheduled }) => {
  const words = say(ctx);
  const button = { action: paths.phase(workshop.id, phase.id), object: phase.title };
  const key = (part: string) => `${formKey}${part}${phase.id.slice(-6)}`;
  return (
    <Actions>
      <ActionForm {...button} formKey={key("f")} values={{ was: "earlier" }} label={words("earlier")} />
      <ActionForm {...button} formKey={key("s")} values={{ was: "later" }} label={words("later")} />
      <ActionLink href={button.action} label={words("change")} object={phase.title} />
    </Actions>
  );
};

const dayColumns = (props: DayProps): Column<Scheduled>[] => {
  const { ctx, workshop } = props;
  const words = say(ctx);
  return [
    {
      heading: words("title"),
      cell: (phase) => (
        <>
          {phase.title}
          {phase.question && <span class="al-work__meta"> {phase.question}</span>}
        </>
      ),
    },
    {
      heading: words("from"),
      cell: (phase) => `${time(ctx, phase.startsAt)}, ${duration(ctx, phase.minutes)}`,
    },
    ...(workshop.state === "running"
      ? [
          {
            heading: words("phones"),
            cell: (phase: Scheduled) => (
              <>
                <State kind={phase.takes === "nothing" ? "info" : "yes"}>{takesName(ctx, phase.takes)}</State>
                <Let {...props} phase={phase} />
              </>
            ),
          },
        ]
      : []),
    { heading: words("change"), cell: (phase) => <Order {...props} phase={phase} /> },
  ];
};

/** The parts of the day with their hours; while it runs, what the phones may do in each. */
export const DayPage = (props: DayProps) => {
  const { ctx, formKey, workshop, phases, form } = props;
  const words = say(ctx);
  const schedule = scheduleOf(workshop, phases);
  const end = schedule.at(-1)?.endsAt;
  return (
    <Stack>
      <Title heading={words("day")} kind={workshop.title} lead={words("dayLead")} />
      <Told {...props} />
      {phases.length === 0 ? (
        <Empty heading={words("noPhases")}>
          <p>{words("useTemplateNext")}</p>
          <ActionForm
            action={paths.phases(workshop.id)}
            formKey={`${formKey}v`}
            values={{ vorlage: "ja" }}
            label={words("useTemplate")}
            kind="primary"
          />
        </Empty>
      ) : (
        <Table id="ablauf" caption={words("day")} columns={dayColumns(props)} rows={schedule} />
      )}
      {end && +end !== +workshop.endsAt && (
        <p>{words("over", { end: time(ctx, end), planned: time(ctx, workshop.endsAt) })}</p>
      )}
      <Section id="neu" heading={words("addPhase")}>
        <Form
          ctx={ctx}
          action={paths.phases(workshop.id)}
          formKey={formKey}
          form={form}
          submit={words("add")}
          quiet
        >
          <PhaseFields ctx={ctx} />
        </Form>
      </Section>
    </Stack>
  );
};

type PhaseProps = Shown & { readonly workshop: Workshop; readonly phase: WorkshopPhase };

/** One part of the day, to be changed or taken out. */
export const PhasePage = ({ ctx, formKey, workshop, phase, form, refusal, notice }: PhaseProps) => (
  <Stack>
    <Title heading={phase.title} kind={say(ctx)("changePhase")} />
    <Told ctx={ctx} refusal={refusal} notice={notice} />
    <Form
      ctx={ctx}
      action={paths.phase(workshop.id, phase.id)}
      formKey={formKey}
      form={form ?? filledWith(phase)}
      submit={say(ctx)("save")}
      secondary={[{ label: say(ctx)("remove"), name: "was", value: "remove" }]}
      cancel={{ href: paths.phases(workshop.id), label: say(ctx)("day") }}
    >
      <PhaseFields ctx={ctx} />
    </Form>
  </Stack>
);

import type { Context } from "#core/context.ts";
import { dayWithYear } from "#core/date.ts";
import type { Filled } from "#core/input.ts";
import type { CommitmentRow } from "#modules/strategy/commitments/queries.ts";
import { givenLine, PromiseState } from "#modules/strategy/commitments/views.tsx";
import { promiseText } from "#modules/strategy/commitments/vocabulary.ts";
import type { IndicatorRow } from "#modules/strategy/indicators/queries.ts";
import { standOf } from "#modules/strategy/indicators/queries.ts";
import { StandView } from "#modules/strategy/indicators/views.tsx";
import { say } from "#modules/strategy/measure-office/messages.ts";
import { type OneProps, UpdateForm } from "#modules/strategy/measure-office/views.tsx";
import type { MeasureRow, MilestoneRow, UpdateRow } from "#modules/strategy/measures/queries.ts";
import { LightState, MeasureStateView } from "#modules/strategy/measures/views.tsx";
import { paths } from "#modules/strategy/paths.ts";
import { ActionForm } from "#ui/button.tsx";
import { DateField, TextField } from "#ui/fields.tsx";
import { Form } from "#ui/form.tsx";
import { Notice } from "#ui/notice.tsx";
import { Section, Stack, Title } from "#ui/page.tsx";
import { ItemList } from "#ui/task.tsx";
import { Timeline } from "#ui/timeline.tsx";

/** What just happened, as the address says it. */
export const heard = ["neu", "gespeichert", "stand", "schritt", "zusage"] as const;

type Props = {
  readonly ctx: Context;
  readonly formKey: string;
  readonly measure: MeasureRow;
  readonly milestones: readonly MilestoneRow[];
  readonly updates: readonly UpdateRow[];
  readonly commitments: readonly CommitmentRow[];
  readonly indicators: readonly IndicatorRow[];
  readonly notice?: (typeof heard)[number] | undefined;
  readonly updating?: Filled | undefined;
  readonly stepping?: Filled | undefined;
  readonly ahead?: boolean;
};

type StepsProps = OneProps & { readonly milestones: readonly MilestoneRow[] };

// The steps on the way, each with its button, and the form for the next one.
const Steps = ({ ctx, formKey, measure, milestones, form }: StepsProps) => {
  const words = say(ctx);
  return (
    <Stack>
      <ItemList
        items={milestones.map(({ id, title, dueOn, doneOn }) => ({
          title,
          kind: dayWithYear(ctx, dueOn),
          text: doneOn && words("doneOn", { day: dayWithYear(ctx, doneOn) }),
          end: (
            <>
              <ActionForm
                action={paths.milestone(measure.id, id)}
                label={words(doneOn ? "undone" : "done")}
                object={title}
                values={{ step: doneOn ? "undone" : "done" }}
                formKey={formKey}
              />
              <ActionForm
                action={paths.milestone(measure.id, id)}
                label={words("remove")}
                object={title}
                values={{ step: "remove" }}
                formKey={formKey}
              />
            </>
          ),
        }))}
      />
      <Form
        ctx={ctx}
        id="schritt"
        action={paths.milestones(measure.id)}
        submit={words("addMilestone")}
        formKey={formKey}
        form={form}
        quiet
      >
        <TextField name="title" label={words("milestone")} maximum={300} />
        <DateField name="dueOn" label={words("due")} />
      </Form>
    </Stack>
  );
};

const Promises = ({ ctx, measure, commitments }: Props) => (
  <Section
    id="zusagen"
    heading={say(ctx)("promises")}
    link={{ href: paths.typeCommitment(measure.id), label: say(ctx)("typePromise") }}
  >
    <ItemList
      items={commitments.map((row) => ({
        title: row.organization,
        href: paths.officeCommitment(row.id),
        text: promiseText(ctx, row),
        end: row.state === "confirmed" ? givenLine(ctx, row) : <PromiseState ctx={ctx} promise={row} />,
      }))}
    />
  </Section>
);

const Indicators = ({ ctx, measure, indicators }: Props) => (
  <Section
    id="kennzahlen"
    heading={say(ctx)("indicators")}
    link={{ href: `${paths.addIndicator}?massnahme=${measure.id}`, label: say(ctx)("addIndicator") }}
  >
    <ItemList
      items={indicators.map((row) => ({
        title: row.title,
        href: paths.officeIndicator(row.id),
        end: <StandView ctx={ctx} stand={standOf(ctx, row)} />,
      }))}
    />
  </Section>
);

/** One measure in the hand of the office: how it goes, its steps, what partners give, what shows it. */
export const CourseView = (props: Props) => {
  const { ctx, formKey, measure, milestones, updates, notice, updating, stepping, ahead } = props;
  const words = say(ctx);
  return (
    <>
      <Title kind={words("number", measure)} heading={measure.title} lead={measure.objective}>
        <p>
          <MeasureStateView ctx={ctx} measure={measure} />
        </p>
        <p class="al-actions">
          <a href={paths.editMeasure(measure.id)}>{words("edit")}</a>
          <a href={paths.measure(measure.number)}>{words("toPublic")}</a>
        </p>
      </Title>
      {notice && <Notice ctx={ctx} kind="success" heading={words(`notice_${notice}`)} />}
      {ahead && <Notice ctx={ctx} kind="warning" heading={words("refused_ahead")} />}
      <Section id="stand" heading={words("update")}>
        <UpdateForm ctx={ctx} formKey={formKey} measure={measure} form={updating} />
      </Section>
      <Section id="schritte" heading={words("milestones")}>
        <Steps ctx={ctx} formKey={formKey} measure={measure} milestones={milestones} form={stepping} />
      </Section>
      <Promises {...props} />
      <Indicators {...props} />
      {updates.length > 0 && (
        <Section id="verlauf" heading={words("history")}>
          <Timeline
            ctx={ctx}
            moments={updates.map((update) => ({
              when: update.happenedOn,
              text: (
                <>
                  <p>
                    <LightState ctx={ctx} measure={update} />{" "}
                    <span class="al-soft al-small">{dayWithYear(ctx, update.madeAt)}</span>
                  </p>
                  <p>{update.words}</p>
                </>
              ),
            }))}
          />
        </Section>
      )}
    </>
  );
};

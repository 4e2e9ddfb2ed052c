import type { Context } from "#core/context.ts";
import { dayAndTime } from "#core/date.ts";
import { type Filled, filledWith } from "#core/input.ts";
import { number } from "#core/number.ts";
import type { PlanAnswer } from "#methods/assignment-answer.ts";
import { say } from "#modules/shifts/comparisons/messages.ts";
import type { Comparison } from "#modules/shifts/comparisons/queries.ts";
import {
  Adopted,
  Changes,
  Compared,
  Figures,
  proofOf,
  Shares,
  Unfilled,
} from "#modules/shifts/comparisons/views.tsx";
import { isOpen, type ProposalRow } from "#modules/shifts/computing/queries.ts";
import { paths } from "#modules/shifts/paths.ts";
import type { Plan } from "#modules/shifts/queries.ts";
import { PlanHead } from "#modules/shifts/views.tsx";
import { ActionForm } from "#ui/button.tsx";
import { RadioGroup } from "#ui/choices.tsx";
import { Facts, State, type StateKind } from "#ui/facts.tsx";
import { Form } from "#ui/form.tsx";
import { Notice } from "#ui/notice.tsx";
import { Actions, Empty, Section, Stack } from "#ui/page.tsx";
import { ItemList } from "#ui/task.tsx";

export type Props = {
  readonly ctx: Context;
  readonly formKey: string;
  readonly plan: Plan;
  readonly form?: Filled | undefined;
  readonly refusal?: string | undefined;
  readonly notice?: string | undefined;
};

const notices = ["angehalten", "uebernommen", "abgelegt"] as const;

/** What just happened, or why it did not. */
export const Happened = ({ ctx, notice, refusal }: Pick<Props, "ctx" | "notice" | "refusal">) => {
  const known = notices.find((name) => name === notice);
  if (refusal) return <Notice ctx={ctx} kind="warning" heading={refusal} />;
  return known ? <Notice ctx={ctx} kind="success" heading={say(ctx)(`notice_${known}`)} /> : null;
};

const signs: Readonly<Record<ProposalRow["state"], StateKind>> = {
  waiting: "wait",
  running: "wait",
  done: "info",
  stopped: "info",
  failed: "late",
  adopted: "yes",
  dropped: "no",
};

export const StateOf = ({ ctx, row }: { readonly ctx: Context; readonly row: ProposalRow }) => (
  <State kind={signs[row.state]}>{say(ctx)(`state_${row.state}`)}</State>
);

/** How long to search at most, in seconds. */
export const timeLimits = ["10", "60", "300"] as const;

type ListProps = Props & {
  readonly rows: readonly ProposalRow[];
  readonly counts: { readonly helpers: number; readonly places: number; readonly fixed: number };
};

/** "Vorschlag rechnen": what goes into it, the button, and the proposals so far. */
export const ProposalsPage = ({ ctx, formKey, plan, rows, counts, form, refusal, notice }: ListProps) => {
  const words = say(ctx);
  const { helpers, places, fixed } = counts;
  return (
    <Stack wide>
      <PlanHead ctx={ctx} plan={plan} part="proposals" heading={words("heading")} lead={words("lead")} />
      <Happened ctx={ctx} notice={notice} refusal={refusal} />
      <Facts
        facts={[
          { value: number(ctx, helpers), sentence: words("factHelpers", { n: helpers }) },
          { value: number(ctx, places), sentence: words("factPlaces", { n: places }) },
          { value: number(ctx, fixed), sentence: words("factFixed", { n: fixed }) },
        ]}
      />
      <p>
        <a href={paths.helpers(plan.id)}>{words("helpersLink")}</a>
      </p>
      <Form
        ctx={ctx}
        action={paths.proposals(plan.id)}
        formKey={formKey}
        form={form ?? filledWith({ sekunden: "60" })}
        submit={words("compute")}
        next={words("computeNext")}
      >
        <RadioGroup
          name="sekunden"
          label={words("timeLimit")}
          hint={words("timeLimitHint")}
          options={timeLimits.map((value) => ({ value, label: words(`seconds_${value}`) }))}
          row
        />
      </Form>
      {rows.length > 0 && (
        <Section id="bisher" heading={words("earlier")}>
          <ItemList
            items={rows.map((row) => ({
              title: words("proposalOf", { when: dayAndTime(ctx, row.madeAt) }),
              href: paths.proposal(plan.id, row.id),
              text: row.madeBy && words("askedBy", { name: row.madeBy }),
              end: <StateOf ctx={ctx} row={row} />,
            }))}
          />
        </Section>
      )}
    </Stack>
  );
};

type OneProps = Props & { readonly row: ProposalRow };

/** While it is computed: how far it is, and the way to stop it. */
const Computing = ({ ctx, formKey, plan, row }: OneProps) => {
  const words = say(ctx);
  const href = paths.proposal(plan.id, row.id);
  return (
    <Section id="rechnung" heading={words("computing")}>
      <Stack>
        <p>
          <progress max={100} value={row.progress} aria-label={words("computing")} />{" "}
          {words("progress", { n: row.progress })}
        </p>
        <p>{row.stopAskedAt ? words("stopping") : words("computingText")}</p>
        <Actions>
          {!row.stopAskedAt && (
            <ActionForm
              action={`${href}/stopp`}
              formKey={`${formKey}s`}
              label={words("stop")}
              kind="primary"
            />
          )}
          <a href={href}>{words("reload")}</a>
        </Actions>
        {!row.stopAskedAt && <p class="al-soft">{words("stopNext")}</p>}
      </Stack>
    </Section>
  );
};

const Unanswered = ({ ctx, row }: Pick<OneProps, "ctx" | "row">) => {
  const words = say(ctx);
  if (row.state !== "failed") return <Empty heading={words("notComputed")} />;
  return (
    <Empty heading={words("failed")}>
      <p>{words("failedText")}</p>
    </Empty>
  );
};

/** The head of one proposal, and what it is while there is no answer. */
export const OpenPage = (props: OneProps) => {
  const { ctx, plan, row, notice, refusal } = props;
  const words = say(ctx);
  return (
    <Stack wide>
      <PlanHead
        ctx={ctx}
        plan={plan}
        part="proposals"
        heading={words("proposalOf", { when: dayAndTime(ctx, row.madeAt) })}
      />
      <Happened ctx={ctx} notice={notice} refusal={refusal} />
      {!isOpen(row) && (
        <p>
          <StateOf ctx={ctx} row={row} />
        </p>
      )}
      {isOpen(row) ? <Computing {...props} /> : <Unanswered ctx={ctx} row={row} />}
    </Stack>
  );
};

type ResultProps = OneProps & { readonly comparison: Comparison };

/** A computed proposal beside today's plan. */
export const ResultPage = (props: ResultProps & { readonly answer: PlanAnswer }) => {
  const { ctx, formKey, plan, row, answer, comparison, form, notice, refusal } = props;
  const words = say(ctx);
  const href = paths.proposal(plan.id, row.id);
  const isHistory = row.state === "dropped";
  return (
    <Stack wide>
      <PlanHead
        ctx={ctx}
        plan={plan}
        part="proposals"
        heading={words("proposalOf", { when: dayAndTime(ctx, row.madeAt) })}
        lead={proofOf(ctx, answer)}
      />
      <Happened ctx={ctx} notice={notice} refusal={refusal} />
      <p>
        <StateOf ctx={ctx} row={row} />
      </p>
      <Figures ctx={ctx} answer={answer} />
      {row.state === "adopted" && <Adopted ctx={ctx} row={row} comparison={comparison} />}
      {!isHistory && (
        <Section id="aenderungen" heading={words("changesHeading")}>
          <Changes
            ctx={ctx}
            formKey={formKey}
            action={`${href}/uebernahme`}
            comparison={comparison}
            form={form}
          />
        </Section>
      )}
      <Section id="offen" heading={words("unfilledHeading")}>
        <Unfilled ctx={ctx} answer={answer} comparison={comparison} />
      </Section>
      <Section id="schichten" heading={words("compareHeading")}>
        <Compared ctx={ctx} answer={answer} comparison={comparison} />
      </Section>
      <Shares ctx={ctx} answer={answer} comparison={comparison} />
      <Actions>
        {!isHistory && row.state !== "adopted" && (
          <ActionForm
            action={`${href}/ablage`}
            formKey={`${formKey}a`}
            label={words("drop")}
            kind="secondary"
          />
        )}
        <a href={`${href}/aufgabe.json`}>{words("download")}</a>
      </Actions>
    </Stack>
  );
};

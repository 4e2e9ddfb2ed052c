import type { Context } from "#core/context.ts";
import { dayAndTime } from "#core/date.ts";
import type { Filled } from "#core/input.ts";
import { paths } from "#modules/shifts/paths.ts";
import { reasonOf, stateName } from "#modules/shifts/places/vocabulary.ts";
import type { Plan } from "#modules/shifts/queries.ts";
import type { SignupRow, StepRow } from "#modules/shifts/signups/queries.ts";
import { PlanHead } from "#modules/shifts/views.tsx";
import { ActionForm, ActionLink } from "#ui/button.tsx";
import { Select } from "#ui/choices.tsx";
import { Pairs, State, type StateKind } from "#ui/facts.tsx";
import { HiddenField, TextField } from "#ui/fields.tsx";
import { Form } from "#ui/form.tsx";
import { telephone } from "#ui/link.ts";
import { Notice } from "#ui/notice.tsx";
import { Actions, Section, Stack } from "#ui/page.tsx";
import { Timeline } from "#ui/timeline.tsx";
import { say } from "./messages.ts";
import type { Target } from "./queries.ts";

const notices = [
  "eingetragen",
  "zugesagt",
  "abgelehnt",
  "verschoben",
  "fest",
  "frei",
  "entfernt",
  "geaendert",
] as const;

/** The sign of each state, beside its word. */
export const signs: Readonly<Record<SignupRow["state"], StateKind>> = {
  asked: "wait",
  confirmed: "yes",
  waiting: "wait",
  offered: "wait",
  declined: "no",
  canceled: "no",
  removed: "no",
  passed: "no",
};

export type Props = {
  readonly ctx: Context;
  readonly formKey: string;
  readonly plan: Plan;
  readonly form?: Filled | undefined;
  readonly refusal?: string | undefined;
  readonly notice?: string | undefined;
};

/** What just happened, or why it did not. */
export const Happened = ({ ctx, notice, refusal }: Pick<Props, "ctx" | "notice" | "refusal">) => {
  const known = notices.find((name) => name === notice);
  if (refusal) return <Notice ctx={ctx} kind="warning" heading={refusal} />;
  return known ? <Notice ctx={ctx} kind="success" heading={say(ctx)(`notice_${known}`)} /> : null;
};

type SignupProps = Props & {
  readonly row: SignupRow;
  readonly steps: readonly StepRow[];
  readonly unproven: readonly string[];
  readonly targets: readonly Target[];
  readonly contact: { readonly email: string | null; readonly phone: string | null } | undefined;
};

const Deciding = ({ ctx, formKey, plan, row }: SignupProps) => {
  const words = say(ctx);
  const action = paths.signup(plan.id, row.id);
  return (
    <>
      <ActionForm
        action={action}
        formKey={`${formKey}z`}
        label={words("approve")}
        object={row.name}
        values={{ tun: "zusagen" }}
        kind="primary"
      />
      <Section id="ablehnen" heading={words("declineHeading")} space="none">
        <Form ctx={ctx} id="n" action={action} formKey={`${formKey}n`} submit={words("decline")} quiet>
          <HiddenField name="tun" value="ablehnen" />
          <TextField name="worte" label={words("declineWords")} hint={words("declineWordsHint")} optional />
        </Form>
      </Section>
    </>
  );
};

const Moving = ({ ctx, formKey, plan, row, targets, form }: SignupProps) => {
  const words = say(ctx);
  if (targets.length === 0) return <p>{words("moveNone")}</p>;
  return (
    <Form
      ctx={ctx}
      action={paths.signup(plan.id, row.id)}
      formKey={formKey}
      form={form}
      submit={words("move")}
      next={words("moveNext")}
    >
      <HiddenField name="tun" value="verschieben" />
      <Select
        name="bedarf"
        label={words("moveTo")}
        options={targets.map(({ needId, role, free, shift }) => ({
          value: needId,
          label: words("target", { when: dayAndTime(ctx, shift.startsAt, shift.endsAt), role, n: free }),
        }))}
      />
    </Form>
  );
};

const Keeping = ({ ctx, formKey, plan, row }: SignupProps) => (
  <ActionForm
    action={paths.signup(plan.id, row.id)}
    formKey={`${formKey}f`}
    label={say(ctx)(row.fixed ? "loosen" : "keep")}
    object={row.name}
    values={{ tun: row.fixed ? "loesen" : "festhalten" }}
    kind="secondary"
  />
);

const Removing = ({ ctx, formKey, plan, row }: SignupProps) => {
  const words = say(ctx);
  return (
    <Form
      ctx={ctx}
      id="h"
      action={paths.signup(plan.id, row.id)}
      formKey={`${formKey}h`}
      submit={words("remove")}
      quiet
    >
      <HiddenField name="tun" value="herausnehmen" />
      <TextField name="worte" label={words("removeWhy")} hint={words("removeWhyHint")} />
    </Form>
  );
};

const stepText = (ctx: Context, step: StepRow): string => {
  const reason = step.reason === "moved" ? say(ctx)("step_moved") : reasonOf(ctx, step);
  const what = [stateName(ctx, step.state as SignupRow["state"]), reason, step.words]
    .filter(Boolean)
    .join(" – ");
  return step.by ? say(ctx)("by", { what, name: step.by }) : what;
};

/** One sign-up: who it is, how it came about, and what a planner can do with it. */
export const SignupPage = (props: SignupProps) => {
  const { ctx, plan, row, steps, contact, unproven } = props;
  const words = say(ctx);
  const isLive = ["asked", "confirmed", "waiting", "offered"].includes(row.state);
  const isAhead = row.canceledAt === null && row.endsAt > ctx.now;
  const lead = `${row.role}, ${dayAndTime(ctx, row.startsAt, row.endsAt)}`;
  return (
    <Stack wide>
      <PlanHead ctx={ctx} plan={plan} heading={row.name} lead={lead} />
      <Happened {...props} />
      <p>
        <State kind={signs[row.state]}>
          {words("since", { state: stateName(ctx, row.state), when: dayAndTime(ctx, row.stateSince) })}
        </State>
      </p>
      {unproven.length > 0 && (
        <Notice ctx={ctx} heading={words("unproven", { names: unproven.join(", ") })}>
          {words("unprovenText")}
        </Notice>
      )}
      <Pairs
        pairs={[
          [words("phone"), contact?.phone && <a href={telephone(contact.phone)}>{contact.phone}</a>],
          [words("email"), contact?.email && <a href={`mailto:${contact.email}`}>{contact.email}</a>],
          [words("group"), row.party > 1 && words("party", { n: row.party })],
          [words("groupNames"), row.partyNames],
          [words("ownWords"), row.words],
        ]}
      />
      <Actions>
        <ActionLink
          href={paths.shift(plan.id, row.shiftId)}
          label={dayAndTime(ctx, row.startsAt, row.endsAt)}
        />
        <a href={paths.plan(plan.id)}>{words("back")}</a>
      </Actions>
      {isAhead && (row.state === "asked" || row.state === "waiting") && <Deciding {...props} />}
      {isAhead && isLive && (
        <>
          <Section id="verschieben" heading={words("moveHeading")}>
            <Moving {...props} />
          </Section>
          <Section id="festhalten" heading={words("keepHeading")}>
            <p>{words("keepText")}</p>
            <Actions>
              <Keeping {...props} />
            </Actions>
          </Section>
          <Section id="herausnehmen" heading={words("removeHeading")}>
            <Removing {...props} />
          </Section>
        </>
      )}
      <Section id="verlauf" heading={words("history")}>
        <Timeline ctx={ctx} moments={steps.map((step) => ({ when: step.at, text: stepText(ctx, step) }))} />
      </Section>
    </Stack>
  );
};

import type { Context } from "#core/context.ts";
import { dayAndTime } from "#core/date.ts";
import type { Filled } from "#core/input.ts";
import { dayOf } from "#core/local-time.ts";
import { paths } from "#modules/shifts/paths.ts";
import type { Plan, Role, ShiftRow } from "#modules/shifts/queries.ts";
import { PlanHead } from "#modules/shifts/views.tsx";
import { ButtonLink } from "#ui/button.tsx";
import { Fieldset } from "#ui/choices.tsx";
import { DateField, NumberField, TextArea, TextField, TimeField } from "#ui/fields.tsx";
import { Form } from "#ui/form.tsx";
import { Notice } from "#ui/notice.tsx";
import { Actions, Empty, More, Stack } from "#ui/page.tsx";
import { say } from "./messages.ts";
import { leastField, mostField } from "./queries.ts";

type Props = {
  readonly ctx: Context;
  readonly formKey: string;
  readonly plan: Plan;
  readonly roles: readonly Pick<Role, "id" | "name">[];
  readonly form?: Filled | undefined;
  readonly refusal?: string | undefined;
};

type Part = { readonly ctx: Context; readonly values: Filled["values"] };

const isSet = ({ values }: Part, names: readonly string[]): boolean =>
  names.some((name) => (values[name] ?? "") !== "");

const When = (part: Part) => {
  const words = say(part.ctx);
  const today = dayOf(part.ctx.now);
  return (
    <Fieldset legend={words("when")} hint={words("endTimeHint")}>
      <DateField name="day" label={words("day")} min={today} />
      <div class="al-beside">
        <TimeField name="startTime" label={words("startTime")} />
        <TimeField name="endTime" label={words("endTime")} />
      </div>
      <More summary={words("endDay")} open={isSet(part, ["endDay"])}>
        <DateField name="endDay" label={words("endDay")} hint={words("endDayHint")} min={today} optional />
      </More>
    </Fieldset>
  );
};

const Again = (part: Part & { readonly errors: Filled["errors"] }) => {
  const words = say(part.ctx);
  const wrong = part.errors["untilDay"] !== undefined || part.errors["moreDays"] !== undefined;
  return (
    <More summary={words("again")} open={wrong || isSet(part, ["untilDay", "moreDays"])}>
      <Stack>
        <p class="al-soft">{words("againHint")}</p>
        <DateField name="untilDay" label={words("untilDay")} min={dayOf(part.ctx.now)} optional />
        <TextField name="moreDays" label={words("moreDays")} hint={words("moreDaysHint")} optional />
      </Stack>
    </More>
  );
};

const Needs = ({ ctx, roles }: Pick<Props, "ctx" | "roles">) => {
  const words = say(ctx);
  return (
    <Fieldset legend={words("who")} hint={words("whoHint")}>
      {roles.map(({ id, name }) => (
        <div class="al-beside">
          <NumberField name={leastField(id)} label={words("minimum", { role: name })} optional />
          <NumberField name={mostField(id)} label={words("maximum", { role: name })} optional />
        </div>
      ))}
    </Fieldset>
  );
};

const Notes = ({ ctx }: Pick<Props, "ctx">) => {
  const words = say(ctx);
  return (
    <Fieldset legend={words("more")}>
      <TextField name="title" label={words("title")} hint={words("titleHint")} maximum={120} optional />
      <TextField name="whereText" label={words("where")} hint={words("whereHint")} maximum={200} optional />
      <TextArea name="words" label={words("words")} hint={words("wordsHint")} rows={3} optional />
    </Fieldset>
  );
};

const Refusal = ({ ctx, refusal }: Pick<Props, "ctx" | "refusal">) =>
  refusal ? <Notice ctx={ctx} kind="warning" heading={refusal} /> : null;

/** A new shift, or the same on several days. */
export const AddShiftPage = ({ ctx, formKey, plan, roles, form, refusal }: Props) => {
  const words = say(ctx);
  const head = <PlanHead ctx={ctx} plan={plan} heading={words("addHeading")} lead={words("addLead")} />;
  if (roles.length === 0) {
    return (
      <Stack wide>
        {head}
        <Empty heading={words("noRoles")}>
          <p>{words("noRolesText")}</p>
          <ButtonLink href={paths.roles(plan.id)}>{words("toRoles")}</ButtonLink>
        </Empty>
      </Stack>
    );
  }
  const part = { ctx, values: form?.values ?? {} };
  return (
    <Stack wide>
      {head}
      <Refusal ctx={ctx} refusal={refusal} />
      <Form
        ctx={ctx}
        action={paths.addShift(plan.id)}
        formKey={formKey}
        form={form}
        submit={words("add")}
        cancel={{ href: paths.plan(plan.id), label: words("cancel") }}
      >
        <When {...part} />
        <Again {...part} errors={form?.errors ?? {}} />
        <Needs ctx={ctx} roles={roles} />
        <Notes ctx={ctx} />
      </Form>
    </Stack>
  );
};

type ShiftProps = Props & { readonly shift: ShiftRow; readonly signedUp: number };

/** A shift that is there, to change, copy or call off. */
export const ChangeShiftPage = (props: ShiftProps) => {
  const { ctx, formKey, plan, roles, shift, signedUp, form, refusal } = props;
  const words = say(ctx);
  const lead = [dayAndTime(ctx, shift.startsAt, shift.endsAt), shift.title].filter(Boolean).join(" · ");
  return (
    <Stack wide>
      <PlanHead ctx={ctx} plan={plan} heading={words("changeHeading")} lead={lead} />
      <Refusal ctx={ctx} refusal={refusal} />
      <Actions>
        <a href={`${paths.addShift(plan.id)}?von=${shift.id}`}>{words("copy")}</a>
        <a href={paths.cancelShift(plan.id, shift.id)}>{words("toCancel")}</a>
      </Actions>
      {signedUp > 0 && <p>{words("concerned", { n: signedUp })}</p>}
      <Form
        ctx={ctx}
        action={paths.changeShift(plan.id, shift.id)}
        formKey={formKey}
        form={form}
        submit={words("save")}
        cancel={{ href: paths.plan(plan.id), label: words("cancel") }}
      >
        <When ctx={ctx} values={form?.values ?? {}} />
        <Needs ctx={ctx} roles={roles} />
        <Notes ctx={ctx} />
      </Form>
    </Stack>
  );
};

/** Asks once more, and for the reason that everybody reads. */
export const CancelShiftPage = ({ ctx, formKey, plan, shift, signedUp, form, refusal }: ShiftProps) => {
  const words = say(ctx);
  const when = dayAndTime(ctx, shift.startsAt, shift.endsAt);
  return (
    <Stack wide>
      <PlanHead
        ctx={ctx}
        plan={plan}
        heading={words("cancelHeading")}
        lead={words("cancelLead", { when: [when, shift.title].filter(Boolean).join(" · ") })}
      />
      <Refusal ctx={ctx} refusal={refusal} />
      <p>{signedUp > 0 ? words("cancelConcerned", { n: signedUp }) : words("cancelNobody")}</p>
      <Form
        ctx={ctx}
        action={paths.cancelShift(plan.id, shift.id)}
        formKey={formKey}
        form={form}
        submit={words("cancelSubmit")}
        cancel={{ href: paths.plan(plan.id), label: words("cancel") }}
      >
        <TextField name="why" label={words("why")} hint={words("whyHint")} maximum={300} />
      </Form>
    </Stack>
  );
};

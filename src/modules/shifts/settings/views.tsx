import type { Context } from "#core/context.ts";
import type { Filled } from "#core/input.ts";
import { paths } from "#modules/shifts/paths.ts";
import type { Plan, Role } from "#modules/shifts/queries.ts";
import { PlanHead } from "#modules/shifts/views.tsx";
import { ActionForm, ActionLink } from "#ui/button.tsx";
import { Checkbox, CheckboxGroup, Fieldset, RadioGroup } from "#ui/choices.tsx";
import { NumberField, TextArea, TextField } from "#ui/fields.tsx";
import { Form } from "#ui/form.tsx";
import { Notice } from "#ui/notice.tsx";
import { Empty, Section, Stack } from "#ui/page.tsx";
import { ItemList } from "#ui/task.tsx";
import { say } from "./messages.ts";

type Props = {
  readonly ctx: Context;
  readonly formKey: string;
  readonly plan: Plan;
  readonly notice?: string | undefined;
  readonly form?: Filled | undefined;
};

const notices = ["gespeichert", "angelegt", "geaendert", "entfernt"] as const;

const Happened = ({ ctx, notice }: Pick<Props, "ctx" | "notice">) => {
  const known = notices.find((name) => name === notice);
  return known ? <Notice ctx={ctx} kind="success" heading={say(ctx)(`notice_${known}`)} /> : null;
};

const Coming = ({ ctx }: Pick<Props, "ctx">) => {
  const words = say(ctx);
  const modes = ["open", "wishes", "closed"] as const;
  return (
    <>
      <RadioGroup
        name="mode"
        label={words("mode")}
        options={modes.map((value) => ({
          value,
          label: words(`mode_${value}`),
          hint: words(`mode_${value}_hint`),
        }))}
      />
      <RadioGroup
        name="approval"
        label={words("approval")}
        options={[
          { value: "automatic", label: words("approval_automatic") },
          { value: "asked", label: words("approval_asked"), hint: words("approval_asked_hint") },
        ]}
      />
    </>
  );
};

/** How people come to the shifts of an offer, in words. */
export const SettingsPage = ({ ctx, formKey, plan, form, notice }: Props) => {
  const words = say(ctx);
  return (
    <Stack wide>
      <PlanHead ctx={ctx} plan={plan} part="settings" heading={words("heading")} lead={words("lead", plan)} />
      <Happened ctx={ctx} notice={notice} />
      <Form
        ctx={ctx}
        action={paths.settings(plan.id)}
        formKey={formKey}
        form={form}
        submit={words("save")}
        cancel={{ href: paths.plan(plan.id), label: words("back") }}
      >
        <Coming ctx={ctx} />
        <RadioGroup
          name="groupWaiting"
          label={words("groupWaiting")}
          options={[
            { value: "skip", label: words("groupWaiting_skip") },
            { value: "part", label: words("groupWaiting_part") },
          ]}
        />
        <NumberField name="offerHours" label={words("offerHours")} hint={words("offerHoursHint")} />
        <NumberField name="cancelHours" label={words("cancelHours")} hint={words("cancelHoursHint")} />
        <NumberField name="restMinutes" label={words("restMinutes")} hint={words("restMinutesHint")} />
        <Checkbox name="selfCheckIn" label={words("selfCheckIn")} hint={words("selfCheckInHint")} />
      </Form>
    </Stack>
  );
};

type RoleFields = { readonly ctx: Context; readonly qualifications: readonly { id: string; name: string }[] };

const Fields = ({ ctx, qualifications }: RoleFields) => {
  const words = say(ctx);
  return (
    <>
      <TextField name="name" label={words("name")} hint={words("nameHint")} maximum={120} />
      <TextArea
        name="description"
        label={words("description")}
        hint={words("descriptionHint")}
        rows={3}
        optional
      />
      <NumberField name="minimumAge" label={words("minimumAge")} hint={words("minimumAgeHint")} optional />
      {qualifications.length > 0 && (
        <CheckboxGroup
          name="qualificationIds"
          label={words("qualifications")}
          hint={words("qualificationsHint")}
          options={qualifications.map(({ id, name }) => ({ value: id, label: name }))}
          optional
        />
      )}
    </>
  );
};

const asksFor = (ctx: Context, { minimumAge, qualifications, description }: Role): string => {
  const words = say(ctx);
  const names = qualifications.map(({ name }) => name).join(", ");
  const rules = [
    minimumAge !== null && words("fromAge", { n: minimumAge }),
    names !== "" && words("onlyWith", { names }),
  ];
  return [rules.filter(Boolean).join(", "), description].filter(Boolean).join(" · ");
};

type RolesProps = Props & {
  readonly roles: readonly Role[];
  readonly qualifications: RoleFields["qualifications"];
  readonly refusal?: string | undefined;
};

/** What there is to do in the shifts of an offer. */
export const RolesPage = (props: RolesProps) => {
  const { ctx, formKey, plan, roles, qualifications, form, notice, refusal } = props;
  const words = say(ctx);
  return (
    <Stack wide>
      <PlanHead
        ctx={ctx}
        plan={plan}
        part="roles"
        heading={words("rolesHeading")}
        lead={words("rolesLead")}
      />
      <Happened ctx={ctx} notice={notice} />
      {refusal && <Notice ctx={ctx} kind="warning" heading={refusal} />}
      {roles.length === 0 && (
        <Empty heading={words("rolesNone")}>
          <p>{words("rolesNoneText")}</p>
        </Empty>
      )}
      <ItemList
        items={roles.map((role) => ({
          title: role.name,
          href: paths.role(plan.id, role.id),
          text: asksFor(ctx, role),
          end: <ActionLink href={paths.role(plan.id, role.id)} label={words("change")} object={role.name} />,
        }))}
      />
      <Section id="neu" heading={words("addHeading")}>
        <Form ctx={ctx} action={paths.roles(plan.id)} formKey={formKey} form={form} submit={words("add")}>
          <Fields ctx={ctx} qualifications={qualifications} />
        </Form>
      </Section>
    </Stack>
  );
};

type RoleProps = RolesProps & { readonly role: Role };

/** One role, to change or to take out of use. */
export const RolePage = ({ ctx, formKey, plan, role, qualifications, form, refusal }: RoleProps) => {
  const words = say(ctx);
  return (
    <Stack wide>
      <PlanHead ctx={ctx} plan={plan} heading={words("changeHeading", { name: role.name })} />
      {refusal && <Notice ctx={ctx} kind="warning" heading={refusal} />}
      <Form
        ctx={ctx}
        action={paths.role(plan.id, role.id)}
        formKey={formKey}
        form={form}
        submit={words("saveRole")}
        cancel={{ href: paths.roles(plan.id), label: words("rolesHeading") }}
      >
        <Fields ctx={ctx} qualifications={qualifications} />
      </Form>
      <Fieldset legend={words("retire")}>
        <ActionForm
          action={`${paths.role(plan.id, role.id)}/ende`}
          formKey={`${formKey}e`}
          label={words("retire")}
          object={role.name}
          kind="tertiary"
        />
      </Fieldset>
    </Stack>
  );
};

import type { Context } from "#core/context.ts";
import { dayWithYear, isoDay } from "#core/date.ts";
import { type Filled, filledWith } from "#core/input.ts";
import type { CooperationRow } from "#modules/network/cooperations/queries.ts";
import { say } from "#modules/network/group/messages.ts";
import { Heard, type Said } from "#modules/network/group/views.tsx";
import type { GroupMember, GroupRow } from "#modules/network/groups/queries.ts";
import { paths } from "#modules/network/paths.ts";
import { groupPartName, groupParts } from "#modules/network/vocabulary.ts";
import { ActionForm } from "#ui/button.tsx";
import { Checkbox, options, RadioGroup, Select } from "#ui/choices.tsx";
import { DateField, TextArea, TextField } from "#ui/fields.tsx";
import { Form } from "#ui/form.tsx";
import { Actions, More, Section, Stack, Title } from "#ui/page.tsx";
import { Table } from "#ui/table.tsx";

type Base = { readonly ctx: Context };

const Fields = ({ ctx }: Base) => {
  const words = say(ctx);
  return (
    <>
      <TextField name="name" label={words("name")} maximum={200} />
      <TextArea name="purpose" label={words("purpose")} rows={3} maximum={6_000} optional />
      <TextField
        name="contactWords"
        label={words("contactWords")}
        hint={words("contactHint")}
        maximum={500}
        optional
      />
      <DateField name="foundedOn" label={words("foundedOn")} />
      <Checkbox name="internal" label={words("internal")} />
    </>
  );
};

type NewProps = Base & { readonly formKey: string; readonly form?: Filled | undefined };

/** A new working group. */
export const NewView = ({ ctx, formKey, form }: NewProps) => {
  const words = say(ctx);
  return (
    <Stack>
      <Title heading={words("add")} lead={words("lead")} />
      <Form
        ctx={ctx}
        action={paths.addGroup}
        formKey={formKey}
        form={form ?? filledWith({ foundedOn: isoDay(ctx.now) })}
        submit={words("add")}
        next={words("addNext")}
      >
        <Fields ctx={ctx} />
      </Form>
    </Stack>
  );
};

type OfficeProps = NewProps &
  Said & {
    readonly group: GroupRow;
    readonly members: readonly GroupMember[];
    readonly organizations: readonly { readonly id: string; readonly name: string }[];
    /** Which it may carry out. */
    readonly cooperations: readonly Pick<CooperationRow, "id" | "topic">[];
    readonly changing?: Filled | undefined;
  };

const MemberTable = ({ ctx, formKey, group, members }: OfficeProps) => {
  const words = say(ctx);
  return (
    <Table
      id="mitglieder-tabelle"
      caption={words("members")}
      rows={members}
      columns={[
        { heading: words("person"), cell: ({ name, organization }) => name || organization },
        { heading: words("organization"), cell: ({ organization }) => organization ?? "–" },
        { heading: words("part"), cell: ({ part }) => groupPartName(ctx, part) },
        { heading: words("startsOn"), cell: ({ startsOn }) => dayWithYear(ctx, startsOn) },
        {
          heading: words("leave"),
          cell: ({ id, name, organization }) => (
            <ActionForm
              action={paths.groupMember(group.id, id)}
              formKey={`${formKey}-${id}`}
              label={words("leave")}
              object={name || (organization ?? "")}
            />
          ),
        },
      ]}
    />
  );
};

const AddMember = ({ ctx, formKey, group, organizations, form }: OfficeProps) => {
  const words = say(ctx);
  return (
    <Section id="eintragen" heading={words("addMember")}>
      <Form
        ctx={ctx}
        id="m"
        action={paths.groupMembers(group.id)}
        formKey={`${formKey}-m`}
        form={form ?? filledWith({ part: "member", startsOn: isoDay(ctx.now) })}
        submit={words("addMember")}
      >
        <Select
          name="organizationId"
          label={words("organization")}
          blank={words("organizationBlank")}
          options={organizations.map(({ id, name }) => ({ value: id, label: name }))}
          optional
        />
        <TextField name="name" label={words("person")} hint={words("personHint")} maximum={200} optional />
        <TextField name="email" type="email" label={words("email")} hint={words("emailHint")} optional />
        <RadioGroup
          name="part"
          label={words("part")}
          options={options(groupParts, (code) => groupPartName(ctx, code))}
          row
        />
        <DateField name="startsOn" label={words("startsOn")} />
      </Form>
    </Section>
  );
};

const CarriesOut = ({ ctx, formKey, group, cooperations }: OfficeProps) => {
  const words = say(ctx);
  if (cooperations.length === 0) return null;
  return (
    <More summary={words("carry")}>
      <Form
        ctx={ctx}
        id="z"
        action={paths.groupCooperation(group.id)}
        formKey={`${formKey}-k`}
        submit={words("save")}
        next={words("carryNext")}
        quiet
      >
        <Select
          name="cooperation"
          label={words("carryWhich")}
          options={cooperations.map(({ id, topic }) => ({ value: id, label: topic }))}
          value={group.cooperationId ?? undefined}
        />
      </Form>
    </More>
  );
};

/** One working group in the hand of the office: its members, its words, its end. */
export const OfficeView = (props: OfficeProps) => {
  const { ctx, formKey, group, members, changing, notice, refusal } = props;
  const words = say(ctx);
  return (
    <Stack>
      <Title kind={words("looking")} heading={group.name} lead={group.purpose} />
      <Heard ctx={ctx} notice={notice} refusal={refusal} />
      <Actions>
        <a href={paths.group(group.slug)}>{words("toPublic")}</a>
      </Actions>
      {members.length === 0 ? <p class="al-soft">{words("noMembers")}</p> : <MemberTable {...props} />}
      {group.endedOn === null && <AddMember {...props} />}
      <CarriesOut {...props} />
      <More summary={words("change")} open={!!changing}>
        <Form
          ctx={ctx}
          id="c"
          action={paths.officeGroup(group.id)}
          formKey={`${formKey}-c`}
          form={changing ?? filledWith(group)}
          submit={words("save")}
          quiet
        >
          <Fields ctx={ctx} />
        </Form>
      </More>
      {group.endedOn === null && (
        <>
          <ActionForm
            action={paths.groupEnd(group.id)}
            formKey={`${formKey}-z`}
            label={words("end")}
            object={group.name}
            kind="secondary"
          />
          <p class="al-soft">{words("endNext")}</p>
        </>
      )}
    </Stack>
  );
};

import type { Context } from "#core/context.ts";
import { dayWithYear, isoDay } from "#core/date.ts";
import type { Filled } from "#core/input.ts";
import { paths } from "#modules/courses/paths.ts";
import type { HeldRow, QualificationRow } from "#modules/courses/qualifications/queries.ts";
import { HeldState, untilText } from "#modules/courses/qualifications/views.tsx";
import type { Person } from "#modules/people/schema.ts";
import { ActionForm } from "#ui/button.tsx";
import { Select } from "#ui/choices.tsx";
import { DateField } from "#ui/fields.tsx";
import { Form } from "#ui/form.tsx";
import { Notice } from "#ui/notice.tsx";
import { Empty, Section, Stack, Title } from "#ui/page.tsx";
import { Table } from "#ui/table.tsx";
import { say } from "./messages.ts";

export type HolderNotice = "told" | "noted" | "ended" | "seenNotice" | "errorExpired" | "errorEnded";

type Props = {
  readonly ctx: Context;
  readonly formKey: string;
  readonly person: Pick<Person, "id" | "name">;
  readonly held: readonly HeldRow[];
  readonly choices: readonly QualificationRow[];
  readonly form?: Filled | undefined;
  readonly notice?: HolderNotice | undefined;
  /** Drawn for the office, who has seen the paper, instead of for the person. */
  readonly office: boolean;
};

const isOpen = (ctx: Context, { seenAt, validUntil }: HeldRow): boolean =>
  seenAt === null && (validUntil === null || validUntil >= isoDay(ctx.now));

const Held = ({ ctx, formKey, held, person, office }: Props) => {
  const words = say(ctx);
  return (
    <Table
      id="habe"
      caption={office ? words("officeCaption", { name: person.name }) : words("caption")}
      rows={held}
      columns={[
        { heading: words("name"), cell: ({ name }) => name },
        { heading: words("since"), cell: ({ heldSince }) => dayWithYear(ctx, heldSince) },
        { heading: words("until"), cell: ({ validUntil }) => untilText(ctx, validUntil) },
        { heading: words("state"), cell: (row) => <HeldState ctx={ctx} row={row} /> },
        {
          heading: words("what"),
          cell: (row) => (
            <Stack>
              {office && isOpen(ctx, row) && (
                <ActionForm
                  action={paths.seen(person.id, row.id)}
                  label={words("seen")}
                  object={row.name}
                  formKey={`${formKey}-s-${row.id.slice(-6)}`}
                />
              )}
              <ActionForm
                action={office ? paths.ended(person.id, row.id) : paths.mineEnd(row.id)}
                label={words("end")}
                object={row.name}
                formKey={`${formKey}-e-${row.id.slice(-6)}`}
              />
            </Stack>
          ),
        },
      ]}
    />
  );
};

const Tell = ({ ctx, formKey, person, choices, form, office }: Props) => {
  const words = say(ctx);
  if (choices.length === 0) return <p>{words("noChoice")}</p>;
  return (
    <Form
      ctx={ctx}
      action={office ? paths.person(person.id) : paths.mine}
      submit={words(office ? "note" : "tell")}
      next={office ? undefined : words("tellNext")}
      formKey={formKey}
      form={form}
    >
      <Select
        name="qualification"
        label={words("which")}
        options={choices.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <DateField name="since" label={words("sinceLabel")} max={isoDay(ctx.now)} />
      <DateField name="until" label={words("untilLabel")} hint={words("untilHint")} optional />
    </Form>
  );
};

/** What somebody is qualified for: the person tells, the office has seen. */
export const HolderView = (props: Props) => {
  const { ctx, person, held, notice, office } = props;
  const words = say(ctx);
  const kind = notice?.startsWith("error") ? "warning" : "success";
  return (
    <>
      <Title
        heading={words(office ? "officeHeading" : "heading")}
        kind={office ? person.name : undefined}
        lead={office ? undefined : words("lead")}
      />
      {notice && <Notice ctx={ctx} kind={kind} heading={words(notice)} />}
      {held.length === 0 ? (
        <Empty heading={words("none")}>
          <p>{words("noneText")}</p>
        </Empty>
      ) : (
        <Held {...props} />
      )}
      {!office && held.some((row) => isOpen(ctx, row)) && <p>{words("notSeenHint")}</p>}
      <Section id="sagen" heading={words(office ? "officeTellHeading" : "tellHeading")}>
        <Stack>
          {office && <p>{words("officeTellLead")}</p>}
          <Tell {...props} />
        </Stack>
      </Section>
    </>
  );
};

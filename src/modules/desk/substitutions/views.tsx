import type { Context } from "#core/context.ts";
import { period } from "#core/date.ts";
import type { Filled } from "#core/input.ts";
import { dayOf } from "#core/local-time.ts";
import { paths } from "#modules/desk/paths.ts";
import { ActionForm } from "#ui/button.tsx";
import { Select } from "#ui/choices.tsx";
import { DateField } from "#ui/fields.tsx";
import { Form } from "#ui/form.tsx";
import { Notice } from "#ui/notice.tsx";
import { Section, Stack, Title } from "#ui/page.tsx";
import { ItemList } from "#ui/task.tsx";
import { say } from "./messages.ts";
import type { SubstitutionRow } from "./queries.ts";

type Props = {
  readonly ctx: Context;
  readonly formKey: string;
  readonly rows: readonly SubstitutionRow[];
  readonly staff: readonly { readonly id: string; readonly name: string }[];
  readonly form?: Filled | undefined;
  readonly notice?: string | undefined;
};

const Running = ({ ctx, formKey, rows }: Props) => (
  <ItemList
    items={rows.map((row) => ({
      title: say(ctx)("row", { substitute: row.substitute, absent: row.absent }),
      kind: say(ctx)(row.fromDay <= dayOf(ctx.now) ? "isOn" : "isAhead"),
      text: period(ctx, row.fromDay, row.toDay),
      end: (
        <ActionForm
          action={paths.endSubstitution(row.id)}
          formKey={`${formKey}-${row.id}`.slice(0, 64)}
          label={say(ctx)("end")}
          object={row.absent}
        />
      ),
    }))}
  />
);

/** Who stands in for whom, and how to arrange it. */
export const SubstitutionPage = (props: Props) => {
  const { ctx, formKey, rows, staff, form, notice } = props;
  const words = say(ctx);
  const options = staff.map(({ id, name }) => ({ value: id, label: name }));
  const me = ctx.actor.kind === "person" ? ctx.actor.id : undefined;
  return (
    <Stack wide>
      <Title heading={words("heading")} lead={words("lead")} />
      {notice === "eingerichtet" && (
        <Notice ctx={ctx} kind="success">
          {words("noticeMade")}
        </Notice>
      )}
      {notice === "beendet" && (
        <Notice ctx={ctx} kind="success">
          {words("noticeEnded")}
        </Notice>
      )}
      <Section id="laufend" heading={words("running")}>
        {rows.length === 0 ? <p>{words("none")}</p> : <Running {...props} />}
      </Section>
      <Section id="neu" heading={words("arrange")}>
        <Form
          ctx={ctx}
          action={paths.substitution}
          formKey={formKey}
          form={form}
          submit={words("submit")}
          next={words("next")}
        >
          <Select name="abwesend" label={words("absent")} options={options} value={me} />
          <Select name="vertretung" label={words("substitute")} options={options} />
          <DateField name="von" label={words("from")} value={dayOf(ctx.now)} />
          <DateField name="bis" label={words("to")} min={dayOf(ctx.now)} />
        </Form>
      </Section>
    </Stack>
  );
};

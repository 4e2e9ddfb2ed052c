import type { Context } from "#core/context.ts";
import { day, dayLong } from "#core/date.ts";
import type { Filled } from "#core/input.ts";
import { paths } from "#modules/shifts/paths.ts";
import type { Plan } from "#modules/shifts/queries.ts";
import { say } from "#modules/shifts/recurring/messages.ts";
import { DateState, inWords, News, type Roles, SeriesFields } from "#modules/shifts/recurring/views.tsx";
import type { SeriesDate, SeriesRow } from "#modules/shifts/series/queries.ts";
import { PlanHead } from "#modules/shifts/views.tsx";
import { ButtonLink } from "#ui/button.tsx";
import { State } from "#ui/facts.tsx";
import { Form } from "#ui/form.tsx";
import { Empty, Section, Stack } from "#ui/page.tsx";
import { ItemList } from "#ui/task.tsx";

type ListProps = {
  readonly ctx: Context;
  readonly formKey: string;
  readonly plan: Plan;
  readonly roles: Roles;
  readonly series: readonly SeriesRow[];
  readonly form: Filled;
  readonly preview?: readonly SeriesDate[] | undefined;
  readonly refusal?: string | undefined;
  readonly notice?: string | undefined;
};

const Preview = ({ ctx, preview }: Pick<ListProps, "ctx" | "preview">) =>
  preview && (
    <Section id="vorschau" heading={say(ctx)("previewHeading")} space="none">
      <ItemList
        items={preview.map((date) => ({
          title: dayLong(ctx, date.day),
          end: date.without ? <DateState ctx={ctx} date={date} /> : undefined,
        }))}
      />
    </Section>
  );

const NewSeries = ({ ctx, formKey, plan, roles, form, preview }: ListProps) => {
  const words = say(ctx);
  return (
    <Form
      ctx={ctx}
      action={paths.series(plan.id)}
      formKey={formKey}
      form={form}
      submit={words("add")}
      next={words("addNext")}
      secondary={[{ label: words("preview"), name: "step", value: "preview" }]}
    >
      <SeriesFields ctx={ctx} roles={roles} form={form} />
      <Preview ctx={ctx} preview={preview} />
    </Form>
  );
};

/** The series of a plan, and the form of a new one. */
export const SeriesPage = (props: ListProps) => {
  const { ctx, plan, roles, series, notice, refusal } = props;
  const words = say(ctx);
  return (
    <Stack wide>
      <PlanHead ctx={ctx} plan={plan} part="series" heading={words("heading")} lead={words("lead")} />
      <News ctx={ctx} notice={notice} refusal={refusal} />
      {series.length === 0 ? (
        <p class="al-soft">{words("none")}</p>
      ) : (
        <ItemList
          items={series.map((one) => ({
            title: one.title || plan.title,
            href: paths.oneSeries(plan.id, one.id),
            text: inWords(ctx, one),
            end: one.endedAt ? (
              <State kind="no">{words("ended")}</State>
            ) : (
              words("from_day", { day: day(ctx, one.startsOn) })
            ),
          }))}
        />
      )}
      <Section id="neu" heading={words("newHeading")}>
        {roles.length === 0 ? (
          <Empty heading={words("noRoles")}>
            <p>{words("noRolesText")}</p>
            <ButtonLink href={paths.roles(plan.id)}>{words("toRoles")}</ButtonLink>
          </Empty>
        ) : (
          <NewSeries {...props} />
        )}
      </Section>
    </Stack>
  );
};

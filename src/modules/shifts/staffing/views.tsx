import type { Context } from "#core/context.ts";
import { dayAndTime } from "#core/date.ts";
import { paths } from "#modules/shifts/paths.ts";
import { stateName } from "#modules/shifts/places/vocabulary.ts";
import { say } from "#modules/shifts/placing/messages.ts";
import { Happened, type Props, signs } from "#modules/shifts/placing/views.tsx";
import type { Need, ShiftRow } from "#modules/shifts/queries.ts";
import type { SignupRow } from "#modules/shifts/signups/queries.ts";
import { PlanHead } from "#modules/shifts/views.tsx";
import { ButtonLink } from "#ui/button.tsx";
import { Select } from "#ui/choices.tsx";
import { Pairs, State } from "#ui/facts.tsx";
import { Form } from "#ui/form.tsx";
import { Notice } from "#ui/notice.tsx";
import { Actions, Section, Stack } from "#ui/page.tsx";
import { ItemList } from "#ui/task.tsx";

const remarkOf = (ctx: Context, row: SignupRow): string => {
  const words = say(ctx);
  const party = row.party > 1 && words("party", { n: row.party });
  return [party, row.fixed && words("kept"), row.words].filter(Boolean).join(" · ");
};

const Coming = ({
  ctx,
  plan,
  need,
  rows,
}: Pick<Props, "ctx" | "plan"> & { need: Need; rows: readonly SignupRow[] }) => {
  const words = say(ctx);
  const own = rows.filter(({ needId }) => needId === need.id);
  return (
    <Section id={`bedarf-${need.id}`} heading={need.role} aside={words("filled", need)} space="none">
      {own.length === 0 && <p>{words("nobody")}</p>}
      <ItemList
        items={own.map((row) => ({
          title: row.name,
          href: paths.signup(plan.id, row.id),
          text: remarkOf(ctx, row),
          end: <State kind={signs[row.state]}>{stateName(ctx, row.state)}</State>,
        }))}
      />
    </Section>
  );
};

type Candidates = readonly { readonly id: string; readonly name: string }[];

const Assign = ({ ctx, formKey, plan, shift, form, candidates }: ShiftProps) => {
  const words = say(ctx);
  const helpers = <a href={paths.helpers(plan.id)}>{words("toHelpers")}</a>;
  if (candidates.length === 0) {
    return (
      <p>
        {words("assignNobody")} {helpers}
      </p>
    );
  }
  return (
    <Form
      ctx={ctx}
      action={paths.signups(plan.id, shift.id)}
      formKey={formKey}
      form={form}
      submit={words("assign")}
      next={helpers}
    >
      <Select
        name="person"
        label={words("assignWho")}
        hint={words("assignWhoHint")}
        options={candidates.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <Select
        name="bedarf"
        label={words("assignRole")}
        options={shift.needs.map((need) => ({
          value: need.id,
          label: `${need.role} (${words("filled", need)})`,
        }))}
        blank={shift.needs.length === 1 ? false : undefined}
      />
    </Form>
  );
};

type ShiftProps = Props & {
  readonly shift: ShiftRow;
  readonly rows: readonly SignupRow[];
  readonly candidates: Candidates;
};

/** One shift: who comes in which role, who waits, and what can be done about it. */
export const ShiftPage = (props: ShiftProps) => {
  const { ctx, plan, shift, rows } = props;
  const words = say(ctx);
  const isAhead = shift.canceledAt === null && shift.endsAt > ctx.now;
  const when = dayAndTime(ctx, shift.startsAt, shift.endsAt);
  return (
    <Stack wide>
      <PlanHead ctx={ctx} plan={plan} heading={when} lead={shift.title || undefined} />
      <Happened {...props} />
      {shift.canceledAt && <Notice ctx={ctx} heading={words("canceled", { why: shift.canceledWhy })} />}
      <Pairs
        pairs={[
          [words("where"), shift.whereText],
          [words("words"), shift.words],
        ]}
      />
      {isAhead && (
        <Actions>
          <ButtonLink kind="secondary" href={paths.changeShift(plan.id, shift.id)}>
            {words("change")}
          </ButtonLink>
          <a href={paths.calls(plan.id, shift.id)}>{words("call")}</a>
          <a href={paths.onSite(plan.id)}>{words("onSite")}</a>
          <a href={`${paths.addShift(plan.id)}?von=${shift.id}`}>{words("copy")}</a>
          <a href={paths.cancelShift(plan.id, shift.id)}>{words("cancelShift")}</a>
        </Actions>
      )}
      {shift.needs.map((need) => (
        <Coming ctx={ctx} plan={plan} need={need} rows={rows} />
      ))}
      {isAhead && (
        <Section id="eintragen" heading={words("assignHeading")}>
          <Assign {...props} />
        </Section>
      )}
    </Stack>
  );
};

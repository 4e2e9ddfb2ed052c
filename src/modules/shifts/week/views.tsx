import type { Context } from "#core/context.ts";
import { dayLong, dayOnly, day as shortDay, time } from "#core/date.ts";
import { plusDays } from "#core/local-time.ts";
import { number } from "#core/number.ts";
import { manage } from "#modules/opportunities/paths.ts";
import { say } from "#modules/shifts/board/messages.ts";
import { byDay, type PlanRow, totalsOf } from "#modules/shifts/board/queries.ts";
import { Filled } from "#modules/shifts/board/views.tsx";
import { paths } from "#modules/shifts/paths.ts";
import type { TownShift } from "#modules/shifts/queries.ts";
import { ActionLink, ButtonLink } from "#ui/button.tsx";
import { State } from "#ui/facts.tsx";
import { TextField } from "#ui/fields.tsx";
import { Form } from "#ui/form.tsx";
import { Actions, Empty, More, Section, Stack, Title } from "#ui/page.tsx";
import { ItemList } from "#ui/task.tsx";

type WeekProps = {
  readonly ctx: Context;
  readonly monday: string;
  readonly rows: readonly TownShift[];
  /** Shifts of the next two weeks to which people are missing, whatever week is shown. */
  readonly thin: readonly TownShift[];
};

const Needs = ({ ctx, row }: { readonly ctx: Context; readonly row: TownShift }) => (
  <ul>
    {row.needs.map((need) => (
      <li>
        {need.role}: <Filled ctx={ctx} need={need} />
      </li>
    ))}
  </ul>
);

const Thin = ({ ctx, thin }: Pick<WeekProps, "ctx" | "thin">) => {
  const words = say(ctx);
  if (thin.length === 0) return <State kind="yes">{words("weekThinNone")}</State>;
  return (
    <Section id="duenn" space="none" heading={words("weekThin")} aside={words("weekThinAhead")}>
      <ItemList
        items={thin.map((row) => ({
          kind: `${shortDay(ctx, row.startsAt)}, ${time(ctx, row.startsAt, row.endsAt)} · ${row.organization}`,
          title: [row.offer, row.title].filter(Boolean).join(": "),
          href: paths.shift(row.opportunityId, row.id),
          text: <Needs ctx={ctx} row={row} />,
          end: (
            <ActionLink
              href={paths.shift(row.opportunityId, row.id)}
              label={words("openShift")}
              object={row.offer}
            />
          ),
        }))}
      />
    </Section>
  );
};

const Row = ({ ctx, row }: { readonly ctx: Context; readonly row: TownShift }) => (
  <tr>
    <th scope="row">
      <a href={paths.shift(row.opportunityId, row.id)}>{time(ctx, row.startsAt, row.endsAt)}</a>
    </th>
    <td>
      <a href={paths.plan(row.opportunityId)}>{row.offer}</a>
      {row.title && `, ${row.title}`}
      <span class="al-soft al-small"> · {row.organization}</span>
    </td>
    <td>
      <Needs ctx={ctx} row={row} />
    </td>
  </tr>
);

// A region that scrolls must be reachable by keyboard (WCAG 2.1.1).
const reachable = { tabIndex: 0 } as const;

const Days = ({ ctx, rows }: Pick<WeekProps, "ctx" | "rows">) => {
  const words = say(ctx);
  return (
    <section class="al-scroll" aria-labelledby="woche" {...reachable}>
      <table class="al-table al-board">
        <caption id="woche">{words("weekCaption")}</caption>
        <thead>
          <tr>
            <th scope="col">{words("time")}</th>
            <th scope="col">{words("weekPlan")}</th>
            <th scope="col">{words("weekNeeds")}</th>
          </tr>
        </thead>
        {byDay(rows).map(([day, ofDay]) => (
          <tbody>
            <tr class="al-board__day">
              <th scope="rowgroup" colSpan={3}>
                <time dateTime={day}>{dayLong(ctx, day)}</time>
              </th>
            </tr>
            {ofDay.map((row) => (
              <Row ctx={ctx} row={row} />
            ))}
          </tbody>
        ))}
      </table>
    </section>
  );
};

/** The week of the whole town: first where people are missing, then day by day. */
export const WeekPage = ({ ctx, monday, rows, thin }: WeekProps) => {
  const words = say(ctx);
  const totals = totalsOf(rows);
  const until = plusDays(monday, 6);
  const week = (day: string) => `${paths.week}?woche=${day}`;
  return (
    <Stack>
      <Title
        heading={words("weekHeading")}
        lead={words("weekLead", { from: shortDay(ctx, monday), until: shortDay(ctx, until) })}
      >
        <Actions>
          <a href={week(plusDays(monday, -7))}>{words("previousWeek")}</a>
          <a href={paths.week}>{words("thisWeek")}</a>
          <a href={week(plusDays(monday, 7))}>{words("nextWeek")}</a>
          <a href={paths.plans}>{words("allPlans")}</a>
        </Actions>
      </Title>
      <Thin ctx={ctx} thin={thin} />
      {rows.length === 0 && <Empty heading={words("weekEmpty")} />}
      {rows.length > 0 && (
        <p>
          {words("weekTotals", {
            taken: number(ctx, totals.taken),
            places: number(ctx, totals.places),
            n: totals.shifts,
          })}
        </p>
      )}
      {rows.length > 0 && <Days ctx={ctx} rows={rows} />}
    </Stack>
  );
};

/** As many offers without a plan are named; the search finds the others. */
export const mostOthers = 10;

type PlansProps = {
  readonly ctx: Context;
  readonly plans: readonly PlanRow[];
  readonly others: readonly PlanRow[];
  readonly words: string;
  readonly isOffice: boolean;
};

const nextOf = (ctx: Context, { next, ahead }: PlanRow): string =>
  next ? say(ctx)("planNext", { n: Number(ahead), day: dayOnly(ctx, next) }) : say(ctx)("planOver");

const Fullness = ({ ctx, plan: { thin, ahead } }: { readonly ctx: Context; readonly plan: PlanRow }) => {
  if (Number(ahead) === 0) return null;
  const n = Number(thin);
  return n > 0 ? (
    <State kind="late">{say(ctx)("planThin", { n })}</State>
  ) : (
    <State kind="yes">{say(ctx)("planFine")}</State>
  );
};

const Others = ({ ctx, others, isOffice }: Pick<PlansProps, "ctx" | "others" | "isOffice">) => {
  const words = say(ctx);
  return (
    <>
      {others.length === 0 ? (
        <>
          <p>{words("plansNewNone")}</p>
          <ButtonLink href={manage[isOffice ? "office" : "mine"].add} kind="secondary">
            {words("plansNewOffer")}
          </ButtonLink>
        </>
      ) : (
        <p>{words("plansNewLead")}</p>
      )}
      <ItemList
        items={others.map((plan) => ({
          kind: plan.organization,
          title: plan.title,
          end: <ActionLink href={paths.plan(plan.id)} label={words("plansMake")} object={plan.title} />,
        }))}
      />
      {others.length >= mostOthers && <p class="al-soft">{words("plansNewMore")}</p>}
    </>
  );
};

/** The plans one may write, and the offers for which one could be made. */
export const PlansPage = (props: PlansProps) => {
  const { ctx, plans, others, isOffice } = props;
  const words = say(ctx);
  return (
    <Stack>
      <Title heading={words("plansHeading")} lead={words("plansLead")} />
      {(isOffice || props.words !== "" || others.length === mostOthers || plans.length > mostOthers) && (
        <Form
          ctx={ctx}
          action={paths.plans}
          method="get"
          submit={words("plansSearchSubmit")}
          form={{ values: { q: props.words }, errors: {} }}
          quiet
          narrow
        >
          <TextField name="q" type="search" label={words("plansSearch")} optional />
        </Form>
      )}
      {plans.length === 0 && (
        <Empty heading={words(props.words ? "plansNoneFound" : "plansNone")}>
          <p>{words("plansNoneText")}</p>
        </Empty>
      )}
      <ItemList
        items={plans.map((plan) => ({
          kind: plan.organization,
          title: plan.title,
          href: paths.plan(plan.id),
          text: nextOf(ctx, plan),
          end: <Fullness ctx={ctx} plan={plan} />,
        }))}
      />
      <More summary={words("plansNew")} open={plans.length === 0 || props.words !== ""}>
        <Others {...props} />
      </More>
    </Stack>
  );
};

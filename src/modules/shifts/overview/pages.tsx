import { allow, found } from "#core/errors.ts";
import { isId } from "#core/id.ts";
import { dayOf, instantAt } from "#core/local-time.ts";
import { idIn, type Page, routes } from "#core/web.ts";
import { type Filter, filtered, totalsOf } from "#modules/shifts/board/queries.ts";
import { liveStates } from "#modules/shifts/counts/queries.ts";
import { say as plansWord } from "#modules/shifts/messages.ts";
import { paths } from "#modules/shifts/paths.ts";
import { listUnproven } from "#modules/shifts/placing/queries.ts";
import { may } from "#modules/shifts/policy.ts";
import { findPlan, listRoles, listShifts, type Plan } from "#modules/shifts/queries.ts";
import { listSignups } from "#modules/shifts/signups/queries.ts";
import { planProps } from "#modules/shifts/views.tsx";
import { BoardPage } from "./views.tsx";

const filterOf = (page: Page): Filter => {
  const { tag, aufgabe, duenn } = page.req.query();
  return {
    day: tag && /^\d{4}-\d\d-\d\d$/u.test(tag) ? tag : undefined,
    role: isId<"shiftRole">(aufgabe) ? aufgabe : undefined,
    thin: duenn === "on",
  };
};

const shown = 400;

/** Those of today and ahead, canceled ones too, or those that were. */
const rowsOf = async (page: Page, plan: Plan, isPast: boolean) => {
  const ctx = page.get("ctx");
  const today = instantAt(dayOf(ctx.now));
  const span = isPast ? { until: today } : { from: today };
  const shifts = await listShifts(ctx, plan.id, { ...span, withCanceled: true, limit: shown });
  const signups = await listSignups(ctx, plan.id, { ...span, states: liveStates, limit: 5_000 });
  return { shifts, signups };
};

const showBoard = async (page: Page) => {
  const ctx = page.get("ctx");
  const plan = found(await findPlan(ctx, idIn(page)));
  allow(may.plan(ctx, plan));
  const isPast = page.req.query("zeit") === "vorbei";
  const { shifts, signups } = await rowsOf(page, plan, isPast);
  const filter = filterOf(page);
  const roles = await listRoles(ctx, plan.id, { withRetired: true });
  return page.render(
    <BoardPage
      ctx={ctx}
      formKey={page.get("formKey")}
      plan={plan}
      roles={roles.filter(({ retiredAt }) => retiredAt === null)}
      days={[...new Set(shifts.map(({ startsAt }) => dayOf(startsAt)))]}
      shifts={filtered(shifts, filter)}
      signups={signups}
      unproven={await listUnproven(ctx, roles, signups)}
      totals={totalsOf(shifts.filter(({ canceledAt }) => canceledAt === null))}
      filter={filter}
      isPast={isPast}
      notice={page.req.query("hinweis")}
    />,
    {
      ...planProps(ctx, plan, plan.title),
      crumbs: [{ href: paths.plans, label: plansWord(ctx)("plans") }],
      script: "board",
    },
  );
};

/** The plan of one offer. */
export const pages = routes().get("/:id{[0-9a-f-]{36}}", showBoard);

import * as z from "zod";
import { allow, found } from "#core/errors.ts";
import { type Id, isId } from "#core/id.ts";
import { type Filled, filledWith, read, withError } from "#core/input.ts";
import { idIn, type Page, routes, seeOther, sent } from "#core/web.ts";
import { liveStates } from "#modules/shifts/counts/queries.ts";
import { paths } from "#modules/shifts/paths.ts";
import { say } from "#modules/shifts/placing/messages.ts";
import { listCandidates } from "#modules/shifts/placing/queries.ts";
import { may } from "#modules/shifts/policy.ts";
import { findPlan, findShift, type Plan, type ShiftRow } from "#modules/shifts/queries.ts";
import { assign } from "#modules/shifts/signups/commands.ts";
import { listSignups } from "#modules/shifts/signups/queries.ts";
import { planProps } from "#modules/shifts/views.tsx";
import { ShiftPage } from "./views.tsx";

type Problem = {
  readonly form?: Filled;
  readonly refusal?: string;
  readonly status?: 200 | 409 | 422;
};

const planIn = async (page: Page): Promise<Plan> => {
  const ctx = page.get("ctx");
  const plan = found(await findPlan(ctx, idIn(page)));
  allow(may.plan(ctx, plan));
  return plan;
};

const shiftIn = async (page: Page, plan: Plan): Promise<ShiftRow> => {
  const shift = found(await findShift(page.get("ctx"), idIn(page, "shift")));
  return found(shift.opportunityId === plan.id ? shift : undefined);
};

const showShift = async (page: Page, plan: Plan, shift: ShiftRow, problem: Problem = {}) => {
  const ctx = page.get("ctx");
  return page.render(
    <ShiftPage
      ctx={ctx}
      formKey={page.get("formKey")}
      plan={plan}
      shift={shift}
      rows={await listSignups(ctx, plan.id, { shiftId: shift.id, states: liveStates, limit: 1_000 })}
      candidates={await listCandidates(ctx, plan.id)}
      form={problem.form ?? filledWith({ bedarf: page.req.query("bedarf") })}
      refusal={problem.refusal}
      notice={page.req.query("hinweis")}
    />,
    planProps(ctx, plan, shift.title || plan.title, problem.status),
  );
};

const idOf = <Kind extends string>() =>
  z.string().refine((text): text is Id<Kind> => isId<Kind>(text), { error: "choose" });

const Assignment = z.object({ person: idOf<"person">(), bedarf: idOf<"shiftNeed">() });

/** A page of another plan may not bring its people along: only whoever could be chosen is put on the list. */
const put = async (page: Page) => {
  const ctx = page.get("ctx");
  const plan = await planIn(page);
  const shift = await shiftIn(page, plan);
  const body = await sent(page);
  const only = shift.needs.length === 1 ? shift.needs[0]?.id : undefined;
  const input = read(ctx, Assignment, only ? { bedarf: only, ...body } : body);
  if (!input.ok) return showShift(page, plan, shift, { form: input.form, status: 422 });
  const { person, bedarf } = input.value;
  found((await listCandidates(ctx, plan.id)).find(({ id }) => id === person));
  found(shift.needs.find(({ id }) => id === bedarf));
  const outcome = await assign(ctx, { needId: bedarf, personId: person, how: "office" });
  if (outcome.ok) return seeOther(page, paths.shift(plan.id, shift.id), "eingetragen");
  const sentence = say(ctx)(`refused_${outcome.because}`);
  const field = outcome.because === "full" ? "bedarf" : "person";
  return showShift(page, plan, shift, { form: withError(input.form, field, sentence), status: 409 });
};

/** One shift: who comes, and putting somebody on the list. */
export const pages = routes()
  .get("/:id/schichten/:shift{[0-9a-f-]{36}}", async (page) => {
    const plan = await planIn(page);
    return showShift(page, plan, await shiftIn(page, plan));
  })
  .post("/:id/schichten/:shift{[0-9a-f-]{36}}/anmeldungen", put);

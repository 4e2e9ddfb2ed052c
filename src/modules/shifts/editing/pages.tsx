import * as z from "zod";
import { allow, found } from "#core/errors.ts";
import { isId } from "#core/id.ts";
import { type Filled, line, read, withError } from "#core/input.ts";
import { idIn, type Page, routes, seeOther, sent } from "#core/web.ts";
import { cancelShift, changeShift } from "#modules/shifts/commands.ts";
import { paths } from "#modules/shifts/paths.ts";
import { may } from "#modules/shifts/policy.ts";
import {
  findPlan,
  findShift,
  listConcerned,
  listRoles,
  type Plan,
  type ShiftRow,
} from "#modules/shifts/queries.ts";
import { planProps } from "#modules/shifts/views.tsx";
import { addShifts } from "./commands.ts";
import { say } from "./messages.ts";
import { formOf, readShifts } from "./queries.ts";
import { AddShiftPage, CancelShiftPage, ChangeShiftPage } from "./views.tsx";

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

type Problem = {
  readonly form?: Filled | undefined;
  readonly refusal?: string;
  readonly status?: 200 | 409 | 422;
};

/** The field that a refusal speaks of; the others are said above the form. */
const fieldOf: Readonly<Record<string, string>> = {
  order: "endTime",
  long: "endTime",
  past: "day",
  overlap: "startTime",
};

type Refusal = Parameters<ReturnType<typeof say>>[0] extends infer Key
  ? Key extends `refused_${infer Reason}`
    ? Reason
    : never
  : never;

const problemOf = (page: Page, form: Filled, because: Refusal): Problem => {
  const sentence = say(page.get("ctx"))(`refused_${because}`);
  const field = fieldOf[because];
  if (field === undefined) return { form, refusal: sentence, status: 409 };
  return { form: withError(form, field, sentence), status: 409 };
};

const showAdd = async (page: Page, plan: Plan, { form, refusal, status }: Problem = {}) => {
  const ctx = page.get("ctx");
  return page.render(
    <AddShiftPage
      ctx={ctx}
      formKey={page.get("formKey")}
      plan={plan}
      roles={await listRoles(ctx, plan.id)}
      form={form}
      refusal={refusal}
    />,
    planProps(ctx, plan, say(ctx)("addHeading"), status),
  );
};

/** The roles a shift may need: those in use, and those it needs already. */
const rolesOf = async (page: Page, plan: Plan, shift: ShiftRow) => {
  const roles = await listRoles(page.get("ctx"), plan.id);
  const kept = shift.needs.filter(({ roleId }) => !roles.some(({ id }) => id === roleId));
  return [...roles, ...kept.map(({ roleId, role }) => ({ id: roleId, name: role }))];
};

const showOne = async (
  page: Page,
  plan: Plan,
  shift: ShiftRow,
  View: typeof ChangeShiftPage,
  { form, refusal, status }: Problem = {},
) => {
  const ctx = page.get("ctx");
  return page.render(
    <View
      ctx={ctx}
      formKey={page.get("formKey")}
      plan={plan}
      shift={shift}
      roles={await rolesOf(page, plan, shift)}
      signedUp={(await listConcerned(ctx, shift)).length}
      form={form ?? formOf(shift)}
      refusal={refusal}
    />,
    planProps(ctx, plan, say(ctx)(View === CancelShiftPage ? "cancelHeading" : "changeHeading"), status),
  );
};

const Why = z.object({ why: line(300) });

/** The forms with which a plan is written, shift by shift. */
export const pages = routes()
  .get("/:id/schichten/neu", async (page) => {
    const plan = await planIn(page);
    const from = page.req.query("von");
    const shift = isId<"shift">(from) ? await findShift(page.get("ctx"), from) : undefined;
    const form = shift?.opportunityId === plan.id ? formOf(shift, true) : undefined;
    return showAdd(page, plan, { form });
  })
  .post("/:id/schichten/neu", async (page) => {
    const ctx = page.get("ctx");
    const plan = await planIn(page);
    const input = readShifts(ctx, await listRoles(ctx, plan.id), await sent(page));
    if (!input.ok) return showAdd(page, plan, { form: input.form, status: 422 });
    const outcome = await addShifts(ctx, plan.id, input.value);
    if (!outcome.ok) return showAdd(page, plan, problemOf(page, input.form, outcome.because));
    return seeOther(page, paths.plan(plan.id), "angelegt");
  })
  .get("/:id/schichten/:shift/bearbeiten", async (page) => {
    const plan = await planIn(page);
    return showOne(page, plan, await shiftIn(page, plan), ChangeShiftPage);
  })
  .post("/:id/schichten/:shift/bearbeiten", async (page) => {
    const ctx = page.get("ctx");
    const plan = await planIn(page);
    const shift = await shiftIn(page, plan);
    const input = readShifts(ctx, await rolesOf(page, plan, shift), await sent(page));
    if (!input.ok) return showOne(page, plan, shift, ChangeShiftPage, { form: input.form, status: 422 });
    const outcome = await changeShift(ctx, shift.id, found(input.value[0]));
    if (outcome.ok) return seeOther(page, paths.shift(plan.id, shift.id), "geaendert");
    return showOne(page, plan, shift, ChangeShiftPage, problemOf(page, input.form, outcome.because));
  })
  .get("/:id/schichten/:shift/absage", async (page) => {
    const plan = await planIn(page);
    return showOne(page, plan, await shiftIn(page, plan), CancelShiftPage);
  })
  .post("/:id/schichten/:shift/absage", async (page) => {
    const ctx = page.get("ctx");
    const plan = await planIn(page);
    const shift = await shiftIn(page, plan);
    const input = read(ctx, Why, await sent(page));
    if (!input.ok) return showOne(page, plan, shift, CancelShiftPage, { form: input.form, status: 422 });
    const outcome = await cancelShift(ctx, shift.id, input.value.why);
    if (outcome.ok) return seeOther(page, paths.plan(plan.id), "abgesagt");
    return showOne(page, plan, shift, CancelShiftPage, problemOf(page, input.form, "begun"));
  });

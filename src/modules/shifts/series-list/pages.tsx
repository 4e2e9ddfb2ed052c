import { allow, found } from "#core/errors.ts";
import type { Filled } from "#core/input.ts";
import { withError } from "#core/input.ts";
import { idIn, type Page, routes, seeOther, sent } from "#core/web.ts";
import { checkRule } from "#methods/recurrence.ts";
import { paths } from "#modules/shifts/paths.ts";
import { may } from "#modules/shifts/policy.ts";
import { findPlan, listRoles, type Plan } from "#modules/shifts/queries.ts";
import { say } from "#modules/shifts/recurring/messages.ts";
import { emptyForm, readSeries } from "#modules/shifts/recurring/queries.ts";
import { addSeries, type SeriesInput } from "#modules/shifts/series/commands.ts";
import { listSeries, nextDates, type SeriesDate, stateCodeHere } from "#modules/shifts/series/queries.ts";
import { planProps } from "#modules/shifts/views.tsx";
import { SeriesPage } from "./views.tsx";

type Shown = {
  readonly form?: Filled;
  readonly preview?: readonly SeriesDate[];
  readonly refusal?: string;
  readonly status?: 200 | 409 | 422;
};

const planIn = async (page: Page): Promise<Plan> => {
  const ctx = page.get("ctx");
  const plan = found(await findPlan(ctx, idIn(page)));
  allow(may.plan(ctx, plan));
  return plan;
};

const show = async (page: Page, plan: Plan, { form, preview, refusal, status }: Shown = {}) => {
  const ctx = page.get("ctx");
  return page.render(
    <SeriesPage
      ctx={ctx}
      formKey={page.get("formKey")}
      plan={plan}
      roles={await listRoles(ctx, plan.id)}
      series={await listSeries(ctx, plan.id)}
      form={form ?? emptyForm(ctx)}
      preview={preview}
      refusal={refusal}
      notice={page.req.query("hinweis")}
    />,
    planProps(ctx, plan, say(ctx)("heading"), status),
  );
};

const ruleField = (form: Filled): string => (form.values["rhythm"] === "rule" ? "rule" : "until");

/** Shows which days the typed rule would bring, and which fall out and why; nothing is written. */
const preview = async (page: Page, plan: Plan, series: SeriesInput, form: Filled) => {
  const ctx = page.get("ctx");
  const rule = checkRule(series);
  if (!rule.ok) {
    const sentence = say(ctx)(`refused_${rule.because}`);
    return show(page, plan, { form: withError(form, ruleField(form), sentence), status: 422 });
  }
  const stateCode = await stateCodeHere(ctx);
  return show(page, plan, { form, preview: nextDates(ctx, { ...series, leftOut: [], stateCode }) });
};

/** `/schichtplan/:id/serien`: what comes again. */
export const pages = routes()
  .get("/:id/serien", async (page) => show(page, await planIn(page)))
  .post("/:id/serien", async (page) => {
    const ctx = page.get("ctx");
    const plan = await planIn(page);
    const body = await sent(page);
    const input = readSeries(ctx, await listRoles(ctx, plan.id), body);
    if (!input.ok) return show(page, plan, { form: input.form, status: 422 });
    if (body["step"] === "preview") return preview(page, plan, input.value.series, input.form);
    const outcome = await addSeries(ctx, plan.id, input.value.series);
    if (outcome.ok) return seeOther(page, paths.oneSeries(plan.id, outcome.value), "angelegt");
    const sentence = say(ctx)(`refused_${outcome.because}`);
    const isRule = ["unreadable", "often", "never"].includes(outcome.because);
    if (isRule) {
      return show(page, plan, { form: withError(input.form, ruleField(input.form), sentence), status: 409 });
    }
    return show(page, plan, { form: input.form, refusal: sentence, status: 409 });
  });

import { allow, found } from "#core/errors.ts";
import { type Filled, read, withError } from "#core/input.ts";
import { idIn, type Page, routes, seeOther, sent } from "#core/web.ts";
import { organizationChoices } from "#modules/organizations/queries.ts";
import { listObjectives } from "#modules/strategy/fields/queries.ts";
import { addMeasure, changeMeasure, MeasureInput } from "#modules/strategy/measures/commands.ts";
import { findMeasure, listMeasures, type MeasureRow } from "#modules/strategy/measures/queries.ts";
import { paths } from "#modules/strategy/paths.ts";
import { may } from "#modules/strategy/policy.ts";
import { officeProps } from "#modules/strategy/views.tsx";
import { say } from "./messages.ts";
import { EditView, ListView } from "./views.tsx";

const errorsOf = (page: Page) => {
  const words = say(page.var.ctx);
  return { who: words("errorWho"), order: words("errorOrder") };
};

const showForm = async (page: Page, status: 200 | 409 | 422, measure?: MeasureRow, form?: Filled) => {
  const { ctx, formKey } = page.var;
  allow(may.run(ctx));
  return page.render(
    <EditView
      ctx={ctx}
      formKey={formKey}
      objectives={await listObjectives(ctx)}
      organizations={await organizationChoices(ctx)}
      measure={measure}
      form={form}
    />,
    officeProps(ctx, say(ctx)(measure ? "edit" : "add"), status, [
      { href: paths.officeMeasures, label: say(ctx)("heading") },
    ]),
  );
};

const refusedForm = (page: Page, form: Filled): Filled =>
  withError(form, "topicId", say(page.var.ctx)("refused_noObjective"));

const measureIn = async (page: Page): Promise<MeasureRow> => {
  allow(may.run(page.var.ctx));
  return found(await findMeasure(page.var.ctx, idIn<"measure">(page)));
};

/** `/buero/strategie/massnahmen`: all of them, a new one, one changed. */
export const pages = routes()
  .get("/", async (page) => {
    const { ctx } = page.var;
    allow(may.run(ctx));
    return page.render(
      <ListView ctx={ctx} measures={await listMeasures(ctx)} />,
      officeProps(ctx, say(ctx)("heading")),
    );
  })
  .get("/neu", (page) => showForm(page, 200))
  .post("/neu", async (page) => {
    const { ctx } = page.var;
    allow(may.run(ctx));
    const input = read(ctx, MeasureInput, await sent(page), errorsOf(page));
    if (!input.ok) return showForm(page, 422, undefined, input.form);
    const outcome = await addMeasure(ctx, input.value);
    if (!outcome.ok) return showForm(page, 409, undefined, refusedForm(page, input.form));
    return seeOther(page, paths.officeMeasure(outcome.value.id), "neu");
  })
  .get("/:id/bearbeiten", async (page) => showForm(page, 200, await measureIn(page)))
  .post("/:id/bearbeiten", async (page) => {
    const { ctx } = page.var;
    const measure = await measureIn(page);
    const input = read(ctx, MeasureInput, await sent(page), errorsOf(page));
    if (!input.ok) return showForm(page, 422, measure, input.form);
    const outcome = await changeMeasure(ctx, measure.id, input.value);
    if (!outcome.ok) return showForm(page, 409, measure, refusedForm(page, input.form));
    return seeOther(page, paths.officeMeasure(measure.id), "gespeichert");
  });

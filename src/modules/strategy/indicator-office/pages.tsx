import { allow, found } from "#core/errors.ts";
import { type Filled, read } from "#core/input.ts";
import { idIn, type Page, routes, seeOther, sent } from "#core/web.ts";
import { listObjectives } from "#modules/strategy/fields/queries.ts";
import {
  addIndicator,
  addValue,
  changeIndicator,
  IndicatorInput,
  removeValue,
  ValueInput,
  type ValueRefusal,
} from "#modules/strategy/indicators/commands.ts";
import { findIndicator, listIndicators, listValues } from "#modules/strategy/indicators/queries.ts";
import { listMeasures } from "#modules/strategy/measures/queries.ts";
import { paths } from "#modules/strategy/paths.ts";
import { may } from "#modules/strategy/policy.ts";
import { officeProps } from "#modules/strategy/views.tsx";
import { Title } from "#ui/page.tsx";
import { say } from "./messages.ts";
import { EditForm, ListView, OneView } from "./views.tsx";

const notices = ["neu", "gespeichert", "wert"] as const;

const errorsOf = (page: Page) => {
  const words = say(page.var.ctx);
  return {
    one: words("errorOne"),
    order: words("errorOrder"),
    direction: words("errorDirection"),
    figure: words("errorFigure"),
  };
};

const crumbsOf = (page: Page) => [{ href: paths.indicators, label: say(page.var.ctx)("heading") }];

const choicesOf = async (page: Page) => {
  const { ctx, formKey } = page.var;
  return {
    ctx,
    formKey,
    objectives: await listObjectives(ctx),
    measures: await listMeasures(ctx),
    chosen: page.req.query("massnahme"),
  };
};

const showNew = async (page: Page, form?: Filled) => {
  const { ctx } = page.var;
  allow(may.run(ctx));
  return page.render(
    <>
      <Title heading={say(ctx)("add")} />
      <EditForm {...(await choicesOf(page))} form={form} />
    </>,
    officeProps(ctx, say(ctx)("add"), form ? 422 : 200, crumbsOf(page)),
  );
};

const indicatorIn = async (page: Page) => {
  allow(may.run(page.var.ctx));
  return found(await findIndicator(page.var.ctx, idIn<"indicator">(page)));
};

type Problem = { readonly form?: Filled; readonly valuing?: Filled; readonly refusal?: ValueRefusal };

const showOne = async (page: Page, problem: Problem = {}) => {
  const { ctx } = page.var;
  const indicator = await indicatorIn(page);
  const status = problem.refusal ? 409 : problem.form || problem.valuing ? 422 : 200;
  return page.render(
    <OneView
      {...(await choicesOf(page))}
      indicator={indicator}
      values={await listValues(ctx, indicator.id)}
      notice={notices.find((one) => one === page.req.query("hinweis"))}
      {...problem}
    />,
    officeProps(ctx, indicator.title, status, crumbsOf(page)),
  );
};

/** `/buero/strategie/kennzahlen`: indicators and their values. */
export const pages = routes()
  .get("/", async (page) => {
    const { ctx } = page.var;
    allow(may.run(ctx));
    return page.render(
      <ListView ctx={ctx} indicators={await listIndicators(ctx)} />,
      officeProps(ctx, say(ctx)("heading")),
    );
  })
  .get("/neu", (page) => showNew(page))
  .post("/neu", async (page) => {
    const { ctx } = page.var;
    allow(may.run(ctx));
    const input = read(ctx, IndicatorInput, await sent(page), errorsOf(page));
    if (!input.ok) return showNew(page, input.form);
    const { id } = await addIndicator(ctx, input.value);
    return seeOther(page, paths.officeIndicator(id), "neu");
  })
  .get("/:id", (page) => showOne(page))
  .post("/:id", async (page) => {
    const { ctx } = page.var;
    const { id } = await indicatorIn(page);
    const input = read(ctx, IndicatorInput, await sent(page), errorsOf(page));
    if (!input.ok) return showOne(page, { form: input.form });
    await changeIndicator(ctx, id, input.value);
    return seeOther(page, paths.officeIndicator(id), "gespeichert");
  })
  .post("/:id/werte", async (page) => {
    const { ctx } = page.var;
    const { id } = await indicatorIn(page);
    const input = read(ctx, ValueInput, await sent(page), errorsOf(page));
    if (!input.ok) return showOne(page, { valuing: input.form });
    const outcome = await addValue(ctx, id, input.value);
    if (!outcome.ok) return showOne(page, { valuing: input.form, refusal: outcome.because });
    return seeOther(page, paths.officeIndicator(id), "wert");
  })
  .post("/:id/werte/:value", async (page) => {
    const { ctx } = page.var;
    const { id } = await indicatorIn(page);
    const asked = idIn<"indicatorValue">(page, "value");
    const value = found((await listValues(ctx, id)).find((one) => one.id === asked));
    await removeValue(ctx, id, value.id);
    return seeOther(page, paths.officeIndicator(id), "wert");
  });

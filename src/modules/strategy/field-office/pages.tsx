import * as z from "zod";
import { allow, found } from "#core/errors.ts";
import { type Filled, read, tick } from "#core/input.ts";
import { idIn, type Page, routes, seeOther, sent } from "#core/web.ts";
import {
  addField,
  changeField,
  endField,
  FieldInput,
  PlacementInput,
  placeObjective,
  startWithFields,
} from "#modules/strategy/fields/commands.ts";
import { findField, listFields, listObjectives, listUnplaced } from "#modules/strategy/fields/queries.ts";
import { paths } from "#modules/strategy/paths.ts";
import { may } from "#modules/strategy/policy.ts";
import { officeProps } from "#modules/strategy/views.tsx";
import { say } from "./messages.ts";
import { type Heard, ListView, OneView } from "./views.tsx";

const notices: readonly Heard[] = ["neu", "gespeichert", "ziel"];
const heardIn = (page: Page): Heard | undefined =>
  notices.find((notice) => notice === page.req.query("hinweis"));

type Problem = {
  readonly adding?: Filled;
  readonly placing?: Filled;
  readonly refusal?: "there" | "noObjective";
};

const showList = async (page: Page, problem: Problem = {}) => {
  const { ctx, formKey } = page.var;
  allow(may.run(ctx));
  const status = problem.refusal ? 409 : problem.adding || problem.placing ? 422 : 200;
  return page.render(
    <ListView
      ctx={ctx}
      formKey={formKey}
      fields={await listFields(ctx, true)}
      objectives={await listObjectives(ctx)}
      unplaced={await listUnplaced(ctx)}
      notice={heardIn(page)}
      {...problem}
    />,
    officeProps(ctx, say(ctx)("heading"), status),
  );
};

const fieldIn = async (page: Page) => {
  allow(may.run(page.var.ctx));
  return found(await findField(page.var.ctx, idIn<"actionField">(page)));
};

const showOne = async (page: Page, form?: Filled) => {
  const { ctx, formKey } = page.var;
  const field = await fieldIn(page);
  return page.render(
    <OneView ctx={ctx} formKey={formKey} field={field} form={form} notice={heardIn(page)} />,
    officeProps(ctx, field.title, form ? 422 : 200, [{ href: paths.fields, label: say(ctx)("heading") }]),
  );
};

/** `/buero/strategie/felder`: fields of action and the objectives in them. */
export const pages = routes()
  .get("/", (page) => showList(page))
  .post("/", async (page) => {
    const { ctx } = page.var;
    allow(may.run(ctx));
    const input = read(ctx, FieldInput, await sent(page));
    if (!input.ok) return showList(page, { adding: input.form });
    await addField(ctx, input.value);
    return seeOther(page, paths.fields, "neu");
  })
  .post("/anfang", async (page) => {
    const { ctx } = page.var;
    const outcome = await startWithFields(ctx);
    if (!outcome.ok) return showList(page, { refusal: outcome.because });
    return seeOther(page, paths.fields, "neu");
  })
  .post("/ziele", async (page) => {
    const { ctx } = page.var;
    allow(may.run(ctx));
    const input = read(ctx, PlacementInput, await sent(page));
    if (!input.ok) return showList(page, { placing: input.form });
    const { topicId, fieldId, untilYear } = input.value;
    const outcome = await placeObjective(ctx, topicId, fieldId, untilYear);
    if (!outcome.ok) return showList(page, { placing: input.form, refusal: outcome.because });
    return seeOther(page, paths.fields, "ziel");
  })
  .get("/:id", (page) => showOne(page))
  .post("/:id", async (page) => {
    const { ctx } = page.var;
    const field = await fieldIn(page);
    const input = read(ctx, FieldInput, await sent(page));
    if (!input.ok) return showOne(page, input.form);
    await changeField(ctx, field.id, input.value);
    return seeOther(page, paths.officeField(field.id), "gespeichert");
  })
  .post("/:id/ende", async (page) => {
    const { ctx } = page.var;
    const field = await fieldIn(page);
    const input = read(ctx, z.object({ ends: tick }), await sent(page));
    await endField(ctx, field.id, input.ok && input.value.ends);
    return seeOther(page, paths.officeField(field.id), "gespeichert");
  });

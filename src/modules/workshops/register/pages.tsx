import { allow, found } from "#core/errors.ts";
import { type Filled, read } from "#core/input.ts";
import { idIn, type Page, routes, seeOther, sent } from "#core/web.ts";
import { countCards } from "#modules/workshops/cards/queries.ts";
import { addWorkshop } from "#modules/workshops/commands.ts";
import { paths } from "#modules/workshops/paths.ts";
import { WorkshopForm, workshopInput } from "#modules/workshops/planning/commands.ts";
import { may } from "#modules/workshops/policy.ts";
import { findWorkshop, listPhases, listTables, listWorkshops } from "#modules/workshops/queries.ts";
import { SettingsPage } from "#modules/workshops/settings/views.tsx";
import { say } from "./messages.ts";
import { listFigures } from "./queries.ts";
import { OverviewPage, RegisterPage } from "./views.tsx";

const list = async (page: Page) => {
  const { ctx } = page.var;
  allow(may.run(ctx));
  const workshops = await listWorkshops(ctx);
  const figures = await listFigures(
    ctx,
    workshops.map(({ id }) => id),
  );
  return page.render(<RegisterPage ctx={ctx} workshops={workshops} figures={figures} />, {
    title: say(ctx)("heading"),
    area: "office",
  });
};

const overview = async (page: Page) => {
  const { ctx, formKey } = page.var;
  allow(may.run(ctx));
  const workshop = found(await findWorkshop(ctx, idIn<"workshop">(page)));
  const { id } = workshop;
  return page.render(
    <OverviewPage
      ctx={ctx}
      formKey={formKey}
      workshop={workshop}
      phases={await listPhases(ctx, id)}
      tables={await listTables(ctx, id)}
      figures={(await listFigures(ctx, [id])).get(id)}
      cards={await countCards(ctx, id)}
      notice={page.req.query("hinweis")}
    />,
    {
      title: workshop.title,
      area: "office",
      crumbs: [{ href: paths.register, label: say(ctx)("heading") }],
    },
  );
};

type Problem = { readonly form?: Filled; readonly refusal?: "order"; readonly status?: 200 | 409 | 422 };

const showNew = (page: Page, { form, refusal, status = 200 }: Problem = {}) => {
  const { ctx, formKey } = page.var;
  allow(may.run(ctx));
  return page.render(<SettingsPage ctx={ctx} formKey={formKey} form={form} refusal={refusal} />, {
    title: say(ctx)("add"),
    area: "office",
    status,
    crumbs: [{ href: paths.register, label: say(ctx)("heading") }],
  });
};

const add = async (page: Page) => {
  const { ctx } = page.var;
  allow(may.run(ctx));
  const input = read(ctx, WorkshopForm, await sent(page));
  if (!input.ok) return showNew(page, { form: input.form, status: 422 });
  const outcome = await addWorkshop(ctx, workshopInput(input.value));
  if (!outcome.ok) return showNew(page, { form: input.form, refusal: outcome.because, status: 409 });
  return seeOther(page, paths.office(outcome.value.id), "gespeichert");
};

/** `/buero/werkstaetten`: all of them, a new one, and one as an overview. */
export const pages = routes()
  .get("/", list)
  .get("/neu", (page) => showNew(page))
  .post("/neu", add)
  .get("/:id", overview);

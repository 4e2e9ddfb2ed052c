import * as z from "zod";
import { found } from "#core/errors.ts";
import { type Filled, line, paragraph, read } from "#core/input.ts";
import { idIn, type Page, routes, seeOther, sent } from "#core/web.ts";
import { workshopToRun } from "#modules/workshops/commands.ts";
import { paths } from "#modules/workshops/paths.ts";
import { addTable, changeTable, removeTable } from "#modules/workshops/planning/commands.ts";
import { say } from "#modules/workshops/planning/messages.ts";
import type { Refusal } from "#modules/workshops/planning/views.tsx";
import { listTables } from "#modules/workshops/queries.ts";
import type { Workshop } from "#modules/workshops/schema.ts";
import { officeProps } from "#modules/workshops/views.tsx";
import { TablePage, TablesPage } from "./views.tsx";

/** The workshop in the address, for somebody who runs it. */
const workshopIn = (page: Page): Promise<Workshop> => workshopToRun(page.var.ctx, idIn<"workshop">(page));

type Problem = { readonly form?: Filled; readonly refusal?: Refusal };

const statusOf = ({ form, refusal }: Problem): 200 | 409 | 422 => (refusal ? 409 : form ? 422 : 200);

const shownOn = (page: Page, problem: Problem) => ({
  ctx: page.var.ctx,
  formKey: page.var.formKey,
  notice: page.req.query("hinweis"),
  ...problem,
});

const TableForm = z.object({
  title: line(200),
  question: paragraph(1_000).default(""),
  hostName: line(200).default(""),
});

const showTables = async (page: Page, workshop: Workshop, problem: Problem = {}) =>
  page.render(
    <TablesPage
      {...shownOn(page, problem)}
      workshop={workshop}
      tables={await listTables(page.var.ctx, workshop.id)}
    />,
    officeProps(page.var.ctx, workshop, say(page.var.ctx)("tables"), statusOf(problem)),
  );

const addToHall = async (page: Page) => {
  const { ctx } = page.var;
  const workshop = await workshopIn(page);
  const input = read(ctx, TableForm, await sent(page));
  if (!input.ok) return showTables(page, workshop, { form: input.form });
  const outcome = await addTable(ctx, workshop.id, input.value);
  if (!outcome.ok) return showTables(page, workshop, { form: input.form, refusal: outcome.because });
  return seeOther(page, paths.tables(workshop.id), "gespeichert");
};

const showTable = async (page: Page, workshop: Workshop, problem: Problem = {}) => {
  const id = idIn<"workshopTable">(page, "table");
  const table = found((await listTables(page.var.ctx, workshop.id)).find((row) => row.id === id));
  return page.render(
    <TablePage {...shownOn(page, problem)} workshop={workshop} table={table} />,
    officeProps(page.var.ctx, workshop, table.title, statusOf(problem)),
  );
};

const changeHall = async (page: Page) => {
  const { ctx } = page.var;
  const workshop = await workshopIn(page);
  const id = idIn<"workshopTable">(page, "table");
  const fields = await sent(page);
  if (fields["was"] === "remove") {
    await removeTable(ctx, workshop.id, id);
    return seeOther(page, paths.tables(workshop.id), "weg");
  }
  const input = read(ctx, TableForm, fields);
  if (!input.ok) return showTable(page, workshop, { form: input.form });
  await changeTable(ctx, workshop.id, id, input.value);
  return seeOther(page, paths.tables(workshop.id), "gespeichert");
};

/** `/buero/werkstaetten/:id/tische`: who sits where, about what. */
export const pages = routes()
  .get("/:id/tische", async (page) => showTables(page, await workshopIn(page)))
  .post("/:id/tische", addToHall)
  .get("/:id/tische/:table", async (page) => showTable(page, await workshopIn(page)))
  .post("/:id/tische/:table", changeHall);

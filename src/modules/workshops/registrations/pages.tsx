import * as z from "zod";
import { found } from "#core/errors.ts";
import { type Filled, read } from "#core/input.ts";
import { idIn, looked, type Page, routes, seeOther, sent } from "#core/web.ts";
import { workshopToRun } from "#modules/workshops/commands.ts";
import { paths } from "#modules/workshops/paths.ts";
import { listTables } from "#modules/workshops/queries.ts";
import type { Workshop } from "#modules/workshops/schema.ts";
import { officeProps } from "#modules/workshops/views.tsx";
import {
  cancelRegistration,
  changeRegistration,
  markPresent,
  RegistrationForm,
  register,
} from "./commands.ts";
import { say } from "./messages.ts";
import { findRegistration, listRegistrations } from "./queries.ts";
import { PeoplePage, PersonPage, type Refusal } from "./views.tsx";

const workshopIn = (page: Page): Promise<Workshop> => workshopToRun(page.var.ctx, idIn<"workshop">(page));

type Problem = { readonly form?: Filled; readonly refusal?: Refusal };
const statusOf = ({ form, refusal }: Problem) => (refusal ? 409 : form ? 422 : 200);

const reachable = (page: Page) => ({ reachable: say(page.var.ctx)("reachable") });

const showAll = async (page: Page, workshop: Workshop, problem: Problem = {}) => {
  const { ctx, formKey } = page.var;
  const rows = await listRegistrations(ctx, workshop.id);
  for (const { personId } of rows) if (personId) looked(page, personId, say(ctx)("looked"));
  return page.render(
    <PeoplePage
      ctx={ctx}
      formKey={formKey}
      workshop={workshop}
      rows={rows}
      tables={await listTables(ctx, workshop.id)}
      notice={page.req.query("hinweis")}
      {...problem}
    />,
    officeProps(ctx, workshop, say(ctx)("people"), statusOf(problem)),
  );
};

const add = async (page: Page) => {
  const { ctx } = page.var;
  const workshop = await workshopIn(page);
  const input = read(ctx, RegistrationForm, await sent(page), reachable(page));
  if (!input.ok) return showAll(page, workshop, { form: input.form });
  const outcome = await register(ctx, workshop.id, input.value);
  if (!outcome.ok) return showAll(page, workshop, { form: input.form, refusal: outcome.because });
  const notice = outcome.value.state === "waiting" ? "wartet" : "angemeldet";
  return seeOther(page, paths.people(workshop.id), notice);
};

const rowIn = async (page: Page, workshop: Workshop) =>
  found(
    await findRegistration(page.var.ctx, workshop.id, idIn<"workshopRegistration">(page, "registration")),
  );

const showOne = async (page: Page, workshop: Workshop, problem: Problem = {}) => {
  const { ctx, formKey } = page.var;
  const row = await rowIn(page, workshop);
  if (row.personId) looked(page, row.personId, say(ctx)("looked"));
  return page.render(
    <PersonPage
      ctx={ctx}
      formKey={formKey}
      workshop={workshop}
      row={row}
      tables={await listTables(ctx, workshop.id)}
      {...problem}
    />,
    officeProps(ctx, workshop, row.name, statusOf(problem)),
  );
};

const Deed = z.enum(["present", "absent", "cancel"]);

const change = async (page: Page) => {
  const { ctx } = page.var;
  const workshop = await workshopIn(page);
  const { id } = await rowIn(page, workshop);
  const fields = await sent(page);
  const deed = Deed.safeParse(fields["was"]);
  const back = paths.people(workshop.id);
  if (deed.data === "cancel") {
    const outcome = await cancelRegistration(ctx, id);
    if (!outcome.ok) return showOne(page, workshop, { refusal: outcome.because });
    return seeOther(page, back, "abgesagt");
  }
  if (deed.success) {
    await markPresent(ctx, workshop.id, id, deed.data === "present");
    return seeOther(page, back);
  }
  const input = read(ctx, RegistrationForm, fields, reachable(page));
  if (!input.ok) return showOne(page, workshop, { form: input.form });
  const outcome = await changeRegistration(ctx, id, input.value);
  if (!outcome.ok) return showOne(page, workshop, { form: input.form, refusal: outcome.because });
  return seeOther(page, back, "gespeichert");
};

/** `/buero/werkstaetten/:id/menschen`: who comes, who waits, who is here. */
export const pages = routes()
  .get("/:id/menschen", async (page) => showAll(page, await workshopIn(page)))
  .post("/:id/menschen", add)
  .get("/:id/menschen/:registration", async (page) => showOne(page, await workshopIn(page)))
  .post("/:id/menschen/:registration", change);

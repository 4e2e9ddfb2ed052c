import * as z from "zod";
import { type Filled, read } from "#core/input.ts";
import { idIn, type Page, routes, seeOther, sent } from "#core/web.ts";
import { changeWorkshop, moveWorkshop, workshopToRun } from "#modules/workshops/commands.ts";
import { paths } from "#modules/workshops/paths.ts";
import { WorkshopForm, workshopInput } from "#modules/workshops/planning/commands.ts";
import { say } from "#modules/workshops/planning/messages.ts";
import type { Refusal } from "#modules/workshops/planning/views.tsx";
import type { Workshop } from "#modules/workshops/schema.ts";
import { officeProps } from "#modules/workshops/views.tsx";
import { workshopStates } from "#modules/workshops/vocabulary.ts";
import { SettingsPage } from "./views.tsx";

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

const showSettings = (page: Page, workshop: Workshop, problem: Problem = {}) =>
  page.render(
    <SettingsPage {...shownOn(page, problem)} workshop={workshop} />,
    officeProps(page.var.ctx, workshop, say(page.var.ctx)("settings"), statusOf(problem)),
  );

const saveSettings = async (page: Page) => {
  const { ctx } = page.var;
  const workshop = await workshopIn(page);
  const input = read(ctx, WorkshopForm, await sent(page));
  if (!input.ok) return showSettings(page, workshop, { form: input.form });
  const outcome = await changeWorkshop(ctx, workshop.id, workshopInput(input.value));
  if (!outcome.ok) return showSettings(page, workshop, { form: input.form, refusal: outcome.because });
  return seeOther(page, paths.office(workshop.id), "gespeichert");
};

const State = z.object({ stand: z.enum(workshopStates) });

const move = async (page: Page) => {
  const { ctx } = page.var;
  const workshop = await workshopIn(page);
  const input = read(ctx, State, await sent(page));
  if (!input.ok) return showSettings(page, workshop, { form: input.form });
  const outcome = await moveWorkshop(ctx, workshop.id, input.value.stand);
  if (!outcome.ok) return showSettings(page, workshop, { refusal: outcome.because });
  return seeOther(page, paths.office(workshop.id), "gespeichert");
};

/** `/buero/werkstaetten/:id/bearbeiten` and `…/stand`: what and when, and where the workshop goes. */
export const pages = routes()
  .get("/:id/bearbeiten", async (page) => showSettings(page, await workshopIn(page)))
  .post("/:id/bearbeiten", saveSettings)
  .post("/:id/stand", move);

import * as z from "zod";
import { found } from "#core/errors.ts";
import { type Filled, line, paragraph, read, whole } from "#core/input.ts";
import { idIn, type Page, routes, seeOther, sent } from "#core/web.ts";
import { workshopToRun } from "#modules/workshops/commands.ts";
import { paths } from "#modules/workshops/paths.ts";
import { listPhases } from "#modules/workshops/queries.ts";
import type { Workshop } from "#modules/workshops/schema.ts";
import { officeProps } from "#modules/workshops/views.tsx";
import { phaseKinds } from "#modules/workshops/vocabulary.ts";
import { addPhase, changePhase, letPhase, movePhase, removePhase, useTemplate } from "./commands.ts";
import { say } from "./messages.ts";
import { DayPage, PhasePage, type Refusal } from "./views.tsx";

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

const showDay = async (page: Page, workshop: Workshop, problem: Problem = {}) =>
  page.render(
    <DayPage
      {...shownOn(page, problem)}
      workshop={workshop}
      phases={await listPhases(page.var.ctx, workshop.id)}
    />,
    officeProps(page.var.ctx, workshop, say(page.var.ctx)("day"), statusOf(problem)),
  );

const PhaseForm = z.object({
  kind: z.enum(phaseKinds),
  title: line(200),
  question: paragraph(1_000).default(""),
  minutes: whole(5, 600),
  dots: whole(0, 20),
});

const addToDay = async (page: Page) => {
  const { ctx } = page.var;
  const workshop = await workshopIn(page);
  const fields = await sent(page);
  if (fields["vorlage"] !== undefined) {
    const outcome = await useTemplate(ctx, workshop.id);
    if (!outcome.ok) return showDay(page, workshop, { refusal: outcome.because });
    return seeOther(page, paths.phases(workshop.id), "gespeichert");
  }
  const input = read(ctx, PhaseForm, fields);
  if (!input.ok) return showDay(page, workshop, { form: input.form });
  const outcome = await addPhase(ctx, workshop.id, input.value);
  if (!outcome.ok) return showDay(page, workshop, { form: input.form, refusal: outcome.because });
  return seeOther(page, paths.phases(workshop.id), "gespeichert");
};

const phaseIn = async (page: Page, workshop: Workshop) => {
  const id = idIn<"workshopPhase">(page, "phase");
  return found((await listPhases(page.var.ctx, workshop.id)).find((phase) => phase.id === id));
};

const showPhase = async (page: Page, workshop: Workshop, problem: Problem = {}) => {
  const phase = await phaseIn(page, workshop);
  return page.render(
    <PhasePage {...shownOn(page, problem)} workshop={workshop} phase={phase} />,
    officeProps(page.var.ctx, workshop, phase.title, statusOf(problem)),
  );
};

const Deed = z.enum(["earlier", "later", "remove", "cards", "dots", "nothing"]);

const changeDay = async (page: Page) => {
  const { ctx } = page.var;
  const workshop = await workshopIn(page);
  const { id } = await phaseIn(page, workshop);
  const fields = await sent(page);
  const deed = Deed.safeParse(fields["was"]);
  const back = paths.phases(workshop.id);
  if (!deed.success) {
    const input = read(ctx, PhaseForm, fields);
    if (!input.ok) return showPhase(page, workshop, { form: input.form });
    await changePhase(ctx, workshop.id, id, input.value);
    return seeOther(page, back, "gespeichert");
  }
  if (deed.data === "remove") {
    const outcome = await removePhase(ctx, workshop.id, id);
    return outcome.ok ? seeOther(page, back, "weg") : showPhase(page, workshop, { refusal: outcome.because });
  }
  if (deed.data === "earlier" || deed.data === "later") {
    await movePhase(ctx, workshop.id, id, deed.data === "earlier" ? -1 : 1);
    return seeOther(page, back, "gespeichert");
  }
  const outcome = await letPhase(ctx, workshop.id, id, deed.data);
  return outcome.ok ? seeOther(page, back, "offen") : showDay(page, workshop, { refusal: outcome.because });
};

/** `/buero/werkstaetten/:id/phasen`: the parts of the day. */
export const pages = routes()
  .get("/:id/phasen", async (page) => showDay(page, await workshopIn(page)))
  .post("/:id/phasen", addToDay)
  .get("/:id/phasen/:phase", async (page) => showPhase(page, await workshopIn(page)))
  .post("/:id/phasen/:phase", changeDay);

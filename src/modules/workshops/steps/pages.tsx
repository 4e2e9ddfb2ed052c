import { allow, found } from "#core/errors.ts";
import { type Filled, read, withError } from "#core/input.ts";
import { idIn, type Page, routes, seeOther, sent, slugIn } from "#core/web.ts";
import { organizationChoices } from "#modules/organizations/queries.ts";
import { listThreads } from "#modules/threads/queries.ts";
import { Threads } from "#modules/threads/views.tsx";
import { listAllClusters } from "#modules/workshops/clusters/queries.ts";
import { paths } from "#modules/workshops/paths.ts";
import { may } from "#modules/workshops/policy.ts";
import { findPublicWorkshop, findWorkshop } from "#modules/workshops/queries.ts";
import { officeProps } from "#modules/workshops/views.tsx";
import { addStep, changeStep, StepInput, type StepRefusal } from "./commands.ts";
import { say } from "./messages.ts";
import { findStep, listSteps } from "./queries.ts";
import { PublicStepsView, StepsView, StepView } from "./views.tsx";

const baseOf = async (page: Page) => {
  const ctx = page.get("ctx");
  allow(may.run(ctx));
  const workshop = found(await findWorkshop(ctx, idIn<"workshop">(page)));
  return { ctx, workshop, formKey: page.get("formKey") };
};

const choicesOf = async ({ ctx, workshop }: Awaited<ReturnType<typeof baseOf>>) => ({
  clusters: await listAllClusters(ctx, workshop.id),
  organizations: await organizationChoices(ctx),
});

const heard = (page: Page, notice: string): boolean => page.req.query("hinweis") === notice;

const showList = async (page: Page, form?: Filled) => {
  const base = await baseOf(page);
  const { ctx, workshop } = base;
  return page.render(
    <StepsView
      {...base}
      {...(await choicesOf(base))}
      steps={await listSteps(ctx, workshop.id)}
      form={form}
      notice={heard(page, "neu")}
    />,
    officeProps(ctx, workshop, say(ctx)("heading"), form ? 422 : 200),
  );
};

const stepIn = async (page: Page) => {
  const base = await baseOf(page);
  const step = found(await findStep(base.ctx, idIn<"workshopStep">(page, "step")));
  found(step.workshopId === base.workshop.id ? step : undefined);
  return { ...base, step };
};

const showOne = async (page: Page, form?: Filled) => {
  const base = await stepIn(page);
  const { ctx, workshop, step } = base;
  const thing = { kind: "workshopStep", id: step.id };
  return page.render(
    <>
      <StepView {...base} {...(await choicesOf(base))} form={form} notice={heard(page, "gespeichert")} />
      <Threads ctx={ctx} thing={thing} threads={await listThreads(ctx, thing)} />
    </>,
    officeProps(ctx, workshop, step.title, form ? 422 : 200),
  );
};

const words = (page: Page) => {
  const text = say(page.get("ctx"));
  return { who: text("errorWho"), why: text("errorWhy") };
};

const refusedForm = (page: Page, form: Filled, because: StepRefusal): Filled => {
  const text = say(page.get("ctx"));
  return because === "unknownPerson"
    ? withError(form, "ownerEmail", text("errorPerson"))
    : withError(form, "clusterId", text("errorCluster"));
};

/** `/buero/werkstaetten/:id/schritte`: who does what until when. */
export const officePages = routes()
  .get("/:id/schritte", (page) => showList(page))
  .post("/:id/schritte", async (page) => {
    const { ctx, workshop } = await baseOf(page);
    const input = read(ctx, StepInput, await sent(page), words(page));
    if (!input.ok) return showList(page, input.form);
    const outcome = await addStep(ctx, workshop.id, input.value);
    if (!outcome.ok) return showList(page, refusedForm(page, input.form, outcome.because));
    return seeOther(page, paths.steps(workshop.id), "neu");
  })
  .get("/:id/schritte/:step", (page) => showOne(page))
  .post("/:id/schritte/:step", async (page) => {
    const { ctx, workshop, step } = await stepIn(page);
    const input = read(ctx, StepInput, await sent(page), words(page));
    if (!input.ok) return showOne(page, input.form);
    const outcome = await changeStep(ctx, step.id, input.value);
    if (!outcome.ok) return showOne(page, refusedForm(page, input.form, outcome.because));
    return seeOther(page, paths.step(workshop.id, step.id), "gespeichert");
  });

/** `/werkstaetten/:slug/schritte`: what was agreed, for everybody. */
export const publicPages = routes().get("/:slug/schritte", async (page) => {
  const ctx = page.get("ctx");
  const workshop = found(await findPublicWorkshop(ctx, slugIn(page)));
  const steps = await listSteps(ctx, workshop.id);
  return page.render(<PublicStepsView ctx={ctx} workshop={workshop} steps={steps} />, {
    title: say(ctx)("publicHeading", workshop),
    crumbs: [{ href: paths.show(workshop.slug), label: workshop.title }],
  });
});

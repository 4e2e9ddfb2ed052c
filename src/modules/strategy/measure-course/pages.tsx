import * as z from "zod";
import { isoDay } from "#core/date.ts";
import { allow, found } from "#core/errors.ts";
import { type Filled, read } from "#core/input.ts";
import { idIn, type Page, routes, seeOther, sent } from "#core/web.ts";
import { listCommitments } from "#modules/strategy/commitments/queries.ts";
import { listIndicators } from "#modules/strategy/indicators/queries.ts";
import { say } from "#modules/strategy/measure-office/messages.ts";
import {
  addMilestone,
  finishMilestone,
  MilestoneInput,
  removeMilestone,
  UpdateInput,
  updateMeasure,
} from "#modules/strategy/measures/commands.ts";
import { findMeasure, listMilestones, listUpdates } from "#modules/strategy/measures/queries.ts";
import { paths } from "#modules/strategy/paths.ts";
import { may } from "#modules/strategy/policy.ts";
import { officeProps } from "#modules/strategy/views.tsx";
import { listThreads } from "#modules/threads/queries.ts";
import { Threads } from "#modules/threads/views.tsx";
import { CourseView, heard } from "./views.tsx";

type Problem = { readonly updating?: Filled; readonly stepping?: Filled; readonly ahead?: boolean };

const measureIn = async (page: Page) => {
  allow(may.run(page.var.ctx));
  return found(await findMeasure(page.var.ctx, idIn<"measure">(page)));
};

const show = async (page: Page, problem: Problem = {}) => {
  const { ctx, formKey } = page.var;
  const measure = await measureIn(page);
  const thing = { kind: "measure", id: measure.id };
  const status = problem.ahead ? 409 : problem.updating || problem.stepping ? 422 : 200;
  return page.render(
    <>
      <CourseView
        ctx={ctx}
        formKey={formKey}
        measure={measure}
        milestones={await listMilestones(ctx, measure.id)}
        updates={await listUpdates(ctx, measure.id)}
        commitments={await listCommitments(ctx, { measure: measure.id })}
        indicators={await listIndicators(ctx, { measure: measure.id })}
        notice={heard.find((one) => one === page.req.query("hinweis"))}
        {...problem}
      />
      <Threads ctx={ctx} thing={thing} threads={await listThreads(ctx, thing)} />
    </>,
    officeProps(ctx, measure.title, status, [{ href: paths.officeMeasures, label: say(ctx)("heading") }]),
  );
};

const StepInput = z.object({ step: z.enum(["done", "undone", "remove"]) });

/** `/buero/strategie/massnahmen/:id`: how it goes, its steps, what partners give, what shows it. */
export const pages = routes()
  .get("/:id", (page) => show(page))
  .get("/:id/stand", (page) => show(page))
  .post("/:id/stand", async (page) => {
    const { ctx } = page.var;
    const measure = await measureIn(page);
    const input = read(ctx, UpdateInput, await sent(page));
    if (!input.ok) return show(page, { updating: input.form });
    const outcome = await updateMeasure(ctx, measure.id, input.value);
    if (!outcome.ok) return show(page, { updating: input.form, ahead: true });
    return seeOther(page, paths.officeMeasure(measure.id), "stand");
  })
  .post("/:id/schritte", async (page) => {
    const { ctx } = page.var;
    const measure = await measureIn(page);
    const input = read(ctx, MilestoneInput, await sent(page));
    if (!input.ok) return show(page, { stepping: input.form });
    await addMilestone(ctx, measure.id, input.value);
    return seeOther(page, `${paths.officeMeasure(measure.id)}#schritte`, "schritt");
  })
  .post("/:id/schritte/:step", async (page) => {
    const { ctx } = page.var;
    const measure = await measureIn(page);
    const asked = idIn<"measureMilestone">(page, "step");
    const { id: step } = found((await listMilestones(ctx, measure.id)).find(({ id }) => id === asked));
    const input = read(ctx, StepInput, await sent(page));
    if (!input.ok) return show(page, { stepping: input.form });
    if (input.value.step === "remove") await removeMilestone(ctx, measure.id, step);
    else await finishMilestone(ctx, measure.id, step, input.value.step === "done" ? isoDay(ctx.now) : null);
    return seeOther(page, `${paths.officeMeasure(measure.id)}#schritte`, "schritt");
  });

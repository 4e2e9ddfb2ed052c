import { allow, found } from "#core/errors.ts";
import { type Filled, read } from "#core/input.ts";
import { idIn, type Page, routes, seeOther, sent } from "#core/web.ts";
import { paths } from "#modules/participation/paths.ts";
import { may } from "#modules/participation/policy.ts";
import { findProcess, listPhases } from "#modules/participation/queries.ts";
import type { Process } from "#modules/participation/schema.ts";
import { officeProps } from "#modules/participation/views.tsx";
import { type DatesRefusal, setPhases } from "./commands.ts";
import { say } from "./messages.ts";
import { PhasesForm } from "./queries.ts";
import { PhasesView } from "./views.tsx";

const processIn = async (page: Page): Promise<Process> => {
  const { ctx } = page.var;
  allow(may.run(ctx));
  return found(await findProcess(ctx, idIn<"process">(page)));
};

type Problem = { readonly form?: Filled; readonly refusal?: DatesRefusal };

const show = async (page: Page, process: Process, { form, refusal }: Problem = {}) => {
  const { ctx, formKey } = page.var;
  return page.render(
    <PhasesView
      ctx={ctx}
      formKey={formKey}
      process={process}
      phases={await listPhases(ctx, process.id)}
      form={form}
      refusal={refusal}
      notice={page.req.query("hinweis")}
    />,
    officeProps(ctx, process, say(ctx)("heading"), refusal ? 409 : form ? 422 : 200),
  );
};

const save = async (page: Page) => {
  const { ctx } = page.var;
  const process = await processIn(page);
  const input = read(ctx, PhasesForm, await sent(page), { bothDays: say(ctx)("bothDays") });
  if (!input.ok) return show(page, process, { form: input.form });
  const { phases, reason } = input.value;
  const outcome = await setPhases(ctx, process.id, phases, reason);
  if (!outcome.ok) return show(page, process, { form: input.form, refusal: outcome.because });
  return seeOther(page, paths.phases(process.id), "gespeichert");
};

/** `/buero/beteiligung/:id/phasen`: from when to when each phase lasts. */
export const pages = routes()
  .get("/:id/phasen", async (page) => show(page, await processIn(page)))
  .post("/:id/phasen", save);

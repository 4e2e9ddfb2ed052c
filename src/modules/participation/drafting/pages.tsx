import * as z from "zod";
import { allow, found } from "#core/errors.ts";
import { type Filled, read } from "#core/input.ts";
import { idIn, type Page, routes, seeOther, sent } from "#core/web.ts";
import { listOrganizations } from "#modules/organizations/queries.ts";
import { say as common } from "#modules/participation/messages.ts";
import { paths } from "#modules/participation/paths.ts";
import { may } from "#modules/participation/policy.ts";
import { findProcess, listPhases } from "#modules/participation/queries.ts";
import type { Process } from "#modules/participation/schema.ts";
import { officeProps } from "#modules/participation/views.tsx";
import {
  addProcess,
  BeginningForm,
  type ChangeRefusal,
  ClosingForm,
  cancelProcess,
  changeProcess,
  closeProcess,
  dropDraft,
  ProcessForm,
  publishProcess,
} from "./commands.ts";
import { say } from "./messages.ts";
import { missingIn } from "./queries.ts";
import { EndView, NewView, SettingsView } from "./views.tsx";

const processIn = async (page: Page): Promise<Process> => {
  const { ctx } = page.var;
  allow(may.run(ctx));
  return found(await findProcess(ctx, idIn<"process">(page)));
};

const showNew = (page: Page, form?: Filled) => {
  const { ctx, formKey } = page.var;
  allow(may.run(ctx));
  return page.render(<NewView ctx={ctx} formKey={formKey} form={form} />, {
    title: say(ctx)("new"),
    area: "office",
    status: form ? 422 : 200,
    crumbs: [{ href: paths.register, label: common(ctx)("office") }],
  });
};

const add = async (page: Page) => {
  const { ctx } = page.var;
  allow(may.run(ctx));
  const input = read(ctx, BeginningForm, await sent(page));
  if (!input.ok) return showNew(page, input.form);
  const { id } = await addProcess(ctx, input.value);
  return seeOther(page, paths.settings(id), "begonnen");
};

type Problem = { readonly form?: Filled; readonly refusal?: ChangeRefusal };

const showSettings = async (page: Page, process: Process, { form, refusal }: Problem = {}) => {
  const { ctx, formKey } = page.var;
  return page.render(
    <SettingsView
      ctx={ctx}
      formKey={formKey}
      process={process}
      organizations={await listOrganizations(ctx, 1_000)}
      form={form}
      refusal={refusal}
      notice={page.req.query("hinweis")}
    />,
    officeProps(ctx, process, say(ctx)("settings"), refusal ? 409 : form ? 422 : 200),
  );
};

const change = async (page: Page) => {
  const { ctx } = page.var;
  const process = await processIn(page);
  const input = read(ctx, ProcessForm, await sent(page), { postcodes: say(ctx)("postcodesWrong") });
  if (!input.ok) return showSettings(page, process, { form: input.form });
  const outcome = await changeProcess(ctx, process.id, input.value);
  if (!outcome.ok) return showSettings(page, process, { form: input.form, refusal: outcome.because });
  return seeOther(page, paths.office(process.id), "gespeichert");
};

type Ending = {
  readonly form?: Filled | undefined;
  readonly way?: "closed" | "canceled";
  readonly refusal?: string;
};

const showEnd = (page: Page, process: Process, { form, way, refusal }: Ending = {}) => {
  const { ctx, formKey } = page.var;
  return page.render(
    <EndView ctx={ctx} formKey={formKey} process={process} form={form} way={way} refusal={refusal} />,
    officeProps(ctx, process, say(ctx)("end"), refusal ? 409 : form ? 422 : 200),
  );
};

const Stand = z.object({ stand: z.enum(["published", "closed", "canceled", "dropped"]) });

const publish = async (page: Page, process: Process) => {
  const { ctx } = page.var;
  const outcome = await publishProcess(ctx, process.id);
  if (outcome.ok) return seeOther(page, paths.office(process.id), "veroeffentlicht");
  const missing = missingIn(process, await listPhases(ctx, process.id)).map((name) =>
    say(ctx)(`missing_${name}`),
  );
  const refusal = say(ctx)(`unpublished_${outcome.because}`, { missing: missing.join(", ") });
  return showEnd(page, process, { refusal });
};

const finish = async (page: Page, process: Process, way: "closed" | "canceled") => {
  const { ctx } = page.var;
  const input = read(ctx, ClosingForm, await sent(page));
  if (!input.ok) return showEnd(page, process, { form: input.form, way });
  const outcome = await (way === "closed" ? closeProcess : cancelProcess)(ctx, process.id, input.value.words);
  if (!outcome.ok)
    return showEnd(page, process, { form: input.form, way, refusal: say(ctx)("refused_notPublished") });
  return seeOther(page, paths.office(process.id), way === "closed" ? "abgeschlossen" : "abgebrochen");
};

const move = async (page: Page) => {
  const { ctx } = page.var;
  const process = await processIn(page);
  const input = read(ctx, Stand, await sent(page));
  if (!input.ok) return showEnd(page, process, { form: input.form });
  const { stand } = input.value;
  if (stand === "published") return publish(page, process);
  if (stand !== "dropped") return finish(page, process, stand);
  const outcome = await dropDraft(ctx, process.id);
  if (!outcome.ok) return showEnd(page, process, { refusal: say(ctx)("refused_notDraft") });
  return seeOther(page, paths.register, "verworfen");
};

/** `/buero/beteiligung/neu`, `…/:id/bearbeiten` and `…/:id/stand`: a process is written, published and finished. */
export const pages = routes()
  .get("/neu", (page) => showNew(page))
  .post("/neu", add)
  .get("/:id/bearbeiten", async (page) => showSettings(page, await processIn(page)))
  .post("/:id/bearbeiten", change)
  .get("/:id/stand", async (page) => showEnd(page, await processIn(page)))
  .post("/:id/stand", move);

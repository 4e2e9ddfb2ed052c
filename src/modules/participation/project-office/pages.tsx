import * as z from "zod";
import { allow, found } from "#core/errors.ts";
import { storePicture } from "#core/files.ts";
import type { Id } from "#core/id.ts";
import { amount, day, type Filled, line, paragraph, read, withError } from "#core/input.ts";
import { done, type Outcome } from "#core/outcome.ts";
import { idIn, type Page, routes, seeOther, sent } from "#core/web.ts";
import { paths } from "#modules/participation/paths.ts";
import { may } from "#modules/participation/policy.ts";
import { addUpdate, changeProject } from "#modules/participation/projects/commands.ts";
import { findProject, listProjects, listUpdates } from "#modules/participation/projects/queries.ts";
import { findProcess } from "#modules/participation/queries.ts";
import { officeProps } from "#modules/participation/views.tsx";
import { projectStates } from "#modules/participation/vocabulary.ts";
import { say } from "./messages.ts";
import { OfficeProjectsView, OfficeProjectView } from "./views.tsx";

const optional = (value: string | undefined): string => value ?? "";

const StateInput = z.object({
  ownerWords: line(300).optional().transform(optional),
  dueOn: day.optional().transform((value) => value ?? null),
  state: z.enum(projectStates),
  stateWords: paragraph(2_000).optional().transform(optional),
});

const UpdateInput = z.object({
  words: paragraph(4_000),
  happenedOn: day,
  spentCents: amount(0, 100_000_000_00)
    .optional()
    .transform((value) => value ?? 0),
  bildtext: line(500).optional().transform(optional),
});

const processIn = async (page: Page) => {
  const ctx = page.get("ctx");
  allow(may.run(ctx));
  return { ctx, process: found(await findProcess(ctx, idIn<"process">(page))) };
};

const baseOf = async (page: Page) => {
  const { ctx, process } = await processIn(page);
  const project = found(await findProject(ctx, idIn<"fundProject">(page, "project")));
  found(project.processId === process.id ? project : undefined);
  return { ctx, process, project, formKey: page.get("formKey") };
};

type Came = { readonly form?: Filled; readonly update?: Filled };

const show = async (page: Page, came: Came = {}) => {
  const base = await baseOf(page);
  const { ctx, process, project } = base;
  const heard = page.req.query("hinweis");
  return page.render(
    <OfficeProjectView
      {...base}
      {...came}
      updates={await listUpdates(ctx, [project.id])}
      notice={heard === "saved" || heard === "added" ? heard : undefined}
    />,
    officeProps(ctx, process, project.title, came.form || came.update ? 422 : 200),
  );
};

/** The picture of an update, if one came along. */
const pictureIn = async (
  page: Page,
  file: unknown,
  text: string,
): Promise<Outcome<Id<"file"> | null, "notAPicture" | "tooBig" | "noAlternativeText">> =>
  file instanceof File && file.size > 0 ? storePicture(page.get("ctx"), file, text) : done(null);

const write = async (page: Page) => {
  const { ctx, process, project } = await baseOf(page);
  const words = say(ctx);
  const fields = await sent(page);
  const input = read(ctx, UpdateInput, fields);
  if (!input.ok) return show(page, { update: input.form });
  const { bildtext, ...update } = input.value;
  const picture = await pictureIn(page, fields["bild"], bildtext);
  if (!picture.ok)
    return show(page, { update: withError(input.form, "bild", words(`refused_${picture.because}`)) });
  const outcome = await addUpdate(ctx, project.id, { ...update, file: picture.value });
  if (outcome.ok) return seeOther(page, paths.officeProject(process.id, project.id), "added");
  const refusedForm =
    outcome.because === "ahead"
      ? withError(input.form, "happenedOn", words("errorAhead"))
      : withError(input.form, "spentCents", words("errorOverGranted"));
  return show(page, { update: refusedForm });
};

/** `/buero/beteiligung/:id/fonds/vorhaben`: each funded project until it is done. */
export const pages = routes()
  .get("/:id/fonds/vorhaben", async (page) => {
    const { ctx, process } = await processIn(page);
    return page.render(
      <OfficeProjectsView ctx={ctx} process={process} projects={await listProjects(ctx, process.id)} />,
      officeProps(ctx, process, say(ctx)("officeHeading")),
    );
  })
  .get("/:id/fonds/vorhaben/:project", (page) => show(page))
  .post("/:id/fonds/vorhaben/:project", async (page) => {
    const { ctx, process, project } = await baseOf(page);
    const input = read(ctx, StateInput, await sent(page));
    if (!input.ok) return show(page, { form: input.form });
    const outcome = await changeProject(ctx, project.id, input.value);
    if (outcome.ok) return seeOther(page, paths.officeProject(process.id, project.id), "saved");
    return show(page, { form: withError(input.form, "stateWords", say(ctx)("errorReason")) });
  })
  .post("/:id/fonds/vorhaben/:project/neues", write);

import { isId } from "#core/id.ts";
import { type Filled, read, withError } from "#core/input.ts";
import { idIn, type Page, routes, seeOther, sent } from "#core/web.ts";
import { workshopToRun } from "#modules/workshops/commands.ts";
import { paths } from "#modules/workshops/paths.ts";
import { officeProps } from "#modules/workshops/views.tsx";
import { addPhoto, PhotoInput, removePhoto } from "./commands.ts";
import { say } from "./messages.ts";
import { listPhotos } from "./queries.ts";
import { PhotosView } from "./views.tsx";

const workshopIn = (page: Page) => workshopToRun(page.var.ctx, idIn<"workshop">(page));

const show = async (page: Page, form?: Filled) => {
  const ctx = page.get("ctx");
  const workshop = await workshopIn(page);
  const heard = page.req.query("hinweis");
  return page.render(
    <PhotosView
      ctx={ctx}
      formKey={page.get("formKey")}
      workshop={workshop}
      photos={await listPhotos(ctx, workshop.id)}
      form={form}
      notice={heard === "neu" || heard === "entfernt" ? heard : undefined}
    />,
    officeProps(ctx, workshop, say(ctx)("heading"), form ? 422 : 200),
  );
};

/** `/buero/werkstaetten/:id/bilder`: evidence and pictures for the report. */
export const pages = routes()
  .get("/:id/bilder", (page) => show(page))
  .post("/:id/bilder", async (page) => {
    const ctx = page.get("ctx");
    const { id } = await workshopIn(page);
    const fields = await sent(page);
    const out = fields["entfernen"];
    if (typeof out === "string" && isId<"workshopPhoto">(out)) {
      await removePhoto(ctx, id, out);
      return seeOther(page, paths.photos(id), "entfernt");
    }
    const words = say(ctx);
    const input = read(ctx, PhotoInput, fields, { consent: words("consentMissing") });
    const file = fields["bild"];
    if (!input.ok) return show(page, input.form);
    if (!(file instanceof File) || file.size === 0)
      return show(page, withError(input.form, "bild", words("fileMissing")));
    const outcome = await addPhoto(ctx, id, input.value, file);
    if (!outcome.ok) return show(page, withError(input.form, "bild", words(`refused_${outcome.because}`)));
    return seeOther(page, paths.photos(id), "neu");
  });

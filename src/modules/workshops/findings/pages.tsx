import { found, NotFound } from "#core/errors.ts";
import { idIn, type Page, routes, seeOther, slugIn } from "#core/web.ts";
import { paths as reports } from "#modules/reports/paths.ts";
import { listReportsOf } from "#modules/reports/queries.ts";
import { workshopToRun } from "#modules/workshops/commands.ts";
import { paths } from "#modules/workshops/paths.ts";
import { findPublicWorkshop } from "#modules/workshops/queries.ts";
import { officeProps } from "#modules/workshops/views.tsx";
import { composeFindings } from "./commands.ts";
import { say } from "./messages.ts";
import { readDay } from "./queries.ts";
import { FindingsView, NoReport } from "./views.tsx";

const workshopIn = (page: Page) => workshopToRun(page.var.ctx, idIn<"workshop">(page));

/** `/buero/werkstaetten/:id/bericht`: the report is put together here, and edited where all reports are. */
export const officePages = routes()
  .get("/:id/bericht", async (page) => {
    const ctx = page.get("ctx");
    const workshop = await workshopIn(page);
    return page.render(
      <FindingsView
        ctx={ctx}
        formKey={page.get("formKey")}
        workshop={workshop}
        day={await readDay(ctx, workshop.id)}
        cards={await listReportsOf(ctx, "workshop", workshop.id)}
      />,
      officeProps(ctx, workshop, say(ctx)("heading")),
    );
  })
  .post("/:id/bericht", async (page) => {
    const { id } = await workshopIn(page);
    return seeOther(page, reports.draft(await composeFindings(page.get("ctx"), id)));
  });

/** `/werkstaetten/:slug/bericht`: leads to the sealed report. */
export const publicPages = routes().get("/:slug/bericht", async (page) => {
  const ctx = page.get("ctx");
  const workshop = found(await findPublicWorkshop(ctx, slugIn(page)));
  if (workshop.state === "canceled") throw new NotFound();
  const sealed = (await listReportsOf(ctx, "workshop", workshop.id)).find(({ state }) => state === "sealed");
  if (sealed) return page.redirect(reports.show(sealed.slug), 302);
  return page.render(<NoReport ctx={ctx} workshop={workshop} />, {
    title: say(ctx)("publicTitle", workshop),
    crumbs: [{ href: paths.show(workshop.slug), label: workshop.title }],
    hidden: true,
  });
});

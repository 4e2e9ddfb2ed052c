import { found, NotFound } from "#core/errors.ts";
import { findFile } from "#core/files.ts";
import { type Page, routes } from "#core/web.ts";
import { canonicalJson, published, reportCsv } from "#methods/report-data.ts";
import { paths } from "#modules/reports/paths.ts";
import { findSealed, listReportsOf, listSealed, picturesOf } from "#modules/reports/queries.ts";
import { listThreads } from "#modules/threads/queries.ts";
import { say } from "./messages.ts";
import { ReportView, ShelfView } from "./views.tsx";

const file = /^(?<slug>[a-z0-9-]{1,120})\.(?<ending>pdf|json|csv)$/u;

const attachment = (page: Page, name: string, type: string, body: string | Uint8Array<ArrayBuffer>) =>
  page.body(body, 200, {
    "content-type": type,
    "content-disposition": `inline; filename="${name}"`,
    "x-content-type-options": "nosniff",
  });

const handOut = async (page: Page, slug: string, ending: string) => {
  const ctx = page.get("ctx");
  const row = found(await findSealed(ctx, slug));
  const name = `${slug}.${ending}`;
  if (ending === "json")
    return attachment(page, name, "application/json; charset=utf-8", canonicalJson(published(row.content)));
  if (ending === "csv") return attachment(page, name, "text/csv; charset=utf-8", reportCsv(row.content));
  const kept = row.fileId ? found(await findFile(ctx, row.fileId)) : undefined;
  if (!kept) throw new NotFound();
  return attachment(page, name, kept.mediaType, new Uint8Array(kept.bytes));
};

const show = async (page: Page, slug: string) => {
  const ctx = page.get("ctx");
  const row = found(await findSealed(ctx, slug));
  const others = await listReportsOf(ctx, row.subjectKind, row.subjectId);
  return page.render(
    <ReportView
      ctx={ctx}
      row={row}
      pictures={await picturesOf(ctx, row.content)}
      threads={await listThreads(ctx, { kind: "report", id: row.id })}
      others={others.filter(({ id, state }) => id !== row.id && state === "sealed")}
    />,
    { title: row.title, crumbs: [{ href: paths.shelf, label: say(ctx)("heading") }] },
  );
};

/** `/berichte`: what was sealed, as page, paper and data. */
export const pages = routes()
  .get("/", async (page) => {
    const ctx = page.get("ctx");
    return page.render(<ShelfView ctx={ctx} reports={await listSealed(ctx)} />, {
      title: say(ctx)("heading"),
    });
  })
  .get("/:name", (page) => {
    const name = page.req.param("name");
    const parts = file.exec(name)?.groups;
    return parts ? handOut(page, parts["slug"] ?? "", parts["ending"] ?? "") : show(page, name);
  });

import { allow, found } from "#core/errors.ts";
import { idIn, looked, type Page, routes } from "#core/web.ts";
import { may } from "#modules/workshops/policy.ts";
import { findWorkshop, listTables } from "#modules/workshops/queries.ts";
import { listRegistrations } from "#modules/workshops/registrations/queries.ts";
import { officeProps } from "#modules/workshops/views.tsx";
import { say } from "./messages.ts";
import { PaperPage } from "./views.tsx";

const show = async (page: Page, kind: "liste" | "schilder") => {
  const { ctx } = page.var;
  allow(may.run(ctx));
  const workshop = found(await findWorkshop(ctx, idIn<"workshop">(page)));
  const all = await listRegistrations(ctx, workshop.id);
  const rows = all
    .filter(({ state }) => state === "registered")
    .sort((one, other) => one.name.localeCompare(other.name, "de"));
  for (const { personId } of rows) if (personId) looked(page, personId, say(ctx)("looked"));
  const tables = await listTables(ctx, workshop.id);
  return page.render(
    <PaperPage ctx={ctx} kind={kind} workshop={workshop} rows={rows} tables={tables} />,
    officeProps(ctx, workshop, say(ctx)(kind === "liste" ? "list" : "badges")),
  );
};

/** `/buero/werkstaetten/:id/menschen/druck/…`: for the door and for the jacket. */
export const pages = routes()
  .get("/:id/menschen/druck/liste", (page) => show(page, "liste"))
  .get("/:id/menschen/druck/schilder", (page) => show(page, "schilder"));

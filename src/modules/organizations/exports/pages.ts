import { allow } from "#core/errors.ts";
import { routes } from "#core/web.ts";
import { may } from "#modules/organizations/policy.ts";
import { exportTable } from "./queries.ts";

/** /buero/organisationen/export.csv */
export const pages = routes().get("/", async (page) => {
  const ctx = page.get("ctx");
  allow(may.export(ctx));
  return page.body(await exportTable(ctx), 200, {
    "content-type": "text/csv; charset=utf-8",
    "content-disposition": 'attachment; filename="organisationen.csv"',
  });
});

import { allow } from "#core/errors.ts";
import { routes } from "#core/web.ts";
import { say } from "#modules/reports/editing/messages.ts";
import { may } from "#modules/reports/policy.ts";
import { listReports } from "#modules/reports/queries.ts";
import { ReportsView } from "./views.tsx";

/** `/buero/berichte`: every report, drafts first. */
export const pages = routes().get("/", async (page) => {
  const ctx = page.get("ctx");
  allow(may.write(ctx));
  return page.render(<ReportsView ctx={ctx} reports={await listReports(ctx)} />, {
    title: say(ctx)("heading"),
    crumbs: [{ href: "/buero", label: say(ctx)("office") }],
    area: "office",
  });
});

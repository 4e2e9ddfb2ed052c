import { type Page, routes } from "#core/web.ts";
import { findOpenVersion } from "#modules/strategy/texts/queries.ts";
import { publicProps } from "#modules/strategy/views.tsx";
import { say } from "./messages.ts";
import { listAmendments } from "./queries.ts";
import { ListView } from "./views.tsx";

const showList = async (page: Page) => {
  const { ctx } = page.var;
  const rows = await listAmendments(ctx);
  return page.render(<ListView ctx={ctx} rows={rows} open={await findOpenVersion(ctx)} />, {
    ...publicProps(ctx, say(ctx)("heading")),
    description: say(ctx)("lead"),
  });
};

/** `/strategie/aenderungen`: who wants which sentence to read otherwise. */
export const pages = routes().get("/", showList);

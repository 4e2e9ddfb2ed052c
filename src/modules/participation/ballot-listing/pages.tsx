import { routes } from "#core/web.ts";
import { listBallots } from "#modules/participation/ballots/queries.ts";
import { say as common } from "#modules/participation/messages.ts";
import { paths } from "#modules/participation/paths.ts";
import { ListingView } from "./views.tsx";

/** `/beteiligung/abstimmungen`: what is voted on, what will be, what was. */
export const pages = routes().get("/", async (page) => {
  const ctx = page.get("ctx");
  return page.render(<ListingView ctx={ctx} ballots={await listBallots(ctx)} />, {
    title: common(ctx)("ballots"),
    crumbs: [{ href: paths.listing, label: common(ctx)("participation") }],
  });
});

import { routes } from "#core/web.ts";
import { say as common } from "#modules/strategy/messages.ts";
import { listPackages, zoneOfVersion } from "#modules/strategy/packages/queries.ts";
import { paths } from "#modules/strategy/paths.ts";
import { findOpenVersion } from "#modules/strategy/texts/queries.ts";
import { say } from "./messages.ts";
import { PackagesView } from "./views.tsx";

/** `/strategie/pakete`: give and take, and what nobody refuses. */
export const pages = routes().get("/", async (page) => {
  const { ctx } = page.var;
  const open = await findOpenVersion(ctx);
  return page.render(
    <PackagesView
      ctx={ctx}
      packages={await listPackages(ctx)}
      version={open?.number}
      found={open && (await zoneOfVersion(ctx, open.id))}
    />,
    { title: say(ctx)("heading"), crumbs: [{ href: paths.front, label: common(ctx)("strategy") }] },
  );
});

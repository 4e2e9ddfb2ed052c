import { found } from "#core/errors.ts";
import { type Page, routes } from "#core/web.ts";
import { ownSeats } from "#modules/consortium/seats/queries.ts";
import { listAmendments } from "#modules/strategy/amendments/queries.ts";
import {
  findPackageByNumber,
  listPackageStances,
  listPackages,
  zoneOfVersion,
} from "#modules/strategy/packages/queries.ts";
import { paths } from "#modules/strategy/paths.ts";
import { may } from "#modules/strategy/policy.ts";
import { findNegotiatedVersion } from "#modules/strategy/texts/queries.ts";
import { publicProps } from "#modules/strategy/views.tsx";
import { listThreads } from "#modules/threads/queries.ts";
import { Threads } from "#modules/threads/views.tsx";
import { say } from "./messages.ts";
import { PackagesView, PackageView } from "./views.tsx";

const showList = async (page: Page) => {
  const { ctx } = page.var;
  const open = await findNegotiatedVersion(ctx);
  return page.render(
    <PackagesView
      ctx={ctx}
      packages={await listPackages(ctx)}
      version={open?.number}
      found={open && (await zoneOfVersion(ctx, open.id))}
    />,
    publicProps(ctx, say(ctx)("heading")),
  );
};

/** `/strategie/pakete`: give and take, and what nobody refuses. */
export const pages = routes()
  .get("/", showList)
  .get("/:number{[0-9]{1,6}}", async (page) => {
    const { ctx } = page.var;
    const row = found(await findPackageByNumber(ctx, Number(page.req.param("number"))));
    const thing = { kind: "amendmentPackage", id: row.id };
    const ids = new Set<string>(row.amendmentIds);
    const all = await listAmendments(ctx, { version: row.versionId });
    const asks = row.state === "open" && (may.run(ctx) || (await ownSeats(ctx)).length > 0);
    return page.render(
      <PackageView
        ctx={ctx}
        row={row}
        amendments={all.filter(({ id }) => ids.has(id))}
        stances={await listPackageStances(ctx, row.id)}
        asks={asks}
      >
        <Threads ctx={ctx} thing={thing} threads={await listThreads(ctx, thing)} />
      </PackageView>,
      publicProps(ctx, row.title, [{ href: paths.packages, label: say(ctx)("heading") }]),
    );
  });

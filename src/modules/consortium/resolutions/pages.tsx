import { found } from "#core/errors.ts";
import { routes } from "#core/web.ts";
import { say as common } from "#modules/consortium/messages.ts";
import { paths } from "#modules/consortium/paths.ts";
import { listThreads } from "#modules/threads/queries.ts";
import { Threads } from "#modules/threads/views.tsx";
import { say } from "./messages.ts";
import { findResolutionByNumber } from "./queries.ts";
import { ResolutionView } from "./views.tsx";

/** `/konsortium/beschluesse/:number`: one resolution, for everybody. */
export const pages = routes().get("/:number", async (page) => {
  const { ctx } = page.var;
  const resolution = found(await findResolutionByNumber(ctx, page.req.param("number")));
  const thing = { kind: "resolution", id: resolution.id };
  return page.render(
    <>
      <ResolutionView ctx={ctx} resolution={resolution} />
      <Threads ctx={ctx} thing={thing} threads={await listThreads(ctx, thing)} />
    </>,
    {
      title: `${resolution.label}: ${resolution.title}`,
      crumbs: [
        { href: paths.front, label: common(ctx)("consortium") },
        { href: paths.resolutions, label: say(ctx)("heading") },
      ],
    },
  );
});

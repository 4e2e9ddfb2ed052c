import { found } from "#core/errors.ts";
import { routes } from "#core/web.ts";
import { say as common } from "#modules/consortium/messages.ts";
import { paths } from "#modules/consortium/paths.ts";
import { listThreads } from "#modules/threads/queries.ts";
import { Threads } from "#modules/threads/views.tsx";
import { say } from "./messages.ts";
import { findResolutionByNumber, listResolutions } from "./queries.ts";
import { ListView, ResolutionView } from "./views.tsx";

/** `/konsortium/beschluesse`: what was decided, for everybody. */
export const pages = routes()
  .get("/", async (page) => {
    const { ctx } = page.var;
    return page.render(<ListView ctx={ctx} resolutions={await listResolutions(ctx)} />, {
      title: say(ctx)("heading"),
      crumbs: [{ href: paths.front, label: common(ctx)("consortium") }],
    });
  })
  .get("/:number", async (page) => {
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

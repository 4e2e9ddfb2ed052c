import { found } from "#core/errors.ts";
import { routes, slugIn } from "#core/web.ts";
import { findPublicProcess } from "#modules/participation/queries.ts";
import { processProps } from "#modules/participation/views.tsx";
import { say } from "./messages.ts";
import { listProjects, listUpdates } from "./queries.ts";
import { ProjectsView } from "./views.tsx";

/** `/beteiligung/:slug/vorhaben`: what becomes of the money. */
export const pages = routes().get("/:slug/vorhaben", async (page) => {
  const ctx = page.get("ctx");
  const process = found(await findPublicProcess(ctx, slugIn(page)));
  const projects = await listProjects(ctx, process.id);
  const updates = await listUpdates(
    ctx,
    projects.map(({ id }) => id),
  );
  return page.render(
    <ProjectsView ctx={ctx} process={process} projects={projects} updates={updates} />,
    processProps(ctx, process, say(ctx)("heading")),
  );
});

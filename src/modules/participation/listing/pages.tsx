import { routes } from "#core/web.ts";
import { say } from "./messages.ts";
import { listProcesses, phasesOf } from "./queries.ts";
import { ListingView } from "./views.tsx";

/** `/beteiligung`: what the town decides together with its people. */
export const pages = routes().get("/", async (page) => {
  const { ctx } = page.var;
  const processes = await listProcesses(ctx);
  const phases = await phasesOf(
    ctx,
    processes.map(({ id }) => id),
  );
  return page.render(<ListingView ctx={ctx} processes={processes} phases={phases} />, {
    title: say(ctx)("heading"),
    description: say(ctx)("lead"),
  });
});

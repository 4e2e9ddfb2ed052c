import { routes } from "#core/web.ts";
import { findNext } from "#modules/consortium/meetings/queries.ts";
import { may } from "#modules/consortium/policy.ts";
import { listResolutions } from "#modules/consortium/resolutions/queries.ts";
import { findConsortium, listOffices, listSeats, ownSeats } from "#modules/consortium/seats/queries.ts";
import { listOpenTasks } from "#modules/consortium/tasks/queries.ts";
import { listTopics } from "#modules/consortium/topics/queries.ts";
import { listGroups } from "#modules/network/groups/queries.ts";
import { say } from "./messages.ts";
import { FrontView } from "./views.tsx";

/** `/konsortium`. */
export const pages = routes().get("/", async (page) => {
  const { ctx } = page.var;
  const consortium = await findConsortium(ctx);
  const topics = await listTopics(ctx);
  return page.render(
    <FrontView
      ctx={ctx}
      consortium={consortium}
      seats={await listSeats(ctx)}
      offices={await listOffices(ctx)}
      next={await findNext(ctx, ctx.now)}
      resolutions={await listResolutions(ctx)}
      topics={topics.filter(({ state }) => state === "open" || state === "working")}
      tasks={await listOpenTasks(ctx, 5)}
      groups={(await listGroups(ctx)).filter(({ endedOn }) => endedOn === null)}
      runs={may.run(ctx)}
      sits={(await ownSeats(ctx)).length > 0}
    />,
    { title: consortium?.name ?? say(ctx)("menu"), description: say(ctx)("lead") },
  );
});

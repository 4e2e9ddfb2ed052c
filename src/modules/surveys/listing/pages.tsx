import { routes } from "#core/web.ts";
import { listPublicSurveys } from "#modules/surveys/queries.ts";
import { say } from "./messages.ts";
import { countReleases } from "./queries.ts";
import { ListingView } from "./views.tsx";

/** `/umfragen`: the surveys of the town, for everybody. */
export const pages = routes().get("/", async (page) => {
  const ctx = page.get("ctx");
  const surveys = await listPublicSurveys(ctx);
  return page.render(
    <ListingView ctx={ctx} surveys={surveys} releases={await countReleases(ctx, surveys)} />,
    { title: say(ctx)("heading"), description: say(ctx)("lead") },
  );
});

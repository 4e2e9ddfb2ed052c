import { routes } from "#core/web.ts";
import { nextDates } from "#modules/content/calendar/queries.ts";
import { latestNews } from "#modules/content/news/queries.ts";
import { neededThisWeek } from "#modules/opportunities/queries.ts";
import { say } from "./messages.ts";
import { countFigures } from "./queries.ts";
import { HomePage } from "./views.tsx";

const shownOffers = 5;
const shownDates = 3;
const shownNews = 3;

/** The town's front page. */
export const home = routes().get("/", async (page) => {
  const ctx = page.get("ctx");
  const words = say(ctx);
  const offers = await neededThisWeek(ctx, shownOffers);
  const dates = await nextDates(ctx, shownDates);
  const news = await latestNews(ctx, shownNews);
  const figures = await countFigures(ctx);
  const { lead } = ctx.place;
  return page.render(
    <HomePage
      ctx={ctx}
      lead={ctx.language === "de" && lead !== "" ? lead : words("lead")}
      offers={offers}
      dates={dates}
      news={news}
      figures={figures}
    />,
    { title: words("title"), description: words("description", { town: ctx.place.name }) },
  );
});

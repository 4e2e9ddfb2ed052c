import { found } from "#core/errors.ts";
import { instantAt, plusDays } from "#core/local-time.ts";
import { excerpt } from "#core/markdown.ts";
import { asked, type Page, routes, slugIn } from "#core/web.ts";
import { paths } from "#modules/content/paths.ts";
import { accessibilities } from "#modules/organizations/vocabulary.ts";
import { say } from "./messages.ts";
import { findDate, listCalendarHosts, listDates, listMonths, listProvenance, nextDates } from "./queries.ts";
import { CalendarPage, type Chosen, DatePage } from "./views.tsx";

const shownAtOnce = 60;
const nextShown = 3;

const several = (value: string | string[] | undefined): string[] =>
  value === undefined ? [] : typeof value === "string" ? [value] : value;

const chosenIn = (page: Page): Chosen => {
  const { monat, organisation, barrierefrei } = asked(page);
  const known = new Set<string>(accessibilities);
  return {
    month: typeof monat === "string" && /^20\d\d-(?:0[1-9]|1[0-2])$/u.test(monat) ? monat : undefined,
    organization:
      typeof organisation === "string" && /^[a-z0-9-]{1,120}$/u.test(organisation) ? organisation : undefined,
    accessibility: several(barrierefrei).filter((code) => known.has(code)),
  };
};

const monthSpan = (month: string) => {
  const first = `${month}-01`;
  return { from: instantAt(first), to: instantAt(`${plusDays(first, 31).slice(0, 7)}-01`) };
};

/** /kalender and /kalender/:slug */
export const pages = routes()
  .get("/", async (page) => {
    const ctx = page.get("ctx");
    const chosen = chosenIn(page);
    const span = chosen.month ? monthSpan(chosen.month) : { from: ctx.now };
    const dates = await listDates(ctx, { ...chosen, ...span }, shownAtOnce + 1);
    const months = await listMonths(ctx);
    const hosts = await listCalendarHosts(ctx);
    return page.render(
      <CalendarPage
        ctx={ctx}
        dates={dates.slice(0, shownAtOnce)}
        cut={dates.length > shownAtOnce}
        chosen={chosen}
        months={months}
        hosts={hosts}
        origin={page.get("origin")}
      />,
      {
        title: say(ctx)("calendar"),
        description: say(ctx)("calendarLead"),
        hidden: chosen.organization !== undefined || chosen.accessibility.length > 0,
        feed: {
          href: paths.calendarFile,
          type: "text/calendar",
          title: say(ctx)("feedTitle", { town: ctx.place.name }),
        },
      },
    );
  })
  .get("/:slug", async (page) => {
    const ctx = page.get("ctx");
    const date = found(await findDate(ctx, slugIn(page)));
    const following = await nextDates(ctx, nextShown + 1);
    const next = following.filter(({ id }) => id !== date.id).slice(0, nextShown);
    const others = await listProvenance(ctx, date.id);
    return page.render(<DatePage ctx={ctx} date={date} next={next} others={others} />, {
      title: date.title,
      description: excerpt(date.body || date.title),
      crumbs: [{ href: paths.calendar, label: say(ctx)("calendar") }],
      hidden: date.publishedAt === null,
    });
  });

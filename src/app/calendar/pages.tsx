import { signedIn } from "#core/actor.ts";
import { found, NotFound } from "#core/errors.ts";
import { type Page, routes, seeOther } from "#core/web.ts";
import { endCalendarAddress, renewCalendarAddress } from "#modules/people/commands.ts";
import { paths } from "#modules/people/paths.ts";
import { findCalendarOwner, hasCalendarAddress } from "#modules/people/queries.ts";
import { ahead, calendarFile, listEntries } from "./entries.ts";
import { say } from "./messages.ts";
import { CalendarPage } from "./views.tsx";

const shown = 10;

const show = async (page: Page, fresh?: string) => {
  const ctx = page.get("ctx");
  const words = say(ctx);
  const entries = await listEntries(ctx, signedIn(ctx.actor).id);
  return page.render(
    <CalendarPage
      ctx={ctx}
      formKey={page.get("formKey")}
      entries={ahead(ctx, entries).slice(0, shown)}
      subscribed={await hasCalendarAddress(ctx)}
      fresh={fresh}
      ended={page.req.query("hinweis") === "beendet"}
    />,
    { title: words("title"), crumbs: [{ href: paths.mine, label: words("mine") }], hidden: true },
  );
};

/** /mein/kalender. The new address is in the reply itself and nowhere else: not in an address, not in a log. */
export const ownCalendar = routes()
  .get("/", (page) => show(page))
  .post("/", async (page) => {
    const token = await renewCalendarAddress(page.get("ctx"));
    return show(page, page.get("origin") + paths.calendarFile(token));
  })
  .post("/ende", async (page) => {
    await endCalendarAddress(page.get("ctx"));
    return seeOther(page, paths.myCalendar, "beendet");
  });

/** /kalender/persoenlich/….ics: whoever knows the address reads it, as calendars do, without a session. */
export const calendarFeed = routes().get("/:file", async (page) => {
  const [, token] = /^([\w-]{43})\.ics$/u.exec(page.req.param("file")) ?? [];
  if (token === undefined) throw new NotFound();
  const here = page.get("ctx");
  const { actor, language } = found(await findCalendarOwner(here, token));
  const ctx = { ...here, actor, language: here.place.languages.includes(language) ? language : "de" };
  const file = calendarFile(ctx, page.get("origin"), await listEntries(ctx, actor.id));
  return page.body(file, 200, { "content-type": "text/calendar; charset=utf-8", "x-robots-tag": "noindex" });
});

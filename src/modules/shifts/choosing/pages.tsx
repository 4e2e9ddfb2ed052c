import ical, { ICalEventStatus } from "ical-generator";
import { found } from "#core/errors.ts";
import { read } from "#core/input.ts";
import { asked, type Page, routes, slugIn } from "#core/web.ts";
import { findOpportunityBySlug } from "#modules/opportunities/queries.ts";
import { paths } from "#modules/shifts/paths.ts";
import { findPlan, listShifts } from "#modules/shifts/queries.ts";
import { listSeries } from "#modules/shifts/series/queries.ts";
import { say } from "./messages.ts";
import { findChoice, narrowed, Search } from "./queries.ts";
import { ChoosePage } from "./views.tsx";

const nothingAsked = Search.parse({});

/** What stands in the address; whatever is no filter filters nothing. */
const searchOf = (page: Page): Search => {
  const input = read(page.get("ctx"), Search, asked(page));
  return input.ok ? input.value : nothingAsked;
};

const list = async (page: Page) => {
  const ctx = page.get("ctx");
  const choice = await findChoice(ctx, slugIn(page));
  const { plan } = choice;
  const search = searchOf(page);
  return page.render(
    <ChoosePage
      ctx={ctx}
      choice={choice}
      search={search}
      rows={narrowed(choice.rows, search)}
      series={await listSeries(ctx, plan.id)}
    />,
    {
      title: `${say(ctx)("heading")}: ${plan.title}`,
      crumbs: [
        { href: "/angebote", label: say(ctx)("back") },
        { href: paths.offer(plan.slug), label: plan.title },
      ],
      hidden: plan.state !== "published" || Object.keys(page.req.query()).length > 0,
      feed: {
        href: paths.chooseFile(plan.slug),
        type: "text/calendar",
        title: say(ctx)("fileName", { title: plan.title }),
      },
    },
  );
};

/** The shifts ahead as iCalendar (RFC 5545), canceled ones as canceled; every instant in UTC. */
const file = async (page: Page) => {
  const ctx = page.get("ctx");
  const offer = found(await findOpportunityBySlug(ctx, slugIn(page)));
  const plan = found(await findPlan(ctx, offer.id));
  const origin = page.get("origin");
  const calendar = ical({
    name: say(ctx)("fileName", { title: plan.title }),
    prodId: { company: "Anlaufstelle", product: ctx.place.slug, language: "DE" },
  });
  const shifts = await listShifts(ctx, plan.id, { from: ctx.now, withCanceled: true, limit: 500 });
  for (const shift of shifts) {
    calendar.createEvent({
      id: `schicht-${shift.id}@${new URL(origin).hostname}`,
      start: shift.startsAt,
      end: shift.endsAt,
      stamp: shift.changedAt,
      sequence: shift.revision,
      summary: [plan.title, shift.title].filter(Boolean).join(": "),
      location: shift.whereText || [plan.street, plan.townName].filter(Boolean).join(", ") || null,
      description: shift.needs.map(({ role, taken, maximum }) => `${role}: ${taken}/${maximum}`).join("\n"),
      url: `${origin}${paths.choose(plan.slug)}`,
      status: shift.canceledAt ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    });
  }
  return page.body(calendar.toString(), 200, {
    "content-type": "text/calendar; charset=utf-8",
    "content-disposition": 'attachment; filename="schichten.ics"',
  });
};

/** `/angebote/:slug/schichten`: what is free. */
export const pages = routes().get("/:slug/schichten", list).get("/:slug/schichten.ics", file);

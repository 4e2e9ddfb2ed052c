import * as z from "zod";
import { isStaff } from "#core/actor.ts";
import { allow } from "#core/errors.ts";
import { dayOf, instantAt, mondayOf, plusDays } from "#core/local-time.ts";
import { routes } from "#core/web.ts";
import { say } from "#modules/shifts/board/messages.ts";
import { listPlans, writesPlans } from "#modules/shifts/board/queries.ts";
import { may } from "#modules/shifts/policy.ts";
import { isThin, listShiftsBetween } from "#modules/shifts/queries.ts";
import { mostOthers, PlansPage, WeekPage } from "./views.tsx";

const isDay = (text: string | undefined): text is string => z.iso.date().safeParse(text).success;

const lookAhead = 14 * 24 * 3_600_000;
const mostThin = 20;

/** The week of the town, over all plans. */
export const week = routes().get("/", async (page) => {
  const ctx = page.get("ctx");
  allow(may.planAll(ctx));
  const asked = page.req.query("woche");
  const monday = mondayOf(isDay(asked) ? asked : dayOf(ctx.now));
  const span = [instantAt(monday), instantAt(plusDays(monday, 7))] as const;
  const rows = await listShiftsBetween(ctx, ...span, 1_000);
  const ahead = await listShiftsBetween(ctx, ctx.now, new Date(+ctx.now + lookAhead), 1_000);
  const thin = ahead.filter(isThin).slice(0, mostThin);
  return page.render(<WeekPage ctx={ctx} monday={monday} rows={rows} thin={thin} />, {
    title: say(ctx)("weekHeading"),
    area: "office",
    hidden: true,
  });
});

/** The plans one may write. */
export const plans = routes().get("/", async (page) => {
  const ctx = page.get("ctx");
  allow(ctx.actor.kind === "person" && writesPlans(ctx));
  const words = (page.req.query("q") ?? "").trim().slice(0, 100);
  const isOffice = isStaff(ctx.actor);
  return page.render(
    <PlansPage
      ctx={ctx}
      plans={await listPlans(ctx, { withShifts: true, words, limit: 100 })}
      others={await listPlans(ctx, { withShifts: false, words, limit: mostOthers })}
      words={words}
      isOffice={isOffice}
    />,
    { title: say(ctx)("plansHeading"), area: isOffice ? "office" : "public", hidden: true },
  );
});

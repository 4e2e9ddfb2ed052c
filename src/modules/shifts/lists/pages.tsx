import { allow, found } from "#core/errors.ts";
import { instantAt, plusDays } from "#core/local-time.ts";
import { asked, idIn, looked, routes } from "#core/web.ts";
import { may } from "#modules/shifts/policy.ts";
import { findPlan, listShifts, type ShiftRow } from "#modules/shifts/queries.ts";
import { say } from "#modules/shifts/sheets/messages.ts";
import { daysOf, listComing } from "#modules/shifts/sheets/queries.ts";
import { planProps } from "#modules/shifts/views.tsx";
import { ListsPage } from "./views.tsx";
import { type Sheet, sheets } from "./vocabulary.ts";

const most = 300;

// Only the first day is drawn unasked: a whole festival is many sheets.
const dayAsked = (typed: unknown, days: readonly string[]): string => {
  if (typed === undefined) return days[0] ?? "";
  return days.find((day) => day === typed) ?? "";
};

// What begins together stands by its place, so that a sheet reads the same every time.
const inOrder = (shifts: readonly ShiftRow[]): ShiftRow[] =>
  shifts.toSorted(
    (one, other) => +one.startsAt - +other.startsAt || one.whereText.localeCompare(other.whereText, "de"),
  );

// The sheet for the board shows free places only, so nobody's data is seen.
const showsPeople = (sheet: Sheet): boolean => sheet !== "anmeldung";

/** `/schichtplan/:id/listen`: the plan on paper. */
export const pages = routes().get("/:id/listen", async (page) => {
  const ctx = page.get("ctx");
  const plan = found(await findPlan(ctx, idIn(page)));
  allow(may.plan(ctx, plan));
  const query = asked(page);
  const sheet = sheets.find((one) => one === query["blatt"]) ?? "schichten";
  const ahead = inOrder(await listShifts(ctx, plan.id, { from: ctx.now, limit: most }));
  const days = daysOf(ahead);
  const day = dayAsked(query["tag"], days);
  const shifts =
    day === ""
      ? ahead
      : ahead.filter(({ startsAt }) => startsAt >= instantAt(day) && startsAt < instantAt(plusDays(day, 1)));
  const coming = showsPeople(sheet)
    ? await listComing(
        ctx,
        plan.id,
        shifts.map(({ id }) => id),
      )
    : [];
  const people = new Set(coming.flatMap(({ personId }) => personId ?? []));
  for (const person of people) looked(page, person, say(ctx)("looked", { title: plan.title }));
  return page.render(
    <ListsPage
      ctx={ctx}
      plan={plan}
      shifts={shifts}
      coming={coming}
      origin={page.get("origin")}
      sheet={sheet}
      day={day}
      days={days}
    />,
    planProps(ctx, plan, say(ctx)(`sheet_${sheet}`)),
  );
});

import * as z from "zod";
import { allow, found } from "#core/errors.ts";
import { type Id, isId } from "#core/id.ts";
import { day, line, read, time, whole } from "#core/input.ts";
import { dayOf, instantAt, plusDays } from "#core/local-time.ts";
import { idIn, looked, type Page, routes, seeOther, sent } from "#core/web.ts";
import { commit } from "#modules/shifts/commitments/commands.ts";
import { listCommitments } from "#modules/shifts/commitments/queries.ts";
import { leaveOut, moveDate, takeIn } from "#modules/shifts/exceptions/commands.ts";
import { paths } from "#modules/shifts/paths.ts";
import { may } from "#modules/shifts/policy.ts";
import { findPlan, listRoles, type Plan } from "#modules/shifts/queries.ts";
import { say } from "#modules/shifts/recurring/messages.ts";
import { formOf, listKnown, readEnd, readSeries } from "#modules/shifts/recurring/queries.ts";
import { changeSeries, endSeries } from "#modules/shifts/series/commands.ts";
import { findSeries, listMade, nextDates, type SeriesRow } from "#modules/shifts/series/queries.ts";
import { planProps } from "#modules/shifts/views.tsx";
import { OneSeriesPage, type Sent } from "./views.tsx";

type Asked = { readonly plan: Plan; readonly series: SeriesRow };
type Problem = {
  readonly sent?: Sent;
  readonly refusal?: Refusal;
  readonly chosen?: string;
  readonly status?: 200 | 409 | 422;
};
type Refusal = Parameters<ReturnType<typeof say>>[0] extends infer Key
  ? Key extends `refused_${infer Reason}`
    ? Reason
    : never
  : never;

const askedIn = async (page: Page): Promise<Asked> => {
  const ctx = page.get("ctx");
  const plan = found(await findPlan(ctx, idIn(page)));
  allow(may.plan(ctx, plan));
  const series = found(await findSeries(ctx, idIn(page, "series")));
  return { plan, series: found(series.opportunityId === plan.id ? series : undefined) };
};

const show = async (page: Page, { plan, series }: Asked, problem: Problem = {}) => {
  const ctx = page.get("ctx");
  const regulars = await listCommitments(ctx, series.id);
  for (const { personId } of regulars) looked(page, personId, say(ctx)("regulars"));
  const [, first = series.startsOn] = [dayOf(ctx.now), series.startsOn].sort();
  return page.render(
    <OneSeriesPage
      ctx={ctx}
      formKey={page.get("formKey")}
      plan={plan}
      series={series}
      roles={await listRoles(ctx, plan.id)}
      dates={series.endedAt ? [] : nextDates(ctx, series)}
      shifts={await listMade(ctx, series.id)}
      regulars={regulars}
      known={await listKnown(ctx, plan.id)}
      form={formOf(series, first)}
      chosen={problem.chosen ?? page.req.query("tag")}
      sent={problem.sent}
      refusal={problem.refusal && say(ctx)(`refused_${problem.refusal}`)}
      notice={page.req.query("hinweis")}
    />,
    planProps(ctx, plan, series.title || say(ctx)("heading"), problem.status),
  );
};

const back = (page: Page, { plan, series }: Asked, notice: string) =>
  seeOther(page, paths.oneSeries(plan.id, series.id), notice);

const DayForm = z.object({ day, what: z.enum(["in", "out"]), why: line(300).optional() });
const MoveForm = z.object({ day, newDay: day, startTime: time, endTime: time });
const idOf = <Kind extends string>() =>
  z.string().refine((text): text is Id<Kind> => isId<Kind>(text), { error: "choose" });
const NoteForm = z.object({
  person: idOf<"person">(),
  role: idOf<"shiftRole">(),
  every: whole(1, 12),
  from: day,
});

const spanOf = ({ newDay, startTime, endTime }: z.output<typeof MoveForm>) => ({
  startsAt: instantAt(newDay, startTime),
  endsAt: instantAt(endTime > startTime ? newDay : plusDays(newDay, 1), endTime),
});

/** `/schichtplan/:id/serien/:series`: one series, its days, and who comes every time. */
export const pages = routes()
  .get("/:id/serien/:series", async (page) => show(page, await askedIn(page)))
  .post("/:id/serien/:series", async (page) => {
    const ctx = page.get("ctx");
    const asked = await askedIn(page);
    const input = readSeries(ctx, await listRoles(ctx, asked.plan.id), await sent(page));
    const form = { which: "change", form: input.form } as const;
    if (!input.ok) return show(page, asked, { sent: form, status: 422 });
    const { series, signedUp } = input.value;
    const outcome = await changeSeries(ctx, asked.series.id, series, signedUp);
    if (!outcome.ok) return show(page, asked, { sent: form, refusal: outcome.because, status: 409 });
    return back(page, asked, outcome.value.kept > 0 ? "behalten" : "geaendert");
  })
  .post("/:id/serien/:series/tage", async (page) => {
    const ctx = page.get("ctx");
    const asked = await askedIn(page);
    const input = read(ctx, DayForm, await sent(page));
    const form = { which: "day", form: input.form } as const;
    if (!input.ok) return show(page, asked, { sent: form, status: 422 });
    const { day: chosen, what, why } = input.value;
    const outcome =
      what === "in"
        ? await takeIn(ctx, asked.series.id, chosen)
        : await leaveOut(ctx, asked.series.id, chosen, why);
    if (outcome.ok) return back(page, asked, "termin");
    return show(page, asked, { sent: form, refusal: outcome.because, chosen, status: 409 });
  })
  .post("/:id/serien/:series/verlegung", async (page) => {
    const ctx = page.get("ctx");
    const asked = await askedIn(page);
    const input = read(ctx, MoveForm, await sent(page));
    const form = { which: "move", form: input.form } as const;
    const chosen = String(input.form.values["day"] ?? "");
    if (!input.ok) return show(page, asked, { sent: form, chosen, status: 422 });
    const outcome = await moveDate(ctx, asked.series.id, input.value.day, spanOf(input.value));
    if (outcome.ok) return back(page, asked, "termin");
    return show(page, asked, { sent: form, refusal: outcome.because, chosen, status: 409 });
  })
  .post("/:id/serien/:series/ende", async (page) => {
    const ctx = page.get("ctx");
    const asked = await askedIn(page);
    const input = readEnd(ctx, await sent(page));
    const form = { which: "end", form: input.form } as const;
    if (!input.ok) return show(page, asked, { sent: form, status: 422 });
    const outcome = await endSeries(ctx, asked.series.id, input.value.lastDay, input.value.signedUp);
    if (outcome.ok) return back(page, asked, "beendet");
    return show(page, asked, { sent: form, refusal: outcome.because, status: 409 });
  })
  .post("/:id/serien/:series/zusagen", async (page) => {
    const ctx = page.get("ctx");
    const asked = await askedIn(page);
    const input = read(ctx, NoteForm, await sent(page));
    const form = { which: "note", form: input.form } as const;
    if (!input.ok) return show(page, asked, { sent: form, status: 422 });
    const { person, role, every, from } = input.value;
    found((await listKnown(ctx, asked.plan.id)).find(({ id }) => id === person));
    const outcome = await commit(ctx, {
      seriesId: asked.series.id,
      roleId: role,
      personId: person,
      every,
      startsOn: from,
    });
    if (outcome.ok) return back(page, asked, "zusage");
    return show(page, asked, { sent: form, refusal: outcome.because, status: 409 });
  });

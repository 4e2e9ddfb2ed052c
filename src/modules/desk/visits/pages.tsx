import ical, { ICalEventStatus } from "ical-generator";
import * as z from "zod";
import { found } from "#core/errors.ts";
import { type Id, isId } from "#core/id.ts";
import { type Filled, read } from "#core/input.ts";
import { type Page, routes, seeOther, sent } from "#core/web.ts";
import { cancelOwn, moveOwn } from "#modules/desk/appointments/commands.ts";
import { findAppointmentByToken, listFreeSlots } from "#modules/desk/appointments/queries.ts";
import { paths } from "#modules/desk/paths.ts";
import { say } from "./messages.ts";
import { VisitPage, type VisitProps } from "./views.tsx";

const tokenIn = (page: Page): string => page.req.param("token") ?? "";

type Problem = { readonly form?: Filled; readonly refusal?: VisitProps["refusal"] };

const show = async (page: Page, status: 200 | 409 | 422 = 200, { form, refusal }: Problem = {}) => {
  const ctx = page.get("ctx");
  const row = found(await findAppointmentByToken(ctx, tokenIn(page)));
  return page.render(
    <VisitPage
      ctx={ctx}
      formKey={page.get("formKey")}
      token={tokenIn(page)}
      row={row}
      slots={(await listFreeSlots(ctx)).filter(({ startsAt }) => +startsAt !== +row.startsAt)}
      notice={page.req.query("hinweis")}
      form={form}
      refusal={refusal}
    />,
    { title: say(ctx)("heading"), hidden: true, status },
  );
};

const Move = z.object({
  termin: z
    .string()
    .refine((text): text is Id<"appointment"> => isId<"appointment">(text), { error: "moveMissing" }),
});

const move = async (page: Page) => {
  const ctx = page.get("ctx");
  const input = read(ctx, Move, await sent(page), { moveMissing: say(ctx)("moveMissing") });
  if (!input.ok) return show(page, 422, { form: input.form });
  const outcome = await moveOwn(ctx, tokenIn(page), input.value.termin);
  if (!outcome.ok) return show(page, 409, { refusal: outcome.because });
  return seeOther(page, paths.own(tokenIn(page)), "verlegt");
};

const calendar = async (page: Page) => {
  const ctx = page.get("ctx");
  const row = found(await findAppointmentByToken(ctx, tokenIn(page)));
  const file = ical({ name: say(ctx)("heading"), prodId: "//Anlaufstelle//Termine//DE" });
  file.createEvent({
    id: `${row.id}@${new URL(page.get("origin")).hostname}`,
    start: row.startsAt,
    end: row.endsAt,
    stamp: ctx.now,
    sequence: row.revision,
    summary: say(ctx)("calendarSummary", { office: ctx.place.officeName }),
    location: row.whereText,
    url: `${page.get("origin")}${paths.own(tokenIn(page))}`,
    status: row.canceledAt ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
  });
  return page.body(file.toString(), 200, {
    "content-type": "text/calendar; charset=utf-8",
    "content-disposition": 'attachment; filename="termin.ics"',
  });
};

/** The page behind the link of an appointment. */
export const pages = routes()
  .get("/:token", (page) => show(page))
  .get("/:token/termin.ics", calendar)
  .post("/:token/verlegung", move)
  .post("/:token/absage", async (page) => {
    const outcome = await cancelOwn(page.get("ctx"), tokenIn(page));
    if (!outcome.ok) return show(page, 409, { refusal: outcome.because });
    return seeOther(page, paths.own(tokenIn(page)), "abgesagt");
  });

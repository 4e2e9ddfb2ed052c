import * as z from "zod";
import { allow, found } from "#core/errors.ts";
import type { Id } from "#core/id.ts";
import { day, type Filled, read } from "#core/input.ts";
import { idIn, looked, type Page, routes, seeOther, sent } from "#core/web.ts";
import { say as common } from "#modules/consortium/messages.ts";
import { paths } from "#modules/consortium/paths.ts";
import { may } from "#modules/consortium/policy.ts";
import {
  addHolder,
  addSeat,
  changeSeat,
  EndInput,
  endHolder,
  endSeat,
  HolderInput,
  SeatInput,
} from "#modules/consortium/seats/commands.ts";
import { findSeat, listOtherSeats, listSeats, type SeatRow } from "#modules/consortium/seats/queries.ts";
import { say } from "#modules/consortium/terms/messages.ts";
import { notices, type Said } from "#modules/consortium/terms/views.tsx";
import { organizationChoices } from "#modules/organizations/queries.ts";
import { ListView, NewView, SeatView } from "./views.tsx";

type Problem = {
  readonly form?: Filled;
  readonly changing?: Filled;
  readonly ending?: Filled;
  readonly refusal?: Said["refusal"];
};

const statusOf = ({ form, changing, ending, refusal }: Problem): 200 | 409 | 422 => {
  if (refusal) return 409;
  return form || changing || ending ? 422 : 200;
};

const crumbs = (page: Page, deep = true) => {
  const { ctx } = page.var;
  const office = { href: paths.register, label: common(ctx)("office") };
  return deep ? [office, { href: paths.seats, label: say(ctx)("heading") }] : [office];
};

const noticeOf = (page: Page) => notices.find((one) => one === page.req.query("hinweis"));

const showNew = async (page: Page, problem: Problem = {}) => {
  const { ctx, formKey } = page.var;
  allow(may.run(ctx));
  return page.render(
    <NewView ctx={ctx} formKey={formKey} organizations={await organizationChoices(ctx)} {...problem} />,
    { title: say(ctx)("add"), area: "office", status: statusOf(problem), crumbs: crumbs(page) },
  );
};

const add = async (page: Page) => {
  const { ctx } = page.var;
  allow(may.run(ctx));
  const input = read(ctx, SeatInput, await sent(page));
  if (!input.ok) return showNew(page, { form: input.form });
  const outcome = await addSeat(ctx, input.value);
  if (!outcome.ok) return showNew(page, { form: input.form, refusal: outcome.because });
  return seeOther(page, paths.seat(outcome.value), "neu");
};

const seatIn = async (page: Page): Promise<SeatRow> => {
  allow(may.run(page.var.ctx));
  return found(await findSeat(page.var.ctx, idIn<"seat">(page)));
};

const showOne = async (page: Page, seat: SeatRow, problem: Problem = {}) => {
  const { ctx, formKey } = page.var;
  const people = new Set(seat.holders.flatMap(({ personId }) => personId ?? []));
  for (const personId of people) looked(page, personId, say(ctx)("heading"));
  return page.render(
    <SeatView ctx={ctx} formKey={formKey} seat={seat} notice={noticeOf(page)} {...problem} />,
    { title: seat.title, area: "office", status: statusOf(problem), crumbs: crumbs(page) },
  );
};

const change = async (page: Page) => {
  const { ctx } = page.var;
  const seat = await seatIn(page);
  const input = read(ctx, SeatInput.pick({ title: true, position: true }), await sent(page));
  if (!input.ok) return showOne(page, seat, { changing: input.form });
  const outcome = await changeSeat(ctx, seat.id, input.value);
  if (!outcome.ok) return showOne(page, seat, { changing: input.form, refusal: outcome.because });
  return seeOther(page, paths.seat(seat.id), "gespeichert");
};

const take = async (page: Page) => {
  const { ctx } = page.var;
  const seat = await seatIn(page);
  const input = read(ctx, HolderInput, await sent(page));
  if (!input.ok) return showOne(page, seat, { form: input.form });
  const outcome = await addHolder(ctx, seat.id, input.value);
  if (!outcome.ok) return showOne(page, seat, { form: input.form, refusal: outcome.because });
  return seeOther(page, paths.seat(seat.id), "besetzt");
};

const leave = async (page: Page) => {
  const { ctx } = page.var;
  const seat = await seatIn(page);
  const holder = idIn<"seatHolder">(page, "holder");
  found(seat.holders.find(({ id }: { readonly id: Id<"seatHolder"> }) => id === holder));
  const input = read(ctx, z.object({ endsOn: day }), await sent(page));
  if (!input.ok) return showOne(page, seat, { ending: input.form });
  const outcome = await endHolder(ctx, holder, input.value.endsOn);
  if (!outcome.ok) return showOne(page, seat, { refusal: outcome.because });
  return seeOther(page, paths.seat(seat.id), "beendet");
};

const end = async (page: Page) => {
  const { ctx } = page.var;
  const seat = await seatIn(page);
  const input = read(ctx, EndInput, await sent(page));
  if (!input.ok) return showOne(page, seat, { ending: input.form });
  const outcome = await endSeat(ctx, seat.id, input.value);
  if (!outcome.ok) return showOne(page, seat, { ending: input.form, refusal: outcome.because });
  return seeOther(page, paths.seat(seat.id), "beendet");
};

/** `/buero/konsortium/sitze`: the seats in the hand of the office and the chair. */
export const pages = routes()
  .get("/", async (page) => {
    const { ctx } = page.var;
    allow(may.run(ctx));
    return page.render(
      <ListView
        ctx={ctx}
        seats={await listSeats(ctx)}
        others={await listOtherSeats(ctx)}
        notice={noticeOf(page)}
      />,
      { title: say(ctx)("heading"), area: "office", crumbs: crumbs(page, false) },
    );
  })
  .get("/neu", (page) => showNew(page))
  .post("/neu", add)
  .get("/:id", async (page) => showOne(page, await seatIn(page)))
  .post("/:id", change)
  .post("/:id/inhaber", take)
  .post("/:id/inhaber/:holder", leave)
  .post("/:id/ende", end);

import * as z from "zod";
import { allow, found } from "#core/errors.ts";
import { type Id, isId } from "#core/id.ts";
import { type Filled, line, read, time } from "#core/input.ts";
import { dayOf, instantAt } from "#core/local-time.ts";
import { idIn, type Page, routes, seeOther, sent } from "#core/web.ts";
import { listReplies } from "#modules/consortium/invitations/queries.ts";
import { findMeeting, type Meeting } from "#modules/consortium/meetings/queries.ts";
import { paths } from "#modules/consortium/paths.ts";
import { may } from "#modules/consortium/policy.ts";
import {
  type ArrivalRefusal,
  come,
  comeTogether,
  leave,
  type SeatArrival,
  strike,
} from "#modules/consortium/presence/commands.ts";
import { listPresent } from "#modules/consortium/presence/queries.ts";
import { listSeats } from "#modules/consortium/seats/queries.ts";
import { say } from "./messages.ts";
import { readAttendance } from "./queries.ts";
import { AttendanceView } from "./views.tsx";

type Fields = Readonly<Record<string, unknown>>;
type Refusal = ArrivalRefusal | "order" | "counted";
type Problem = { readonly refusal?: Refusal; readonly form?: Filled; readonly guestForm?: Filled };

const show = async (page: Page, meeting: Meeting, { refusal, ...forms }: Problem = {}) => {
  const { ctx, formKey } = page.var;
  const status = refusal ? 409 : forms.form || forms.guestForm ? 422 : 200;
  return page.render(
    <AttendanceView
      ctx={ctx}
      formKey={formKey}
      meeting={meeting}
      attendance={await readAttendance(ctx, meeting)}
      replies={await listReplies(ctx, meeting.id)}
      notice={page.req.query("hinweis") === "gaeste" ? say(ctx)("notGathered") : undefined}
      refusal={refusal && say(ctx)(`refused_${refusal}`)}
      {...forms}
    />,
    {
      title: say(ctx)("heading"),
      area: "office",
      status,
      crumbs: [{ href: paths.running(meeting.id), label: meeting.title }],
    },
  );
};

const meetingIn = async (page: Page): Promise<Meeting> => {
  allow(may.run(page.var.ctx));
  return found(await findMeeting(page.var.ctx, idIn<"meeting">(page)));
};

const idOf = <Kind extends string>(value: unknown): Id<Kind> =>
  found(typeof value === "string" && isId<Kind>(value) ? value : undefined);

const arrivalOf = async (
  page: Page,
  meeting: Meeting,
  holder: unknown,
  way: unknown,
): Promise<SeatArrival> => {
  const seats = await listSeats(page.var.ctx, dayOf(meeting.startsAt));
  const seat = found(seats.find(({ holders }) => holders.some(({ id }) => id === holder)));
  const { id, part, name } = found(seat.holders.find((one) => one.id === holder));
  return { seatId: seat.id, holderId: id, part, name, way: way === "remote" ? way : "room" };
};

const Later = z.object({
  holder: z.string().refine((text) => isId<"seatHolder">(text), { error: "choose" }),
  time,
  what: z.enum(["room", "remote", "left"]),
});

const enterLater = async (page: Page, meeting: Meeting, fields: Fields) => {
  const { ctx } = page.var;
  const input = read(ctx, Later, fields);
  if (!input.ok) return show(page, meeting, { form: input.form });
  const at = instantAt(dayOf(meeting.startsAt), input.value.time);
  const arrival = await arrivalOf(page, meeting, input.value.holder, input.value.what);
  if (input.value.what !== "left") {
    const outcome = await come(ctx, meeting.id, { ...arrival, at });
    return outcome.ok
      ? seeOther(page, paths.presence(meeting.id))
      : show(page, meeting, { refusal: outcome.because });
  }
  const present = (await listPresent(ctx, meeting.id)).find(({ seatId }) => seatId === arrival.seatId);
  const outcome = await leave(ctx, found(present).id, at);
  return outcome.ok
    ? seeOther(page, paths.presence(meeting.id))
    : show(page, meeting, { refusal: outcome.because });
};

const Guest = z.object({ name: line(200) });

const together = async (page: Page, meeting: Meeting) => {
  const { ctx } = page.var;
  const seats = await listSeats(ctx, dayOf(meeting.startsAt));
  const coming = (await listReplies(ctx, meeting.id)).flatMap(({ seatId, reply }): SeatArrival[] => {
    if (reply === "absent") return [];
    const part = reply === "deputy" ? "deputy" : "member";
    const holder = seats.find(({ id }) => id === seatId)?.holders.find((one) => one.part === part);
    const way = reply === "remote" ? "remote" : "room";
    return holder ? [{ seatId, part, holderId: holder.id, name: holder.name, way }] : [];
  });
  const outcome = await comeTogether(ctx, meeting.id, coming);
  if (!outcome.ok) return show(page, meeting, { refusal: outcome.because });
  return seeOther(page, paths.presence(meeting.id), outcome.value.left > 0 ? "gaeste" : undefined);
};

const press = async (page: Page) => {
  const { ctx } = page.var;
  const meeting = await meetingIn(page);
  const fields = await sent(page);
  if (fields["was"] === "later") return enterLater(page, meeting, fields);
  if (fields["was"] === "together") return together(page, meeting);
  const known = ["leave", "strike", "come", "guest"].some((was) => was === fields["was"]);
  if (!known) return seeOther(page, paths.presence(meeting.id));
  const done = async () => {
    if (fields["was"] === "leave") return leave(ctx, idOf<"meetingPresence">(fields["presence"]));
    if (fields["was"] === "strike") return strike(ctx, idOf<"meetingPresence">(fields["presence"]));
    return come(ctx, meeting.id, await arrivalOf(page, meeting, fields["holder"], fields["way"]));
  };
  if (fields["was"] === "guest") {
    const input = read(ctx, Guest, fields);
    if (!input.ok) return show(page, meeting, { guestForm: input.form });
    const outcome = await come(ctx, meeting.id, { guest: input.value.name, way: "room" });
    if (!outcome.ok) return show(page, meeting, { refusal: outcome.because });
    return seeOther(page, `${paths.presence(meeting.id)}#gaeste`);
  }
  const outcome = await done();
  if (!outcome.ok) return show(page, meeting, { refusal: outcome.because });
  return seeOther(page, paths.presence(meeting.id));
};

/** `/buero/konsortium/sitzungen/:id/leitung/anwesenheit`: who is there. */
export const pages = routes()
  .get("/:id/leitung/anwesenheit", async (page) => show(page, await meetingIn(page)))
  .post("/:id/leitung/anwesenheit", press);

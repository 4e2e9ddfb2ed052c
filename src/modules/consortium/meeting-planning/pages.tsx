import { allow, found } from "#core/errors.ts";
import { type Filled, read, withError } from "#core/input.ts";
import { idIn, type Page, routes, seeOther, sent } from "#core/web.ts";
import {
  addMeeting,
  addSeries,
  cancelMeeting,
  changeMeeting,
} from "#modules/consortium/meetings/commands.ts";
import { findMeeting, type Meeting } from "#modules/consortium/meetings/queries.ts";
import { say as common } from "#modules/consortium/messages.ts";
import { paths } from "#modules/consortium/paths.ts";
import { may } from "#modules/consortium/policy.ts";
import { cancelFollowing, changeFollowing } from "#modules/consortium/series/commands.ts";
import { CancelInput, ChangeInput, MeetingInput, meetingOf, SeriesInput, seriesOf } from "./commands.ts";
import { say } from "./messages.ts";
import { EditView, NewView, SeriesView } from "./views.tsx";

type Status = 200 | 409 | 422;

const crumbs = (page: Page, meeting?: Meeting) => {
  const { ctx } = page.var;
  return [
    { href: paths.register, label: common(ctx)("office") },
    { href: paths.officeMeetings, label: say(ctx)("heading") },
    ...(meeting ? [{ href: paths.office(meeting.id), label: meeting.title }] : []),
  ];
};

const showNew = (page: Page, form?: Filled, status: Status = 200) => {
  const { ctx, formKey } = page.var;
  allow(may.run(ctx));
  const props = { title: say(ctx)("add"), area: "office", status, crumbs: crumbs(page) } as const;
  return page.render(<NewView ctx={ctx} formKey={formKey} form={form} />, props);
};

const showSeries = (page: Page, form?: Filled, status: Status = 200) => {
  const { ctx, formKey } = page.var;
  allow(may.run(ctx));
  const props = { title: say(ctx)("addSeries"), area: "office", status, crumbs: crumbs(page) } as const;
  return page.render(<SeriesView ctx={ctx} formKey={formKey} form={form} />, props);
};

const meetingIn = async (page: Page): Promise<Meeting> => {
  allow(may.run(page.var.ctx));
  return found(await findMeeting(page.var.ctx, idIn<"meeting">(page)));
};

type Problem = { readonly form?: Filled; readonly canceling?: Filled };

const showEdit = async (page: Page, problem: Problem = {}, status: Status = 200) => {
  const { ctx, formKey } = page.var;
  const meeting = await meetingIn(page);
  return page.render(<EditView ctx={ctx} formKey={formKey} meeting={meeting} {...problem} />, {
    title: say(ctx)("edit"),
    area: "office",
    status,
    crumbs: crumbs(page, meeting),
  });
};

const add = async (page: Page) => {
  const { ctx } = page.var;
  allow(may.run(ctx));
  const input = read(ctx, MeetingInput, await sent(page));
  if (!input.ok) return showNew(page, input.form, 422);
  const outcome = await addMeeting(ctx, meetingOf(input.value));
  if (outcome.ok) return seeOther(page, paths.office(outcome.value.id), "neu");
  return showNew(page, withError(input.form, "minutes", say(ctx)(`refused_${outcome.because}`)), 409);
};

const addMany = async (page: Page) => {
  const { ctx } = page.var;
  allow(may.run(ctx));
  const input = read(ctx, SeriesInput, await sent(page));
  if (!input.ok) return showSeries(page, input.form, 422);
  const outcome = await addSeries(ctx, seriesOf(input.value));
  if (outcome.ok) return seeOther(page, paths.officeMeetings, "reihe");
  const field = outcome.because === "order" ? "endsOn" : "rhythm";
  return showSeries(page, withError(input.form, field, say(ctx)(`refused_${outcome.because}`)), 409);
};

const change = async (page: Page) => {
  const { ctx } = page.var;
  const meeting = await meetingIn(page);
  const input = read(ctx, ChangeInput, await sent(page));
  if (!input.ok) return showEdit(page, { form: input.form }, 422);
  const { reach, ...changed } = input.value;
  const outcome = await (reach === "one" ? changeMeeting : changeFollowing)(
    ctx,
    meeting.id,
    meetingOf(changed),
  );
  if (outcome.ok)
    return seeOther(page, paths.office(meeting.id), reach === "one" ? "gespeichert" : "folgende");
  const form = withError(input.form, "day", say(ctx)(`refused_${outcome.because}`));
  return showEdit(page, { form }, 409);
};

const cancel = async (page: Page) => {
  const { ctx } = page.var;
  const meeting = await meetingIn(page);
  const input = read(ctx, CancelInput, await sent(page));
  if (!input.ok) return showEdit(page, { canceling: input.form }, 422);
  const { reach, words } = input.value;
  const outcome = await (reach === "one" ? cancelMeeting : cancelFollowing)(ctx, meeting.id, words);
  if (outcome.ok) return seeOther(page, paths.office(meeting.id), reach === "one" ? "abgesagt" : "ende");
  const canceling = withError(input.form, "words", say(ctx)(`refused_${outcome.because}`));
  return showEdit(page, { canceling }, 409);
};

/** `/buero/konsortium/sitzungen`: meetings and series are planned, moved, canceled. */
export const pages = routes()
  .get("/neu", (page) => showNew(page))
  .post("/neu", add)
  .get("/reihe", (page) => showSeries(page))
  .post("/reihe", addMany)
  .get("/:id/bearbeiten", (page) => showEdit(page))
  .post("/:id/bearbeiten", change)
  .post("/:id/absage", cancel);

import { allow, found } from "#core/errors.ts";
import { idIn, type Page, routes } from "#core/web.ts";
import { listAgenda } from "#modules/consortium/agenda/queries.ts";
import { deadlineOf, listAbsences, listReplies } from "#modules/consortium/invitations/queries.ts";
import { say } from "#modules/consortium/meeting-planning/messages.ts";
import { findMeeting, listMeetings, type Meeting } from "#modules/consortium/meetings/queries.ts";
import { say as common } from "#modules/consortium/messages.ts";
import { paths } from "#modules/consortium/paths.ts";
import { may } from "#modules/consortium/policy.ts";
import { ListView, OneView } from "./views.tsx";

const crumbs = (page: Page, meeting?: Meeting) => {
  const { ctx } = page.var;
  return [
    { href: paths.register, label: common(ctx)("office") },
    { href: paths.officeMeetings, label: say(ctx)("heading") },
    ...(meeting ? [{ href: paths.office(meeting.id), label: meeting.title }] : []),
  ];
};

const showList = async (page: Page) => {
  const { ctx } = page.var;
  allow(may.run(ctx));
  return page.render(
    <ListView
      ctx={ctx}
      ahead={await listMeetings(ctx, { from: ctx.now, states: ["planned", "invited", "running"], limit: 30 })}
      past={await listMeetings(ctx, { until: ctx.now, latestFirst: true, limit: 60 })}
      absences={await listAbsences(ctx)}
      notice={page.req.query("hinweis")}
    />,
    { title: say(ctx)("heading"), area: "office", crumbs: crumbs(page).slice(0, 1) },
  );
};

const meetingIn = async (page: Page): Promise<Meeting> => {
  allow(may.run(page.var.ctx));
  return found(await findMeeting(page.var.ctx, idIn<"meeting">(page)));
};

const showOne = async (page: Page) => {
  const { ctx } = page.var;
  const meeting = await meetingIn(page);
  const replies = await listReplies(ctx, meeting.id);
  return page.render(
    <OneView
      ctx={ctx}
      meeting={meeting}
      agenda={await listAgenda(ctx, meeting)}
      deadline={await deadlineOf(ctx, meeting)}
      coming={replies.filter(({ reply }) => reply !== "absent").length}
      notice={page.req.query("hinweis")}
    />,
    { title: meeting.title, area: "office", crumbs: crumbs(page) },
  );
};

/** `/buero/konsortium/sitzungen`: every meeting, and where each stands. */
export const pages = routes().get("/", showList).get("/:id", showOne);

import ical, { ICalEventStatus } from "ical-generator";
import { found } from "#core/errors.ts";
import { idIn, type Page, routes } from "#core/web.ts";
import { findPaper, listAgenda, listPapers } from "#modules/consortium/agenda/queries.ts";
import {
  findMeetingByNumber,
  listMeetings,
  type Meeting,
  mostMeetings,
} from "#modules/consortium/meetings/queries.ts";
import { say as common } from "#modules/consortium/messages.ts";
import { findMinutes } from "#modules/consortium/minutes/queries.ts";
import { paths } from "#modules/consortium/paths.ts";
import { listConflicts } from "#modules/consortium/presence/queries.ts";
import { listResolutions } from "#modules/consortium/resolutions/queries.ts";
import { ownSeats } from "#modules/consortium/seats/queries.ts";
import { listMeetingTasks } from "#modules/consortium/tasks/queries.ts";
import { Title } from "#ui/page.tsx";
import { say } from "./messages.ts";
import { countItems, countTurnout, findPaperFile } from "./queries.ts";
import { ListView, OneView } from "./views.tsx";

const crumbs = (page: Page) => [{ href: paths.front, label: common(page.var.ctx)("consortium") }];

const showList = async (page: Page) => {
  const { ctx } = page.var;
  const known = await listMeetings(ctx, { latestFirst: true });
  const all = known.filter(({ invitedAt }) => invitedAt !== null);
  return page.render(
    <ListView
      ctx={ctx}
      ahead={all.filter(({ endsAt }) => endsAt >= ctx.now).toReversed()}
      past={all.filter(({ endsAt }) => endsAt < ctx.now)}
    />,
    { title: say(ctx)("heading"), crumbs: crumbs(page) },
  );
};

const meetingIn = async (page: Page): Promise<Meeting> => {
  const number = Number(/^\d{1,6}$/u.exec(page.req.param("number") ?? "")?.[0] ?? -1);
  return found(await findMeetingByNumber(page.var.ctx, number));
};

const showOne = async (page: Page) => {
  const { ctx } = page.var;
  const meeting = await meetingIn(page);
  const agenda = await listAgenda(ctx, meeting);
  const minutes = await findMinutes(ctx, meeting.id);
  return page.render(
    <OneView
      ctx={ctx}
      meeting={meeting}
      agenda={agenda}
      hidden={(await countItems(ctx, meeting)) - agenda.length}
      papers={await listPapers(ctx, meeting.id)}
      resolutions={await listResolutions(ctx, { meeting: meeting.id })}
      tasks={await listMeetingTasks(ctx, meeting.id)}
      conflicts={await listConflicts(ctx, meeting.id)}
      turnout={await countTurnout(ctx, meeting)}
      minutes={minutes?.state === "approved"}
      seated={(await ownSeats(ctx)).length > 0}
    />,
    {
      title: meeting.title,
      crumbs: [...crumbs(page), { href: paths.meetings, label: say(ctx)("heading") }],
    },
  );
};

const calendar = (page: Page, meetings: readonly Meeting[], name: string) => {
  const { ctx, origin } = page.var;
  const file = ical({ name: say(ctx)("heading"), prodId: "//Anlaufstelle//Konsortium//DE" });
  for (const meeting of meetings)
    file.createEvent({
      id: `meeting-${meeting.id}@${new URL(origin).hostname}`,
      start: meeting.startsAt,
      end: meeting.endsAt,
      stamp: meeting.changedAt,
      sequence: meeting.revision,
      summary: meeting.title,
      location: meeting.whereWords,
      url: `${origin}${paths.meeting(meeting.number)}`,
      status: meeting.state === "canceled" ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    });
  return page.body(file.toString(), 200, {
    "content-type": "text/calendar; charset=utf-8",
    "content-disposition": `attachment; filename="${name}.ics"`,
  });
};

const paper = async (page: Page) => {
  const { ctx } = page.var;
  const { fileId, title, url, public: open } = found(await findPaper(ctx, idIn<"agendaPaper">(page)));
  // A paper that lies elsewhere is linked, never followed: no address of ours leads anybody away unasked.
  if (fileId === null)
    return page.render(
      <Title heading={title}>
        <p>
          <a href={url}>{url}</a>
        </p>
      </Title>,
      { title, crumbs: [{ href: paths.front, label: common(ctx)("consortium") }] },
    );
  const { name, mediaType, bytes } = found(await findPaperFile(ctx, fileId));
  return page.body(new Uint8Array(bytes), 200, {
    "content-type": mediaType,
    "content-disposition": `attachment; filename*=UTF-8''${encodeURIComponent(name)}`,
    "content-security-policy": "default-src 'none'; sandbox",
    "x-content-type-options": "nosniff",
    "cache-control": open ? "public, max-age=3600" : "private, no-store",
  });
};

/** `/konsortium/sitzungen`: every meeting that was announced, and its dates. */
export const pages = routes()
  .get("/", showList)
  .get("/termine.ics", async (page) => {
    const meetings = await listMeetings(page.var.ctx, { latestFirst: true, limit: mostMeetings });
    return calendar(
      page,
      meetings.filter(({ invitedAt }) => invitedAt !== null),
      "konsortium",
    );
  })
  .get("/unterlagen/:id", paper)
  .get("/:number", showOne)
  .get("/:number/termin.ics", async (page) => calendar(page, [await meetingIn(page)], "sitzung"));

import { isId } from "#core/id.ts";
import type { CalendarEntry, Module } from "#core/module.ts";
import { listMeetings } from "#modules/consortium/meetings/queries.ts";
import { paths } from "#modules/consortium/paths.ts";
import { ownSeats } from "#modules/consortium/seats/queries.ts";
import { forgetReplies, tellInvited } from "./commands.ts";
import { jobs } from "./jobs.ts";
import { say } from "./messages.ts";
import { pages } from "./pages.tsx";
import { listOwnMeetings, listOwnReplies, tellReplies, whenOf } from "./queries.ts";

const kept = 90 * 86_400_000;

export const invitations: Module = {
  name: "consortium/invitations",
  pages: { [`${paths.mine}/sitzungen`]: pages },
  jobs,
  mine: async (ctx) => {
    const seats = await ownSeats(ctx);
    if (seats.length === 0) return [];
    const asked = await listMeetings(ctx, { from: ctx.now, states: ["invited"], limit: 5 });
    const said = await listOwnReplies(ctx, asked, seats);
    return asked
      .filter(({ id }) => !said.has(id))
      .map((meeting) => ({
        title: say(ctx)("mineAsk", { when: whenOf(ctx, meeting) }),
        text: say(ctx)("mineText", { title: meeting.title }),
        href: paths.reply(meeting.id),
        waiting: true,
        at: meeting.invitedAt ?? meeting.madeAt,
      }));
  },
  calendar: async (ctx, person) =>
    (await listOwnMeetings(ctx, person, new Date(+ctx.now - kept))).map(
      (meeting): CalendarEntry => ({
        id: `meeting-${meeting.id}`,
        revision: meeting.revision,
        changedAt: meeting.changedAt,
        title: meeting.title,
        text: [meeting.onlineWords, meeting.stateWords].filter(Boolean).join("\n"),
        whereText: meeting.whereWords,
        start: meeting.startsAt,
        end: meeting.endsAt,
        canceled: meeting.state === "canceled",
      }),
    ),
  personalData: {
    show: async (ctx, person) => ({ meetingReplies: await tellReplies(ctx, person) }),
    erase: forgetReplies,
  },
  reactions: {
    "meeting.moved": async (ctx, { subjectId }) => {
      if (isId<"meeting">(subjectId)) await tellInvited(ctx, subjectId, "moved");
    },
    "meeting.canceled": async (ctx, { subjectId }) => {
      if (isId<"meeting">(subjectId)) await tellInvited(ctx, subjectId, "canceled");
    },
  },
};

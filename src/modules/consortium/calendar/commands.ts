import type { Context } from "#core/context.ts";
import type { Id } from "#core/id.ts";
import { findMeeting } from "#modules/consortium/meetings/queries.ts";
import { paths } from "#modules/consortium/paths.ts";
import { keepInCalendar } from "#modules/content/kept/commands.ts";

/** Shows a meeting in the calendar of the town as it is now; before its invitation a plan is nobody's business. */
export const showInCalendar = async (ctx: Context, id: Id<"meeting">): Promise<void> => {
  const meeting = await findMeeting(ctx, id);
  if (!meeting?.invitedAt) return;
  await keepInCalendar(ctx, {
    keptFor: `meeting:${id}`,
    keptPath: paths.meeting(meeting.number),
    title: meeting.title,
    startsAt: meeting.startsAt,
    endsAt: meeting.endsAt,
    whereText: meeting.whereWords,
    body: meeting.words,
    canceled: meeting.state === "canceled",
  });
};

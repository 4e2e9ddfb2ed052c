import ical, { ICalEventStatus } from "ical-generator";
import { signedIn } from "#core/actor.ts";
import { found } from "#core/errors.ts";
import { idIn, type Page, routes } from "#core/web.ts";
import { say } from "./messages.ts";
import { findOwn, whereOf } from "./queries.ts";

/** One shift of one's own, for a calendar: the same line through every change, canceled when it was canceled. */
const date = async (page: Page) => {
  const { ctx } = page.var;
  const { id: personId } = signedIn(ctx.actor);
  const row = found(await findOwn(ctx, personId, idIn(page)));
  const words = say(ctx);
  const file = ical({ name: row.offer, prodId: "//Anlaufstelle//Schichten//DE" });
  const holds = row.present === "confirmed" && row.canceledAt === null;
  file.createEvent({
    id: `${row.id}@${new URL(page.get("origin")).hostname}`,
    start: row.startsAt,
    end: row.endsAt,
    stamp: ctx.now,
    sequence: row.revision + (holds ? 0 : 1),
    summary: words("calendarTitle", row),
    description: words("calendarText", row),
    location: whereOf(row),
    status: holds ? ICalEventStatus.CONFIRMED : ICalEventStatus.CANCELLED,
  });
  return page.body(file.toString(), 200, {
    "content-type": "text/calendar; charset=utf-8",
    "content-disposition": 'attachment; filename="schicht.ics"',
  });
};

export const pages = routes().get("/:id/termin.ics", date);

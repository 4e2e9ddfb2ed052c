import { system } from "#core/actor.ts";
import type { Context } from "#core/context.ts";
import type { Id } from "#core/id.ts";
import { addItem, markOf, writeMinutes } from "#modules/consortium/agenda/commands.ts";
import { addMeeting, closeMeeting, openMeeting } from "#modules/consortium/meetings/commands.ts";
import { approveMinutes, sendMinutes } from "#modules/consortium/minutes/commands.ts";
import { objectTo } from "#modules/consortium/minutes-objections/commands.ts";
import { come } from "#modules/consortium/presence/commands.ts";
import { made } from "./made.ts";

/** A meeting of today that is over, and its minutes sent. */
const sentMinutes = async (office: Context, seatId: Id<"seat">) => {
  const when = { startsAt: office.now, endsAt: new Date(+office.now + 3_600_000) };
  const about = { title: "Sitzung mit Protokoll", words: "", whereWords: "Rathaus", onlineWords: "" };
  const meeting = made(await addMeeting(office, { ...about, ...when }));
  const item = { kind: "discussion", title: "Wege", words: "", minutes: 10, public: true } as const;
  const agendaItem = made(await addItem(office, meeting.id, item));
  made(await openMeeting(office, meeting.id));
  made(await come(office, meeting.id, { seatId, part: "member", name: "Rosa Rathaus", way: "room" }));
  made(await closeMeeting(office, meeting.id));
  made(await writeMinutes(office, agendaItem, { words: "Alle waren dafür.", before: markOf("") }));
  made(await sendMinutes(office, meeting.id));
  return meeting;
};

/** Minutes somebody objects to, and minutes that are approved. */
export const minutesThings = async (office: Context, seatId: Id<"seat">) => {
  const open = await sentMinutes(office, seatId);
  const objection = { seatId, agendaItemId: null, words: "Ich kam später." };
  const minutesObjection = made(await objectTo(office, open.id, objection));
  const approved = await sentMinutes(office, seatId);
  const later = new Date(+office.now + 20 * 86_400_000);
  if (!(await approveMinutes({ ...office, actor: system, now: later }, approved.id)))
    throw new Error("the minutes were to be approved");
  return { minutesMeeting: open.id, minutesObjection, minutesNumber: String(approved.number) };
};

import type { Context } from "#core/context.ts";
import type { Id } from "#core/id.ts";
import { addItem, addPaper } from "#modules/consortium/agenda/commands.ts";
import { invite } from "#modules/consortium/invitations/commands.ts";
import { addMeeting } from "#modules/consortium/meetings/commands.ts";
import { addConsortiumTask } from "#modules/consortium/tasks/commands.ts";
import { made } from "./made.ts";

/** A meeting to which everybody was invited, with an item, a paper and a task. */
export const meetingThings = async (office: Context, seatId: Id<"seat">, countOn: number) => {
  const startsAt = new Date(+office.now + 60 * 86_400_000);
  const planned = {
    ...{ title: "Sitzung des Konsortiums", words: "", whereWords: "Rathaus", onlineWords: "" },
    ...{ startsAt, endsAt: new Date(+startsAt + 7_200_000) },
  };
  const { id: meeting, ...first } = made(await addMeeting(office, planned));
  // Numbers begin anew in every town, and none may be there in both.
  const number = first.number + (countOn - 1) * 100;
  await office.db.updateTable("meetings").set({ number }).where("id", "=", meeting).execute();
  const item = { kind: "discussion", title: "Wege", words: "", minutes: 10, public: true } as const;
  const agendaItem = made(await addItem(office, meeting, item));
  const paper = { title: "Plan", url: "https://example.org/plan", fileId: null, public: true };
  const agendaPaper = made(await addPaper(office, agendaItem, paper));
  const task = { title: "Nachfragen", seatId, dueOn: "2027-01-31", meetingId: meeting };
  const consortiumTask = made(await addConsortiumTask(office, task));
  made(await invite(office, meeting, "Es eilt."));
  return {
    meeting,
    meetingNumber: String(number),
    agendaItem,
    agendaPaper,
    consortiumTask,
    councilKind: "meeting",
  };
};

import { allow, found } from "#core/errors.ts";
import { isId } from "#core/id.ts";
import { type Filled, read } from "#core/input.ts";
import { idIn, type Page, routes, seeOther, sent } from "#core/web.ts";
import { beginItem, endItems, writeMinutes } from "#modules/consortium/agenda/commands.ts";
import { type AgendaItem, findItem, listAgenda, listPapers } from "#modules/consortium/agenda/queries.ts";
import { readAttendance } from "#modules/consortium/attendance/queries.ts";
import { listPanels } from "#modules/consortium/counting/queries.ts";
import { closeMeeting, openMeeting } from "#modules/consortium/meetings/commands.ts";
import { findMeeting, type Meeting } from "#modules/consortium/meetings/queries.ts";
import { paths } from "#modules/consortium/paths.ts";
import { may } from "#modules/consortium/policy.ts";
import { declareConflict, withdrawConflict } from "#modules/consortium/presence/commands.ts";
import { ConflictInput, MinutesInput, TaskInput } from "#modules/consortium/running-item/commands.ts";
import { say } from "#modules/consortium/running-item/messages.ts";
import { addConsortiumTask } from "#modules/consortium/tasks/commands.ts";
import { listMeetingTasks } from "#modules/consortium/tasks/queries.ts";
import { RunningView } from "./views.tsx";

type Refusal = "early" | "over" | "notRunning" | "voting" | "sent";
type Problem = {
  readonly refusal?: Refusal;
  readonly minutesForm?: Filled;
  readonly changed?: boolean;
  readonly taskForm?: Filled;
  readonly conflictForm?: Filled;
};

const meetingIn = async (page: Page): Promise<Meeting> => {
  allow(may.run(page.var.ctx));
  return found(await findMeeting(page.var.ctx, idIn<"meeting">(page)));
};

// Asked for, or being talked about, or the first that has not been.
const chosen = (agenda: readonly AgendaItem[], wanted: string | undefined): AgendaItem | undefined =>
  agenda.find(({ id }) => id === wanted) ??
  agenda.find(({ begunAt, endedAt }) => begunAt && !endedAt) ??
  agenda.find(({ begunAt }) => !begunAt) ??
  agenda[0];

const statusOf = ({ refusal, changed, ...forms }: Problem): 200 | 409 | 422 => {
  if (refusal || changed) return 409;
  return Object.values(forms).some(Boolean) ? 422 : 200;
};

const show = async (page: Page, meeting: Meeting, { refusal, ...problem }: Problem = {}, wanted?: string) => {
  const { ctx, formKey } = page.var;
  const agenda = await listAgenda(ctx, meeting);
  const item = chosen(agenda, wanted ?? page.req.query("punkt"));
  return page.render(
    <RunningView
      ctx={ctx}
      formKey={formKey}
      meeting={meeting}
      agenda={agenda}
      item={item}
      papers={await listPapers(ctx, meeting.id)}
      panels={await listPanels(ctx, meeting.id)}
      tasks={await listMeetingTasks(ctx, meeting.id)}
      attendance={await readAttendance(ctx, meeting, item?.id)}
      notice={page.req.query("hinweis")}
      refusal={refusal && say(ctx)(`refused_${refusal}`)}
      {...problem}
    />,
    {
      title: say(ctx)("heading"),
      area: "office",
      status: statusOf({ ...(refusal ? { refusal } : {}), ...problem }),
      crumbs: [{ href: paths.office(meeting.id), label: meeting.title }],
    },
  );
};

const step = async (page: Page) => {
  const { ctx } = page.var;
  const meeting = await meetingIn(page);
  const { was, punkt } = await sent(page);
  const act = async () => {
    if (was === "eroeffnen") return openMeeting(ctx, meeting.id);
    if (was === "schliessen") {
      const closed = await closeMeeting(ctx, meeting.id);
      if (closed.ok) await endItems(ctx, meeting.id);
      return closed;
    }
    // An item of another meeting, or none: the page shows again what is on.
    const item =
      typeof punkt === "string" && isId<"agendaItem">(punkt) ? await findItem(ctx, punkt) : undefined;
    return item?.meetingId === meeting.id ? beginItem(ctx, item.id) : ({ ok: true } as const);
  };
  const outcome = await act();
  if (!outcome.ok) return show(page, meeting, { refusal: outcome.because });
  return seeOther(page, paths.running(meeting.id));
};

const itemIn = async (page: Page) => {
  const meeting = await meetingIn(page);
  const id = idIn<"agendaItem">(page, "item");
  const item = found(await findItem(page.var.ctx, id));
  found(item.meetingId === meeting.id ? item : undefined);
  return { meeting, id, back: `${paths.running(meeting.id)}?punkt=${id}` };
};

const minute = async (page: Page) => {
  const { ctx } = page.var;
  const { meeting, id, back } = await itemIn(page);
  const input = read(ctx, MinutesInput, await sent(page));
  if (!input.ok) return show(page, meeting, { minutesForm: input.form }, id);
  const { minutesWords, before } = input.value;
  const outcome = await writeMinutes(ctx, id, { words: minutesWords, before });
  if (outcome.ok) return seeOther(page, `${back}#niederschrift`, "gespeichert");
  if (outcome.because === "sent")
    return show(page, meeting, { refusal: "sent", minutesForm: input.form }, id);
  return show(page, meeting, { changed: true, minutesForm: input.form }, id);
};

const give = async (page: Page) => {
  const { ctx } = page.var;
  const { meeting, id, back } = await itemIn(page);
  const input = read(ctx, TaskInput, await sent(page), { nobody: say(ctx)("taskNobody") });
  if (!input.ok) return show(page, meeting, { taskForm: input.form }, id);
  const task = { ...input.value, meetingId: meeting.id, agendaItemId: id };
  const outcome = await addConsortiumTask(ctx, task);
  if (!outcome.ok) return show(page, meeting, { taskForm: input.form }, id);
  return seeOther(page, `${back}#aufgaben`, "aufgabe");
};

const declare = async (page: Page) => {
  const { ctx } = page.var;
  const { meeting, id, back } = await itemIn(page);
  const fields = await sent(page);
  const out = fields["zurueck"];
  if (typeof out === "string" && isId<"seat">(out)) {
    const outcome = await withdrawConflict(ctx, id, out);
    if (!outcome.ok) return show(page, meeting, { refusal: outcome.because }, id);
    return seeOther(page, `${back}#befangen`, "befangen");
  }
  const input = read(ctx, ConflictInput, fields);
  if (!input.ok) return show(page, meeting, { conflictForm: input.form }, id);
  const outcome = await declareConflict(ctx, id, input.value.seat, input.value.words);
  if (!outcome.ok) return show(page, meeting, { refusal: outcome.because }, id);
  return seeOther(page, `${back}#befangen`, "befangen");
};

/** `/buero/konsortium/sitzungen/:id/leitung`: one person runs the meeting with a laptop. */
export const pages = routes()
  .get("/:id/leitung", async (page) => show(page, await meetingIn(page)))
  .post("/:id/leitung", step)
  .post("/:id/punkte/:item/niederschrift", minute)
  .post("/:id/punkte/:item/aufgaben", give)
  .post("/:id/punkte/:item/befangen", declare);

import * as z from "zod";
import { found } from "#core/errors.ts";
import { day, type Filled, line, read, withError } from "#core/input.ts";
import { dayOf, instantAt } from "#core/local-time.ts";
import type { Outcome } from "#core/outcome.ts";
import { idIn, type Page, routes, seeOther, sent } from "#core/web.ts";
import {
  assignTask,
  finishTask,
  postponeTask,
  reopenTask,
  type TaskRefusal,
  takeTask,
} from "#modules/desk/commands.ts";
import { paths } from "#modules/desk/paths.ts";
import { findTask, listDoneTasks } from "#modules/desk/queries.ts";
import { listStaff } from "#modules/people/queries.ts";
import { say } from "./messages.ts";
import { DoneList, TaskPage, TaskRefused } from "./views.tsx";

const office = (page: Page, title: string) => ({
  title,
  area: "office" as const,
  crumbs: [{ href: paths.worklist, label: say(page.get("ctx"))("worklist") }],
});

const answer = <T,>(
  page: Page,
  outcome: Outcome<T, TaskRefusal>,
  notice: string,
  to: string = paths.worklist,
) => {
  if (outcome.ok) return seeOther(page, to, notice);
  const ctx = page.get("ctx");
  const props = office(page, say(ctx)("worklist"));
  return page.render(<TaskRefused ctx={ctx} reason={outcome.because} />, {
    ...props,
    crumbs: [],
    status: 409,
  });
};

const showTask = async (page: Page, form?: Filled) => {
  const ctx = page.get("ctx");
  const task = found(await findTask(ctx, idIn(page)));
  const staff = await listStaff(ctx);
  return page.render(
    <TaskPage ctx={ctx} formKey={page.get("formKey")} task={task} staff={staff} form={form} />,
    { ...office(page, task.title), status: form ? 422 : 200 },
  );
};

const Finish = z.object({ ergebnis: line(200).optional() });
const Assignment = z.object({ wer: z.uuid().optional() });
const Postponement = z.object({ tag: day });

const postpone = async (page: Page) => {
  const ctx = page.get("ctx");
  const input = read(ctx, Postponement, await sent(page));
  if (!input.ok) return showTask(page, input.form);
  if (input.value.tag <= dayOf(ctx.now))
    return showTask(page, withError(input.form, "tag", say(ctx)("dayPast")));
  return answer(page, await postponeTask(ctx, idIn(page), instantAt(input.value.tag)), "postponed");
};

const assign = async (page: Page) => {
  const ctx = page.get("ctx");
  const input = read(ctx, Assignment, await sent(page));
  if (!input.ok) return showTask(page, input.form);
  const staff = await listStaff(ctx);
  const owner = input.value.wer ? found(staff.find(({ id }) => id === input.value.wer)).id : null;
  return answer(page, await assignTask(ctx, idIn(page), owner), "assigned");
};

const finish = async (page: Page) => {
  const ctx = page.get("ctx");
  const input = read(ctx, Finish, await sent(page));
  if (!input.ok) return showTask(page, input.form);
  return answer(page, await finishTask(ctx, idIn(page), input.value.ergebnis ?? ""), "finished");
};

/** One task and what one does with it. */
export const tasks = routes()
  .get("/:id", (page) => showTask(page))
  .post("/:id/uebernahme", async (page) => {
    const id = idIn<"task">(page);
    return answer(page, await takeTask(page.get("ctx"), id), "taken", paths.row(id));
  })
  .post("/:id/erledigung", finish)
  .post("/:id/vertagung", postpone)
  .post("/:id/zuweisung", assign)
  .post("/:id/rueckkehr", async (page) =>
    answer(page, await reopenTask(page.get("ctx"), idIn(page)), "reopened"),
  );

/** What was done last. */
export const done = routes().get("/", async (page) => {
  const ctx = page.get("ctx");
  const view = <DoneList ctx={ctx} formKey={page.get("formKey")} tasks={await listDoneTasks(ctx)} />;
  return page.render(view, office(page, say(ctx)("doneHeading")));
});

import * as z from "zod";
import { allow, found } from "#core/errors.ts";
import { type Id, isId } from "#core/id.ts";
import { day, type Filled, line, paragraph, read, withError } from "#core/input.ts";
import { dayOf, plusDays } from "#core/local-time.ts";
import { idIn, type Page, routes, seeOther, sent } from "#core/web.ts";
import { say as common } from "#modules/consortium/messages.ts";
import { paths } from "#modules/consortium/paths.ts";
import { may } from "#modules/consortium/policy.ts";
import { listSeats } from "#modules/consortium/seats/queries.ts";
import { changeConsortiumTask, findTaskToWork, finishTask } from "#modules/consortium/tasks/commands.ts";
import {
  findConsortiumTask,
  listFinishedTasks,
  listOpenTasks,
  type TaskRow,
} from "#modules/consortium/tasks/queries.ts";
import { taskStates } from "#modules/consortium/vocabulary.ts";
import { organizationChoices } from "#modules/organizations/queries.ts";
import { listThreads } from "#modules/threads/queries.ts";
import { Threads } from "#modules/threads/views.tsx";
import { say } from "./messages.ts";
import { TasksView, TaskView } from "./views.tsx";

const optionalId = <Kind extends string>() =>
  z
    .string()
    .refine((text): text is Id<Kind> => isId<Kind>(text), { error: "choose" })
    .optional()
    .transform((value) => value ?? null);
const optional = (max: number) =>
  paragraph(max)
    .optional()
    .transform((value) => value ?? "");

const TaskInput = z.object({
  title: line(300),
  seatId: optionalId<"seat">(),
  organizationId: optionalId<"organization">(),
  ownerWords: optional(200),
  dueOn: day,
  words: optional(4_000),
});
const StateInput = z.object({ state: z.enum(taskStates), stateWords: optional(2_000) });

const showList = async (page: Page, office: boolean) => {
  const { ctx } = page.var;
  if (office) allow(may.run(ctx));
  const since = plusDays(dayOf(ctx.now), -365);
  return page.render(
    <TasksView
      ctx={ctx}
      open={await listOpenTasks(ctx)}
      finished={await listFinishedTasks(ctx, { since })}
      office={office}
    />,
    {
      title: say(ctx)("tasksHeading"),
      ...(office ? { area: "office" as const } : {}),
      crumbs: [{ href: office ? paths.register : paths.front, label: common(ctx)("consortium") }],
    },
  );
};

type Problem = { readonly form?: Filled; readonly finishing?: Filled; readonly status?: 409 | 422 };

const showOne = async (page: Page, task: TaskRow, { status, ...forms }: Problem = {}) => {
  const { ctx, formKey } = page.var;
  const thing = { kind: "consortiumTask", id: task.id };
  return page.render(
    <>
      <TaskView
        ctx={ctx}
        formKey={formKey}
        task={task}
        seats={await listSeats(ctx)}
        organizations={await organizationChoices(ctx)}
        notice={page.req.query("hinweis")}
        {...forms}
      />
      <Threads ctx={ctx} thing={thing} threads={await listThreads(ctx, thing)} />
    </>,
    {
      title: task.title,
      area: "office",
      status: status ?? 200,
      crumbs: [{ href: paths.officeTasks, label: say(ctx)("tasksHeading") }],
    },
  );
};

const taskIn = (page: Page): Promise<TaskRow> => findTaskToWork(page.var.ctx, idIn<"consortiumTask">(page));

const change = async (page: Page) => {
  const { ctx } = page.var;
  const task = await taskIn(page);
  const input = read(ctx, TaskInput, await sent(page));
  if (!input.ok) return showOne(page, task, { form: input.form, status: 422 });
  const outcome = await changeConsortiumTask(ctx, task.id, input.value);
  if (outcome.ok) return seeOther(page, paths.officeTask(task.id), "gespeichert");
  const form = withError(input.form, "seatId", say(ctx)("refused_nobody"));
  return showOne(page, task, { form, status: 409 });
};

const finish = async (page: Page) => {
  const { ctx } = page.var;
  const task = await taskIn(page);
  const input = read(ctx, StateInput, await sent(page));
  if (!input.ok) return showOne(page, task, { finishing: input.form, status: 422 });
  const outcome = await finishTask(ctx, task.id, input.value.state, input.value.stateWords);
  if (outcome.ok) return seeOther(page, paths.officeTask(task.id), "stand");
  const finishing = withError(input.form, "stateWords", say(ctx)("refused_why"));
  return showOne(page, task, { finishing, status: 409 });
};

/** `/konsortium/aufgaben`: for everybody. */
export const publicPages = routes().get("/", (page) => showList(page, false));

/** `/buero/konsortium/aufgaben`: the office and the chair keep them. */
export const officePages = routes()
  .get("/", (page) => showList(page, true))
  .get("/:id", async (page) => showOne(page, await taskIn(page)))
  .post("/:id", change)
  .post("/:id/stand", finish);

/** `/mein/konsortium/aufgaben/:id`: the seat that took it on says that it is done. */
export const ownPages = routes().post("/:id", async (page) => {
  const { ctx } = page.var;
  const task = found(await findConsortiumTask(ctx, idIn<"consortiumTask">(page)));
  const input = read(ctx, StateInput.omit({ state: true }), await sent(page));
  await finishTask(ctx, task.id, "done", input.ok ? input.value.stateWords : "");
  return seeOther(page, paths.mine, "aufgabe");
});

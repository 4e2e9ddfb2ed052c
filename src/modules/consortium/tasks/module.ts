import type { Context } from "#core/context.ts";
import { dayWithYear } from "#core/date.ts";
import { isId } from "#core/id.ts";
import type { Module } from "#core/module.ts";
import type { Break, Named, Traceable } from "#core/traceable.ts";
import { paths } from "#modules/consortium/paths.ts";
import { followMerge } from "./commands.ts";
import { jobs } from "./jobs.ts";
import { say } from "./messages.ts";
import { findTasks, listLateTasks, nameTasks, type TaskId, type TaskRow } from "./queries.ts";

const pathOf = (id: TaskId): string => `${paths.tasks}#aufgabe-${id}`;

const named = ({ id, title }: TaskRow): Named => ({ kind: "consortiumTask", id, title, path: pathOf(id) });

const broken = async (ctx: Context): Promise<readonly Break[]> =>
  (await listLateTasks(ctx)).map(({ id, title, dueOn }) => ({
    id,
    title,
    path: paths.officeTask(id),
    why: say(ctx)("broken", { day: dayWithYear(ctx, dueOn) }),
  }));

const task: Traceable = {
  kind: "consortiumTask",
  noun: (ctx) => say(ctx)("noun"),
  name: async (ctx, ids) => (await nameTasks(ctx, ids as readonly TaskId[])).map(named),
  find: async (ctx, words) => (await findTasks(ctx, words)).map(named),
  broken,
};

export const tasks: Module = {
  name: "consortium/tasks",
  jobs,
  traceables: [task],
  reactions: {
    "organization.merged": async (ctx, { data }) => {
      const { from, into } = data;
      if (typeof from !== "string" || typeof into !== "string") return;
      if (isId<"organization">(from) && isId<"organization">(into)) await followMerge(ctx, from, into);
    },
  },
};

import { isId } from "#core/id.ts";
import { looked, type Page, routes } from "#core/web.ts";
import { say } from "./messages.ts";
import {
  countTasks,
  findTask,
  inquiryOfTask,
  listTasks,
  personOfTask,
  taskGroups,
  taskViews,
  trailOf,
} from "./queries.ts";
import { Worklist } from "./views.tsx";

const selectedTask = async (page: Page) => {
  const ctx = page.get("ctx");
  const id = page.req.query("zeile");
  const task = isId<"task">(id) ? await findTask(ctx, id) : undefined;
  if (!task) return undefined;
  const person = task.personId ? await personOfTask(ctx, task.personId) : undefined;
  if (person) looked(page, person.id, say(ctx)("purpose"));
  const trail = person ? await trailOf(ctx, person.id) : [];
  const inquiry = task.kind === "inquiry" ? await inquiryOfTask(ctx, task.subjectId) : undefined;
  return { ctx, formKey: page.get("formKey"), task, person, trail, inquiry };
};

/** The front page of the office. */
export const worklist = routes().get("/", async (page) => {
  const ctx = page.get("ctx");
  const view = taskViews.find((name) => name === page.req.query("ansicht")) ?? "all";
  const group = taskGroups.find((name) => name === page.req.query("gruppe"));
  return page.render(
    <Worklist
      ctx={ctx}
      formKey={page.get("formKey")}
      view={view}
      group={group}
      counts={await countTasks(ctx)}
      tasks={await listTasks(ctx, { view, group })}
      notice={page.req.query("hinweis")}
      selected={await selectedTask(page)}
    />,
    { title: say(ctx)("worklist"), area: "office", hidden: true },
  );
});

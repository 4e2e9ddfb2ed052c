import type { Context } from "#core/context.ts";
import { dayWithYear } from "#core/date.ts";
import type { Job } from "#core/jobs.ts";
import { dayOf, instantAt } from "#core/local-time.ts";
import { openTask } from "#modules/desk/commands.ts";
import { writeToOrganization } from "#modules/strategy/letters/commands.ts";
import { paths } from "#modules/strategy/paths.ts";
import { say } from "./messages.ts";
import { listChecks } from "./queries.ts";

/** Puts measures whose half-yearly check is due on the worklist, and asks their owners once a check. */
export const watchChecks = async (ctx: Context): Promise<number> => {
  const due = await listChecks(ctx, dayOf(ctx.now));
  const words = say(ctx);
  for (const { id, number, title, owner, checkOn, organizationId } of due) {
    if (checkOn === null) continue;
    await openTask(ctx, {
      kind: "strategy",
      subjectId: id,
      title: words("taskTitle", { title }),
      detail: words("taskDetail", { number, owner, day: dayWithYear(ctx, checkOn) }),
      path: paths.updates(id),
      dueAt: instantAt(checkOn),
    });
    if (organizationId)
      await writeToOrganization(ctx, organizationId, {
        key: `measure.check:${id}:${checkOn}`,
        title: words("askTitle", { title }),
        text: words("askText"),
        path: paths.measure(number),
      });
  }
  return due.length;
};

export const jobs: readonly Job[] = [
  {
    name: "strategy.watch_measures",
    schedule: "50 6 * * *",
    run: async (ctx) => {
      await watchChecks(ctx);
    },
  },
];

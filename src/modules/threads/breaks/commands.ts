import type { Context } from "#core/context.ts";
import { closeTask, openTask } from "#modules/desk/commands.ts";
import { paths } from "#modules/threads/paths.ts";
import { say } from "./messages.ts";
import { listBreaks } from "./queries.ts";

const twoWeeks = 14 * 86_400_000;

/** Puts the breaks of the thread on the worklist as one line, or takes it off when there are none. Answers how many there are. */
export const watchBreaks = async (ctx: Context): Promise<number> => {
  const all = await listBreaks(ctx);
  const n = all.reduce((sum, { breaks }) => sum + breaks.length, 0);
  if (n === 0) {
    await closeTask(ctx, "thread", ctx.place.id, say(ctx)("closed"));
    return 0;
  }
  await openTask(ctx, {
    kind: "thread",
    subjectId: ctx.place.id,
    title: say(ctx)("task", { n }),
    detail: all.map(({ noun, breaks }) => `${noun}: ${breaks.length}`).join(", "),
    path: paths.breaks,
    dueAt: new Date(ctx.now.getTime() + twoWeeks),
  });
  return n;
};

import type { Context } from "#core/context.ts";
import type { Job } from "#core/jobs.ts";
import { dayOf, instantAt, plusDays } from "#core/local-time.ts";
import { openTask } from "#modules/desk/commands.ts";
import { paths } from "#modules/strategy/paths.ts";
import { settle } from "./commands.ts";
import { say } from "./messages.ts";

/** Ends the time for amendments where its day is past; what came in waits on the worklist. Answers how many ended. */
export const endAmendments = async (ctx: Context): Promise<number> => {
  const past = await ctx.db
    .selectFrom("strategyVersions")
    .select(["id", "title"])
    .where("state", "=", "amending")
    .where("amendUntil", "<=", ctx.now)
    .limit(20)
    .execute();
  for (const { id, title } of past) {
    await settle(ctx, id);
    await openTask(ctx, {
      kind: "strategy",
      subjectId: id,
      title: say(ctx)("weighTask", { title }),
      path: paths.officeVersion(id),
      dueAt: instantAt(plusDays(dayOf(ctx.now), 14)),
    });
  }
  return past.length;
};

export const jobs: readonly Job[] = [
  {
    name: "strategy.end_amendments",
    // A day ends at midnight; whoever looks in the morning finds it ended.
    schedule: "5 * * * *",
    run: async (ctx) => {
      await endAmendments(ctx);
    },
  },
];

import type { Context } from "#core/context.ts";
import { dayWithYear } from "#core/date.ts";
import { record } from "#core/events.ts";
import type { Job } from "#core/jobs.ts";
import { dayOf, instantAt } from "#core/local-time.ts";
import { closeTask, openTask } from "#modules/desk/commands.ts";
import { writeToOrganization } from "#modules/strategy/letters/commands.ts";
import { paths } from "#modules/strategy/paths.ts";
import { say } from "./messages.ts";
import { listEnding } from "./queries.ts";
import { promiseText } from "./vocabulary.ts";

/** Asks organizations whose commitment ends within six weeks whether it goes on, once; the office sees it waiting. */
export const askRenewals = async (ctx: Context): Promise<number> => {
  const ending = await listEnding(ctx);
  for (const row of ending) {
    const { id, endsOn, organizationId, organization, measure } = row;
    const words = { promise: promiseText(ctx, row), organization, measure, day: dayWithYear(ctx, endsOn) };
    await writeToOrganization(ctx, organizationId, {
      key: `measure_commitment.renewal:${id}:${endsOn}`,
      title: say(ctx)("askTitle", words),
      text: say(ctx)("askText", words),
      path: paths.commitment(id),
    });
    await openTask(ctx, {
      kind: "strategy",
      subjectId: id,
      title: say(ctx)("renewalTask", words),
      detail: say(ctx)("renewalDetail", words),
      path: paths.officeCommitment(id),
      dueAt: instantAt(endsOn),
    });
  }
  return ending.length;
};

/** What was not renewed ends on its day. */
export const endPast = async (ctx: Context): Promise<number> => {
  const rows = await ctx.db
    .updateTable("measureCommitments")
    .set({ state: "ended", changedAt: ctx.now })
    .where("state", "=", "confirmed")
    .where("endsOn", "<", dayOf(ctx.now))
    .returning(["id", "measureId"])
    .execute();
  for (const { id, measureId } of rows) {
    await closeTask(ctx, "strategy", id, say(ctx)("endedBySilence"));
    await record(ctx, "measure_commitment.ended", id, { measureId, words: "" });
  }
  return rows.length;
};

export const jobs: readonly Job[] = [
  {
    name: "strategy.watch_commitments",
    schedule: "55 6 * * *",
    run: async (ctx) => {
      await endPast(ctx);
      await askRenewals(ctx);
    },
  },
];

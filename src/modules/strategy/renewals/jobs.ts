import type { Context } from "#core/context.ts";
import { dayWithYear } from "#core/date.ts";
import type { Job } from "#core/jobs.ts";
import { instantAt } from "#core/local-time.ts";
import { openTask } from "#modules/desk/commands.ts";
import { say } from "#modules/strategy/commitments/messages.ts";
import { listEnding } from "#modules/strategy/commitments/queries.ts";
import { promiseText } from "#modules/strategy/commitments/vocabulary.ts";
import { writeToOrganization } from "#modules/strategy/letters/commands.ts";
import { paths } from "#modules/strategy/paths.ts";
import { endPast, putOnAgenda } from "./commands.ts";

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

export const jobs: readonly Job[] = [
  {
    name: "strategy.watch_commitments",
    schedule: "55 6 * * *",
    run: async (ctx) => {
      await endPast(ctx);
      await askRenewals(ctx);
      await putOnAgenda(ctx);
    },
  },
];

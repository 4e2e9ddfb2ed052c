import { dayWithYear } from "#core/date.ts";
import type { Job } from "#core/jobs.ts";
import { instantAt, plusDays } from "#core/local-time.ts";
import { paths } from "#modules/courses/paths.ts";
import { listEnding } from "#modules/courses/qualifications/queries.ts";
import { notify } from "#modules/people/notices/commands.ts";
import { say } from "./messages.ts";

const daysBefore = 30;

/** Tells people a month before what they hold runs out; of each paper they hear once. */
const remind: Job = {
  name: "qualification.remind",
  schedule: "40 5 * * *",
  run: async (ctx) => {
    for (const { id, personId, name, validUntil, language } of await listEnding(ctx, daysBefore)) {
      if (validUntil === null) continue;
      const reader = { ...ctx, language };
      await notify(ctx, {
        personId,
        key: `qualification ${id}`,
        kind: "qualification",
        title: say(reader)("endingTitle", { name, date: dayWithYear(reader, validUntil) }),
        text: say(reader)("endingText"),
        path: paths.mine,
        until: instantAt(plusDays(validUntil, 1)),
      });
    }
  },
};

export const jobs: readonly Job[] = [remind];

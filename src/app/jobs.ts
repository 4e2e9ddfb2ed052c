import type { Settings } from "#core/env.ts";
import type { AnyJob, Job } from "#core/jobs.ts";
import { listForgettable } from "#modules/placements/profile/queries.ts";
import { modules } from "./modules.ts";
import { outbox } from "./outbox/module.ts";
import { erasePerson } from "./privacy.ts";
import { forgetKeys } from "./submissions.ts";

const forgottenPerNight = 200;

const housekeeping: readonly Job[] = [
  { name: "house.forget_keys", schedule: "17 3 * * *", run: forgetKeys },
  {
    // The day stands in each file; here it is kept.
    name: "house.forget_people",
    schedule: "37 3 * * *",
    run: async (ctx) => {
      for (const id of await listForgettable(ctx, forgottenPerNight)) await erasePerson(ctx, id);
    },
  },
];

/** Everything that happens later: the modules' jobs, the sending of mail, and what the house tidies by itself. */
export const allJobs = (settings: Settings): readonly AnyJob[] => [
  ...housekeeping,
  ...outbox.jobs(settings),
  ...modules.flatMap((module) => module.jobs ?? []),
];

import type { Settings } from "#core/env.ts";
import type { AnyJob, Job } from "#core/jobs.ts";
import { modules } from "./modules.ts";
import { outbox } from "./outbox/module.ts";
import { forgetKeys } from "./submissions.ts";

const housekeeping: Job = { name: "house.forget_keys", schedule: "17 3 * * *", run: forgetKeys };

/** Everything that happens later: the modules' jobs, the sending of mail, and what the house tidies by itself. */
export const allJobs = (settings: Settings): readonly AnyJob[] => [
  housekeeping,
  ...outbox.jobs(settings),
  ...modules.flatMap((module) => module.jobs ?? []),
];

import type { Job } from "#core/jobs.ts";
import { forgetMoments } from "./commands.ts";

export const jobs: readonly Job[] = [
  { name: "ballot.forget_moments", schedule: "7 * * * *", run: forgetMoments },
];

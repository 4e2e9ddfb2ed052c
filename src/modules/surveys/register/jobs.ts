import type { Job } from "#core/jobs.ts";
import { closeDue } from "#modules/surveys/commands.ts";

/** Surveys end by themselves at the end of their last day. */
export const jobs: readonly Job[] = [{ name: "surveys.close", schedule: "5 * * * *", run: closeDue }];

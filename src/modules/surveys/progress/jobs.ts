import type { Job } from "#core/jobs.ts";
import { watchSurveys } from "./commands.ts";

export const jobs: readonly Job[] = [{ name: "survey.watch", schedule: "10 6 * * *", run: watchSurveys }];

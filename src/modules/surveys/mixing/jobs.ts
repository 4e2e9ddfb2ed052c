import type { Id } from "#core/id.ts";
import type { Job } from "#core/jobs.ts";
import { mixAll, mixingJob, mixSurvey } from "./commands.ts";

export const jobs: readonly Job[] = [
  { name: mixingJob, run: (ctx, data) => mixSurvey(ctx, data["surveyId"] as Id<"survey">) },
  { name: "survey.mix_all", schedule: "40 2 * * *", run: mixAll },
];

import type { Job } from "#core/jobs.ts";
import { watchAnswers } from "./commands.ts";

export const jobs: readonly Job[] = [
  { name: "answer.watch", schedule: "25 6 * * *", run: (ctx) => watchAnswers(ctx) },
];

import type { Job } from "#core/jobs.ts";
import { forgetOldTries } from "./commands.ts";

const tidy: Job = { name: "people.tidy", schedule: "17 3 * * *", run: (ctx) => forgetOldTries(ctx) };

export const jobs: readonly Job[] = [tidy];

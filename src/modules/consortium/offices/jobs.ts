import type { Job } from "#core/jobs.ts";
import { endTerms } from "./commands.ts";

export const jobs: readonly Job[] = [{ name: "consortium.end_terms", schedule: "15 3 * * *", run: endTerms }];

import type { Job } from "#core/jobs.ts";
import { turnAll } from "./commands.ts";

/** Phases change by themselves at their date; an hour that was missed is caught up by the next. */
export const jobs: readonly Job[] = [{ name: "process.turn", schedule: "1 * * * *", run: turnAll }];

import type { Job } from "#core/jobs.ts";
import { remind } from "./commands.ts";

export const jobs: readonly Job[] = [{ name: "shift.remind", schedule: "5 5-20 * * *", run: remind }];
